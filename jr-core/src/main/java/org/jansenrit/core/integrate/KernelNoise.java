package org.jansenrit.core.integrate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jansenrit.core.math.Lanes;

/**
 * What one white noise adds to the kernels it enters over a step: jointly normal increments of
 * their potentials and velocities, drawn with the exact covariance.
 *
 * <p>Over a step h, kernel k responds to white noise at lag s by s exp(-r s) in its potential and
 * by (1 - r s) exp(-r s) in its velocity, times G r; the covariance of two responses is the
 * integral of their product.
 */
final class KernelNoise {
  /** Below this, closed forms cancel and the integrals are taken from their series. */
  private static final double SMALL = 0.05;

  private final DriveRun drive;
  private final int lanes;
  private final int[] targets;
  private final double[][][] factor;
  private final double[][] base;
  private final double[][] z;

  /**
   * Prepares the noise of a drive.
   *
   * @param means what the means of the drives add to each variable in a step, or null; those that
   *     this noise adds in the same go are set to null
   */
  KernelNoise(KernelBlock kernels, DriveRun drive, Integration run, double[][] means) {
    this.drive = drive;
    this.lanes = run.lanes();
    int[] entered =
        IntStream.range(0, kernels.count())
            .filter(k -> kernels.input(k).isEnteredBy(drive))
            .toArray();
    this.targets = new int[2 * entered.length];
    for (int j = 0; j < entered.length; j++) {
      targets[2 * j] = entered[j];
      targets[2 * j + 1] = kernels.count() + entered[j];
    }
    this.z = run.arrays(targets.length);
    this.base = run.arrays(targets.length);
    for (int i = 0; i < targets.length; i++) {
      if (means[targets[i]] != null) {
        base[i] = means[targets[i]];
        means[targets[i]] = null;
      }
    }
    this.factor = new double[targets.length][][];
    Arrays.setAll(factor, row -> run.arrays(row + 1));
    for (int lane = 0; lane < lanes; lane++) {
      prepare(kernels, entered, run.step(), lane);
    }
  }

  /** Fills in the Cholesky factor of the covariance in one lane. */
  private void prepare(KernelBlock kernels, int[] entered, double h, int lane) {
    int n = targets.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double ri = kernels.rate(entered[i / 2])[lane];
        double rj = kernels.rate(entered[j / 2])[lane];
        double scale = kernels.gain(entered[i / 2])[lane] * kernels.gain(entered[j / 2])[lane];
        c[i][j] = scale * covariance(ri, i % 2 == 1, rj, j % 2 == 1, h);
      }
    }
    double intensity = drive.intensity()[lane];
    double[][] l = cholesky(c);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        factor[i][j][lane] = intensity * l[i][j];
      }
    }
  }

  /** Integrates the product of two responses over the step. */
  private static double covariance(
      double r1, boolean velocity1, double r2, boolean velocity2, double h) {
    double a1 = velocity1 ? 1 : 0;
    double b1 = velocity1 ? -r1 : 1;
    double a2 = velocity2 ? 1 : 0;
    double b2 = velocity2 ? -r2 : 1;
    double r = r1 + r2;
    return a1 * a2 * moment(0, r, h)
        + (a1 * b2 + a2 * b1) * moment(1, r, h)
        + b1 * b2 * moment(2, r, h);
  }

  /** Returns the integral of s^n exp(-r s) from 0 to h, for n up to 2. */
  private static double moment(int n, double r, double h) {
    double q = r * h;
    if (q < SMALL) {
      double sum = 0;
      double term = 1;
      for (int k = 0; k < 10; k++) {
        sum += term / (n + k + 1);
        term *= -q / (k + 1);
      }
      return sum * Math.pow(h, n + 1);
    }
    double e = StrictMath.exp(-q);
    return switch (n) {
      case 0 -> (1 - e) / r;
      case 1 -> (1 - e * (1 + q)) / (r * r);
      default -> (2 - e * (2 + 2 * q + q * q)) / (r * r * r);
    };
  }

  /** A direction without variance, as for two kernels of equal rate, gets a zero column. */
  private static double[][] cholesky(double[][] c) {
    int n = c.length;
    double[][] l = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double sum = c[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (i == j) {
          l[j][j] = sum > 1e-13 * c[j][j] ? Math.sqrt(sum) : 0;
        } else {
          l[i][j] = l[j][j] == 0 ? 0 : sum / l[j][j];
        }
      }
    }
    return l;
  }

  /** Draws the increments of one step and adds them. */
  void addTo(double[][] y) {
    for (int j = 0; j < z.length; j += 2) {
      drive.pair(z[j], z[j + 1]);
    }
    for (int i = 0; i < targets.length; i++) {
      double[] to = y[targets[i]];
      double[][] l = factor[i];
      if (i == 0) {
        KernelLanes.add(to, base[i], l[0], z[0], lanes);
      } else {
        KernelLanes.add(to, base[i], l[0], z[0], l[1], z[1], lanes);
      }
      for (int j = 2; j <= i; j++) {
        Lanes.addProduct(to, l[j], z[j], to, lanes);
      }
    }
  }
}
