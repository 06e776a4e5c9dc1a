package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jansenrit.core.simulate.Progress;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Objective;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Rows ROWS = Rows.normal(120, 1, 2, 12);
  private static final Objective PRODUCTS = Rows.squares(ROWS.products());
  private static final int[] TRAIN = IntStream.range(0, 100).toArray();
  private static final int[] VALIDATION = IntStream.range(100, 120).toArray();

  /** With dropout, so that the engine's own random numbers count as well. */
  private static final NetworkFactory BODY =
      TransformerBody.standard().patch(4).width(8).heads(2).blocks(1).dropout(0.3);

  @TempDir private Path folder;
  private final Training training =
      Training.standard().epochs(9).batchSize(16).learningRate(5e-3).warmupSteps(5);

  /** What came of a training: history and all weights. */
  private record Outcome(TrainingHistory history, List<List<Float>> weights) {}

  private static Outcome fit(Training training) {
    return fit(training, ROWS, PRODUCTS);
  }

  private static Outcome fit(Training training, Inputs inputs, Objective objective) {
    try (Network network = Network.create(BODY, ROWS.shape(), PRODUCTS, 1)) {
      TrainingHistory history = network.fit(inputs, TRAIN, VALIDATION, objective, training);
      return new Outcome(
          history, network.weights().values().stream().map(CheckpointTest::list).toList());
    }
  }

  private static List<Float> list(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  private static Progress interruptAfter(int epoch) {
    return (done, total) -> {
      if (done == epoch) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private String interrupted(Training settings) {
    String message = assertThrows(TrainingException.class, () -> fit(settings)).getMessage();
    assertTrue(Thread.interrupted());
    return message;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void anInterruptedTrainingGoesOnToTheSameBits() throws IOException {
    Outcome whole = fit(training);
    Training kept = training.checkpoints(folder);
    String message = interrupted(kept.progress(interruptAfter(4)));
    assertEquals(
        "training was interrupted in epoch 5, batch 1; started again, it goes on after epoch 4",
        message);
    interrupted(kept.progress(interruptAfter(6)));
    assertEquals(1, files().size());
    assertEquals(whole, fit(kept));
  }

  @Test
  void aPausedTrainingGoesOnToTheSameBits() {
    Outcome whole = fit(training);
    Training kept = training.checkpoints(folder);
    Outcome three = fit(kept.pauseAfter(3));
    assertEquals(3, three.history().epochs().size());
    assertEquals(whole.history().epochs().subList(0, 3), three.history().epochs());
    fit(kept.pauseAfter(7));
    assertEquals(whole, fit(kept));
  }

  @Test
  void anObjectiveHearsHowFarTrainingIsAlsoOfOneThatGoesOn() {
    List<Double> heard = new ArrayList<>();
    Objective listening =
        new Objective() {
          @Override
          public int outputs() {
            return 1;
          }

          @Override
          public void begin(double share) {
            heard.add(share);
          }

          @Override
          public double evaluate(int[] rows, float[] outputs, float[] gradient) {
            return PRODUCTS.evaluate(rows, outputs, gradient);
          }
        };
    Training four = training.epochs(4).checkpoints(folder);
    fit(four.pauseAfter(2), ROWS, listening);
    assertEquals(List.of(0.0, 0.25), heard);
    fit(four, ROWS, listening);
    assertEquals(List.of(0.0, 0.25, 0.5, 0.75), heard);
  }

  @Test
  void theSettingsOfTheRunDoNotChangeTheResult() {
    assertEquals(fit(training), fit(training.checkpoints(folder).progress((done, total) -> {})));
  }

  @Test
  void aTrainingThatHasEndedIsNotRepeated() {
    Training kept = training.checkpoints(folder);
    Outcome first = fit(kept);
    List<Long> heard = new ArrayList<>();
    assertEquals(first, fit(kept.progress((done, total) -> heard.add(done))));
    assertEquals(List.of(9L), heard);
  }

  /** Seed, data, targets and settings tell trainings apart: none takes another's checkpoint. */
  @Test
  void eachTrainingHasAFileOfItsOwn() throws IOException {
    Training kept = training.checkpoints(folder).pauseAfter(1);
    fit(kept);
    fit(kept.seed(2));
    fit(kept.learningRate(5.000000000001e-3));
    fit(kept, ROWS, Rows.squares(new double[120]));
    Rows other = Rows.normal(120, 1, 2, 12);
    other.values()[7][3] = Math.nextUp(other.values()[7][3]);
    fit(kept, other, PRODUCTS);
    assertEquals(5, files().size());
    fit(kept);
    assertEquals(5, files().size());
  }

  @Test
  void nothingIsSavedBeforeTheFirstEpochIsOver() throws IOException {
    String message = interrupted(training.checkpoints(folder).progress(interruptAfter(0)));
    assertEquals("training was interrupted in epoch 1, batch 1; nothing was saved", message);
    assertEquals(List.of(), files());
  }

  @Test
  void aDamagedCheckpointIsNamed() throws IOException {
    Training kept = training.checkpoints(folder);
    fit(kept.pauseAfter(1));
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2]++;
    Files.write(file, bytes);
    Exception e = assertThrows(UncheckedIOException.class, () -> fit(kept));
    assertTrue(e.getMessage().startsWith("cannot load " + file), e.getMessage());
  }
}
