package org.jansenrit.sbi.diagnostics;

import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/**
 * What {@link LocalC2st} found.
 *
 * @param statistic mean square distance from one half of the probability that the network gives
 *     each draw of being one
 * @param swapped that of networks that learnt from swapped labels
 */
public record LocalC2stReport(double statistic, List<Double> swapped) {

  /**
   * Copies the list.
   *
   * @param statistic in [0, 0.25]
   * @param swapped one of each network, in [0, 0.25]
   */
  public LocalC2stReport {
    swapped = List.copyOf(swapped);
  }

  /**
   * {@return the p-value: the share of networks that are at least as sure, the one found included}
   */
  public double p() {
    return (1.0 + swapped.stream().filter(s -> s >= statistic).count()) / (1.0 + swapped.size());
  }

  /** {@return whether the posterior is not rejected at 1 %; 100 networks or more can reject it} */
  public boolean calibrated() {
    return p() >= Uniformity.LEVEL;
  }

  /** {@return the verdict in words} */
  public String verdict() {
    return String.format(Locale.ROOT, finding(), swapped.size(), p());
  }

  private String finding() {
    if (!calibrated()) {
      return "wrong at this observation: surer than %d networks with swapped labels (p = %.2g)";
    }
    return 1 / (1.0 + swapped.size()) < Uniformity.LEVEL
        ? "right at this observation, as far as %d networks can tell (p = %.2g)"
        : "UNDECIDED: %d networks with swapped labels cannot reject at 1 %%, 100 can (p = %.2g)";
  }

  /**
   * {@return a histogram of the statistics of the networks with swapped labels, and the one found}
   */
  public Figure figure() {
    return Figure.of(
        Panel.of("Local C2ST", "mean square of p - 1/2 (1)", "density (1)")
            .histogram("swapped labels", values(), 20)
            .verticalLine("found", statistic));
  }

  /**
   * {@return the numbers behind the figure, for NumPy} They are {@code local_c2st/statistic} and
   * {@code local_c2st/swapped}, one per network that learnt from swapped labels.
   */
  public NumpyFile arrays() {
    return NumpyFile.empty()
        .with("local_c2st/statistic", statistic)
        .with("local_c2st/swapped", values(), swapped.size());
  }

  private double[] values() {
    return swapped.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public String toString() {
    return "Local C2ST: " + verdict();
  }
}
