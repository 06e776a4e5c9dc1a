package org.jansenrit.core.drive;

import java.util.Arrays;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;

/** Blocks of lanes for tests, and the runs of drives over them. */
final class Blocks {
  private Blocks() {}

  /** In row i, every parameter is its standard value plus i. */
  static LaneBlock of(long firstRow, int lanes, double start, double interval, long seed) {
    LaneBlock.Values values = (Parameter p, long row) -> p.standard() + row;
    return LaneBlock.of(firstRow, lanes, start, interval, values, Streams.of(seed), Streams.DRIVES);
  }

  /** Returns the means over {@code steps} intervals, {@code [interval][lane]}. */
  static double[][] means(Drive drive, LaneBlock block, int steps) {
    Drive.Path path = drive.start(block);
    double[][] means = new double[steps][block.lanes()];
    for (double[] mean : means) {
      path.mean(mean);
      block.clock().tick();
    }
    return means;
  }

  /** Returns the means of one lane that starts at time {@code start}. */
  static double[] means(Drive drive, double start, double interval, int steps) {
    double[][] means = means(drive, of(0, 1, start, interval, 1), steps);
    return Arrays.stream(means).mapToDouble(mean -> mean[0]).toArray();
  }

  /** Returns the integral over all intervals of one lane that starts at time {@code start}. */
  static double area(Drive drive, double start, double interval, int steps) {
    return Arrays.stream(means(drive, start, interval, steps)).sum() * interval;
  }

  /** Returns the white intensity of each lane. */
  static double[] intensity(Drive drive, LaneBlock block) {
    double[] out = new double[block.lanes()];
    drive.start(block).whiteIntensity(out);
    return out;
  }
}
