package org.jansenrit.core.analysis;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.StateVisitor;

/**
 * How fast two simulations of the same experiment part, or meet, that start almost alike: the
 * largest Lyapunov exponent of the driven system.
 *
 * <p>Two runs get the same input. Every 20 ms the second is brought back to a tiny distance from
 * the first, and the logarithm of how far it had gone is averaged; the first half of the recording
 * is left for it to find the direction that grows fastest, and to learn how large a part of the
 * distance each variable has, so that all count alike in the second.
 *
 * @see <a href="https://doi.org/10.1007/BF02128236">Benettin et al. (1980)</a>
 */
public final class Lyapunov {
  private static final double DISTANCE = 1e-7;
  private static final double INTERVAL = 0.02;

  private Lyapunov() {}

  /**
   * {@return the largest Lyapunov exponent, in 1/s, over the recording of {@code simulation}: take
   * tens of seconds}
   *
   * @param simulation whose recording is looked at, at its own step
   * @param theta the parameters that are not to keep their values
   * @param seed decides the noise of the drives, if there is some
   */
  public static double largest(Simulation simulation, ParameterSet theta, long seed) {
    ParameterTable two = ParameterTable.of(theta).select(0, 0);
    Streams streams = Streams.of(seed).common();
    Scale scale = new Scale(simulation.model().spec().variables().size());
    simulation.follow(two, streams, scale);
    int samples = simulation.timeline().samples();
    int every = (int) Math.max(1, Math.rint(INTERVAL * simulation.timeline().rate().hertz()));
    Growth growth =
        new Growth(scale.sizes(), every, samples / 2, Streams.of(seed).random(0, Streams.INITIAL));
    simulation.follow(two, streams, growth);
    return growth.exponent(simulation.timeline().step().seconds());
  }

  /** The standard deviation of each variable, or its size if it hardly varies. */
  private static final class Scale implements StateVisitor {
    private final double[] sum;
    private final double[] squares;
    private int count;

    Scale(int variables) {
      sum = new double[variables];
      squares = new double[variables];
    }

    @Override
    public void visit(int sample, double[][] y) {
      count++;
      for (int v = 0; v < sum.length; v++) {
        sum[v] += y[v][0];
        squares[v] += y[v][0] * y[v][0];
      }
    }

    double[] sizes() {
      double[] sizes = new double[sum.length];
      for (int v = 0; v < sizes.length; v++) {
        double mean = sum[v] / count;
        double sd = Math.sqrt(Math.max(0, squares[v] / count - mean * mean));
        sizes[v] = Math.max(sd, 1e-3 * Math.abs(mean));
      }
      double least = Math.max(1e-12, 1e-3 * Arrays.stream(sizes).max().orElse(0));
      return Arrays.stream(sizes).map(size -> Math.max(size, least)).toArray();
    }
  }

  private static final class Growth implements StateVisitor {
    private final double[] sizes;
    private final int every;
    private final int settled;
    private final double[] direction;
    private final double[] shares;
    private final double least;
    private double sum;
    private int steps;

    Growth(double[] sizes, int every, int settled, UniformRandomProvider random) {
      this.sizes = sizes;
      this.every = every;
      this.settled = settled;
      this.direction = random.doubles(sizes.length).map(u -> u - 0.5).toArray();
      this.shares = new double[sizes.length];
      this.least = Arrays.stream(sizes).min().orElse(0);
    }

    @Override
    public void visit(int sample, double[][] y) {
      if (sample % every != 0) {
        return;
      }
      if (sample > 0) {
        double distance = distance(y);
        if (steps > 0 || sample > settled + every) {
          sum += Math.log(distance / DISTANCE);
          steps += every;
        } else {
          settle(sample, distance);
        }
      }
      place(y);
    }

    /** Leaves the direction, scaled to unit length, behind. */
    private double distance(double[][] y) {
      double squares = 0;
      for (int v = 0; v < direction.length; v++) {
        direction[v] = (y[v][1] - y[v][0]) / sizes[v];
        squares += direction[v] * direction[v];
      }
      return Math.sqrt(squares);
    }

    /** Learns how much of the distance each variable has, and then counts all alike. */
    private void settle(int sample, double distance) {
      double whole = 0;
      for (int v = 0; v < shares.length; v++) {
        shares[v] += Math.pow(direction[v] / distance, 2);
        whole += shares[v];
      }
      if (sample > settled) {
        double largest = 0;
        for (int v = 0; v < shares.length; v++) {
          shares[v] = Math.sqrt(Math.max(shares[v] / whole, 1e-20));
          largest = sizes[v] > least ? Math.max(largest, shares[v]) : largest;
        }
        for (int v = 0; v < shares.length; v++) {
          // those whose own size is known stay within it, or rounding would count
          double share = shares[v] / Math.max(largest, 1e-10);
          sizes[v] *= share;
          direction[v] /= share;
        }
      }
    }

    private void place(double[][] y) {
      double norm = Jacobian.norm(direction);
      for (int v = 0; v < direction.length; v++) {
        double moved = y[v][0] + DISTANCE * sizes[v] * direction[v] / norm;
        for (int lane = 1; lane < y[v].length; lane++) {
          y[v][lane] = moved; // idle lanes repeat the second row
        }
      }
    }

    double exponent(double step) {
      return sum / (steps * step);
    }
  }
}
