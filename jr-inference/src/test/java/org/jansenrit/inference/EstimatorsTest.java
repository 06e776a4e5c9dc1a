package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatorsTest {
  private static final Training ONE = Training.standard().epochs(1);
  private static final Dataset<TimeSeries> WAVES = Toys.waves(80, 1);

  /** One recipe of each kind, in front of it what may stand there. */
  private static List<Estimator<? super TimeSeries>> all() {
    return List.of(
        Estimators.ridge(),
        Estimators.mlp(8).training(ONE),
        Estimators.lstm().units(4).training(ONE),
        Estimators.lstm().units(3).layers(2).bidirectional().lastState().training(ONE),
        Estimators.cnnBiLstm().filters(4).units(3).training(ONE),
        Estimators.eegGraphTransformer().size(8, 2, 1).training(ONE),
        Estimators.network(Networks.mlp(4)).training(ONE),
        Estimators.eegTransformer().patch(10).width(8).heads(2).blocks(1).training(ONE),
        Estimators.ridge().after(Transform.decimate(4).then(Transform.principalComponents(5))));
  }

  private static void assertRefused(
      Dataset<TimeSeries> train, Dataset<TimeSeries> validation, String message) {
    for (Estimator<? super TimeSeries> estimator : all()) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> estimator.fit(train, validation));
      assertEquals(message, e.getMessage(), estimator.toString());
    }
  }

  @Test
  void validationOfAnotherShapeIsRefused() {
    Dataset<TimeSeries> slow =
        new Dataset<>(
            WAVES.theta(),
            Transform.decimate(4).fit(WAVES.x()).apply(WAVES.x()),
            WAVES.provenance());
    assertRefused(
        WAVES,
        slow,
        "training set: expected 2 channels x 10 samples at 25 Hz, uV, as in the validation set,"
            + " but got 2 channels x 40 samples at 100 Hz, uV");
  }

  @Test
  void validationWithOtherChannelsOrUnitsIsRefused() {
    double[][] rows = new double[80][];
    Arrays.setAll(rows, i -> WAVES.x().row(i));
    Frequency rate = WAVES.x().rate();
    TimeSeries swapped = TimeSeries.of(rows, List.of("Cz", "Fz"), rate, "uV");
    assertRefused(
        WAVES,
        Dataset.of(WAVES.theta(), swapped),
        "training set: expected channels [Cz, Fz], as in the validation set, but got [Fz, Cz]");
    TimeSeries volts = TimeSeries.of(rows, List.of("Fz", "Cz"), rate, "V");
    assertRefused(
        WAVES,
        Dataset.of(WAVES.theta(), volts),
        "training set: expected 2 channels x 40 samples at 100 Hz, V, as in the validation set,"
            + " but got 2 channels x 40 samples at 100 Hz, uV");
  }

  /** Steps so large that the first one overflows. */
  @Test
  void aLossThatIsNotFiniteGivesAdviceAndSavesNothing(@TempDir Path folder) throws IOException {
    Training wild = Training.standard().learningRate(1e30).warmupSteps(0).clip(1e30);
    Estimator<? super TimeSeries> estimator =
        Estimators.mlp(8).training(wild.batchSize(4).checkpoints(folder));
    TrainingException e = assertThrows(TrainingException.class, () -> estimator.fit(WAVES, WAVES));
    assertTrue(
        e.getMessage()
            .matches(
                "loss became NaN in epoch 1, batch \\d+ \\(learning rate 1e30\\); nothing was"
                    + " saved\\. Try 1e28"),
        e.getMessage());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void validationOfOtherParametersIsRefused() {
    double[][] rows = new double[80][1];
    Dataset<TimeSeries> other = Dataset.of(ParameterTable.of(List.of(Toys.GAIN), rows), WAVES.x());
    assertRefused(
        WAVES,
        other,
        "training set: expected parameters [g mV], as in the validation set, but got [g mV, f"
            + " 1/s]");
  }

  @Test
  void aValueThatIsNotFiniteIsNamed() {
    assertRefused(
        WAVES,
        broken(Double.NaN),
        "validation set: row 3, channel Cz, sample 2 is NaN. Is it a simulation that diverged,"
            + " which Dataset.finite() leaves out, or a recording with gaps?");
    assertRefused(
        broken(Double.POSITIVE_INFINITY),
        WAVES,
        "training set: row 3, channel Cz, sample 2 is Infinity. Is it a simulation that"
            + " diverged, which Dataset.finite() leaves out, or a recording with gaps?");
  }

  private static Dataset<TimeSeries> broken(double value) {
    double[][] rows = new double[5][];
    for (int i = 0; i < 5; i++) {
      rows[i] = WAVES.x().row(i);
    }
    rows[3][42] = value;
    TimeSeries x = TimeSeries.of(rows, WAVES.x().channels(), WAVES.x().rate(), WAVES.x().unit());
    return Dataset.of(WAVES.theta().select(0, 1, 2, 3, 4), x);
  }

  @Test
  void aFeatureThatIsNotFiniteIsNamed() {
    Features x = Features.of(new double[][] {{1, 2}, {3, Double.NaN}}, List.of("N100", "P300"));
    Dataset<Features> data = Dataset.of(WAVES.theta().select(0, 1), x);
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> Estimators.ridge().fit(data, data));
    assertTrue(
        e.getMessage().startsWith("training set: row 1, feature P300 is NaN"), e.getMessage());
  }

  @Test
  void aParameterThatIsNotFiniteIsNamed() {
    double[][] rows = {{1, 2}, {Double.NaN, 3}};
    Dataset<TimeSeries> data =
        Dataset.of(ParameterTable.of(WAVES.theta().parameters(), rows), WAVES.x().select(0, 1));
    assertRefused(data, WAVES, "training set: g of simulation 1 is NaN");
  }

  @Test
  void emptySetsAreRefused() {
    assertRefused(
        WAVES.select(), WAVES, "the training set is empty; give it a share in Dataset.split");
    assertRefused(
        WAVES, WAVES.select(), "the validation set is empty; give it a share in Dataset.split");
  }

  @Test
  void aParameterThatDoesNotVaryIsRefused() {
    double[][] rows = new double[80][];
    for (int i = 0; i < 80; i++) {
      rows[i] = new double[] {3.25, i};
    }
    Dataset<TimeSeries> constant =
        Dataset.of(ParameterTable.of(WAVES.theta().parameters(), rows), WAVES.x());
    assertRefused(
        constant,
        WAVES,
        "g is 3.25 mV in all 80 simulations of the training set, so nothing can be learnt about"
            + " it. Leave it out of the prior");
  }

  @Test
  void observationsOfAnotherShapeAreRefused() {
    TimeSeries other =
        TimeSeries.of(new double[1][80], List.of("Fz", "Cz"), Frequency.hz(250), "uV");
    for (Estimator<? super TimeSeries> estimator : all()) {
      try (FittedEstimator<TimeSeries> fitted = estimator.fit(WAVES, WAVES)) {
        ShapeException e = assertThrows(ShapeException.class, () -> fitted.predict(other));
        assertEquals(
            "observation: expected 2 channels x 40 samples at 100 Hz, uV, as in the training set,"
                + " but got 2 channels x 40 samples at 250 Hz, uV",
            e.getMessage());
        TimeSeries gaps = broken(Double.NaN).x();
        assertEquals(
            "observation: row 3, channel Cz, sample 2 is NaN. Is it a simulation that diverged,"
                + " which Dataset.finite() leaves out, or a recording with gaps?",
            assertThrows(IllegalArgumentException.class, () -> fitted.predict(gaps)).getMessage());
        assertEquals(
            "observation: channel Cz, sample 2 is NaN. Is it a simulation that diverged, or a"
                + " recording with gaps?",
            assertThrows(IllegalArgumentException.class, () -> fitted.predict(gaps.select(3)))
                .getMessage());
      }
    }
  }

  @Test
  void anEstimateDoesNotDependOnItsNeighbours() {
    for (Estimator<? super TimeSeries> estimator : all()) {
      try (FittedEstimator<TimeSeries> fitted = estimator.fit(WAVES, WAVES)) {
        ParameterTable together = fitted.predict(WAVES.x());
        double alone = fitted.predict(WAVES.x().select(5)).get(0, 1);
        assertEquals(together.get(5, 1), alone, 1e-4, estimator.toString());
        assertEquals(0, fitted.predict(WAVES.x().select()).size());
      }
    }
  }

  @Test
  void onlyTheTrainingSetScales() {
    Dataset<TimeSeries> small = WAVES.select(0, 1, 2, 3, 4, 5, 6, 7);
    var one = Estimators.ridge(1).fit(WAVES, WAVES);
    var other = Estimators.ridge(1).fit(WAVES, small);
    assertEquals(one.predict(small.x()).get(0, 0), other.predict(small.x()).get(0, 0));
  }

  /** As a user writes them: what the verbs return must still fit. */
  @Test
  void transformsStandBeforeAnyEstimator() {
    FittedEstimator<TimeSeries> a =
        Estimators.mlp(8).training(ONE).after(Transform.principalComponents(10)).fit(WAVES, WAVES);
    var b =
        Estimators.lstm()
            .units(4)
            .training(ONE)
            .after(Transform.decimate(4))
            .after(Transform.standardize())
            .fit(WAVES, WAVES);
    var c =
        Estimators.eegTransformer()
            .patch(5)
            .training(ONE)
            .after(Transform.standardize())
            .fit(WAVES, WAVES);
    for (FittedEstimator<TimeSeries> fitted : List.of(a, b, c)) {
      try (fitted) {
        assertEquals(80, fitted.predict(WAVES.x()).size());
        assertTrue(fitted.history().isPresent());
      }
    }
    assertTrue(Estimators.ridge().fit(WAVES, WAVES).history().isEmpty());
  }

  @Test
  void sizesThatMakeNoNetworkAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Estimators.mlp(8, 0));
    assertThrows(IllegalArgumentException.class, () -> Estimators.lstm().units(0));
    var odd = Estimators.eegTransformer().width(30);
    assertThrows(IllegalArgumentException.class, () -> odd.fit(WAVES, WAVES));
  }

  @Test
  void recipesAndFittedEstimatorsSayWhatTheyAre() {
    assertEquals("MLP [128, 128]", Estimators.mlp().toString());
    assertEquals("bidirectional LSTM 2 x 64", Estimators.lstm().layers(2).bidirectional() + "");
    assertEquals(
        "ridge regression, penalty 0.5: 2 channels x 40 samples at 100 Hz, uV -> [g mV, f 1/s]",
        Estimators.ridge(0.5).fit(WAVES, WAVES).toString());
  }
}
