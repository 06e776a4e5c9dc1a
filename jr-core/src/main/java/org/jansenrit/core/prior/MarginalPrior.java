package org.jansenrit.core.prior;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.List;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogUniformDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.jansenrit.core.model.Parameter;

/** One parameter; the transform to N(0, 1) is affine or goes through the quantile function. */
record MarginalPrior(Parameter parameter, ContinuousDistribution law, String name)
    implements Prior {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Probabilities nearer to 0 than this stand for the edge of the support: |z| stays below 8.3. */
  private static final double SMALLEST = 0x1p-53;

  static Prior uniform(Parameter p, double low, double high) {
    requireRange(p, low, high);
    return new MarginalPrior(
        p, UniformContinuousDistribution.of(low, high), "U" + pair(p, low, high));
  }

  static Prior logUniform(Parameter p, double low, double high) {
    requireRange(p, low, high);
    if (!(low > 0)) {
      throw new IllegalArgumentException(
          "log-uniform prior of "
              + p.symbol()
              + ": the lower bound must be positive, but was "
              + p.withUnit(low));
    }
    return new MarginalPrior(p, LogUniformDistribution.of(low, high), "logU" + pair(p, low, high));
  }

  static Prior normal(Parameter p, double mean, double sd) {
    requireSd(p, p.require(mean), sd);
    String name = "N" + pair(p, mean, sd);
    if (p.lowest() == Double.NEGATIVE_INFINITY && p.highest() == Double.POSITIVE_INFINITY) {
      return new MarginalPrior(p, NormalDistribution.of(mean, sd), name);
    }
    return truncated(p, mean, sd, p.lowest(), p.highest());
  }

  static Prior truncatedNormal(Parameter p, double mean, double sd, double low, double high) {
    requireRange(p, low, high);
    requireSd(p, mean, sd);
    return truncated(p, mean, sd, low, high);
  }

  private static Prior truncated(Parameter p, double mean, double sd, double low, double high) {
    String name = "N" + pair(p, mean, sd) + " truncated to " + bracket(low, high);
    return new MarginalPrior(p, TruncatedNormalDistribution.of(mean, sd, low, high), name);
  }

  private static void requireRange(Parameter p, double low, double high) {
    if (!(low < high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          "the prior of "
              + p.symbol()
              + " is empty or unbounded: ["
              + p.withUnit(low)
              + ", "
              + p.withUnit(high)
              + "]; the lower bound must be below the upper, both finite");
    }
    p.require(low);
    p.require(high);
  }

  private static void requireSd(Parameter p, double mean, double sd) {
    if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException(
          "the prior of "
              + p.symbol()
              + " needs a finite mean and a positive standard deviation,"
              + " but got "
              + p.withUnit(mean)
              + " and "
              + p.withUnit(sd));
    }
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(parameter);
  }

  @Override
  public double[] fromNormal(double[] z) {
    if (law instanceof NormalDistribution normal) {
      return new double[] {normal.getMean() + normal.getStandardDeviation() * z[0]};
    }
    double x =
        z[0] < 0
            ? law.inverseCumulativeProbability(NORMAL.cumulativeProbability(z[0]))
            : law.inverseSurvivalProbability(NORMAL.survivalProbability(z[0]));
    double low = law.getSupportLowerBound();
    double high = law.getSupportUpperBound();
    return new double[] {Math.min(Math.max(x, low), high)};
  }

  @Override
  public double[] toNormal(double[] theta) {
    if (law instanceof NormalDistribution normal) {
      return new double[] {(theta[0] - normal.getMean()) / normal.getStandardDeviation()};
    }
    double below = law.cumulativeProbability(theta[0]);
    double z =
        below < 0.5
            ? NORMAL.inverseCumulativeProbability(Math.max(below, SMALLEST))
            : NORMAL.inverseSurvivalProbability(
                Math.max(law.survivalProbability(theta[0]), SMALLEST));
    return new double[] {z};
  }

  @Override
  public double logDensity(double[] theta) {
    boolean inside =
        theta[0] >= law.getSupportLowerBound() && theta[0] <= law.getSupportUpperBound();
    return inside ? law.logDensity(theta[0]) : Double.NEGATIVE_INFINITY;
  }

  /** Laws do not compare themselves; the name has all their numbers. */
  @Override
  public boolean equals(Object o) {
    return o instanceof MarginalPrior other
        && parameter.equals(other.parameter)
        && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return 31 * parameter.hashCode() + name.hashCode();
  }

  private static String pair(Parameter p, double a, double b) {
    return "("
        + shortest(a)
        + ", "
        + shortest(b)
        + ")"
        + (p.unit().equals("1") ? "" : " ")
        + (p.unit().equals("1") ? "" : p.unit());
  }

  private static String bracket(double low, double high) {
    return "[" + shortest(low) + ", " + shortest(high) + "]";
  }

  @Override
  public String toString() {
    return parameter.symbol() + " ~ " + name;
  }
}
