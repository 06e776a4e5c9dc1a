package org.jansenrit.core.integrate;

import java.util.Arrays;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.ModelSpec;

/** One drive of a block, entering its ports; its white part is drawn here. */
final class DriveRun {
  private final LaneBlock block;
  private final LaneBlock whiteBlock;
  private final Drive.Path path;
  private final int[] ports;
  private final boolean white;
  private final double step;
  private final double[] intensity;
  private final double[] mean;
  private final double[] z;

  private DriveRun(Input input, ModelSpec spec, LaneBlock block, double step) {
    this.block = block;
    this.whiteBlock = block.part(-1);
    this.path = input.drive().start(block);
    this.ports = input.ports().stream().mapToInt(spec::indexOf).toArray();
    this.white = input.drive().isWhite();
    this.step = step;
    this.intensity = new double[block.lanes()];
    this.mean = new double[block.lanes()];
    this.z = new double[block.lanes()];
    readIntensity();
  }

  static DriveRun start(Input input, ModelSpec spec, LaneBlock block, double step) {
    return new DriveRun(input, spec, block, step);
  }

  void addTo(double[][] inputs) {
    path.mean(mean);
    if (white) {
      whiteBlock.random().normals(block.clock(), z);
      Lanes.addProduct(mean, intensity, z, mean, block.lanes());
    }
    for (int port : ports) {
      Lanes.add(inputs[port], mean, inputs[port], block.lanes());
    }
  }

  void restart(int lane) {
    path.restart(lane);
    readIntensity();
  }

  /** The mean of white noise over a step h has standard deviation intensity / sqrt(h). */
  private void readIntensity() {
    if (white) {
      path.whiteIntensity(intensity);
      Lanes.scale(1 / Math.sqrt(step), intensity, intensity, block.lanes());
    } else {
      Arrays.fill(intensity, 0);
    }
  }
}
