package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

/**
 * The exact flow of one second-order kernel over a step with constant input u:
 *
 * <pre>
 * x' = e (1 + r h) x + e h v           + (G / r) (1 - e (1 + r h)) u
 * v' = - e r&sup2; h x     + e (1 - r h) v + G r e h u,    e = exp(-r h)
 * </pre>
 */
final class KernelFlow {
  private final KernelBlock kernels;
  private final int kernel;
  private final int lanes;
  private final double[] xx;
  private final double[] xv;
  private final double[] vx;
  private final double[] vv;
  private final double[] xu;
  private final double[] vu;

  KernelFlow(KernelBlock kernels, int kernel, Integration run) {
    this.kernels = kernels;
    this.kernel = kernel;
    this.lanes = run.lanes();
    double[][] all = run.arrays(6);
    this.xx = all[0];
    this.xv = all[1];
    this.vx = all[2];
    this.vv = all[3];
    this.xu = all[4];
    this.vu = all[5];
    prepare(run.step());
  }

  private void prepare(double h) {
    for (int i = 0; i < lanes; i++) {
      double r = kernels.rate(kernel)[i];
      double e = StrictMath.exp(-r * h);
      xx[i] = e * (1 + r * h);
      xv[i] = e * h;
      vx[i] = -e * r * r * h;
      vv[i] = e * (1 - r * h);
      xu[i] = kernels.gain(kernel)[i] / (r * r) * gone(r * h);
      vu[i] = kernels.gain(kernel)[i] * e * h;
    }
  }

  /** Returns 1 - exp(-q) (1 + q) without cancellation. */
  private static double gone(double q) {
    return -StrictMath.expm1(-q) - q * StrictMath.exp(-q);
  }

  void step(double[][] y, double[][] inputs) {
    double[] x = y[kernel];
    double[] v = y[kernels.count() + kernel];
    Lanes.rotate(x, v, xx, xv, vx, vv, lanes);
    for (int port : kernels.ports(kernel)) {
      Lanes.addProduct(x, xu, inputs[port], x, lanes);
      Lanes.addProduct(v, vu, inputs[port], v, lanes);
    }
  }
}
