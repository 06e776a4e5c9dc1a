package org.jansenrit.inference;

import java.util.OptionalDouble;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;

/** Linear regression with a penalty on large weights. See {@link Estimators#ridge}. */
public final class Ridge implements Estimator<Observations> {
  private static final double[] CHOICES = {1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100};

  private final OptionalDouble penalty;

  Ridge(OptionalDouble penalty) {
    this.penalty = penalty;
    penalty.ifPresent(Ridge::requirePositive);
  }

  private static void requirePositive(double penalty) {
    if (!(penalty > 0) || Double.isInfinite(penalty)) {
      throw new IllegalArgumentException(
          "the penalty of ridge regression must be positive and finite, but was " + penalty);
    }
  }

  @Override
  public <Z extends Observations> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    TrainingPair.require(train, validation);
    RidgeSystem system = RidgeSystem.of(train);
    RidgeWeights weights =
        penalty.isPresent() ? system.solve(penalty.getAsDouble()) : best(system, validation);
    return new FittedRidge<>(
        weights, train.x().empty(), TrainingPair.provenance(toString(), train, validation));
  }

  private static RidgeWeights best(RidgeSystem system, Dataset<?> validation) {
    RidgeWeights best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double choice : CHOICES) {
      RidgeWeights weights = system.solve(choice);
      double error = weights.meanSquaredError(validation);
      if (best == null || error < least) {
        best = weights;
        least = error;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return penalty.isPresent()
        ? "ridge regression, penalty " + penalty.getAsDouble()
        : "ridge regression";
  }
}
