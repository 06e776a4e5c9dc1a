package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.Loss;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SavedEstimatorTest {
  private static final Training ONE = Training.standard().epochs(1);
  private static final Dataset<TimeSeries> WAVES = Toys.waves(60, 1);
  private static final NetworkFactory OWN =
      shape ->
          new SequentialBlock()
              .add(Blocks.batchFlattenBlock())
              .add(Linear.builder().setUnits(5).build());

  @TempDir private Path folder;

  /** One recipe of each kind. */
  private static List<Estimator<? super TimeSeries>> all() {
    return List.of(
        Estimators.ridge(),
        Estimators.mlp(8, 4).training(ONE),
        Estimators.lstm().units(4).layers(2).bidirectional().lastState().training(ONE),
        Estimators.cnnBiLstm().filters(4).units(3).training(ONE),
        Estimators.eegGraphTransformer().asPublished().training(ONE),
        Estimators.eegTransformer().patch(10).width(8).heads(2).blocks(2).training(ONE),
        Estimators.ensemble(
            2, seed -> Estimators.mlp(4).training(ONE.loss(Loss.GAUSSIAN).seed(seed))),
        Estimators.mlp(8)
            .training(ONE)
            .after(
                Transform.<TimeSeries>standardize()
                    .then(Transform.decimate(2))
                    .then(Transform.principalComponents(5))));
  }

  private Path saved(FittedEstimator<?> fitted, String name) {
    Path file = folder.resolve(name);
    fitted.save(file);
    return file;
  }

  private Path savedRidge() {
    return saved(Estimators.ridge().fit(WAVES, WAVES), "ridge.jr");
  }

  @Test
  void whatIsLoadedPredictsAndTellsTheSame() {
    for (Estimator<? super TimeSeries> estimator : all()) {
      try (FittedEstimator<TimeSeries> before = estimator.fit(WAVES, WAVES);
          FittedEstimator<TimeSeries> after =
              Estimators.load(saved(before, "it.jr"), TimeSeries.class)) {
        assertEquals(
            bits(before.predict(WAVES.x())), bits(after.predict(WAVES.x())), before.toString());
        assertEquals(sd(before), sd(after));
        assertEquals(before.toString(), after.toString());
        assertEquals(before.history(), after.history());
        assertEquals(before.provenance(), after.provenance());
      }
    }
  }

  private static Optional<List<Long>> sd(FittedEstimator<TimeSeries> fitted) {
    return fitted.predictWithSd(WAVES.x()).sd().map(SavedEstimatorTest::bits);
  }

  private static List<Long> bits(ParameterTable table) {
    return table.parameters().stream()
        .flatMap(p -> Arrays.stream(table.column(p)).boxed())
        .map(Double::doubleToRawLongBits)
        .toList();
  }

  /** Prints the estimates of each estimator named, for the data set named first. */
  public static final class Predict {
    private Predict() {}

    public static void main(String[] files) {
      TimeSeries x = Dataset.load(Path.of(files[0]), TimeSeries.class).x();
      for (int i = 1; i < files.length; i++) {
        try (var fitted = Estimators.load(Path.of(files[i]), TimeSeries.class)) {
          System.out.println(bits(fitted.predict(x)));
        }
      }
    }
  }

  @Test
  void anotherProcessPredictsTheSameBits() throws Exception {
    Path data = folder.resolve("data.npz");
    WAVES.save(data);
    List<String> files = new ArrayList<>(List.of(data.toString()));
    StringBuilder expected = new StringBuilder();
    for (Estimator<? super TimeSeries> estimator : all()) {
      try (FittedEstimator<TimeSeries> fitted = estimator.fit(WAVES, WAVES)) {
        files.add(saved(fitted, files.size() + ".jr").toString());
        expected.append(bits(fitted.predict(WAVES.x()))).append(System.lineSeparator());
      }
    }
    String found = ForkedJvm.run(Predict.class, List.of(), files.toArray(String[]::new));
    assertEquals(expected.toString(), found);
  }

  @Test
  void whatMadeItIsSavedWithIt() {
    Dataset<TimeSeries> known =
        new Dataset<>(WAVES.theta(), WAVES.x(), WAVES.provenance().with("seed", 42));
    try (var fitted = Estimators.mlp(4).training(ONE.seed(7)).fit(known, WAVES);
        var loaded = Estimators.load(saved(fitted, "it.jr"))) {
      Map<String, String> made = loaded.provenance().entries();
      assertEquals("42", made.get("training set: seed"));
      assertEquals("60", made.get("training simulations"));
      assertTrue(made.get("training").contains("seed 7"), made.toString());
      assertTrue(made.get("engine").startsWith("PyTorch 2.7.1, threads "), made.toString());
      assertTrue(made.keySet().containsAll(List.of("jr", "jdk", "platform")), made.toString());
    }
  }

  @Test
  void anotherKindOrShapeOfObservationIsRefused() {
    Path file = savedRidge();
    assertRefused(() -> Estimators.load(file, Features.class), "expected Features, but found Time");
    FittedEstimator<Observations> any = Estimators.load(file);
    Features features = Toys.linear(2, 1).x();
    assertThrows(ShapeException.class, () -> any.predict(features));
    TimeSeries shorter = Transform.decimate(2).fit(WAVES.x()).apply(WAVES.x());
    assertThrows(ShapeException.class, () -> any.predict(shorter));
  }

  @Test
  void aBodyOfOnesOwnHasToBeGivenAgain() throws IOException {
    OwnNetwork recipe = Estimators.network(OWN).training(ONE);
    try (FittedEstimator<TimeSeries> fitted = recipe.fit(WAVES, WAVES)) {
      Path file = saved(fitted, "own.jr");
      assertRefused(() -> Estimators.load(file), "which has to be given again to load it");
      assertRefused(
          () -> Estimators.load(file, TimeSeries.class, Networks.mlp(7)),
          "expected <f4 (7, 80), but found <f4 (5, 80)");
      assertRefused(
          () -> Estimators.load(file, TimeSeries.class, Networks.mlp(5, 5)),
          "it has 4 arrays of weights, but the network has 6");
      assertRefused(
          () -> Estimators.load(file, TimeSeries.class, shape -> Blocks.identityBlock()),
          "body of the network");
      try (var loaded = Estimators.load(file, TimeSeries.class, OWN)) {
        assertEquals(bits(fitted.predict(WAVES.x())), bits(loaded.predict(WAVES.x())));
      }
    }
  }

  @Test
  void aLambdaInFrontIsRefusedBeforeAnythingIsWritten() throws IOException {
    Transform<TimeSeries, TimeSeries> lambda = training -> x -> x;
    var fitted = Estimators.ridge().after(lambda).fit(WAVES, WAVES);
    Path file = folder.resolve("it.jr");
    assertThrows(UnsupportedOperationException.class, () -> fitted.save(file));
    assertFalse(Files.exists(file));
    FittedEstimator<TimeSeries> own = x -> WAVES.theta();
    assertThrows(UnsupportedOperationException.class, () -> own.save(file));
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(savedRidge());
    Path cut = folder.resolve("cut.jr");
    for (int length : new int[] {0, 1, 30, whole.length / 2, whole.length - 1}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertRefused(() -> Estimators.load(cut), "");
    }
  }

  @Test
  void randomBytesAndOtherFilesAreRefused() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    Path file = folder.resolve("noise.jr");
    Files.write(file, noise);
    assertRefused(() -> Estimators.load(file), "it is no zip file");
    WAVES.save(file);
    assertRefused(() -> Estimators.load(file), "it is a jansen-rit data set, not a");
    assertRefused(() -> Estimators.load(folder.resolve("none.jr")), "there is no such file");
  }

  private static void assertRefused(Executable load, String reason) {
    UncheckedIOException e = assertThrows(UncheckedIOException.class, load);
    assertTrue(e.getMessage().startsWith("cannot load "), e.getMessage());
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void savingLeavesNothingBesideTheFile() throws IOException {
    savedRidge();
    savedRidge();
    try (Stream<Path> files = Files.list(folder)) {
      assertArrayEquals(new Object[] {"ridge.jr"}, files.map(f -> f.getFileName() + "").toArray());
    }
  }
}
