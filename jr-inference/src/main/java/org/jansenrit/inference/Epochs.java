package org.jansenrit.inference;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;

/**
 * A training set as each epoch sees it: always as many simulations, in the same order, with the
 * same parameters.
 */
interface Epochs<X extends Observations> {

  /** Returns what epoch {@code number} sees, from 1 on; that of 0 is for scales. */
  Dataset<X> epoch(int number);

  /** Returns the same after {@code change}. */
  default <Y extends Observations> Epochs<Y> map(Change<X, Y> change) {
    return number -> change.apply(epoch(number));
  }

  /** Makes other observations of a data set. */
  interface Change<X extends Observations, Y extends Observations> {
    Dataset<Y> apply(Dataset<X> data);
  }

  /** Returns a training set that is the same in each epoch. */
  static <X extends Observations> Epochs<X> same(Dataset<X> data) {
    return new Epochs<>() {
      @Override
      public Dataset<X> epoch(int number) {
        return data;
      }

      @Override
      public <Y extends Observations> Epochs<Y> map(Change<X, Y> change) {
        return same(change.apply(data)); // once, not in each epoch
      }
    };
  }
}
