package org.jansenrit.core.integrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.math.Lanes;

/** What enters one kernel from outside, over the scale of what enters from inside. */
final class KernelInput {
  private final int lanes;
  private final int[] fedPorts;
  private final List<White> whites;
  private final double[] inverseScale;
  private final double[] mean;

  KernelInput(int[] ports, List<DriveRun> drives, int lanes) {
    this.lanes = lanes;
    this.fedPorts =
        Arrays.stream(ports).filter(p -> drives.stream().anyMatch(d -> d.feeds(p))).toArray();
    this.whites = new ArrayList<>();
    for (DriveRun drive : drives) {
      if (drive.isWhite() && Arrays.stream(ports).anyMatch(drive::enters)) {
        whites.add(new White(drive, Lanes.array(lanes)));
      }
    }
    this.inverseScale = Lanes.array(lanes);
    this.mean = Lanes.array(lanes);
  }

  /** Takes notice of the scale and the noise intensities of all lanes. */
  void prepare(double[] scale) {
    Lanes.invert(scale, inverseScale, lanes);
    for (White white : whites) {
      Lanes.multiply(inverseScale, white.drive.perStep(), white.amplitude, lanes);
    }
  }

  /** Takes notice of the step means, {@code input[port][lane]}. */
  void setMeans(double[][] input) {
    for (int i = 0; i < fedPorts.length; i++) {
      double[] port = input[fedPorts[i]];
      if (i == 0) {
        Lanes.multiply(port, inverseScale, mean, lanes);
      } else {
        Lanes.addProduct(mean, port, inverseScale, mean, lanes);
      }
    }
  }

  /** Returns whether any drive has a mean. */
  boolean isFed() {
    return fedPorts.length > 0;
  }

  /** Returns the step mean, without white noise; zero where there is none. */
  double[] mean() {
    return mean;
  }

  /** Returns whether white noise of {@code drive} enters. */
  boolean isEnteredBy(DriveRun drive) {
    return whites.stream().anyMatch(white -> white.drive == drive);
  }

  /** Adds mean and white noise, that of the normals which the drives drew last. */
  void addTo(double[] rates) {
    if (whites.isEmpty()) {
      if (isFed()) {
        Lanes.add(rates, mean, rates, lanes);
      }
      return;
    }
    White first = whites.get(0);
    KernelLanes.add(rates, mean, first.amplitude, first.drive.normals(), lanes);
    for (White more : whites.subList(1, whites.size())) {
      Lanes.addProduct(rates, more.amplitude, more.drive.normals(), rates, lanes);
    }
  }

  /** A white noise and its standard deviation over a step. */
  private static final class White {
    private final DriveRun drive;
    private final double[] amplitude;

    White(DriveRun drive, double[] amplitude) {
      this.drive = drive;
      this.amplitude = amplitude;
    }
  }
}
