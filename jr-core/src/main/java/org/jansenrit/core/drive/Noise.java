package org.jansenrit.core.drive;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Numbers;
import org.jansenrit.core.quantity.Time;

/** Random drives. For one of your own, see {@link Drive}. */
public final class Noise {
  private Noise() {}

  /**
   * Returns Gaussian white noise, which is defined at additive ports only.
   *
   * @param intensity the noise intensity s, in units of the port times sqrt(s): the mean over a
   *     step h has standard deviation s / sqrt(h), so that results do not depend on the step
   * @throws IllegalArgumentException if {@code intensity} is negative or not finite
   */
  public static Drive white(double intensity) {
    return new White(Scalar.of(requireIntensity(intensity)));
  }

  /** Returns Gaussian white noise whose intensity is the free parameter {@code intensity}. */
  public static Drive white(Parameter intensity) {
    return new White(Scalar.of(intensity));
  }

  /**
   * Returns a stationary Ornstein-Uhlenbeck process of mean zero. Value and step mean are advanced
   * jointly and exactly, whatever the step.
   *
   * @param tau the correlation time; positive
   * @param sd the stationary standard deviation, in the unit of the port
   * @see <a href="https://doi.org/10.1103/PhysRevE.54.2084">Gillespie (1996)</a>
   */
  public static Drive ornsteinUhlenbeck(Time tau, double sd) {
    tau.requirePositive("correlation time of an Ornstein-Uhlenbeck process");
    return new OrnsteinUhlenbeck(tau.seconds(), requireIntensity(sd));
  }

  private static double requireIntensity(double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "noise intensity must be zero or positive, and finite, but was " + value);
    }
    return value;
  }

  private record White(Scalar intensity) implements Drive {
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

  private record OrnsteinUhlenbeck(double tau, double sd) implements Drive {
    @Override
    public Path start(LaneBlock block) {
      return new OrnsteinUhlenbeckPath(block, tau, sd);
    }

    @Override
    public String toString() {
      return "Ornstein-Uhlenbeck noise of sd " + Numbers.shortest(sd) + ", " + Time.s(tau);
    }
  }

  /** The value x at the start of the interval; x and its integral are jointly Gaussian. */
  private static final class OrnsteinUhlenbeckPath implements Drive.Path {
    private final LaneBlock block;
    private final double sd;
    private final double decay;
    private final double valueSd;
    private final double meanOfValue;
    private final double meanOfFirst;
    private final double meanOfSecond;
    private final double[] x;
    private final double[] z1;
    private final double[] z2;

    OrnsteinUhlenbeckPath(LaneBlock block, double tau, double sd) {
      double r = block.interval() / tau;
      double gone = -Math.expm1(-r);
      double covariance = gone * gone / r;
      this.block = block;
      this.sd = sd;
      this.decay = 1 - gone;
      this.valueSd = Math.sqrt(gone * (2 - gone));
      this.meanOfValue = gone / r;
      this.meanOfFirst = covariance / valueSd;
      this.meanOfSecond = Math.sqrt(Math.max(0, meanVariance(r, gone) - meanOfFirst * meanOfFirst));
      this.x = new double[block.lanes()];
      this.z1 = new double[block.lanes()];
      this.z2 = new double[block.lanes()];
    }

    /** Variance of the step mean given the value at its start, for unit stationary variance. */
    private static double meanVariance(double r, double gone) {
      return r < 1e-3
          ? 2 * r / 3 - r * r / 2 // the closed form cancels here
          : (2 * r - 2 * gone - gone * gone) / (r * r);
    }

    @Override
    public void mean(double[] out) {
      startLanes();
      block.random().pair(z1, z2);
      for (int i = 0; i < x.length; i++) {
        out[i] = sd * (meanOfValue * x[i] + meanOfFirst * z1[i] + meanOfSecond * z2[i]);
      }
      Lanes.scale(decay, x, x, x.length);
      Lanes.addScaled(x, valueSd, z1, x, x.length);
    }

    /** A lane at interval zero starts from the stationary law, with a stream of its own. */
    private void startLanes() {
      for (int i = 0; i < x.length; i++) {
        if (block.clock().index(i) == 0) {
          x[i] = ZigguratSampler.NormalizedGaussian.of(block.part(0).generator(i)).sample();
        }
      }
    }
  }
}
