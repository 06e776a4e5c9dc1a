package org.jansenrit.inference;

import org.jansenrit.inference.training.Loss;
import org.jansenrit.inference.training.Objective;

/** A loss over parameters, and what the outputs of a network that made it small mean. */
interface ParameterLoss extends Objective {

  static ParameterLoss of(Loss loss, ScaledTargets targets) {
    return switch (loss) {
      case SQUARED_ERROR -> new SquaredError(targets);
      case GAUSSIAN -> new GaussianLikelihood(targets);
    };
  }

  /** Returns estimates, with standard deviations if they were learnt, in units. */
  Prediction decode(float[] outputs, TargetScaling scaling);
}
