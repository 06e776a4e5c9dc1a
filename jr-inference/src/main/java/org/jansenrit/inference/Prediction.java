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

  /**
   * Checks that both tables are of the same observations and parameters.
   *
   * @param mean n observations x p parameters
   * @param sd of the same n and p; or empty
   * @throws ShapeException if they differ in rows or parameters
   */
  public Prediction {
    sd.ifPresent(table -> requireSame(mean, table));
  }

  private static void requireSame(ParameterTable mean, ParameterTable sd) {
    if (mean.size() != sd.size() || !mean.parameters().equals(sd.parameters())) {
      throw new ShapeException("standard deviations", mean + ", as the estimates", sd.toString());
    }
  }

  /**
   * {@return estimates without standard deviations}
   *
   * @param mean one row per observation, in the units of the parameters
   */
  public static Prediction of(ParameterTable mean) {
    return new Prediction(mean, Optional.empty());
  }

  /**
   * {@return estimates with standard deviations}
   *
   * @param mean one row per observation, in the units of the parameters
   * @param sd of the error of each estimate, in the same units
   * @throws ShapeException if the tables differ in rows or parameters
   */
  public static Prediction of(ParameterTable mean, ParameterTable sd) {
    return new Prediction(mean, Optional.of(sd));
  }

  @Override
  public String toString() {
    return "Prediction[" + mean + (sd.isPresent() ? ", with standard deviations" : "") + "]";
  }
}
