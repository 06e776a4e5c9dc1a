package org.jansenrit.core.simulate;

import java.util.List;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.Parameter;

/**
 * What is kept of a simulation. A monitor sees the states as they are produced; nothing else keeps
 * them. Immutable.
 *
 * @param <X> the kind of observation
 */
@FunctionalInterface
public interface Monitor<X extends Observations> {

  /**
   * Prepares to record, and checks that it can, before anything is simulated.
   *
   * @param spec what is simulated
   * @param timeline the samples that will be seen
   * @param simulations how many simulations there will be
   * @return what collects the samples of all blocks
   * @throws IllegalArgumentException if this cannot be kept of that
   */
  Recorder<X> open(ModelSpec spec, Timeline timeline, int simulations);

  /** {@return the free parameters of this monitor: an amplifier gain, say} */
  default List<Parameter> parameters() {
    return List.of();
  }

  /**
   * {@return a monitor that keeps features of what this one keeps: {@code
   * Eeg.source().features(Features.of(Moments.upTo(4)))}} What they are made of is kept for as long
   * as its block of lanes runs.
   *
   * @param transform makes the features: a recipe, or a transform fitted before
   */
  default Monitor<Features> features(Transform.Fitted<? super X, Features> transform) {
    return new FeatureMonitor<>(this, transform);
  }

  /**
   * Collects what the probes of all blocks see.
   *
   * @param <X> the kind of observation
   */
  interface Recorder<X extends Observations> {
    /**
     * {@return a probe for the lanes of {@code block}; may be called from any thread} Lanes that
     * would be idle repeat a row of the same block, and see the same.
     *
     * @param block the simulations that it will see, with the random streams of the sensors
     */
    Probe probe(LaneBlock block);

    /** {@return the observations of all simulations, in order, once all probes have finished} */
    X gather();
  }

  /** Looks at one block of lanes. Used by one thread. */
  interface Probe {
    /**
     * Sees the states at one sample; called for each in order.
     *
     * @param sample the number of the sample
     * @param y the states, {@code y[variable][lane]}; valid during the call only
     */
    void see(int sample, double[][] y);

    /** Stores what was seen, after the last sample. */
    void finish();
  }
}
