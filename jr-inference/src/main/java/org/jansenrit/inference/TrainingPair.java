package org.jansenrit.inference;

import java.util.Map;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.data.ShapeException;

/** What training and validation sets must be before anything is learnt. */
final class TrainingPair {
  private TrainingPair() {}

  static void require(Dataset<?> train, Dataset<?> validation) {
    requireRows(train, "training");
    requireRows(validation, "validation");
    train.x().requireShapeOf(validation.x(), "training set", "the validation set");
    if (!train.theta().parameters().equals(validation.theta().parameters())) {
      throw new ShapeException(
          "training set",
          "parameters " + validation.theta().parameters() + ", as in the validation set",
          train.theta().parameters().toString());
    }
    requireFinite(train, "training set");
    requireFinite(validation, "validation set");
  }

  /** Returns what made an estimator that was fitted to these sets. */
  static Provenance provenance(String estimator, Dataset<?> train, Dataset<?> validation) {
    Provenance made =
        Provenance.here()
            .with("estimator", estimator)
            .with("training simulations", train.size())
            .with("validation simulations", validation.size());
    for (Map.Entry<String, String> entry : train.provenance().entries().entrySet()) {
      made = made.with("training set: " + entry.getKey(), entry.getValue());
    }
    return made;
  }

  private static void requireRows(Dataset<?> data, String what) {
    if (data.size() == 0) {
      throw new IllegalArgumentException(
          "the " + what + " set is empty; give it a share in Dataset.split");
    }
  }

  private static void requireFinite(Dataset<?> data, String what) {
    data.x().requireFinite(what);
    ParameterTable theta = data.theta();
    for (int i = 0; i < theta.size(); i++) {
      for (int j = 0; j < theta.parameters().size(); j++) {
        if (!Double.isFinite(theta.get(i, j))) {
          throw new IllegalArgumentException(
              what
                  + ": "
                  + theta.parameters().get(j).symbol()
                  + " of simulation "
                  + i
                  + " is "
                  + theta.get(i, j));
        }
      }
    }
  }
}
