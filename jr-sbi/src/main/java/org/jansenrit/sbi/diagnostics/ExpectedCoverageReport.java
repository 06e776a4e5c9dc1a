package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.Locale;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** How often highest-density regions held the truth. Immutable. */
public final class ExpectedCoverageReport {
  private final UniformValues shares;
  private final String source;

  ExpectedCoverageReport(UniformValues shares, String source) {
    this.shares = shares;
    this.source = source;
  }

  /**
   * {@return for each simulation, the share of posterior draws of higher density than the truth, as
   * a fresh array} It is the level of the smallest region that holds the truth.
   */
  public double[] shares() {
    return shares.values();
  }

  /**
   * {@return the share of truths inside regions of one level}
   *
   * @param level in (0, 1)
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public double coverage(double level) {
    CoverageReport.requireLevel(level);
    double[] values = shares.values();
    return Arrays.stream(values).filter(f -> f <= level).count() / (double) values.length;
  }

  /** {@return the largest difference between coverage and level, at any level} */
  public double largestError() {
    return shares.test().ks();
  }

  /**
   * {@return the p-value: the chance of such shares, or less uniform ones, of a right posterior}
   */
  public double p() {
    return shares.test().p();
  }

  /** {@return whether the posterior is not rejected at 1 %} */
  public boolean calibrated() {
    return shares.passes();
  }

  /** {@return the verdict in words} */
  public String verdict() {
    String what = calibrated() ? "regions hold what they promise" : finding();
    return String.format(
        Locale.ROOT, "%s: largest error %.3f (p = %.2g)", what, largestError(), p());
  }

  private String finding() {
    return shares.test().shift() > 0
        ? "overconfident, regions hold the truth too rarely"
        : "underconfident, regions hold the truth too often";
  }

  /**
   * {@return a figure of coverage less level, with the band that holds 95 % of right posteriors}
   */
  public Figure figure() {
    return Figure.of(panel());
  }

  Panel panel() {
    Panel panel = Panel.of("Expected coverage", "level of the region (1)", "coverage - level (1)");
    return shares.draw(panel, "highest-density regions");
  }

  /**
   * {@return the numbers behind the figure, for NumPy} {@code coverage/hdr_level}: {@link #shares},
   * one per simulation.
   */
  public NumpyFile arrays() {
    double[] levels = shares();
    return NumpyFile.empty().with("coverage/hdr_level", levels, levels.length);
  }

  @Override
  public String toString() {
    return "Expected coverage, " + source + ": " + verdict();
  }
}
