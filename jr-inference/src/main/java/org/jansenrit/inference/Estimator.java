package org.jansenrit.inference;

import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;

/**
 * A recipe that learns to recover parameters from observations. Immutable: fitting changes nothing
 * in it.
 *
 * <p>An {@code Estimator<Observations>} fits data of every kind, an {@code Estimator<TimeSeries>}
 * only time series.
 *
 * @param <X> the kinds of observation that it can be fitted to
 */
@FunctionalInterface
public interface Estimator<X extends Observations> {

  /**
   * Learns from {@code train}.
   *
   * @param <Z> the kind of observation in both sets
   * @param train what is learnt from, scaling included
   * @param validation what settings are chosen by, and when to stop; of the same shape
   * @return what was learnt; the caller closes it, since it may own native memory
   * @throws org.jansenrit.core.data.ShapeException if the two sets differ in shape or parameters
   * @throws IllegalArgumentException if a set is empty, a value is not finite, or a parameter has
   *     the same value in all of {@code train}
   */
  <Z extends X> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation);

  /**
   * {@return a recipe that first transforms} The transform is fitted to the training set only and
   * becomes a part of the fitted estimator, which takes data as they are.
   *
   * @param <W> the kind of observation before the transform
   * @param <Y> the kind that it makes of it, which this recipe fits
   * @param transform fitted to the training set
   */
  default <W extends Observations, Y extends X> Estimator<W> after(Transform<W, Y> transform) {
    return new TransformedEstimator<>(transform, this);
  }

  /**
   * {@return a recipe to which each epoch shows another draw of the training set: noise that
   * differs from epoch to epoch cannot be learnt by heart} The last verb of a recipe, after {@link
   * #after}.
   *
   * <p>The validation set is changed too, but once only. A recipe that looks at the training set
   * once, as ridge regression does, sees one draw. Estimates of the fitted estimator are made from
   * observations as they are: give it those with noise.
   *
   * @param <W> the kind of observation that is changed
   * @param augmentation such as {@link org.jansenrit.core.eeg.Erp#freshNoise}, for simulations made
   *     without noise
   * @param seed decides all draws
   */
  default <W extends X> Estimator<W> augmentedBy(Augmentation<W> augmentation, long seed) {
    return new AugmentedEstimator<>(this, augmentation, seed);
  }
}
