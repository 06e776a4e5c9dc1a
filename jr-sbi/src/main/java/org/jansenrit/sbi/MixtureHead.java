package org.jansenrit.sbi;

/**
 * The mixture's log density as a function of the outputs of a network, and its gradient by hand.
 *
 * <p>With r = z - m, b = A r and rho the responsibility of a component: d log q / dm = rho P r, d
 * log q / dA = rho (A P^-1 - b r') on the lower triangle, d log q / d logit = rho - alpha. In
 * double precision and without allocation; not thread-safe.
 *
 * @see <a href="https://arxiv.org/abs/1905.07488">Greenberg et al. (2019), appendix</a>
 */
final class MixtureHead {
  private final MixtureLayout layout;
  private final int d;
  private final NormalComponent[] components;
  private final double[] weights;
  private final double[] shares;
  private final double[] residual;
  private final double[] scaled;
  private final double[] inverse;
  private final double[] covariance;

  MixtureHead(MixtureLayout layout) {
    this.layout = layout;
    this.d = layout.dimensions();
    this.components = new NormalComponent[layout.components()];
    for (int k = 0; k < components.length; k++) {
      components[k] = new NormalComponent(d);
    }
    this.weights = new double[components.length];
    this.shares = new double[components.length];
    this.residual = new double[d];
    this.scaled = new double[d];
    this.inverse = new double[d * d];
    this.covariance = new double[d * d];
  }

  /** Returns -log q(z). */
  double loss(double[] outputs, double[] z) {
    double logTotal = loadWeights(outputs);
    for (int k = 0; k < components.length; k++) {
      components[k].load(outputs, layout.mean(k));
      shares[k] = outputs[layout.logit(k)] - logTotal + components[k].logDensity(z);
    }
    return -LogSum.softmax(shares);
  }

  /** Returns -log q(z) and writes its derivatives by all outputs. */
  double lossAndGradient(double[] outputs, double[] z, double[] gradient) {
    double loss = loss(outputs, z);
    for (int k = 0; k < components.length; k++) {
      gradient[layout.logit(k)] = weights[k] - shares[k];
      writeComponent(components[k], shares[k], outputs, z, gradient, layout.mean(k));
    }
    return loss;
  }

  private double loadWeights(double[] outputs) {
    for (int k = 0; k < weights.length; k++) {
      weights[k] = outputs[layout.logit(k)];
    }
    return LogSum.softmax(weights);
  }

  private void writeComponent(
      NormalComponent c, double share, double[] outputs, double[] z, double[] gradient, int mean) {
    for (int i = 0; i < d; i++) {
      residual[i] = z[i] - c.mean[i];
    }
    Triangular.multiply(c.factor, residual, scaled, d);
    writeMeans(c, share, gradient, mean);
    Triangular.invert(c.cholesky, inverse, d);
    Triangular.gram(inverse, covariance, d);
    writeFactor(c, share, outputs, gradient, mean + d);
  }

  private void writeMeans(NormalComponent c, double share, double[] gradient, int mean) {
    for (int j = 0; j < d; j++) {
      double sum = residual[j];
      for (int i = j; i < d; i++) {
        sum += c.factor[i * d + j] * scaled[i];
      }
      gradient[mean + j] = -share * sum;
    }
  }

  /** Off-diagonals are in units of their row's diagonal, so the diagonal moves its whole row. */
  private void writeFactor(
      NormalComponent c, double share, double[] outputs, double[] gradient, int diagonal) {
    int off = diagonal + d;
    for (int i = 0; i < d; i++) {
      double scale = c.factor[i * d + i];
      double wholeRow = 0;
      for (int j = 0; j <= i; j++) {
        // the covariance is symmetric: reading its row j instead of its column j is contiguous
        double inA =
            Triangular.dot(c.factor, i * d, covariance, j * d, i + 1) - scaled[i] * residual[j];
        wholeRow += inA * c.factor[i * d + j];
        if (j < i) {
          gradient[off++] = -share * inA * scale;
        }
      }
      boolean clamped = Math.abs(outputs[diagonal + i]) > NormalComponent.LIMIT;
      gradient[diagonal + i] = clamped ? 0 : -share * wholeRow;
    }
  }
}
