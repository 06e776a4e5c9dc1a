package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.nn.SequentialBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.simulate.Progress;
import org.jansenrit.inference.training.Device;
import org.jansenrit.inference.training.Objective;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static final Rows ROWS = Rows.normal(600, 1, 3);
  private static final Objective PRODUCTS = Rows.squares(ROWS.products());
  private static final int[] TRAIN = IntStream.range(0, 500).toArray();
  private static final int[] VALIDATION = IntStream.range(500, 600).toArray();
  private static final Training SHORT =
      Training.standard().epochs(5).batchSize(50).learningRate(5e-3).warmupSteps(5);

  private static Network mlp(long seed) {
    return Network.create(Networks.mlp(16, 16), new int[] {3}, PRODUCTS, seed);
  }

  private static TrainingHistory fit(Network network, Training training) {
    return network.fit(ROWS, TRAIN, VALIDATION, PRODUCTS, training);
  }

  @Test
  void learnsAProductOfItsInputs() {
    try (Network network = mlp(1)) {
      TrainingHistory history = fit(network, SHORT.epochs(60));
      assertTrue(history.best().validationLoss() < 0.1, history.toString());
      assertEquals(0, history.skippedSteps());
    }
  }

  @Test
  void keepsTheWeightsOfTheBestEpoch() {
    try (Network network = mlp(1)) {
      TrainingHistory history = fit(network, SHORT.epochs(30).patience(3).learningRate(0.05));
      float[] outputs = network.predict(ROWS);
      float[] some = new float[VALIDATION.length];
      System.arraycopy(outputs, 500, some, 0, some.length);
      double loss = PRODUCTS.evaluate(VALIDATION, some, null);
      assertEquals(history.best().validationLoss(), loss, 1e-6);
    }
  }

  @Test
  void aCopyLearnsOnAlone() {
    try (Network network = mlp(1);
        Network copy = network.copy(PRODUCTS)) {
      float[] before = network.predict(ROWS);
      assertArrayEquals(before, copy.predict(ROWS));
      fit(copy, SHORT);
      assertArrayEquals(before, network.predict(ROWS));
      fit(network, SHORT);
      assertArrayEquals(copy.predict(ROWS), network.predict(ROWS));
    }
  }

  @Test
  void stopsWhenPatienceIsOver() {
    double[] noise = new double[600];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = Rows.normal(1, i, 1).values()[0][0];
    }
    try (Network network = mlp(1)) {
      TrainingHistory history =
          network.fit(ROWS, TRAIN, VALIDATION, Rows.squares(noise), SHORT.epochs(200).patience(4));
      assertEquals(history.bestEpoch() + 4, history.epochs().size());
    }
  }

  @Test
  void sameSeedGivesTheSameWeightsBitForBit() {
    List<float[]> first = weightsAfterFit(1, 2);
    List<float[]> again = weightsAfterFit(1, 2);
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i), again.get(i));
    }
    assertNotEquals(first.get(0)[0], weightsAfterFit(1, 3).get(0)[0]);
    assertNotEquals(first.get(0)[0], weightsAfterFit(2, 2).get(0)[0]);
  }

  private static List<float[]> weightsAfterFit(long seed, long trainingSeed) {
    try (Network network = mlp(seed)) {
      fit(network, SHORT.seed(trainingSeed));
      return network.weights().values();
    }
  }

  @Test
  void dropoutDependsOnTheSeedOnly() {
    Rows rows = Rows.normal(64, 1, 2, 12);
    int[] all = IntStream.range(0, 64).toArray();
    Objective objective = Rows.squares(rows.products());
    List<float[]> results = new ArrayList<>();
    for (int repeat = 0; repeat < 2; repeat++) {
      Torch.engine().setRandomSeed(99 + repeat);
      try (Network network =
          Network.create(
              TransformerBody.standard().patch(3).width(8).heads(2).blocks(1),
              rows.shape(),
              objective,
              1)) {
        network.fit(rows, all, all, objective, SHORT);
        results.add(network.predict(rows));
      }
    }
    assertArrayEquals(results.get(0), results.get(1));
  }

  @Test
  void twoTrainingsAtOnceGiveWhatTheyGiveAlone() throws Exception {
    float[] alone = weightsAfterFit(1, 2).get(0);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Callable<List<float[]>> task = () -> weightsAfterFit(1, 2);
      for (Future<List<float[]>> result : pool.invokeAll(List.of(task, task))) {
        assertArrayEquals(alone, result.get().get(0));
      }
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void threadsThatPredictWhileAnotherTrainsAgree() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try (Network network = mlp(1);
        Network other = mlp(2)) {
      float[] expected = network.predict(ROWS);
      Future<TrainingHistory> training = pool.submit(() -> fit(other, SHORT));
      List<Callable<float[]>> tasks = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        tasks.add(() -> network.predict(ROWS));
      }
      for (Future<float[]> result : pool.invokeAll(tasks)) {
        assertArrayEquals(expected, result.get());
      }
      training.get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aBatchEqualsItsRowsOneByOne() {
    Rows rows = Rows.normal(300, 3, 3);
    try (Network network = mlp(1)) {
      float[] all = network.predict(rows);
      for (int i = 0; i < 300; i += 37) {
        Rows one = new Rows(new float[][] {rows.values()[i]}, rows.shape());
        assertEquals(network.predict(one)[0], all[i], 1e-6);
      }
      assertEquals(0, network.predict(new Rows(new float[0][], rows.shape())).length);
    }
  }

  @Test
  void aLossThatStaysNotFiniteStopsTrainingAndChangesNothing() {
    Objective broken =
        new Objective() {
          @Override
          public int outputs() {
            return 1;
          }

          @Override
          public double evaluate(int[] rows, float[] outputs, float[] gradient) {
            return Double.NaN;
          }
        };
    try (Network network = mlp(1)) {
      float[] before = network.predict(ROWS);
      TrainingException e =
          assertThrows(
              TrainingException.class,
              () -> network.fit(ROWS, TRAIN, VALIDATION, broken, SHORT.learningRate(0.1)));
      assertEquals(
          "loss became NaN in epoch 1, batch 10 (learning rate 0.1); nothing was saved. Try 0.001",
          e.getMessage());
      assertArrayEquals(before, network.predict(ROWS));
    }
  }

  @Test
  void aGradientThatIsNotFiniteIsSkippedAndCounted() {
    int[] calls = new int[1];
    Objective hiccup =
        new Objective() {
          @Override
          public int outputs() {
            return 1;
          }

          @Override
          public double evaluate(int[] rows, float[] outputs, float[] gradient) {
            double loss = PRODUCTS.evaluate(rows, outputs, gradient);
            if (gradient != null && ++calls[0] % 7 == 0) {
              gradient[0] = Float.NaN;
            }
            return loss;
          }
        };
    try (Network network = mlp(1)) {
      TrainingHistory history = network.fit(ROWS, TRAIN, VALIDATION, hiccup, SHORT.epochs(40));
      assertEquals(400 / 7, history.skippedSteps());
      assertTrue(history.best().validationLoss() < 0.3, history.toString());
    }
  }

  @Test
  void anInterruptStopsTraining() {
    try (Network network = mlp(1)) {
      Thread.currentThread().interrupt();
      TrainingException e = assertThrows(TrainingException.class, () -> fit(network, SHORT));
      assertTrue(Thread.interrupted());
      assertTrue(e.getMessage().startsWith("training was interrupted"), e.getMessage());
    }
  }

  @Test
  void rowsOfAnotherShapeAreRefused() {
    try (Network network = mlp(1)) {
      ShapeException e =
          assertThrows(ShapeException.class, () -> network.predict(Rows.normal(2, 1, 4)));
      assertEquals("network input: expected rows of shape [3], but got [4]", e.getMessage());
    }
  }

  @Test
  void emptyTrainingAndValidationRowsAreRefused() {
    try (Network network = mlp(1)) {
      int[] none = {};
      for (int[][] rows : new int[][][] {{none, VALIDATION}, {TRAIN, none}}) {
        assertThrows(
            IllegalArgumentException.class,
            () -> network.fit(ROWS, rows[0], rows[1], PRODUCTS, SHORT));
      }
    }
  }

  @Test
  void aClosedNetworkSaysSo() {
    Network network = mlp(1);
    network.close();
    network.close();
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> network.predict(ROWS));
    assertEquals("this network is closed", e.getMessage());
  }

  @Test
  void aBodyThatGivesNoFeaturesIsRefused() {
    NetworkFactory identity = shape -> new SequentialBlock().add(ai.djl.nn.Blocks.identityBlock());
    ShapeException e =
        assertThrows(
            ShapeException.class,
            () -> Network.create(identity, new int[] {2, 3}, Rows.squares(0), 1));
    assertTrue(e.getMessage().startsWith("body of the network"), e.getMessage());
  }

  @Test
  void theObjectiveDecidesWhereTheHeadStarts() {
    Objective three =
        new Objective() {
          @Override
          public int outputs() {
            return 2;
          }

          @Override
          public double evaluate(int[] rows, float[] outputs, float[] gradient) {
            return 0;
          }

          @Override
          public void initialHead(float[] bias, float[] weightFactor) {
            assertArrayEquals(new float[] {0, 0}, bias);
            assertArrayEquals(new float[] {1, 1}, weightFactor);
            bias[0] = 3;
            weightFactor[0] = 0;
          }
        };
    try (Network network = Network.create(Networks.mlp(4), new int[] {3}, three, 1)) {
      float[] outputs = network.predict(Rows.normal(2, 1, 3));
      assertEquals(3f, outputs[0]);
      assertEquals(3f, outputs[2]);
      assertNotEquals(outputs[1], outputs[3]);
    }
  }

  @Test
  void aGraphicsCardThatIsNotThereIsMissed() {
    assumeTrue(Torch.engine().getGpuCount() == 0);
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> Network.create(Networks.mlp(4), new int[] {3}, PRODUCTS, 1, Device.GPU));
    assertTrue(e.getMessage().startsWith("PyTorch finds no graphics card"), e.getMessage());
  }

  @Test
  void aTrainingElsewhereThanTheNetworkIsRefused() {
    try (Network network = mlp(1)) {
      Exception e =
          assertThrows(
              IllegalArgumentException.class, () -> fit(network, SHORT.device(Device.GPU)));
      assertEquals(
          "this network was created on the CPU, but is to be trained on the GPU", e.getMessage());
    }
  }

  @Test
  void progressHearsOfEveryEpochAndOfTheEarlyStop() {
    List<String> heard = new ArrayList<>();
    Progress listener =
        new Progress() {
          @Override
          public void update(long done, long total) {}

          @Override
          public void update(long done, long total, String detail) {
            heard.add(done + "/" + total + " " + detail);
          }
        };
    try (Network network = mlp(1)) {
      TrainingHistory history =
          fit(network, SHORT.epochs(50).patience(2).learningRate(0.1).progress(listener));
      int n = history.epochs().size();
      assertEquals(n + 2, heard.size());
      assertEquals("0/50 ", heard.get(0));
      assertTrue(
          heard
              .get(1)
              .matches(
                  "1/50 train loss \\S+, validation loss (\\S+) \\(best \\1 in epoch 1\\), learning"
                      + " rate \\S+"),
          heard.get(1));
      assertEquals(n + "/" + n + " stopped early", heard.get(n + 1));
    }
  }
}
