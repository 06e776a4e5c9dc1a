package org.jansenrit.core.integrate;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Kernel;
import org.jansenrit.core.model.KernelModel;

/** The kernels of a model over a block of lanes: their constants, and what enters them. */
final class KernelBlock {
  private final KernelModel model;
  private final int lanes;
  private final KernelInput[] inputs;
  private final double[][] rate;
  private final double[][] gain;
  private final double[][] innerGain;
  private final double[][] rates;
  private double[][] couplings;

  KernelBlock(KernelModel model, double[][] theta, int lanes, List<DriveRun> drives) {
    List<Kernel> kernels = model.kernels();
    int count = kernels.size();
    this.model = model;
    this.lanes = lanes;
    this.inputs = new KernelInput[count];
    this.rate = new double[count][];
    this.gain = new double[count][theta[0].length];
    this.innerGain = new double[count][theta[0].length];
    this.rates = new double[count][theta[0].length];
    for (int k = 0; k < count; k++) {
      int[] ports = kernels.get(k).ports().stream().mapToInt(model.spec()::indexOf).toArray();
      inputs[k] = new KernelInput(ports, drives, lanes);
      // kernels of one rate share its row, which keeps it in the cache
      rate[k] = theta[model.spec().indexOf(kernels.get(k).rate())];
    }
    prepare(theta);
  }

  /** Computes the constants of all lanes from their parameters. */
  void prepare(double[][] theta) {
    double[][] scales = model.scales(theta, lanes);
    for (int k = 0; k < gain.length; k++) {
      requirePositive(scales[k], k);
      int gainOf = model.spec().indexOf(model.kernels().get(k).gain());
      Lanes.multiply(theta[gainOf], rate[k], gain[k], lanes);
      Lanes.multiply(scales[k], gain[k], innerGain[k], lanes);
      inputs[k].prepare(scales[k]);
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

  /** Returns what enters kernel {@code k} from outside. */
  KernelInput input(int k) {
    return inputs[k];
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

  /** Takes notice of the step means, {@code input[port][lane]}. */
  void setMeans(double[][] input) {
    Arrays.stream(inputs).forEach(one -> one.setMeans(input));
  }

  /** Returns what enters each kernel from inside, over its scale; overwritten by the next call. */
  double[][] rates(double[][] y) {
    model.inputs(y, couplings, rates, lanes);
    return rates;
  }

  /** Returns what enters each kernel, drives and noise included, over its scale; likewise. */
  double[][] drivenRates(double[][] y) {
    rates(y);
    for (int k = 0; k < rates.length; k++) {
      inputs[k].addTo(rates[k]);
    }
    return rates;
  }
}
