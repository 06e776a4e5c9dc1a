package org.jansenrit.inference;

import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.math.Streams;

/** An estimator to which each epoch shows another draw of the training set. */
final class AugmentedEstimator<W extends Observations> extends IterativeEstimator<W> {
  private static final int VALIDATION = -1;

  private final Estimator<? super W> estimator;
  private final Augmentation<W> augmentation;
  private final long seed;

  AugmentedEstimator(Estimator<? super W> estimator, Augmentation<W> augmentation, long seed) {
    this.estimator = estimator;
    this.augmentation = augmentation;
    this.seed = seed;
  }

  @Override
  <Z extends W> FittedEstimator<Z> fit(Epochs<Z> train, Dataset<Z> validation) {
    TrainingPair.require(train.epoch(0), validation);
    Epochs<Z> fresh = epoch -> augmented(train.epoch(epoch), epoch);
    return IterativeEstimator.fit(estimator, fresh, augmented(validation, VALIDATION));
  }

  @SuppressWarnings("unchecked") // each kind of observation is changed into its own kind
  private <Z extends W> Dataset<Z> augmented(Dataset<Z> data, int epoch) {
    Z x = (Z) augmentation.apply(data.x(), Streams.of(Streams.part(seed, epoch)));
    return new Dataset<>(
        data.theta(),
        x,
        data.provenance().with("augmentation", augmentation).with("augmentation seed", seed));
  }

  @Override
  public String toString() {
    return estimator + ", augmented by " + augmentation;
  }
}
