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

  /**
   * Writes the firing rates of both populations.
   *
   * @param s the gating variables, {@code s[population][lane]}, left before right
   * @param constants what {@link #prepare} returned
   * @param current what enters beside background and recurrent currents, in nA, {@code
   *     current[population][lane]}
   * @param rates receives the rates, in 1/s, {@code rates[population][lane]}; may be {@code
   *     current}
   * @param lanes the number of simulations
   */
  void rates(double[][] s, double[][] constants, double[][] current, double[][] rates, int lanes);

  /** Returns the coupling of the stimulus, J_ext, in nA/Hz. */
  Parameter stimulusCoupling();

  /** Returns the amplitude of the noise current, sigma, in nA. */
  Parameter noiseAmplitude();
}
