package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.Locale;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** What {@link Tarp} found. Immutable. */
public final class TarpReport {
  private final UniformValues shares;
  private final String source;

  TarpReport(UniformValues shares, String source) {
    this.shares = shares;
    this.source = source;
  }

  /**
   * {@return for each simulation, the share of posterior draws nearer to the reference than the
   * truth, as a fresh array}
   */
  public double[] shares() {
    return shares.values();
  }

  /** {@return the mean share less one half, in [-0.5, 0.5]: about 0 if the posterior is right} */
  public double area() {
    return Arrays.stream(shares.values()).average().orElseThrow() - 0.5;
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
    String what =
        calibrated()
            ? "draws are as near to other points as the truth is"
            : "draws are not where the truth is: " + shares.test().finding(0);
    return String.format(Locale.ROOT, "%s: area %.3f (p = %.2g)", what, area(), p());
  }

  /**
   * {@return a figure of the shares' distribution less the uniform one, with the band that holds 95
   * % of right posteriors}
   */
  public Figure figure() {
    return Figure.of(panel());
  }

  Panel panel() {
    Panel panel = Panel.of("TARP", "credibility level (1)", "expected coverage - level (1)");
    return shares.draw(panel, "random points");
  }

  /**
   * {@return the numbers behind the figure, for NumPy} {@code tarp/share_nearer}: {@link #shares},
   * one per simulation.
   */
  public NumpyFile arrays() {
    double[] nearer = shares();
    return NumpyFile.empty().with("tarp/share_nearer", nearer, nearer.length);
  }

  @Override
  public String toString() {
    return "TARP, " + source + ": " + verdict();
  }
}
