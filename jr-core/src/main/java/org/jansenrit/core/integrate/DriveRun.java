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
  private final boolean noiseInMeans;
  private final double rootOfStep;
  private final double[] intensity;
  private final double[] perStep;
  private final double[] mean;
  private final double[] z;

  /**
   * Starts a drive.
   *
   * @param noiseInMeans whether its white part is drawn as part of the step means
   */
  DriveRun(Input input, ModelSpec spec, LaneBlock block, double step, boolean noiseInMeans) {
    this.block = block;
    this.whiteBlock = block.part(-1);
    this.path = input.drive().start(block);
    this.ports = input.ports().stream().mapToInt(spec::indexOf).toArray();
    this.white = input.drive().isWhite();
    this.noiseInMeans = noiseInMeans;
    this.rootOfStep = Math.sqrt(step);
    this.intensity = new double[block.lanes()];
    this.perStep = new double[block.lanes()];
    this.mean = new double[block.lanes()];
    this.z = new double[block.lanes()];
    readIntensity();
  }

  boolean isWhite() {
    return white;
  }

  boolean enters(int port) {
    return Arrays.stream(ports).anyMatch(p -> p == port);
  }

  /**
   * Returns the intensity of the white part in each lane, in the unit of the port times sqrt(s).
   */
  double[] intensity() {
    return intensity;
  }

  /** Draws two standard normals per lane from the stream of the white part. */
  void pair(double[] z1, double[] z2) {
    whiteBlock.random().pair(z1, z2);
  }

  /** Adds the mean over the present interval to the ports that this drive enters. */
  void addTo(double[][] inputs) {
    path.mean(mean);
    if (white && noiseInMeans) {
      whiteBlock.random().normals(block.clock(), z);
      Lanes.addProduct(mean, perStep, z, mean, block.lanes());
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
      Lanes.scale(1 / rootOfStep, intensity, perStep, block.lanes());
    }
  }
}
