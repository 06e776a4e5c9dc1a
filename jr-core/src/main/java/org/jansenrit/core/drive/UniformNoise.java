package org.jansenrit.core.drive;

import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.quantity.Numbers;
import org.jansenrit.core.quantity.Time;

/** A uniform number that is held for some time, then drawn anew. */
record UniformNoise(double low, double high, Time hold) implements Drive {
  UniformNoise {
    hold.requirePositive("hold time of uniform noise");
    if (!(low <= high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          "uniform noise needs finite bounds, the lower first, but got ["
              + low
              + ", "
              + high
              + "]");
    }
  }

  @Override
  public Path start(LaneBlock block) {
    return new Held(block);
  }

  @Override
  public String toString() {
    return "uniform noise of "
        + Numbers.shortest(low)
        + " to "
        + Numbers.shortest(high)
        + ", held for "
        + hold;
  }

  /** Time is counted in hold times from the start of each lane. */
  private final class Held implements Path {
    private final LaneBlock block;
    private final double holdsPerInterval;
    private final UniformRandomProvider[] generators;
    private final double[] value;
    private final double[] end;

    Held(LaneBlock block) {
      this.block = block;
      this.holdsPerInterval = block.interval() / hold.seconds();
      this.generators = new UniformRandomProvider[block.lanes()];
      this.value = new double[block.lanes()];
      this.end = new double[block.lanes()];
      for (int lane = 0; lane < value.length; lane++) {
        restart(lane);
      }
    }

    @Override
    public void restart(int lane) {
      generators[lane] = block.generator(lane);
      end[lane] = 0;
      draw(lane);
    }

    private void draw(int lane) {
      value[lane] = low + (high - low) * generators[lane].nextDouble();
      end[lane]++;
    }

    @Override
    public void mean(double[] out) {
      for (int lane = 0; lane < value.length; lane++) {
        int k = block.clock().index(lane);
        // the same expression for both ends, so that intervals join without a gap
        out[lane] = mean(lane, k * holdsPerInterval, (k + 1) * holdsPerInterval);
      }
    }

    private double mean(int lane, double from, double to) {
      if (to <= end[lane]) {
        return value[lane];
      }
      double position = from;
      double sum = 0;
      while (end[lane] < to) {
        sum += value[lane] * (end[lane] - position);
        position = end[lane];
        draw(lane);
      }
      return (sum + value[lane] * (to - position)) / (to - from);
    }
  }
}
