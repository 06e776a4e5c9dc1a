package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.report.Figure;

/** What {@link PosteriorPredictive} found, value by value and as a whole. Immutable. */
public final class PredictiveReport {
  private static final double BAND = 0.9;

  /** Of 32-bit floats, relative; their mean is a little further off. */
  private static final double ROUNDING = 1e-6;

  private final double[][] sorted;
  private final double[] observed;
  private final double[] discrepancies;
  private final double discrepancy;
  private final int excluded;
  private final Observations shape;

  /** Takes simulations and the observation that they are compared with, as numbers and as such. */
  PredictiveReport(double[][] simulated, double[] observed, int excluded, Observations shape) {
    int width = observed.length;
    Summary[] summaries = new Summary[width];
    this.sorted = new double[width][];
    for (int j = 0; j < width; j++) {
      int column = j;
      sorted[j] = Arrays.stream(simulated).mapToDouble(row -> row[column]).sorted().toArray();
      summaries[j] = Summary.of(sorted[j]);
    }
    this.observed = observed.clone();
    this.discrepancies =
        Arrays.stream(simulated).mapToDouble(row -> squares(row, summaries)).toArray();
    this.discrepancy = squares(observed, summaries);
    this.excluded = excluded;
    this.shape = shape.empty();
  }

  /** Mean square distance from the predictive mean, in predictive standard deviations. */
  private static double squares(double[] row, Summary[] summaries) {
    return IntStream.range(0, row.length)
        .mapToDouble(j -> square(row[j], summaries[j]))
        .average()
        .orElse(0);
  }

  /** Infinite for another value than the one that all simulations have, but for rounding. */
  private static double square(double value, Summary summary) {
    double away = Math.abs(value - summary.mean());
    double rounding = ROUNDING * Math.abs(summary.mean());
    if (summary.sd() <= rounding) {
      return away <= rounding ? 0 : Double.POSITIVE_INFINITY;
    }
    return away * away / summary.variance();
  }

  /** {@return how many simulations were left out because they are not finite} */
  public int excluded() {
    return excluded;
  }

  /**
   * {@return for each value in order, the share of simulations below the observed one and half of
   * those that are equal to it, as a fresh array} Near 0 or 1 the model cannot explain it.
   */
  public double[] shares() {
    return IntStream.range(0, observed.length).mapToDouble(this::share).toArray();
  }

  private double share(int j) {
    double twice = Arrays.stream(sorted[j]).map(v -> 1 - Math.signum(v - observed[j])).sum();
    return twice / (2 * sorted[j].length);
  }

  /**
   * {@return a quantile of each predicted value, in the unit of the data, as a fresh array}
   *
   * @param p in [0, 1]: 0.5 for the median
   * @throws IllegalArgumentException if p is not in [0, 1]
   */
  public double[] quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "the probability of a quantile must be in [0, 1], but was "
              + p
              + (p > 1 && p <= 100 ? ". Was it given in percent?" : ""));
    }
    return Arrays.stream(sorted)
        .mapToDouble(values -> values[(int) Math.round(p * (values.length - 1))])
        .toArray();
  }

  /** {@return the share of observed values inside the predictive intervals of 90 %} */
  public double inside() {
    double[] shares = shares();
    return Arrays.stream(shares).filter(s -> Math.abs(s - 0.5) <= BAND / 2).count()
        / (double) shares.length;
  }

  /**
   * {@return the p-value: the share of simulations that are at least as far from the predictive
   * mean as the observation, itself included, all values together}
   */
  public double p() {
    long further = Arrays.stream(discrepancies).filter(d -> d >= discrepancy).count();
    return (further + 1.0) / (discrepancies.length + 1.0);
  }

  /** {@return whether the observation is not rejected at 1 %; 100 simulations or more can do so} */
  public boolean explained() {
    return p() >= Uniformity.LEVEL;
  }

  /** {@return the verdict in words} */
  public String verdict() {
    return String.format(
        Locale.ROOT,
        "%s: %.0f %% of the observed values are inside predictive intervals of 90 %% (p = %.2g)",
        finding(),
        100 * inside(),
        p());
  }

  private String finding() {
    if (!explained()) {
      return "NOT EXPLAINED by the model";
    }
    int n = discrepancies.length;
    return 1 / (n + 1.0) < Uniformity.LEVEL
        ? "the model explains the observation"
        : "UNDECIDED, since " + n + " simulations cannot reject at 1 %, and 100 can";
  }

  /**
   * {@return a figure of what was observed over what was predicted: for time series, the predictive
   * interval of 90 % over time, of up to 12 channels that are explained worst; for up to 12
   * features, a histogram of each; else all values in order}
   */
  public Figure figure() {
    return new PredictiveFigure(this, sorted, observed).of(shape);
  }

  /**
   * {@return the numbers behind it, for NumPy} They are {@code predictive/observed}, {@code
   * predictive/q05}, {@code predictive/q50} and {@code predictive/q95}, the observed values and
   * quantiles of those predicted, in the unit of the data, and {@code predictive/share_below},
   * {@link #shares}.
   */
  public NumpyFile arrays() {
    int width = observed.length;
    return NumpyFile.empty()
        .with("predictive/observed", observed, width)
        .with("predictive/q05", quantile(0.05), width)
        .with("predictive/q50", quantile(0.5), width)
        .with("predictive/q95", quantile(0.95), width)
        .with("predictive/share_below", shares(), width);
  }

  @Override
  public String toString() {
    return "Posterior predictive check, "
        + discrepancies.length
        + " simulations of "
        + shape.shape()
        + (excluded == 0 ? "" : "; " + excluded + " diverged simulations excluded")
        + ": "
        + verdict();
  }
}
