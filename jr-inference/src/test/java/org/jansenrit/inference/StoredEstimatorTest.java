package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.inference.training.Loss;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were written when version 1 of the format was new, each with the recordings it was
 * asked about and what it estimated then. They are never written again: a new version gets files of
 * its own.
 */
class StoredEstimatorTest {
  private static final String VERSION = "version-1-";

  @TempDir private Path folder;

  private Path stored(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = StoredEstimatorTest.class.getResourceAsStream(VERSION + name)) {
      Files.copy(in, file);
    }
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ridge", "mlp", "lstm", "cnn", "transformer"})
  void whatWasSavedByVersionOneEstimatesWhatItDid(String kind) throws IOException {
    Dataset<TimeSeries> then = Dataset.load(stored(kind + ".npz"), TimeSeries.class);
    try (var fitted = Estimators.load(stored(kind + ".jr"), TimeSeries.class)) {
      ParameterTable now = fitted.predict(then.x());
      for (Parameter p : then.theta().parameters()) {
        double[] expected = then.theta().column(p);
        assertTrue(expected[0] != expected[1], "estimates that vary");
        assertArrayEquals(expected, now.column(p), 1e-5 * p.standard());
      }
    }
  }

  /** Writes the files of the present version into the folder named first. */
  public static final class Write {
    private Write() {}

    public static void main(String[] folder) {
      Training one = Training.standard().epochs(3);
      var shorter = Transform.<TimeSeries>standardize().then(Transform.decimate(2));
      Map<String, Estimator<? super TimeSeries>> kinds = new LinkedHashMap<>();
      kinds.put("ridge", Estimators.ridge().after(Transform.principalComponents(5)));
      kinds.put(
          "mlp",
          Estimators.ensemble(
              2, s -> Estimators.mlp(4).training(one.loss(Loss.GAUSSIAN).seed(s)).after(shorter)));
      kinds.put("lstm", Estimators.lstm().units(4).layers(2).bidirectional().training(one));
      kinds.put("cnn", Estimators.cnnBiLstm().filters(4).units(3).training(one));
      kinds.put(
          "transformer", Estimators.eegTransformer().patch(10).width(8).heads(2).training(one));
      Dataset<TimeSeries> waves = Toys.waves(60, 1);
      TimeSeries some = waves.x().select(0, 1, 2);
      kinds.forEach(
          (name, recipe) -> {
            try (FittedEstimator<TimeSeries> fitted = recipe.fit(waves, waves)) {
              fitted.save(Path.of(folder[0], VERSION + name + ".jr"));
              Dataset.of(fitted.predict(some), some)
                  .save(Path.of(folder[0], VERSION + name + ".npz"));
            }
          });
    }
  }
}
