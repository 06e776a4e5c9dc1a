package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;

class FreshNoiseTest {
  private static final int WIDTH = 20;
  private static final double NOISE = 1;
  private static final Prior PRIOR = Prior.normal(Mixtures.parameters(1).get(0), 0, 1);
  private static final Training TRAINING =
      Training.standard().epochs(200).batchSize(50).patience(200).learningRate(3e-3);
  private static final Augmentation<Features> FRESH = FreshNoiseTest::noisy;

  /** Twenty readings of a level, without noise. */
  private static Dataset<Features> levels(int n, long seed) {
    ParameterTable theta = PRIOR.sample(n, seed);
    double[][] x = new double[n][WIDTH];
    for (int i = 0; i < n; i++) {
      Arrays.fill(x[i], theta.get(i, 0));
    }
    List<String> names = Mixtures.parameters(WIDTH).stream().map(p -> p.symbol()).toList();
    return Dataset.of(theta, Features.of(x, names));
  }

  private static Features noisy(Features x, Streams streams) {
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      var normal = ZigguratSampler.NormalizedGaussian.of(streams.random(i, Streams.SENSORS));
      rows[i] = Arrays.stream(x.row(i)).map(v -> v + NOISE * normal.sample()).toArray();
    }
    return Features.of(rows, x.names());
  }

  private static Dataset<Features> noisy(Dataset<Features> data, long seed) {
    return Dataset.of(data.theta(), noisy(data.x(), Streams.of(seed)));
  }

  /** Root mean square distance of posterior means from the exact ones, in exact deviations. */
  private static double error(NeuralPosterior<Features> found, Dataset<Features> test) {
    double precision = 1 + WIDTH / (NOISE * NOISE);
    double sum = 0;
    for (int i = 0; i < test.size(); i++) {
      double exact = Arrays.stream(test.x().row(i)).sum() / (NOISE * NOISE) / precision;
      double mean = found.given(test.x(), i).mean().toArray()[0];
      sum += (mean - exact) * (mean - exact) * precision / test.size();
    }
    return Math.sqrt(sum);
  }

  /** 400 simulations, 20 readings: one draw of the noise is soon known by heart. */
  @Test
  void freshNoiseIsNearerToTheClosedFormThanOneDrawOfIt() {
    Dataset<Features> train = levels(400, 1);
    Dataset<Features> test = noisy(levels(300, 2), 3);
    var recipe = Snpe.of(PRIOR).density(new MixtureDensity(1, 64, 2)).training(TRAINING);
    try (var fresh = recipe.augmentedBy(FRESH, 4).fit(train);
        var once = recipe.fit(noisy(train, 4))) {
      double better = error(fresh, test);
      double worse = error(once, test);
      assertTrue(better < 0.6 * worse, better + " against " + worse);
      assertTrue(fresh.provenance().entries().containsKey("augmentation seed"));
    }
  }

  /** One draw for scales and what is held out, and one for each epoch. */
  @Test
  void eachEpochHasADrawOfItsOwn() {
    Set<Long> seeds = ConcurrentHashMap.newKeySet();
    Augmentation<Features> spy =
        (x, streams) -> {
          seeds.add(streams.seed());
          return x;
        };
    Snpe.of(PRIOR)
        .density(new MixtureDensity(1, 4, 1))
        .training(TRAINING.epochs(3))
        .after(Transform.standardize())
        .augmentedBy(spy, 7)
        .fit(levels(60, 1))
        .close();
    assertEquals(3 + 1, new HashSet<>(seeds).size(), seeds.toString());
  }

  @Test
  void rowsHeldOutAreTheSameInEachEpoch() {
    Features x = levels(5, 1).x();
    TrainingRows rows =
        new TrainingRows(
            x,
            null,
            null,
            new int[] {0, 2, 4},
            new int[] {1, 3},
            Optional.empty(),
            Optional.of(e -> noisy(x, Streams.of(e))));
    InputScale scale = InputScale.of(x, false);
    Inputs first = scale.apply(x);
    Inputs inputs = rows.inputs(scale);
    for (int i = 0; i < 5; i++) {
      boolean held = i == 1 || i == 3;
      assertArrayEquals(row(first, i), row(inputs, i));
      assertEquals(held, Arrays.equals(row(first, i), row(inputs.epoch(1), i)));
      assertEquals(held, Arrays.equals(row(inputs.epoch(1), i), row(inputs.epoch(2), i)));
    }
  }

  private static float[] row(Inputs inputs, int i) {
    float[] row = new float[inputs.width()];
    inputs.copyTo(i, row, 0);
    return row;
  }
}
