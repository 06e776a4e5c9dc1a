package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A posterior that was written when version 1 of the format was new, with observations and the
 * means of their posteriors then. It is never written again: a new version gets a file of its own.
 */
class StoredPosteriorTest {
  private static final String POSTERIOR = "version-1-posterior.npz";
  private static final String MEANS = "version-1-means.npz";

  @TempDir private Path folder;

  private Path stored(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = StoredPosteriorTest.class.getResourceAsStream(name)) {
      Files.copy(in, file);
    }
    return file;
  }

  private static double[][] means(NeuralPosterior<TimeSeries> amortized, TimeSeries x) {
    return amortized.givenEach(x).stream().map(p -> p.mean().toArray()).toArray(double[][]::new);
  }

  @Test
  void whatWasSavedByVersionOneHasTheSamePosteriors() throws IOException {
    Dataset<TimeSeries> then = Dataset.load(stored(MEANS), TimeSeries.class);
    try (var loaded = NeuralPosterior.load(stored(POSTERIOR), TimeSeries.class)) {
      double[][] now = means(loaded, then.x());
      assertTrue(Math.abs(now[0][0] - now[1][0]) > 1e-3, "means that vary");
      for (int i = 0; i < now.length; i++) {
        assertArrayEquals(then.theta().row(i), now[i], 1e-5);
      }
    }
  }

  /** Writes the files of the present version into the folder named first. */
  public static final class Write {
    private Write() {}

    public static void main(String[] folder) {
      Dataset<TimeSeries> data = SavedPosteriorTest.data();
      TimeSeries some = data.x().select(0, 1, 2);
      try (var amortized =
          Snpe.of(SavedPosteriorTest.PRIOR)
              .embedding(Embedding.cnn(4))
              .density(new MixtureDensity(2, 8))
              .training(Training.standard().epochs(5))
              .ensemble(2)
              .after(Transform.decimate(2))
              .fit(data)) {
        amortized.save(Path.of(folder[0], POSTERIOR));
        ParameterTable means =
            ParameterTable.of(List.copyOf(data.theta().parameters()), means(amortized, some));
        Dataset.of(means, some).save(Path.of(folder[0], MEANS));
      }
    }
  }
}
