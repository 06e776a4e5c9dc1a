package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Trials;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A level in noise, N(0, 1) a priori: its posterior is normal, and known. */
class EmbeddingTest {
  private static final Prior PRIOR = Mixtures.normal(1, 1);
  private static final int SAMPLES = 32;
  private static final Training TRAINING =
      Training.standard().epochs(12).batchSize(100).learningRate(5e-3);

  static Stream<Embedding<TimeSeries>> ofSeries() {
    return Stream.of(Embedding.cnn(8), Embedding.transformer(8));
  }

  private static TimeSeries levels(ParameterTable theta, String unit, double rate) {
    Random random = new Random(2);
    double[][] rows = new double[theta.size()][SAMPLES];
    for (int i = 0; i < rows.length; i++) {
      double level = theta.get(i, 0);
      Arrays.setAll(rows[i], k -> level + 2 * random.nextGaussian());
    }
    return TimeSeries.of(rows, List.of("Cz"), Frequency.hz(rate), unit);
  }

  /** 32 samples in noise of variance 4: the posterior has a standard deviation of 1/3. */
  @ParameterizedTest
  @MethodSource("ofSeries")
  void levelOfASeriesIsFound(Embedding<TimeSeries> embedding) {
    ParameterTable theta = PRIOR.sample(2000, 1);
    TimeSeries x = levels(theta, "uV", 100);
    Snpe<TimeSeries> recipe =
        Snpe.of(PRIOR).embedding(embedding).density(new MixtureDensity(1, 16)).training(TRAINING);
    try (NeuralPosterior<TimeSeries> amortized = recipe.fit(Dataset.of(theta, x))) {
      double sd = amortized.given(x, 0).sd(PRIOR.parameters().get(0));
      assertEquals(1.0 / 3, sd, 0.12, embedding::toString);
      double[] alone = amortized.given(x, 7).logDensity(theta);
      double[] together = amortized.givenEach(x).get(7).logDensity(theta);
      assertArrayEquals(together, alone, 1e-12);
    }
  }

  /** Four draws of a normal with this mean: the posterior has a standard deviation of 0.45. */
  @Test
  void orderOfTrialsDoesNotMatter() {
    ParameterTable theta = PRIOR.sample(2000, 1);
    Random random = new Random(2);
    double[][] each = new double[4 * theta.size()][1];
    for (int i = 0; i < each.length; i++) {
      each[i][0] = theta.get(i / 4, 0) + random.nextGaussian();
    }
    Trials<Features> x = Trials.of(Features.of(each, List.of("level")), 4);
    var recipe =
        Snpe.of(PRIOR)
            .embedding(Embedding.overTrials(Embedding.mlp(16)))
            .density(new MixtureDensity(1, 16))
            .training(TRAINING);
    try (NeuralPosterior<Trials<Features>> amortized = recipe.fit(Dataset.of(theta, x))) {
      MixturePosterior one = amortized.given(trials(0.5, -1, 2, 0.3));
      MixturePosterior other = amortized.given(trials(2, 0.3, 0.5, -1));
      assertArrayEquals(one.logDensity(theta), other.logDensity(theta), 1e-4);
      assertEquals(1.8 / 5, one.mean().toArray()[0], 0.15);
      assertEquals(Math.sqrt(0.2), one.sd(PRIOR.parameters().get(0)), 0.1);
    }
  }

  private static Trials<Features> trials(double... values) {
    double[][] rows =
        Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
    return Trials.of(Features.of(rows, List.of("level")), values.length);
  }

  @Test
  void seriesOfAnotherRateOrUnitAreRefused() {
    ParameterTable theta = PRIOR.sample(50, 1);
    Snpe<TimeSeries> recipe =
        Snpe.of(PRIOR)
            .embedding(Embedding.cnn(4))
            .density(new MixtureDensity(1, 4))
            .training(TRAINING.epochs(1));
    try (var amortized = recipe.fit(Dataset.of(theta, levels(theta, "uV", 100)))) {
      ParameterTable one = theta.select(0);
      String rate =
          assertThrows(ShapeException.class, () -> amortized.given(levels(one, "uV", 250)))
              .getMessage();
      assertTrue(rate.contains("100") && rate.contains("250"), rate);
      String unit =
          assertThrows(ShapeException.class, () -> amortized.given(levels(one, "V", 100)))
              .getMessage();
      assertTrue(unit.contains("uV"), unit);
    }
  }
}
