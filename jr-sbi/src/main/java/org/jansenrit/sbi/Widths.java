package org.jansenrit.sbi;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;

/**
 * Shares of widths: each normal of a mixture becomes several normals about the same mean, narrower
 * and wider ones, whose shares are the same everywhere. Several widths about one mean have heavier
 * tails than a normal, as the errors of a network have that knows some regions better than others.
 *
 * <p>The shares of greatest likelihood are found by expectation maximisation, which cannot miss
 * them: the log-likelihood is concave in the shares. One of the widths is 1, so the likelihood of
 * what they are fitted to never falls. It is the scaling of outputs by one temperature (Guo et al.
 * 2017, arXiv 1706.04599), with several temperatures in place of one.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1974.tb00989.x">Andrews &amp; Mallows (1974),
 *     Scale mixtures of normal distributions</a>
 */
final class Widths {
  private static final String KIND = "widths";

  /** Half to four times, by the square root of two; errors are seldom smaller than was thought. */
  private static final double[] FACTORS = {
    0.5, Math.sqrt(0.5), 1, Math.sqrt(2), 2, Math.sqrt(8), 4
  };

  private static final int STEPS = 1000;
  private static final double SETTLED = 1e-9;
  private static final double NEGLIGIBLE = 1e-4;

  private static final Widths SAME =
      new Widths(Arrays.stream(FACTORS).map(f -> f == 1 ? 1 : 0).toArray());

  private final double[] shares;

  private Widths(double[] shares) {
    this.shares = shares;
  }

  /** Returns the widths that change nothing. */
  static Widths same() {
    return SAME;
  }

  /**
   * Returns the shares under which points are most likely.
   *
   * @param mixtures the density of each point
   * @param z the points; as many
   */
  static Widths fit(List<GaussianMixture> mixtures, double[][] z) {
    double[][] relative =
        IntStream.range(0, z.length)
            .parallel()
            .mapToObj(i -> relative(mixtures.get(i), z[i]))
            .toArray(double[][]::new);
    double[] shares = new double[FACTORS.length];
    Arrays.fill(shares, 1.0 / shares.length);
    double moved = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS && moved > SETTLED; step++) {
      double[] next = step(relative, shares);
      moved = 0;
      for (int j = 0; j < next.length; j++) {
        moved = Math.max(moved, Math.abs(next[j] - shares[j]));
      }
      shares = next;
    }
    return new Widths(withoutNegligible(shares));
  }

  /** Returns the density of a point under each width alone, relative to the largest of them. */
  private static double[] relative(GaussianMixture mixture, double[] z) {
    double[] logs = Arrays.stream(FACTORS).map(f -> mixture.widened(f).logDensity(z)).toArray();
    double largest = Arrays.stream(logs).max().orElseThrow();
    return Arrays.stream(logs).map(log -> Math.exp(log - largest)).toArray();
  }

  private static double[] step(double[][] relative, double[] shares) {
    double[] next = new double[shares.length];
    for (double[] row : relative) {
      double sum = Triangular.dot(row, 0, shares, 0, shares.length);
      for (int j = 0; j < next.length; j++) {
        next[j] += shares[j] * row[j] / (sum * relative.length);
      }
    }
    return next;
  }

  private static double[] withoutNegligible(double[] shares) {
    double[] kept = Arrays.stream(shares).map(s -> s < NEGLIGIBLE ? 0 : s).toArray();
    double total = Arrays.stream(kept).sum();
    return Arrays.stream(kept).map(s -> s / total).toArray();
  }

  /** Returns whether all normals stay as wide as they are. */
  boolean areSame() {
    return Arrays.equals(shares, SAME.shares);
  }

  /** Returns the mixture whose normals have these widths. */
  GaussianMixture apply(GaussianMixture mixture) {
    if (areSame()) {
      return mixture;
    }
    int[] some = IntStream.range(0, shares.length).filter(j -> shares[j] > 0).toArray();
    return GaussianMixture.sum(
        Arrays.stream(some).mapToObj(j -> mixture.widened(FACTORS[j])).toList(),
        Arrays.stream(some).mapToDouble(j -> Math.log(shares[j])).toArray());
  }

  Archive toArchive() {
    return Archive.of(KIND).with("shares", shares, shares.length);
  }

  static Widths of(Archive archive) throws IOException {
    archive.requireKind(KIND);
    return new Widths(archive.doubles("shares", FACTORS.length));
  }

  /** {@return {@code "widths 0.71 (36.0 %), 1.00 (64.0 %)"}} */
  @Override
  public String toString() {
    return IntStream.range(0, shares.length)
        .filter(j -> shares[j] > 0)
        .mapToObj(j -> String.format(Locale.ROOT, "%.2f (%.1f %%)", FACTORS[j], 100 * shares[j]))
        .collect(Collectors.joining(", ", "widths ", ""));
  }
}
