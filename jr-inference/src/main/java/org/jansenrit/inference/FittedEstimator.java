package org.jansenrit.inference;

import java.util.Optional;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * An estimator that has learnt. Safe to share between threads; one that holds a network owns native
 * memory until it is closed.
 *
 * @param <X> the kind of observation that it was fitted to
 */
@FunctionalInterface
public interface FittedEstimator<X extends Observations> extends AutoCloseable {

  /**
   * Estimates the parameters behind each observation.
   *
   * @param x of the shape of the training set, all values finite
   * @return one row per observation, in the units of the parameters; values may lie outside their
   *     ranges, since nothing is clamped
   * @throws org.jansenrit.core.data.ShapeException if {@code x} has another shape
   * @throws IllegalArgumentException if a value of {@code x} is not finite
   */
  ParameterTable predict(X x);

  /**
   * Compares estimates with the truth.
   *
   * @param test simulations that nothing was learnt from
   */
  default RecoveryReport evaluate(Dataset<X> test) {
    return RecoveryReport.of(test.theta(), predict(test.x()));
  }

  /** Returns what happened in training; empty if there was none, as for ridge regression. */
  default Optional<TrainingHistory> history() {
    return Optional.empty();
  }

  /** Frees native memory, if there is any. */
  @Override
  default void close() {}
}
