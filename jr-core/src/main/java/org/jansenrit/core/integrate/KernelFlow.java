package org.jansenrit.core.integrate;

import java.util.IdentityHashMap;
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
  private final double step;
  private final double[] kick;
  private final double[] decay;
  private final double[] xu;
  private final double[] vu;
  private final double[] dx;
  private final double[] dv;

  private KernelFlow(KernelBlock kernels, int kernel, Integration run, double[] decay) {
    this.kernels = kernels;
    this.kernel = kernel;
    this.lanes = run.lanes();
    this.step = run.step();
    this.decay = decay;
    double[][] all = run.arrays(5);
    this.kick = all[0];
    this.xu = all[1];
    this.vu = all[2];
    this.dx = all[3];
    this.dv = all[4];
    prepare();
  }

  /** Returns the flows of all kernels. */
  static KernelFlow[] all(KernelBlock kernels, Integration run) {
    // kernels of one rate share their decay, which keeps it in the cache
    IdentityHashMap<double[], double[]> decays = new IdentityHashMap<>();
    KernelFlow[] flows = new KernelFlow[kernels.count()];
    for (int k = 0; k < flows.length; k++) {
      double[] decay = decays.computeIfAbsent(kernels.rate(k), r -> run.arrays(1)[0]);
      flows[k] = new KernelFlow(kernels, k, run, decay);
    }
    return flows;
  }

  private void prepare() {
    double[] gain = kernels.innerGain(kernel);
    Lanes.scale(step / 2, gain, kick, lanes);
    for (int i = 0; i < lanes; i++) {
      double r = kernels.rate(kernel)[i];
      decay[i] = StrictMath.exp(-r * step);
      xu[i] = gain[i] / (r * r) * gone(r * step);
      vu[i] = gain[i] * decay[i] * step;
    }
  }

  /** Returns 1 - exp(-q) (1 + q) without cancellation. */
  private static double gone(double q) {
    return -StrictMath.expm1(-q) - q * StrictMath.exp(-q);
  }

  /** Takes notice of new step means. */
  void inputsChanged() {
    if (kernels.input(kernel).isFed()) {
      double[] u = kernels.input(kernel).mean();
      Lanes.multiply(xu, u, dx, lanes);
      Lanes.multiply(vu, u, dv, lanes);
    }
  }

  /** Returns what the means of the drives add to the potential over a step. */
  double[] dx() {
    return dx;
  }

  /** Returns what the means of the drives add to the velocity over a step. */
  double[] dv() {
    return dv;
  }

  /** Takes half a step of what enters from inside, then a whole one of the kernel alone. */
  void kickAndFlow(double[][] y, double[][] rates) {
    double[] v = y[kernels.count() + kernel];
    double[] rate = kernels.rate(kernel);
    KernelLanes.kickAndFlow(y[kernel], v, rates[kernel], kick, rate, decay, step, lanes);
  }

  /** Takes half a step of what enters from inside, which moves the velocity only. */
  void kick(double[][] y, double[][] rates) {
    double[] v = y[kernels.count() + kernel];
    Lanes.addProduct(v, kick, rates[kernel], v, lanes);
  }
}
