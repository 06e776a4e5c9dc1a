package org.jansenrit.core.integrate;

import java.util.List;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Kernel;
import org.jansenrit.core.model.KernelModel;

/** The linear part of a kernel model over a block of lanes, which the engine steps itself. */
final class KernelBlock {
  private final KernelModel model;
  private final int lanes;
  private final int[][] ports;
  private final double[][] gain;
  private final double[][] damping;
  private final double[][] stiffness;
  private final double[][] rates;
  private double[][] couplings;

  KernelBlock(KernelModel model, double[][] theta, int lanes) {
    List<Kernel> kernels = model.kernels();
    this.model = model;
    this.lanes = lanes;
    this.ports =
        kernels.stream()
            .map(k -> k.ports().stream().mapToInt(model.spec()::indexOf).toArray())
            .toArray(int[][]::new);
    this.gain = new double[kernels.size()][theta[0].length];
    this.damping = new double[kernels.size()][theta[0].length];
    this.stiffness = new double[kernels.size()][theta[0].length];
    this.rates = new double[kernels.size()][theta[0].length];
    prepare(theta);
  }

  /** Computes the constants of all lanes from their parameters. */
  void prepare(double[][] theta) {
    for (int k = 0; k < gain.length; k++) {
      Kernel kernel = model.kernels().get(k);
      double[] rate = theta[model.spec().indexOf(kernel.rate())];
      Lanes.multiply(theta[model.spec().indexOf(kernel.gain())], rate, gain[k], lanes);
      Lanes.scale(2, rate, damping[k], lanes);
      Lanes.multiply(rate, rate, stiffness[k], lanes);
    }
    couplings = model.couplings(theta, lanes);
  }

  /** Takes one Euler step. */
  void euler(double[][] y, double[][] input, double step) {
    model.inputs(y, couplings, rates, lanes);
    int n = gain.length;
    for (int k = 0; k < n; k++) {
      for (int port : ports[k]) {
        Lanes.add(rates[k], input[port], rates[k], lanes);
      }
      Lanes.kernelEuler(y[k], y[n + k], rates[k], gain[k], damping[k], stiffness[k], step, lanes);
    }
  }
}
