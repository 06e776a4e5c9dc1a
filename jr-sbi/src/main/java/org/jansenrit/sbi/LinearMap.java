package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.model.Parameter;

/**
 * The linear map from the coordinates u of a prior to those of its marginals, one after the other.
 * Under products of one-parameter priors it picks coordinates; under correlated normals it mixes
 * them.
 *
 * <p>A prior does not say what its map is: it is read off the unit vectors, and checked on other
 * points.
 */
final class LinearMap {
  private static final double ROUNDING = 1e-9;
  private static final int PROBES = 8;

  private final int columns;
  private final double[][] rows;

  private LinearMap(double[][] rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Returns the map.
   *
   * @throws IllegalArgumentException if there is none that is linear
   */
  static LinearMap between(PriorTransform whole, PriorTransform... marginals) {
    int d = whole.prior().parameters().size();
    double[][] columns = new double[d][];
    for (int i = 0; i < d; i++) {
      double[] unit = new double[d];
      unit[i] = 1;
      columns[i] = image(whole, unit, marginals);
    }
    double[][] rows = new double[columns[0].length][d];
    for (int r = 0; r < rows.length; r++) {
      int row = r;
      Arrays.setAll(rows[r], i -> Math.abs(columns[i][row]) < ROUNDING ? 0 : columns[i][row]);
    }
    LinearMap map = new LinearMap(rows, d);
    map.check(whole, marginals);
    return map;
  }

  private static double[] image(PriorTransform whole, double[] u, PriorTransform... marginals) {
    double[] theta = whole.toTheta(u);
    List<Parameter> all = whole.prior().parameters();
    return Arrays.stream(marginals)
        .map(marginal -> marginal.fromTheta(pick(theta, all, marginal.prior().parameters())))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** Returns the values of {@code some} of the parameters. */
  static double[] pick(double[] theta, List<Parameter> all, List<Parameter> some) {
    return some.stream().mapToDouble(p -> theta[all.indexOf(p)]).toArray();
  }

  private void check(PriorTransform whole, PriorTransform... marginals) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1);
    for (int probe = 0; probe < PROBES; probe++) {
      double[] z = random.doubles(columns, -2, 2).toArray();
      double[] expected = image(whole, z, marginals);
      double[] found = apply(z);
      if (!IntStream.range(0, found.length)
          .allMatch(i -> Math.abs(found[i] - expected[i]) < ROUNDING * 1e3)) {
        throw new IllegalArgumentException(
            "the prior "
                + whole.prior()
                + " ties its parameters together in a way that has no closed form here; use draws");
      }
    }
  }

  double[] apply(double[] z) {
    return Arrays.stream(rows).mapToDouble(row -> dot(row, z)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    return Triangular.dot(a, 0, b, 0, a.length);
  }

  /** Returns the normal of the image of a draw. */
  NormalComponent apply(NormalComponent component) {
    int r = rows.length;
    double[] covariance = component.covariance();
    double[][] half = new double[r][columns];
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < columns; j++) {
        half[i][j] = Triangular.dot(rows[i], 0, covariance, j * columns, columns);
      }
    }
    double[] image = new double[r * r];
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < r; j++) {
        image[i * r + j] = dot(half[i], rows[j]);
      }
    }
    return NormalComponent.ofCovariance(apply(component.mean), image);
  }
}
