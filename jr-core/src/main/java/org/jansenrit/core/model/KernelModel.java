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

  /** {@return the kernels, in the order of their potentials} Always equal. */
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
   * Computes, once for a block of lanes, what {@link #inputs} is to be multiplied by: the maximal
   * firing rate of a sigmoid times its contacts, say. The default is 1; a model that hands its
   * factors over here saves a loop per kernel and step.
   *
   * @param theta the parameters, {@code theta[parameter][lane]}; must not be written to
   * @param lanes the number of simulations
   * @return {@code [kernel][at least lanes]}, positive, in 1/s where {@code inputs} has no unit
   */
  default double[][] scales(double[][] theta, int lanes) {
    double[][] ones = new double[kernels().size()][theta[0].length];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    return ones;
  }

  /**
   * Writes what enters each kernel from inside the model, without drives: times {@link #scales}, it
   * is a firing rate in 1/s.
   *
   * @param y the states, {@code y[variable][lane]}; the potentials are the first K rows, and only
   *     they may be read, so that schemes which split off the linear part stay exact
   * @param couplings what {@link #couplings} returned
   * @param rates receives {@code rates[kernel][lane]}; every element below {@code lanes} must be
   *     set; rows may serve as scratch before
   * @param lanes the number of simulations
   */
  void inputs(double[][] y, double[][] couplings, double[][] rates, int lanes);

  /** Computes the constants of the linear part, four rows per kernel, then the couplings. */
  @Override
  default double[][] prepare(double[][] theta, int lanes) {
    int n = kernels().size();
    double[][] couplings = couplings(theta, lanes);
    double[][] scales = scales(theta, lanes);
    double[][] all = new double[4 * n + couplings.length][];
    for (int k = 0; k < n; k++) {
      double[] gain = theta[spec().indexOf(kernels().get(k).gain())];
      double[] rate = theta[spec().indexOf(kernels().get(k).rate())];
      for (int row = 4 * k; row < 4 * k + 4; row++) {
        all[row] = new double[rate.length];
      }
      double[] inner = all[4 * k];
      Lanes.multiply(gain, rate, inner, lanes);
      Lanes.multiply(scales[k], inner, inner, lanes);
      Lanes.scale(2, rate, all[4 * k + 1], lanes);
      Lanes.multiply(rate, rate, all[4 * k + 2], lanes);
      Lanes.invert(scales[k], all[4 * k + 3], lanes);
    }
    System.arraycopy(couplings, 0, all, 4 * n, couplings.length);
    return all;
  }

  /** Derives the time derivatives from the kernels and what enters them. */
  @Override
  default void drift(double[][] y, double[][] constants, double[][] u, double[][] dydt, int lanes) {
    List<Kernel> kernels = kernels();
    int n = kernels.size();
    double[][] c = constants;
    double[][] rates = Arrays.copyOfRange(dydt, n, 2 * n);
    inputs(y, Arrays.copyOfRange(c, 4 * n, c.length), rates, lanes);
    for (int k = 0; k < n; k++) {
      for (Port port : kernels.get(k).ports()) {
        Lanes.addProduct(rates[k], u[spec().indexOf(port)], c[4 * k + 3], rates[k], lanes);
      }
      Lanes.secondOrder(
          y[k], y[n + k], rates[k], c[4 * k], c[4 * k + 1], c[4 * k + 2], rates[k], lanes);
      System.arraycopy(y[n + k], 0, dydt[k], 0, lanes);
    }
  }
}
