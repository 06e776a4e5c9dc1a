package org.jansenrit.core.model;

/**
 * What the two published variants of Wong and Wang's decision circuit have in common: the slow
 * gating variables of two populations, left and right, and the rates at which these fire.
 *
 * <p>Each gating variable S obeys S' = -S / tau_S + (1 - S) gamma r. The variants differ in how the
 * rates r depend on S, and in their couplings, which are parameters of their own: values of one
 * variant cannot be given to the other.
 *
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.3733-05.2006">Wong &amp; Wang (2006), J.
 *     Neurosci. 26</a>
 */
public sealed interface WongWangModel extends NeuralMassModel permits WongWang, WongWangAmpa {
  /** Row of what {@link #prepare} returns: the input of a population without stimulus or noise. */
  int BACKGROUND = 0;

  /** Row of what {@link #prepare} returns: what a current of 1 nA adds to the input. */
  int PER_CURRENT = 1;

  /** Row of what {@link #prepare} returns: 1 / d, in 1/s. */
  int INVERSE_D = 2;

  /**
   * Writes the firing rates of both populations times d, numbers without a unit.
   *
   * @param s the gating variables, {@code s[population][lane]}, left before right
   * @param constants what {@link #prepare} returned
   * @param input what enters beside the recurrent currents, {@code input[population][lane]}: {@link
   *     #BACKGROUND} and {@link #PER_CURRENT} for each nA of stimulus and noise
   * @param out receives d r, {@code out[population][lane]}; may be {@code input}
   * @param lanes the number of simulations
   */
  void fire(double[][] s, double[][] constants, double[][] input, double[][] out, int lanes);

  /**
   * Writes what {@link #fire} does, where all simulations have the constants of the first: there is
   * less to read then.
   *
   * @param s as {@link #fire} takes it
   * @param constants as {@link #fire} takes them; of each row only the first is read
   * @param input as {@link #fire} takes it
   * @param out receives d r; may be {@code input}
   * @param lanes the number of simulations
   */
  default void fireAlike(
      double[][] s, double[][] constants, double[][] input, double[][] out, int lanes) {
    fire(s, constants, input, out, lanes);
  }

  /** {@return the coupling of the stimulus, J_ext, in nA/Hz} */
  Parameter stimulusCoupling();

  /** {@return the amplitude of the noise current, sigma, in nA} */
  Parameter noiseAmplitude();
}
