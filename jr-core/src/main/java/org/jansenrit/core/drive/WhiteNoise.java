package org.jansenrit.core.drive;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.Parameter;

/** White noise, which only declares its intensity: integrators draw it. */
record WhiteNoise(Scalar intensity) implements Drive {
  @Override
  public Path start(LaneBlock block) {
    double[] intensities = intensity.values(block);
    return new Path() {
      @Override
      public void mean(double[] out) {
        Arrays.fill(out, 0, block.lanes(), 0);
      }

      @Override
      public boolean hasMean() {
        return false;
      }

      @Override
      public void whiteIntensity(double[] out) {
        System.arraycopy(intensities, 0, out, 0, block.lanes());
      }
    };
  }

  @Override
  public List<Parameter> parameters() {
    return intensity.parameters();
  }

  @Override
  public boolean isWhite() {
    return true;
  }

  @Override
  public String toString() {
    return "white noise of intensity " + intensity;
  }
}
