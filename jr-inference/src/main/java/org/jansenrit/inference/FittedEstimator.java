package org.jansenrit.inference;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
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
   * Estimates the parameters behind each observation, with the standard deviation of the error of
   * each estimate, if that was learnt: by networks whose training has {@link
   * org.jansenrit.inference.training.Loss#GAUSSIAN}, and by ensembles of them.
   *
   * @param x as for {@link #predict}
   * @return estimates; with their standard deviations, in the units of the parameters, if those
   *     were learnt
   * @throws org.jansenrit.core.data.ShapeException if {@code x} has another shape
   * @throws IllegalArgumentException if a value of {@code x} is not finite
   */
  default Prediction predictWithSd(X x) {
    return Prediction.of(predict(x));
  }

  /**
   * Compares estimates with the truth.
   *
   * @param test simulations that nothing was learnt from
   * @return the figures of each parameter, and all pairs of estimate and truth
   * @throws org.jansenrit.core.data.ShapeException if the observations have another shape than
   *     those of the training set, or the parameters are others
   * @throws IllegalArgumentException if there are no simulations, or a value of their observations
   *     is not finite
   */
  default RecoveryReport evaluate(Dataset<X> test) {
    return RecoveryReport.of(test.theta(), predictWithSd(test.x()));
  }

  /** {@return what happened in training; empty if there was none, as for ridge regression} */
  default Optional<TrainingHistory> history() {
    return Optional.empty();
  }

  /** {@return what made this: versions, settings, and what is known of the training set} */
  default Provenance provenance() {
    return new Provenance(Map.of());
  }

  /**
   * {@return all that is needed to make this again in another process: what {@link #save} writes}
   *
   * @throws UnsupportedOperationException if this, or a transform in it, is of a class of one's own
   *     that does not say how
   */
  default Archive toArchive() {
    throw new UnsupportedOperationException(
        "the estimator " + this + " cannot be saved: its class does not override toArchive");
  }

  /**
   * Writes this to {@code file}, whole or not at all: transforms, scales, weights, names, units and
   * {@link #provenance}. {@link Estimators#load(Path, Class)} reads it in any other process, and
   * predicts the same, bit for bit, on the same platform with the same number of threads.
   *
   * @param file made, or replaced if it is there
   * @throws UnsupportedOperationException as {@link #toArchive} does
   * @throws UncheckedIOException if the file cannot be written, with what was there before
   *     untouched
   */
  default void save(Path file) {
    SavedEstimators.save(toArchive(), file);
  }

  /** Frees native memory, if there is any. */
  @Override
  default void close() {}
}
