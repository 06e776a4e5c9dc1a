package org.jansenrit.inference;

import java.util.Optional;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;

/**
 * Estimates, and how far they are expected to be off.
 *
 * @param mean one row per observation, in the units of the parameters
 * @param sd standard deviation of the error of each estimate, in the same units; empty if the
 *     estimator learnt none
 */
public record Prediction(ParameterTable mean, Optional<ParameterTable> sd) {

  /** Refuses standard deviations of other parameters or observations than the estimates. */
  public Prediction {
    sd.ifPresent(table -> requireSame(mean, table));
  }

  private static void requireSame(ParameterTable mean, ParameterTable sd) {
    if (mean.size() != sd.size() || !mean.parameters().equals(sd.parameters())) {
      throw new ShapeException("standard deviations", mean + ", as the estimates", sd.toString());
    }
  }

  /** Returns estimates without standard deviations. */
  public static Prediction of(ParameterTable mean) {
    return new Prediction(mean, Optional.empty());
  }

  /** Returns estimates with standard deviations. */
  public static Prediction of(ParameterTable mean, ParameterTable sd) {
    return new Prediction(mean, Optional.of(sd));
  }

  @Override
  public String toString() {
    return "Prediction[" + mean + (sd.isPresent() ? ", with standard deviations" : "") + "]";
  }
}
