package org.jansenrit.sbi;

import java.io.IOException;
import java.util.Arrays;
import org.jansenrit.core.data.Archive;

/** A normal over z, by its mean and the Cholesky factor of its precision. Immutable. */
final class NormalComponent {
  /** Beyond this |a| is clamped: standard deviations down to 3e-4 of the prior's. */
  static final double LIMIT = 8;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  final int d;
  final double[] mean;
  final double[] cholesky;
  private final double logNormalizer;

  private NormalComponent(double[] mean, double[] cholesky, double logNormalizer) {
    this.d = mean.length;
    this.mean = mean;
    this.cholesky = cholesky;
    this.logNormalizer = logNormalizer;
  }

  /**
   * Reads a component from the outputs of a network: precision I + A'A, A = diag(exp a) times a
   * unit lower-triangular matrix. It exceeds that of the prior, so that a product with it, or a
   * quotient by the prior, stays a density.
   *
   * @param at where the means begin; the logarithms a and the off-diagonals follow
   */
  static NormalComponent of(double[] outputs, int at, int d) {
    double[] factor = new double[d * d];
    int off = at + 2 * d;
    for (int i = 0; i < d; i++) {
      double scale = Math.exp(clamp(outputs[at + d + i]));
      for (int j = 0; j < i; j++) {
        factor[i * d + j] = outputs[off++] * scale;
      }
      factor[i * d + i] = scale;
    }
    double[] precision = new double[d * d];
    Triangular.identityPlusGram(factor, precision, d);
    return ofPrecision(Arrays.copyOfRange(outputs, at, at + d), precision, 1);
  }

  /**
   * Returns the normal of this mean and precision, both of which it takes over.
   *
   * @param precision row by row; only the lower triangle is read
   * @param floor a lower bound of the eigenvalues of the precision
   */
  static NormalComponent ofPrecision(double[] mean, double[] precision, double floor) {
    double halfLogDet = Triangular.cholesky(precision, mean.length, floor);
    return new NormalComponent(mean, precision, halfLogDet - mean.length * HALF_LOG_TWO_PI);
  }

  /**
   * Returns the normal of the same mean and the precision I + (P - I) / factor^2: it still exceeds
   * that of the prior, which a wide one comes to and does not pass.
   */
  NormalComponent widened(double factor) {
    if (factor == 1) {
      return this;
    }
    double[] wide = precision();
    for (int i = 0; i < d; i++) {
      wide[i * d + i] -= 1;
      for (int j = 0; j <= i; j++) {
        wide[i * d + j] /= factor * factor;
      }
      wide[i * d + i] += 1;
    }
    return ofPrecision(mean, wide, 1);
  }

  /** Returns the normal of this mean and covariance, both of which it takes over. */
  static NormalComponent ofCovariance(double[] mean, double[] covariance) {
    return ofPrecision(mean, Triangular.inverse(covariance, mean.length), Double.MIN_NORMAL);
  }

  Archive toArchive() {
    return Archive.of("normal")
        .with("mean", mean, d)
        .with("cholesky", cholesky, d, d)
        .with("log normalizer", new double[] {logNormalizer}, 1);
  }

  static NormalComponent of(Archive archive, int d) throws IOException {
    double[] mean = archive.doubles("mean", d);
    double logNormalizer = archive.doubles("log normalizer", 1)[0];
    return new NormalComponent(mean, archive.doubles("cholesky", d, d), logNormalizer);
  }

  /** Returns the logarithm of a diagonal entry of A that an output stands for. */
  static double clamp(double output) {
    return Math.max(-LIMIT, Math.min(LIMIT, output));
  }

  /** Clears the derivatives by outputs that are clamped, which move nothing. */
  static void zeroWhereClamped(double[] outputs, double[] derivatives, int n) {
    for (int l = 0; l < n; l++) {
      derivatives[l] = Math.abs(outputs[l]) > LIMIT ? 0 : derivatives[l];
    }
  }

  /** Returns log N(z; 0, I). */
  static double standardLogDensity(double[] z) {
    return -0.5 * Triangular.dot(z, 0, z, 0, z.length) - z.length * HALF_LOG_TWO_PI;
  }

  /** Returns log N(z; m, P^-1). */
  double logDensity(double[] z) {
    double squares = 0;
    for (int j = 0; j < d; j++) {
      double sum = 0;
      for (int i = j; i < d; i++) {
        sum += cholesky[i * d + j] * (z[i] - mean[i]);
      }
      squares += sum * sum;
    }
    return logNormalizer - 0.5 * squares;
  }

  /** Turns standard normals into a draw, in place. */
  void draw(double[] normals) {
    Triangular.solveTransposed(cholesky, normals, d);
    for (int i = 0; i < d; i++) {
      normals[i] += mean[i];
    }
  }

  /** Returns P, row by row, of which only the lower triangle is meant, as a fresh array. */
  double[] precision() {
    double[] precision = new double[d * d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        precision[i * d + j] = Triangular.dot(cholesky, i * d, cholesky, j * d, j + 1);
      }
    }
    return precision;
  }

  /** Returns the covariance, P^-1, all of it, as a fresh array. */
  double[] covariance() {
    double[] inverse = new double[d * d];
    double[] covariance = new double[d * d];
    Triangular.invert(cholesky, inverse, d);
    Triangular.gram(inverse, covariance, d);
    return covariance;
  }

  /** Returns P m. */
  double[] pull() {
    double[] pull = new double[d];
    for (int j = 0; j < d; j++) {
      double sum = 0;
      for (int i = j; i < d; i++) {
        sum += cholesky[i * d + j] * mean[i];
      }
      for (int i = j; i < d; i++) {
        pull[i] += cholesky[i * d + j] * sum;
      }
    }
    return pull;
  }

  /** Returns log N(0; m, P^-1) - log N(0; 0, I). */
  double logPeakRatio() {
    return logDensity(new double[d]) + d * HALF_LOG_TWO_PI;
  }
}
