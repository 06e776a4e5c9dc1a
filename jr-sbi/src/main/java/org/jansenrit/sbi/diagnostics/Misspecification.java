package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ShapeException;

/**
 * Whether an observation is like the simulations that a posterior was learnt from: only then is the
 * posterior worth anything.
 *
 * <p>The discrepancy of one observation is 1 less its mean kernel with the simulations, which rises
 * with its maximum mean discrepancy from them. The kernel is Gaussian in their scaled leading
 * principal components and the distance from these; its width is the median distance. Each
 * simulation against the others gives the distribution of it that is to be expected. An observation
 * that differs where all simulations are the same, as they are without noise, has the largest.
 *
 * @see <a href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al. (2012)</a>
 * @see <a href="https://arxiv.org/abs/2112.08866">Schmitt et al. (2024)</a>
 */
public final class Misspecification {
  private static final int COMPONENTS = 20;
  private static final int SIMULATIONS = 1000;

  /** Of a 32-bit float, relative. */
  private static final double ROUNDING = 1e-7;

  private Misspecification() {}

  /**
   * Compares an observation with (at most 1000 of) the finite simulations.
   *
   * @param <X> the kind of observation
   * @param simulations what the posterior was learnt from; at least 100 of them finite
   * @param observed one observation of the same shape, finite
   * @return its discrepancy, and those of the simulations
   * @throws ShapeException if there is not exactly one observation, or of another shape
   * @throws IllegalArgumentException if fewer than 100 simulations are finite, or the observation
   *     has values that are not finite
   */
  public static <X extends Observations> MisspecificationReport run(
      Dataset<X> simulations, X observed) {
    Observed.require(observed, simulations.x());
    Dataset<X> finite = simulations.finite();
    if (finite.size() < 100) {
      throw new IllegalArgumentException(
          "at least 100 finite simulations are needed to compare with, but got " + finite.size());
    }
    int[] first = IntStream.range(0, Math.min(SIMULATIONS, finite.size())).toArray();
    Observations compared = finite.x().select(first);
    MisspecificationReport report =
        compare(Reduction.of(compared.append(observed), first, COMPONENTS));
    OptionalInt broken = brokenConstant(compared, observed.row(0));
    return broken.isPresent() ? report.breaking(broken.getAsInt()) : report;
  }

  /**
   * Returns the first value that is the same in all simulations, and so has no scale, and another
   * one in the observation, by more than the rounding of 32-bit floats.
   */
  private static OptionalInt brokenConstant(Observations simulated, double[] observed) {
    boolean[] breaks = new boolean[observed.length];
    double rounding = ROUNDING * Arrays.stream(observed).map(Math::abs).max().orElse(0);
    double[] first = simulated.row(0);
    for (int j = 0; j < first.length; j++) {
      breaks[j] = Math.abs(observed[j] - first[j]) > rounding;
    }
    for (int i = 1; i < simulated.size(); i++) {
      double[] row = simulated.row(i);
      for (int j = 0; j < row.length; j++) {
        breaks[j] &= row[j] == first[j];
      }
    }
    return IntStream.range(0, breaks.length).filter(j -> breaks[j]).findFirst();
  }

  /** The last row is the observation. */
  private static MisspecificationReport compare(double[][] rows) {
    int n = rows.length - 1;
    double width = width(rows, n);
    double[][] kernel = new double[n + 1][n];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j < n; j++) {
        kernel[i][j] = Math.exp(-Similarity.squared(rows[i], rows[j]) / (2 * width));
      }
    }
    double[] simulated = new double[n];
    Arrays.setAll(simulated, i -> 1 - (Arrays.stream(kernel[i]).sum() - 1) / (n - 1));
    double observed = 1 - Arrays.stream(kernel[n]).sum() / n;
    return new MisspecificationReport(simulated, observed, OptionalInt.empty());
  }

  /** The median square of the distances; of those above zero where most simulations are alike. */
  private static double width(double[][] rows, int n) {
    double[] squares =
        IntStream.range(1, n)
            .mapToDouble(i -> Similarity.squared(rows[i - 1], rows[i]))
            .sorted()
            .toArray();
    double median = squares[squares.length / 2];
    double[] apart = Arrays.stream(squares).filter(square -> square > 0).toArray();
    return median > 0 || apart.length == 0 ? Math.max(median, ROUNDING) : apart[apart.length / 2];
  }
}
