package org.jansenrit.core.model;

/**
 * A neural mass model: a system of ordinary differential equations with inputs, over lanes.
 *
 * <p>A lane is one simulation; all arrays are {@code [what][lane]} and may be longer than the
 * number of lanes. Implementations have no state and may be called from many threads at once. Noise
 * is not the model's business: it arrives through the ports.
 *
 * <p>A loop over lanes with {@code Math.exp} is enough to be right. To be fast, compose the small
 * kernels of {@link org.jansenrit.core.math.Lanes}, and compute once in {@link #prepare} what does
 * not change from step to step. {@link WilsonCowan} is the worked example.
 */
public interface NeuralMassModel {

  /** {@return what this model is made of} Always equal. */
  ModelSpec spec();

  /**
   * Computes, once for a block of lanes, what {@link #drift} needs of the parameters. The default
   * hands on the parameters themselves.
   *
   * @param theta the parameters, {@code theta[parameter][lane]} in the order of {@link #spec()}, in
   *     their own units; must not be written to
   * @param lanes the number of simulations
   * @return the constants as {@code drift} wants them, {@code [constant][at least lanes]}; rows may
   *     serve as scratch, since a block belongs to one thread
   */
  default double[][] prepare(double[][] theta, int lanes) {
    return theta;
  }

  /**
   * Writes the time derivatives of the states.
   *
   * @param y the states, {@code y[variable][lane]}; must not be written to
   * @param constants what {@link #prepare} returned
   * @param u the inputs, {@code u[port][lane]}, in the unit of the port; must not be written to
   * @param dydt receives the derivatives, {@code dydt[variable][lane]}, in units of the variable
   *     per second; every element below {@code lanes} must be set, nothing else
   * @param lanes the number of simulations
   */
  void drift(double[][] y, double[][] constants, double[][] u, double[][] dydt, int lanes);
}
