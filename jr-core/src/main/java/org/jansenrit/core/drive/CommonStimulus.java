package org.jansenrit.core.drive;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.math.Lanes;

/** A stimulus that all lanes see at the same time: one evaluation serves them all. */
final class CommonStimulus implements Drive.Path {
  private final Shape shape;
  private final LaneBlock block;
  private final List<double[]> gains;

  /** What was written last to all lanes, before their gains; not a number if lanes differed. */
  private double written = Double.NaN;

  CommonStimulus(Shape shape, LaneBlock block, List<double[]> gains) {
    this.shape = shape;
    this.block = block;
    this.gains = gains;
  }

  @Override
  public void mean(double[] out) {
    if (block.clock().isCommon()) {
      written = mean(0);
      Arrays.fill(out, 0, block.lanes(), written);
    } else {
      written = Double.NaN;
      for (int i = 0; i < block.lanes(); i++) {
        out[i] = mean(i);
      }
    }
    gains.forEach(gain -> Lanes.multiply(gain, out, out, block.lanes()));
  }

  private double mean(int lane) {
    int k = block.clock().index(lane);
    return shape.mean(block.time(k), block.time(k + 1));
  }

  @Override
  public boolean repeats() {
    return block.clock().isCommon() && mean(0) == written;
  }

  @Override
  public void restart(int lane) {
    written = Double.NaN;
  }
}
