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
  private double[] normals;

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
    this.intensity = Lanes.array(block.lanes());
    this.perStep = Lanes.array(block.lanes());
    this.mean = Lanes.array(block.lanes());
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

  /** Returns the standard deviation of the white part over a step, in the unit of the port. */
  double[] perStep() {
    return perStep;
  }

  /** Draws two standard normals per lane from the stream of the white part. */
  void pair(double[] z1, double[] z2) {
    whiteBlock.random().pair(z1, z2);
  }

  /** Draws one standard normal per lane for the present step, if there is a white part. */
  void draw() {
    if (white) {
      normals = whiteBlock.random().normals(block.clock());
    }
  }

  /** Returns what {@link #draw} drew last. */
  double[] normals() {
    return normals;
  }

  /** Returns whether the step means may differ from those of the interval before. */
  boolean changes() {
    return (white && noiseInMeans) || (path.hasMean() && !path.repeats());
  }

  /** Returns whether this drive ever adds to the step means of {@code port}. */
  boolean feeds(int port) {
    return enters(port) && (path.hasMean() || (white && noiseInMeans));
  }

  /**
   * Adds the mean over the present interval to the ports that this drive feeds.
   *
   * @param inputs {@code [port][lane]}
   * @param written which ports hold a value already; the others are set
   */
  void addTo(double[][] inputs, boolean[] written) {
    if (!feeds(ports[0])) {
      return;
    }
    boolean alone = ports.length == 1 && !written[ports[0]];
    double[] now = alone ? inputs[ports[0]] : mean;
    writeMean(now);
    for (int port : ports) {
      if (written[port]) {
        Lanes.add(inputs[port], now, inputs[port], block.lanes());
      } else if (!alone) {
        System.arraycopy(now, 0, inputs[port], 0, block.lanes());
      }
      written[port] = true;
    }
  }

  private void writeMean(double[] out) {
    if (path.hasMean()) {
      path.mean(out);
    }
    if (white && noiseInMeans) {
      draw();
      if (path.hasMean()) {
        Lanes.addProduct(out, perStep, normals, out, block.lanes());
      } else {
        Lanes.multiply(perStep, normals, out, block.lanes());
      }
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
