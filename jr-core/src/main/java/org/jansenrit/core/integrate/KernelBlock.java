package org.jansenrit.core.integrate;

import java.util.List;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Kernel;
import org.jansenrit.core.model.KernelModel;

/** The kernels of a model over a block of lanes: their constants, and what enters them. */
final class KernelBlock {
  private final KernelModel model;
  private final int lanes;
  private final int[][] ports;
  private final double[][] rate;
  private final double[][] gain;
  private final double[][] innerGain;
  private final double[][] inverseScale;
  private final double[][] damping;
  private final double[][] stiffness;
  private final double[][] rates;
  private double[][] couplings;

  KernelBlock(KernelModel model, double[][] theta, int lanes, List<DriveRun> drives) {
    List<Kernel> kernels = model.kernels();
    int length = theta[0].length;
    this.model = model;
    this.lanes = lanes;
    this.ports =
        kernels.stream()
            .map(k -> k.ports().stream().mapToInt(model.spec()::indexOf))
            .map(all -> all.filter(port -> drives.stream().anyMatch(d -> d.enters(port))).toArray())
            .toArray(int[][]::new);
    this.rate = new double[kernels.size()][length];
    this.gain = new double[kernels.size()][length];
    this.innerGain = new double[kernels.size()][length];
    this.inverseScale = new double[kernels.size()][length];
    this.damping = new double[kernels.size()][length];
    this.stiffness = new double[kernels.size()][length];
    this.rates = new double[kernels.size()][length];
    prepare(theta);
  }

  /** Computes the constants of all lanes from their parameters. */
  void prepare(double[][] theta) {
    double[][] scales = model.scales(theta, lanes);
    for (int k = 0; k < gain.length; k++) {
      requirePositive(scales[k], k);
      Kernel kernel = model.kernels().get(k);
      System.arraycopy(theta[model.spec().indexOf(kernel.rate())], 0, rate[k], 0, lanes);
      Lanes.multiply(theta[model.spec().indexOf(kernel.gain())], rate[k], gain[k], lanes);
      Lanes.multiply(scales[k], gain[k], innerGain[k], lanes);
      Lanes.invert(scales[k], inverseScale[k], lanes);
      Lanes.scale(2, rate[k], damping[k], lanes);
      Lanes.multiply(rate[k], rate[k], stiffness[k], lanes);
    }
    couplings = model.couplings(theta, lanes);
  }

  private void requirePositive(double[] scale, int kernel) {
    for (int lane = 0; lane < lanes; lane++) {
      if (!(scale[lane] > 0)) {
        throw new IllegalArgumentException(
            "the scale of kernel "
                + kernel
                + " of "
                + model.spec().name()
                + " must be positive, but is "
                + scale[lane]);
      }
    }
  }

  /** Returns the number of kernels. */
  int count() {
    return gain.length;
  }

  /**
   * Returns the ports with drives that kernel {@code k} is entered by, as places in drift order.
   */
  int[] ports(int k) {
    return ports[k];
  }

  /** Returns the rate r of kernel {@code k} in each lane, in 1/s. */
  double[] rate(int k) {
    return rate[k];
  }

  /** Returns gain times rate, G r, in mV/s. */
  double[] gain(int k) {
    return gain[k];
  }

  /** Returns G r times the scale of what enters from inside the model. */
  double[] innerGain(int k) {
    return innerGain[k];
  }

  /** Returns 2 r, in 1/s. */
  double[] damping(int k) {
    return damping[k];
  }

  /** Returns r squared. */
  double[] stiffness(int k) {
    return stiffness[k];
  }

  /** Returns what enters each kernel from inside, over its scale; overwritten by the next call. */
  double[][] rates(double[][] y) {
    model.inputs(y, couplings, rates, lanes);
    return rates;
  }

  /** Returns what enters each kernel, drives included, over its scale; overwritten likewise. */
  double[][] rates(double[][] y, double[][] input) {
    rates(y);
    for (int k = 0; k < rates.length; k++) {
      for (int port : ports[k]) {
        Lanes.addProduct(rates[k], input[port], inverseScale[k], rates[k], lanes);
      }
    }
    return rates;
  }
}
