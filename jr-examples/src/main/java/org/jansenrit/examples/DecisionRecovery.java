package org.jansenrit.examples;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.inference.Candidate;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.Hyperparameter;
import org.jansenrit.inference.Mlp;
import org.jansenrit.inference.RecoveryReport;
import org.jansenrit.inference.SearchReport;
import org.jansenrit.inference.SuccessiveHalving;
import org.jansenrit.inference.training.Training;

/**
 * How well point estimates recover the parameters of one experiment.
 *
 * @param ridge a straight line through the thirteen features of the study
 * @param published the network of the study on its thirteen features
 * @param searched a network whose hyper-parameters were searched, on all features
 * @param search how
 */
record DecisionRecovery(
    RecoveryReport ridge, RecoveryReport published, RecoveryReport searched, SearchReport search) {
  private static final int MEMBERS = 4;

  /**
   * Fits all three.
   *
   * @param folder keeps what the search has done
   * @param effort share of the epochs and candidates of a full run
   */
  static DecisionRecovery of(Dataset.Split<Features> parts, Path folder, double effort) {
    SearchReport search = search(parts, folder, effort);
    int epochs = epochs(200, effort);
    Training training = Training.standard().epochs(epochs).patience(epochs);
    return new DecisionRecovery(
        studied(parts, Estimators.ridge()),
        studied(parts, published(effort)),
        score(parts, Estimators.ensemble(MEMBERS, seed -> mlp(search.best(), training.seed(seed)))),
        search);
  }

  /** Three hidden layers of 128, 128 and 256 units, 50 epochs in batches of 50. */
  private static Estimator<? super Features> published(double effort) {
    Training training =
        Training.standard()
            .epochs(epochs(50, effort))
            .patience(50)
            .batchSize(50)
            .learningRate(5e-4)
            .weightDecay(0);
    return Estimators.mlp(128, 128, 256).training(training);
  }

  private static SearchReport search(Dataset.Split<Features> parts, Path folder, double effort) {
    return SuccessiveHalving.over(
            Hyperparameter.among("layers", 2, 3),
            Hyperparameter.count("units", 32, 256),
            Hyperparameter.among("batch", 32, 64, 128),
            Hyperparameter.logUniform("rate", 5e-4, 1e-2),
            Hyperparameter.logUniform("decay", 1e-5, 1e-2))
        .candidates((int) Math.max(3, Math.round(24 * effort)))
        .epochs(epochs(5, effort), epochs(80, effort))
        .checkpoints(folder)
        .run(DecisionRecovery::mlp, parts.train(), parts.validation(), 1);
  }

  private static int epochs(int full, double effort) {
    return (int) Math.max(1, Math.round(full * effort));
  }

  private static Mlp mlp(Candidate candidate, Training training) {
    int[] units =
        IntStream.range(0, candidate.count("layers")).map(i -> candidate.count("units")).toArray();
    return Estimators.mlp(units)
        .training(
            training
                .batchSize(candidate.count("batch"))
                .learningRate(candidate.number("rate"))
                .weightDecay(candidate.number("decay")));
  }

  private static RecoveryReport studied(
      Dataset.Split<Features> parts, Estimator<? super Features> estimator) {
    return score(
        new Dataset.Split<>(
            DecisionColumns.ofStudy(parts.train()),
            DecisionColumns.ofStudy(parts.validation()),
            DecisionColumns.ofStudy(parts.test())),
        estimator);
  }

  static RecoveryReport score(
      Dataset.Split<Features> parts, Estimator<? super Features> estimator) {
    try (var fitted = estimator.fit(parts.train(), parts.validation())) {
      return fitted.evaluate(parts.test());
    }
  }
}
