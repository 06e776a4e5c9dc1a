package org.jansenrit.core.drive;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Parameter;

/** A drive times a number or a free parameter. */
record ScaledDrive(Drive drive, Scalar factor) implements Drive {

  @Override
  public Path start(LaneBlock block) {
    Path path = drive.start(block);
    double[] factors = factor.values(block);
    return new Path() {
      @Override
      public void mean(double[] out) {
        path.mean(out);
        Lanes.multiply(factors, out, out, block.lanes());
      }

      @Override
      public boolean repeats() {
        return path.repeats();
      }

      @Override
      public boolean hasMean() {
        return path.hasMean();
      }

      @Override
      public void whiteIntensity(double[] out) {
        path.whiteIntensity(out);
        Lanes.multiply(factors, out, out, block.lanes());
      }

      @Override
      public void restart(int lane) {
        path.restart(lane);
      }
    };
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(drive.parameters());
    all.addAll(factor.parameters());
    return all;
  }

  @Override
  public boolean isWhite() {
    return drive.isWhite();
  }

  @Override
  public String toString() {
    return factor + " * (" + drive + ")";
  }
}
