package org.jansenrit.inference.training;

/** What an estimator's network is trained to make small. */
public enum Loss {
  /** The mean squared error of scaled parameters: the network learns the posterior mean. */
  SQUARED_ERROR,

  /**
   * The negative logarithm of a normal density whose mean and standard deviation the network gives,
   * each parameter by itself: it learns how far its estimates are off as well. In nats per
   * parameter, of scaled parameters.
   *
   * @see <a href="https://doi.org/10.1109/ICNN.1994.374138">Nix &amp; Weigend (1994)</a>
   */
  GAUSSIAN
}
