package org.jansenrit.core.model;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.math.Lanes;

/**
 * A model made of second-order kernels with something nonlinear in between.
 *
 * <p>Such a model only says what enters each kernel; the linear part is the engine's, which is
 * faster and exact where a scheme allows it. Of K kernels, the first K variables of {@link #spec()}
 * are the potentials in the order of {@link #kernels()}, the next K their time derivatives. Every
 * port of the specification enters at least one kernel.
 */
public interface KernelModel extends NeuralMassModel {

  /** Returns the kernels, in the order of their potentials. Always equal. */
  List<Kernel> kernels();

  /**
   * Computes, once for a block of lanes, what {@link #inputs} needs of the parameters. The default
   * hands on the parameters themselves.
   *
   * @param theta the parameters, {@code theta[parameter][lane]}; must not be written to
   * @param lanes the number of simulations
   * @return the couplings as {@code inputs} wants them, {@code [coupling][at least lanes]}
   */
  default double[][] couplings(double[][] theta, int lanes) {
    return theta;
  }

  /**
   * Writes the firing rate that enters each kernel from inside the model, in 1/s, without drives.
   *
   * @param y the states, {@code y[variable][lane]}; the potentials are the first K rows, and only
   *     they may be read, so that schemes which split off the linear part stay exact
   * @param couplings what {@link #couplings} returned
   * @param rates receives {@code rates[kernel][lane]}; every element below {@code lanes} must be
   *     set; rows may serve as scratch before
   * @param lanes the number of simulations
   */
  void inputs(double[][] y, double[][] couplings, double[][] rates, int lanes);

  /** Computes the constants of the linear part, three rows per kernel, then the couplings. */
  @Override
  default double[][] prepare(double[][] theta, int lanes) {
    List<Kernel> kernels = kernels();
    double[][] couplings = couplings(theta, lanes);
    double[][] all = new double[3 * kernels.size() + couplings.length][];
    for (int k = 0; k < kernels.size(); k++) {
      double[] gain = theta[spec().indexOf(kernels.get(k).gain())];
      double[] rate = theta[spec().indexOf(kernels.get(k).rate())];
      all[3 * k] = new double[gain.length];
      all[3 * k + 1] = new double[gain.length];
      all[3 * k + 2] = new double[gain.length];
      Lanes.multiply(gain, rate, all[3 * k], lanes);
      Lanes.scale(2, rate, all[3 * k + 1], lanes);
      Lanes.multiply(rate, rate, all[3 * k + 2], lanes);
    }
    System.arraycopy(couplings, 0, all, 3 * kernels.size(), couplings.length);
    return all;
  }

  /** Derives the time derivatives from the kernels and what enters them. */
  @Override
  default void drift(double[][] y, double[][] constants, double[][] u, double[][] dydt, int lanes) {
    List<Kernel> kernels = kernels();
    int n = kernels.size();
    double[][] couplings = Arrays.copyOfRange(constants, 3 * n, constants.length);
    double[][] rates = Arrays.copyOfRange(dydt, n, 2 * n);
    inputs(y, couplings, rates, lanes);
    for (int k = 0; k < n; k++) {
      for (Port port : kernels.get(k).ports()) {
        Lanes.add(rates[k], u[spec().indexOf(port)], rates[k], lanes);
      }
      double[][] c = constants;
      Lanes.secondOrder(
          y[k], y[n + k], rates[k], c[3 * k], c[3 * k + 1], c[3 * k + 2], rates[k], lanes);
      System.arraycopy(y[n + k], 0, dydt[k], 0, lanes);
    }
  }
}
