package org.jansenrit.core.decision;

import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Time;

/**
 * A model that decides between left and right. Immutable, and called from many threads at once.
 *
 * <p>The {@link DecisionTask} does all else: stimuli, clocks, random streams, time-outs, features.
 * {@link DriftDiffusion} is the worked example.
 */
public interface DecisionModel {

  /** {@return the parameters that may be free} */
  List<Parameter> parameters();

  /**
   * Makes room for trials that run side by side.
   *
   * @param lanes how many; at least one
   * @param step the time step; positive
   * @return the lanes, in none of which a trial has started
   */
  TrialLanes start(int lanes, Time step);
}
