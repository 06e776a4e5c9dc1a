package org.jansenrit.core.prior;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogUniformDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.model.Parameter;

/** One parameter; the transform to N(0, 1) is affine or goes through the quantile function. */
record MarginalPrior(
    Parameter parameter, ContinuousDistribution law, String name, Kind kind, List<Double> numbers)
    implements Prior {
  /** What the numbers mean. */
  enum Kind {
    UNIFORM,
    LOG_UNIFORM,
    NORMAL,
    TRUNCATED_NORMAL
  }

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Probabilities nearer to 0 than this stand for the edge of the support: |z| stays below 8.3. */
  private static final double SMALLEST = 0x1p-53;

  /** Further out than so many standard deviations a normal's share is no double. */
  private static final double FURTHEST = 37;

  static Prior uniform(Parameter p, double low, double high) {
    requireRange(p, low, high);
    return new MarginalPrior(
        p,
        UniformContinuousDistribution.of(low, high),
        "U" + pair(p, low, high),
        Kind.UNIFORM,
        List.of(low, high));
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
    return new MarginalPrior(
        p,
        LogUniformDistribution.of(low, high),
        "logU" + pair(p, low, high),
        Kind.LOG_UNIFORM,
        List.of(low, high));
  }

  static Prior normal(Parameter p, double mean, double sd) {
    requireSd(p, p.require(mean), sd);
    String name = "N" + pair(p, mean, sd);
    if (p.lowest() == Double.NEGATIVE_INFINITY && p.highest() == Double.POSITIVE_INFINITY) {
      return new MarginalPrior(
          p, NormalDistribution.of(mean, sd), name, Kind.NORMAL, List.of(mean, sd));
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
    requireMass(p, name, Math.max(low - mean, mean - high) / sd);
    return new MarginalPrior(
        p,
        TruncatedNormalDistribution.of(mean, sd, low, high),
        name,
        Kind.TRUNCATED_NORMAL,
        List.of(mean, sd, low, high));
  }

  private static void requireMass(Parameter p, String name, double away) {
    if (!(away < FURTHEST)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the prior of %s is empty: %s begins %.3g standard deviations from its mean",
              p.symbol(),
              name,
              away));
    }
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
    return new double[] {fromNormal(z[0])};
  }

  double fromNormal(double z) {
    if (law instanceof NormalDistribution normal) {
      return normal.getMean() + normal.getStandardDeviation() * z;
    }
    double x =
        countsFromBelow(z)
            ? law.inverseCumulativeProbability(NORMAL.cumulativeProbability(z))
            : law.inverseSurvivalProbability(NORMAL.survivalProbability(z));
    return Math.min(Math.max(x, law.getSupportLowerBound()), law.getSupportUpperBound());
  }

  /**
   * Returns which share has more digits, that below or that above. Within one tail of a normal it
   * is that towards the end of the tail: the other one is a difference of numbers near 1.
   */
  private boolean countsFromBelow(double z) {
    if (kind != Kind.TRUNCATED_NORMAL) {
      return z < 0;
    }
    double mean = numbers.get(0);
    boolean rightTail = law.getSupportLowerBound() >= mean;
    boolean leftTail = law.getSupportUpperBound() <= mean;
    return leftTail || (z < 0 && !rightTail);
  }

  @Override
  public double[] toNormal(double[] theta) {
    return new double[] {toNormal(theta[0])};
  }

  double toNormal(double theta) {
    if (law instanceof NormalDistribution normal) {
      return (theta - normal.getMean()) / normal.getStandardDeviation();
    }
    double below = law.cumulativeProbability(theta);
    return below < 0.5
        ? NORMAL.inverseCumulativeProbability(Math.max(below, SMALLEST))
        : NORMAL.inverseSurvivalProbability(Math.max(law.survivalProbability(theta), SMALLEST));
  }

  @Override
  public double logDensity(double[] theta) {
    return logDensity(theta[0]);
  }

  double logDensity(double theta) {
    boolean inside = theta >= law.getSupportLowerBound() && theta <= law.getSupportUpperBound();
    return inside ? law.logDensity(theta) : Double.NEGATIVE_INFINITY;
  }

  @Override
  public Archive toArchive() {
    double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    return Archive.of(SavedPriors.MARGINAL)
        .withParameters("parameters", parameters())
        .with("law", kind.name())
        .with("count", values.length)
        .with("numbers", values, values.length);
  }

  static Prior read(Archive archive) throws IOException {
    Parameter p = archive.parameters("parameters").get(0);
    double[] n = archive.doubles("numbers", archive.count("count"));
    Kind kind = Kind.valueOf(archive.text("law"));
    if (n.length != (kind == Kind.TRUNCATED_NORMAL ? 4 : 2)) {
      throw new IOException("a prior of kind " + kind + " has other than " + n.length + " numbers");
    }
    return switch (kind) {
      case UNIFORM -> uniform(p, n[0], n[1]);
      case LOG_UNIFORM -> logUniform(p, n[0], n[1]);
      case NORMAL -> normal(p, n[0], n[1]);
      case TRUNCATED_NORMAL -> truncated(p, n[0], n[1], n[2], n[3]);
    };
  }

  /** Laws do not compare themselves. */
  @Override
  public boolean equals(Object o) {
    return o instanceof MarginalPrior other
        && parameter.equals(other.parameter)
        && kind == other.kind
        && numbers.equals(other.numbers);
  }

  @Override
  public int hashCode() {
    return 31 * parameter.hashCode() + numbers.hashCode();
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
