package org.jansenrit.inference.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jansenrit.inference.training.Objective;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeakTest {
  private static final Rows ROWS = Rows.normal(64, 1, 2, 12);
  private static final Objective OBJECTIVE = Rows.squares(ROWS.products());
  private static final int[] ALL = IntStream.range(0, 64).toArray();

  static Stream<NetworkFactory> bodies() {
    return Stream.of(
        Networks.mlp(8),
        Networks.lstm(4, 1, true),
        TransformerBody.standard().patch(4).width(8).heads(2).blocks(1));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aStepLeavesNoArrayBehind(NetworkFactory body) {
    try (NDManager manager = Torch.newManager()) {
      Torch.withoutTape();
      BodyAndHead block = new BodyAndHead(body.body(ROWS.shape()), 1);
      block.initialize(manager, DataType.FLOAT32, Batches.shape(1, ROWS.shape()));
      Stepper stepper = new Stepper(manager, block, ROWS, OBJECTIVE, Training.standard());
      stepper.learn(ALL, 1e-3);
      int before = manager.getManagedArrays().size();
      for (int i = 0; i < 100; i++) {
        stepper.learn(ALL, 1e-3);
        stepper.score(ALL);
      }
      assertEquals(before, manager.getManagedArrays().size());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // reads /proc
  void memoryIsFlatOverThousandsOfSteps() throws IOException {
    try (Network network = Network.create(Networks.mlp(256), ROWS.shape(), OBJECTIVE, 1)) {
      Training training = Training.standard().batchSize(8).patience(1000);
      network.fit(ROWS, ALL, ALL, OBJECTIVE, training.epochs(100));
      long before = nativeMegabytes();
      network.fit(ROWS, ALL, ALL, OBJECTIVE, training.epochs(400));
      long grown = nativeMegabytes() - before;
      assertTrue(grown < 60, "grew by " + grown + " MB in 3200 steps");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void closedNetworksGiveTheirMemoryBack() throws IOException {
    createAndClose(120); // until the heap and what glibc keeps for later have their size
    long before = nativeMegabytes();
    createAndClose(60);
    long grown = nativeMegabytes() - before;
    assertTrue(grown < 200, "grew by " + grown + " MB in 60 networks of 16 MB with their moments");
  }

  private static void createAndClose(int times) {
    Training training = Training.standard().epochs(1).batchSize(64);
    for (int i = 0; i < times; i++) {
      try (Network network = Network.create(Networks.mlp(1000, 1000), ROWS.shape(), OBJECTIVE, i)) {
        network.fit(ROWS, ALL, ALL, OBJECTIVE, training);
      }
    }
  }

  private static long nativeMegabytes() throws IOException {
    System.gc();
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
    long heap = Runtime.getRuntime().totalMemory();
    return (Long.parseLong(pages) * 4096 - heap) / (1 << 20);
  }
}
