package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;

/**
 * Several estimators that differ by their seed. See {@link Estimators#ensemble}.
 *
 * @param <X> the kinds of observation that all members can be fitted to
 */
public final class Ensemble<X extends Observations> implements Estimator<X> {
  private final int members;
  private final LongFunction<? extends Estimator<X>> recipe;

  Ensemble(int members, LongFunction<? extends Estimator<X>> recipe) {
    if (members < 2) {
      throw new IllegalArgumentException("an ensemble has at least 2 members, not " + members);
    }
    this.members = members;
    this.recipe = recipe;
  }

  @Override
  public <Z extends X> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    List<FittedEstimator<Z>> fitted = new ArrayList<>();
    try {
      for (long seed = 1; seed <= members; seed++) {
        fitted.add(recipe.apply(seed).fit(train, validation));
      }
      return new FittedEnsemble<>(fitted, train.x().empty());
    } catch (RuntimeException e) {
      fitted.forEach(FittedEstimator::close);
      throw e;
    }
  }

  @Override
  public String toString() {
    return "ensemble of " + members + " x " + recipe.apply(1);
  }
}
