package org.jansenrit.core.decision;

import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.model.ParameterSet;

/**
 * Trials of a decision model side by side, one per lane. A lane whose trial has ended is restarted
 * with another one while its neighbours go on. Used by one thread.
 */
public interface TrialLanes {

  /**
   * Prepares trials of one parameter set at one coherence.
   *
   * @param theta all parameters of the model
   * @param coherence of the stimulus, in percent; positive to the left
   * @return what starts such trials in any lane
   */
  Condition prepare(ParameterSet theta, double coherence);

  /**
   * Advances all lanes by one step.
   *
   * @param z1 a standard normal for each lane; must not be written to
   * @param z2 another one
   * @param lead receives by how much each lane's leading alternative is beyond its bound, in any
   *     unit: zero or more if the trial has come to a decision; a negative zero is not
   */
  void advance(double[] z1, double[] z2, double[] lead);

  /**
   * {@return whether the leading alternative of {@code lane} is the left one}
   *
   * @param lane from 0 on
   */
  boolean leadsLeft(int lane);

  /** Trials of one parameter set at one coherence. */
  interface Condition {
    /**
     * Starts a trial in {@code lane}, without stimulus.
     *
     * @param lane from 0 on
     * @param random for what is drawn once per trial, at its start
     */
    void restart(int lane, UniformRandomProvider random);

    /**
     * Switches the stimulus of {@code lane} on.
     *
     * @param lane from 0 on, in which a trial runs
     */
    void stimulate(int lane);
  }
}
