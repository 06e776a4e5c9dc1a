package org.jansenrit.sbi;

/**
 * One normal of a mixture, with precision P = I + A'A and A = diag(exp a) times a unit
 * lower-triangular matrix. P exceeds the precision of the prior, so a product with it, or a
 * quotient by it, stays a density.
 *
 * <p>Written by {@link #load} and only read otherwise, so that threads may share it once loaded.
 */
final class NormalComponent {
  /** Beyond this |a| is clamped: standard deviations down to 3e-4 of the prior's. */
  static final double LIMIT = 8;

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  final int d;
  final double[] mean;
  final double[] factor;
  final double[] cholesky;
  private double logNormalizer;

  NormalComponent(int d) {
    this.d = d;
    this.mean = new double[d];
    this.factor = new double[d * d];
    this.cholesky = new double[d * d];
  }

  /** Takes means and factor from {@code outputs}; the means begin at {@code at}. */
  void load(double[] outputs, int at) {
    System.arraycopy(outputs, at, mean, 0, d);
    loadFactor(outputs, at + d);
    Triangular.identityPlusGram(factor, cholesky, d);
    double halfLogDet = Triangular.cholesky(cholesky, d, 1);
    logNormalizer = halfLogDet - d * HALF_LOG_TWO_PI;
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

  private void loadFactor(double[] outputs, int diagonal) {
    int off = diagonal + d;
    for (int i = 0; i < d; i++) {
      double scale = Math.exp(clamp(outputs[diagonal + i]));
      for (int j = 0; j < i; j++) {
        factor[i * d + j] = outputs[off++] * scale;
      }
      factor[i * d + i] = scale;
    }
  }

  /** Returns log N(z; m, P^-1). */
  double logDensity(double[] z) {
    double squares = 0;
    for (int i = 0; i < d; i++) {
      double r = z[i] - mean[i];
      double scaled = 0;
      for (int j = 0; j <= i; j++) {
        scaled += factor[i * d + j] * (z[j] - mean[j]);
      }
      squares += r * r + scaled * scaled;
    }
    return logNormalizer - 0.5 * squares;
  }

  /** Returns log N(z; 0, I). */
  static double standardLogDensity(double[] z) {
    return -0.5 * Triangular.dot(z, 0, z, 0, z.length) - z.length * HALF_LOG_TWO_PI;
  }

  /** Returns the lower triangle of P - I = A'A, row by row, packed. */
  double[] excessPrecision() {
    double[] packed = new double[LaneMatrices.at(d, 0)];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < d; k++) {
          sum += factor[k * d + i] * factor[k * d + j];
        }
        packed[LaneMatrices.at(i, j)] = sum;
      }
    }
    return packed;
  }

  /** Returns P m. */
  double[] pull() {
    double[] scaled = new double[d];
    Triangular.multiply(factor, mean, scaled, d);
    double[] pull = mean.clone();
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        pull[j] += factor[i * d + j] * scaled[i];
      }
    }
    return pull;
  }

  /** Returns log N(z; m, P^-1) at z = 0 less that of N(0; 0, I). */
  double logPeakRatio() {
    return logDensity(new double[d]) + d * HALF_LOG_TWO_PI;
  }

  /** Turns standard normals into a draw, in place. */
  void draw(double[] normals) {
    Triangular.solveTransposed(cholesky, normals, d);
    for (int i = 0; i < d; i++) {
      normals[i] += mean[i];
    }
  }

  /** Returns the covariance, P^-1, as a fresh array. */
  double[] covariance() {
    double[] inverse = new double[d * d];
    double[] covariance = new double[d * d];
    Triangular.invert(cholesky, inverse, d);
    Triangular.gram(inverse, covariance, d);
    return covariance;
  }
}
