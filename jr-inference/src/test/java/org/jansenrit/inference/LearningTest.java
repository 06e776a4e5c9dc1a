package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;

/** Oracles: ridge must beat the prior mean, whose R2 is 0, and a network must beat ridge. */
class LearningTest {
  private static final Training TRAINING = Training.standard().learningRate(3e-3);

  @Test
  void anMlpBeatsRidgeAndRidgeBeatsThePriorMeanOnAWave() {
    Dataset<Features> train = Toys.nonlinear(1500, 1);
    Dataset<Features> validation = Toys.nonlinear(300, 2);
    Dataset<Features> test = Toys.nonlinear(500, 3);
    double ridge = Toys.r2(Estimators.ridge().fit(train, validation), test);
    try (var fitted = Estimators.mlp(64, 64).training(TRAINING.epochs(60)).fit(train, validation)) {
      double mlp = Toys.r2(fitted, test);
      assertTrue(ridge > 0.05, "ridge " + ridge);
      assertTrue(mlp > 0.9 && mlp > ridge + 0.2, "mlp " + mlp + ", ridge " + ridge);
    }
  }

  @Test
  void anLstmReadsGainAndFrequencyWhereALineCannot() {
    assertBeatsRidge(
        Estimators.lstm()
            .units(24)
            .bidirectional()
            .training(TRAINING.epochs(12).learningRate(1e-2)));
  }

  @Test
  void aTransformerReadsGainAndFrequencyWhereALineCannot() {
    assertBeatsRidge(Estimators.eegTransformer().patch(8).width(32).training(TRAINING.epochs(25)));
  }

  @Test
  void convolutionsAndAnLstmReadGainAndFrequencyWhereALineCannot() {
    assertBeatsRidge(
        Estimators.cnnBiLstm()
            .filters(24)
            .units(16)
            .training(TRAINING.epochs(12).learningRate(1e-2)));
  }

  private static void assertBeatsRidge(Estimator<TimeSeries> estimator) {
    Dataset<TimeSeries> train = Toys.waves(1200, 1);
    Dataset<TimeSeries> validation = Toys.waves(200, 2);
    Dataset<TimeSeries> test = Toys.waves(300, 3);
    double ridge = Toys.r2(Estimators.ridge().fit(train, validation), test);
    try (var fitted = estimator.fit(train, validation)) {
      double network = Toys.r2(fitted, test);
      assertTrue(
          network > 0.8 && network > ridge + 0.3,
          network + " against ridge " + ridge + ": " + fitted);
    }
  }
}
