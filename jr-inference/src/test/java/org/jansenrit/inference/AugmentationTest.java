package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.math.Streams;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;

class AugmentationTest {
  private static final Training TRAINING = Training.standard().learningRate(3e-3);

  /** White noise as strong as 1.5 times the mean amplitude of the waves. */
  private static final Augmentation<TimeSeries> NOISE = noise(3);

  private static Augmentation<TimeSeries> noise(double sd) {
    return (x, streams) ->
        x.mapRows(
            (i, values) -> {
              var normal =
                  ZigguratSampler.NormalizedGaussian.of(streams.random(i, Streams.SENSORS));
              for (int j = 0; j < values.length; j++) {
                values[j] += (float) (sd * (j < values.length / 2 ? 1 : 50) * normal.sample());
              }
            });
  }

  private static Dataset<TimeSeries> noisy(Dataset<TimeSeries> data, long seed) {
    return new Dataset<>(data.theta(), NOISE.apply(data.x(), Streams.of(seed)), data.provenance());
  }

  /** Few simulations in much noise: one draw is learnt by heart, fresh ones cannot be. */
  @Test
  void freshNoiseBeatsOneDrawOfIt() {
    Dataset<TimeSeries> train = Toys.waves(300, 1);
    Dataset<TimeSeries> validation = Toys.waves(200, 2);
    Dataset<TimeSeries> test = noisy(Toys.waves(500, 3), 3);
    Estimator<TimeSeries> network =
        Estimators.mlp(64, 64).training(TRAINING.epochs(60)).after(Transform.standardize());
    try (var fresh = network.augmentedBy(NOISE, 1).fit(train, validation);
        var once = network.fit(noisy(train, 1), noisy(validation, 2))) {
      double better = Toys.r2(fresh, test);
      double worse = Toys.r2(once, test);
      assertTrue(better > worse + 0.05, better + " against " + worse);
    }
  }

  /** Streams handed out: one each for the scales, the validation set and every epoch. */
  @Test
  void eachEpochHasADrawOfItsOwnAndTheValidationSetOne() {
    List<Long> seeds = new ArrayList<>();
    Augmentation<TimeSeries> spy =
        (x, streams) -> {
          seeds.add(streams.seed());
          return x;
        };
    Dataset<TimeSeries> data = Toys.waves(60, 1);
    Estimators.lstm()
        .units(3)
        .training(TRAINING.epochs(4))
        .after(Transform.decimate(4))
        .augmentedBy(spy, 7)
        .fit(data, data)
        .close();
    assertEquals(4 + 2, new HashSet<>(seeds).size(), seeds.toString());
  }

  @Test
  void theSameSeedGivesTheSameEstimates() {
    Dataset<TimeSeries> data = Toys.waves(60, 1);
    assertEquals(estimate(data, 1), estimate(data, 1));
    assertNotEquals(estimate(data, 1), estimate(data, 2));
  }

  private static double estimate(Dataset<TimeSeries> data, long seed) {
    Estimator<TimeSeries> recipe =
        Estimators.mlp(8).training(TRAINING.epochs(3)).augmentedBy(NOISE, seed);
    try (var fitted = recipe.fit(data, data)) {
      return fitted.predict(data.x()).get(0, 0);
    }
  }

  @Test
  void whatSeesTheDataOnceSeesOneDraw() {
    Dataset<TimeSeries> data = Toys.waves(60, 1);
    var clean = Estimators.ridge(1).fit(data, data);
    var noisy = Estimators.ridge(1).augmentedBy(NOISE, 1).fit(data, data);
    assertNotEquals(clean.predict(data.x()).get(0, 0), noisy.predict(data.x()).get(0, 0));
    assertTrue(noisy.provenance().entries().containsKey("training set: augmentation seed"));
  }
}
