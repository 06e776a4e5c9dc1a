package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPosteriorTest {
  private static final List<Parameter> P = Mixtures.parameters(4);
  static final Prior PRIOR =
      Prior.of(
          Prior.uniform(P.get(0), -1, 2),
          Prior.logUniform(P.get(1), 0.1, 3),
          Prior.correlatedNormal(
              P.subList(2, 4), new double[] {0, 1}, new double[][] {{1, 0.5}, {0.5, 2}}));
  private static final Training SHORT =
      Training.standard().epochs(2).batchSize(100).clip(Double.POSITIVE_INFINITY);

  static Dataset<TimeSeries> data() {
    ParameterTable theta = PRIOR.sample(200, 1);
    Random random = new Random(2);
    double[][] rows = new double[200][40];
    for (int i = 0; i < 200; i++) {
      double level = theta.get(i, 0);
      Arrays.setAll(rows[i], k -> level + random.nextGaussian());
    }
    return Dataset.of(theta, TimeSeries.of(rows, List.of("Cz"), Frequency.hz(100), "uV"));
  }

  /** What is said of a posterior, and its densities bit for bit, are the same once it is loaded. */
  static void assertKept(NeuralPosterior<Features> amortized, Dataset<Features> test, Path folder) {
    Path file = folder.resolve("posterior.npz");
    amortized.save(file);
    try (var loaded = NeuralPosterior.load(file, Features.class)) {
      assertEquals(amortized.toString(), loaded.toString());
      assertArrayEquals(
          amortized.given(test.x(), 0).logDensity(test.theta()),
          loaded.given(test.x(), 0).logDensity(test.theta()));
    }
  }

  @Test
  void loadedPosteriorHasTheSameDensitiesBitForBit(@TempDir Path folder) {
    Dataset<TimeSeries> data = data();
    Path file = folder.resolve("posterior.npz");
    double[] before;
    String text;
    try (var amortized =
        Snpe.of(PRIOR)
            .embedding(Embedding.cnn(4))
            .density(new MixtureDensity(2, 8))
            .training(SHORT)
            .ensemble(2)
            .after(Transform.decimate(2))
            .fit(data)) {
      before = amortized.given(data.x(), 3).logDensity(data.theta());
      text = amortized.toString();
      amortized.save(file);
    }
    try (var loaded = NeuralPosterior.load(file, TimeSeries.class)) {
      assertArrayEquals(before, loaded.given(data.x(), 3).logDensity(data.theta()));
      assertEquals(text, loaded.toString());
      assertEquals(PRIOR, loaded.prior());
      assertEquals(SHORT.clip(), loaded.training().clip());
    }
  }

  @Test
  void fileForAnotherKindOfObservationOrDamagedIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("posterior.npz");
    try (var amortized =
        Snpe.of(PRIOR).density(new MixtureDensity(1, 4)).training(SHORT).fit(data())) {
      amortized.save(file);
    }
    String message =
        assertThrows(UncheckedIOException.class, () -> NeuralPosterior.load(file, Features.class))
            .getMessage();
    assertTrue(message.contains("expected Features, but found TimeSeries"), message);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThrows(UncheckedIOException.class, () -> NeuralPosterior.load(file, Observations.class));
  }

  /** As a posterior of several rounds is, of which there is no network to be kept. */
  @Test
  void posteriorOfOneObservationIsLoadedBitForBit(@TempDir Path folder) {
    Path file = folder.resolve("one.npz");
    ParameterTable at = PRIOR.sample(20, 2);
    GaussianMixture mixture = Mixtures.mixture(3, P.size(), 1);
    PriorTransform plain = PriorTransform.of(PRIOR);
    for (PriorTransform transform : List.of(plain, plain.cutAtBounds())) {
      var posterior = new MixturePosterior(transform, mixture, Optional.of("far outside"));
      posterior.save(file);
      MixturePosterior loaded = MixturePosterior.load(file);
      assertArrayEquals(posterior.logDensity(at), loaded.logDensity(at));
      assertArrayEquals(posterior.sample(9, 3).row(8), loaded.sample(9, 3).row(8));
      assertEquals(posterior.toString(), loaded.toString());
    }
    assertThrows(UncheckedIOException.class, () -> NeuralPosterior.load(file, Features.class));
    assertThrows(
        UncheckedIOException.class, () -> MixturePosterior.load(folder.resolve("none.npz")));
  }

  /** As in ArviZ: one chain. */
  @Test
  void drawsAreExportedUnderTheNamesOfArviz(@TempDir Path folder) throws Exception {
    MixturePosterior posterior = Mixtures.posterior(PRIOR, 2, 1);
    Path file = folder.resolve("draws.npz");
    InferenceData.of(posterior, 50, 3)
        .and(InferenceData.observed(data().x().select(0)))
        .and(InferenceData.prior(PRIOR.sample(20, 1)))
        .save(file);
    NumpyFile back = NumpyFile.read(file);
    assertArrayEquals(new int[] {1, 50}, back.shape("posterior/theta1"));
    assertArrayEquals(posterior.sample(50, 3).column(P.get(1)), back.numbers("posterior/theta1"));
    assertArrayEquals(
        posterior.logDensity(posterior.sample(50, 3)), back.numbers("sample_stats/lp"));
    assertArrayEquals(new int[] {1, 40}, back.shape("observed_data/x"));
    assertArrayEquals(new int[] {1, 20}, back.shape("prior/theta3"));
  }
}
