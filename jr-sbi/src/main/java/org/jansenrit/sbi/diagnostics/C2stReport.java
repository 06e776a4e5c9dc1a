package org.jansenrit.sbi.diagnostics;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/**
 * What {@link C2st} found.
 *
 * @param folds the accuracy on each fold
 * @param draws how many draws were told apart, of both kinds together
 */
public record C2stReport(List<Double> folds, int draws) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Copies the list.
   *
   * @param folds accuracies in [0, 1]
   * @param draws at least 1
   */
  public C2stReport {
    folds = List.copyOf(folds);
  }

  /** {@return the mean accuracy, in [0, 1]: 0.5 if the distributions cannot be told apart} */
  public double accuracy() {
    return folds.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /**
   * {@return the probability of such an accuracy, or a higher one, by guessing; in the normal
   * limit}
   */
  public double p() {
    return NORMAL.survivalProbability((accuracy() - 0.5) / (0.5 / Math.sqrt(draws)));
  }

  /** {@return the verdict in words} */
  public String verdict() {
    return p() < Uniformity.LEVEL
        ? String.format(
            Locale.ROOT,
            "told apart: a classifier is right in %.1f %% (p = %.2g)",
            100 * accuracy(),
            p())
        : String.format(
            Locale.ROOT,
            "not told apart: a classifier is right in %.1f %% (p = %.2g)",
            100 * accuracy(),
            p());
  }

  /** {@return a figure of the accuracy on each fold, and that of guessing} */
  public Figure figure() {
    double[] numbers = IntStream.rangeClosed(1, folds.size()).mapToDouble(i -> i).toArray();
    return Figure.of(
        Panel.of("Classifier two-sample test", "fold", "accuracy (1)")
            .points("classifier", numbers, accuracies())
            .horizontalLine("guessing", 0.5));
  }

  /**
   * {@return the numbers behind the figure, for NumPy} They are {@code c2st/draws} and {@code
   * c2st/accuracy}, one per fold.
   */
  public NumpyFile arrays() {
    return NumpyFile.empty()
        .with("c2st/draws", draws)
        .with("c2st/accuracy", accuracies(), folds.size());
  }

  private double[] accuracies() {
    return folds.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public String toString() {
    return "C2ST on " + draws + " draws: " + verdict();
  }
}
