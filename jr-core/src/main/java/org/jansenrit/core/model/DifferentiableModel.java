package org.jansenrit.core.model;

/** A model that knows the derivatives of its equations, so that sensitivities can be exact. */
public interface DifferentiableModel extends NeuralMassModel {

  /**
   * Writes the derivative of the {@link #drift} in a direction: f_y dy + f_theta dtheta.
   *
   * @param y the states, {@code y[variable][lane]}; must not be written to
   * @param theta the parameters, {@code theta[parameter][lane]}, in the order of {@link #spec()}
   * @param u the inputs, {@code u[port][lane]}
   * @param dy the direction in the states, {@code dy[variable][lane]}
   * @param dtheta the direction in the parameters, {@code dtheta[parameter][lane]}
   * @param out receives the derivative, {@code out[variable][lane]}; every element below {@code
   *     lanes} must be set, nothing else
   * @param lanes the number of simulations
   */
  void tangent(
      double[][] y,
      double[][] theta,
      double[][] u,
      double[][] dy,
      double[][] dtheta,
      double[][] out,
      int lanes);
}
