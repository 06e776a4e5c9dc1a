package org.jansenrit.core.simulate;

import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ChunkedSamplingTest {
  private static final Prior PRIOR =
      Prior.of(Prior.uniform(JansenRit.A, 2.6, 9.75), Prior.uniform(JansenRit.C, 65, 1350));
  private static final String LAST = "0000000020.npz";

  @TempDir Path temporary;

  private static Simulation noisy() {
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Drive.of(Stimulus.constant(220), Noise.white(4)))
        .burnIn(ms(10))
        .duration(ms(40));
  }

  private static Simulator<TimeSeries> simulator() {
    return noisy().observe(Eeg.channel("Pz", 1).sensorNoise(SensorNoise.white(0.2)));
  }

  private Path run() {
    return temporary.resolve("deep/run");
  }

  private Dataset<TimeSeries> sample() {
    return simulator().sampleTo(run(), PRIOR, 23, 10, 42);
  }

  /** Bit for bit. */
  private static void assertSame(Dataset<?> expected, Dataset<?> actual) {
    assertEquals(expected.toString(), actual.toString());
    assertEquals(expected.provenance(), actual.provenance());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.theta().row(i), actual.theta().row(i));
      assertArrayEquals(expected.x().row(i), actual.x().row(i));
    }
  }

  private List<byte[]> bytes() throws IOException {
    List<byte[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(run())) {
      for (Path file : files.sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
    }
    return all;
  }

  private void assertSameBytes(List<byte[]> expected) throws IOException {
    List<byte[]> actual = bytes();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < actual.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i));
    }
  }

  @Test
  void chunksOnDiskAreTheSampleInMemory() throws IOException {
    Dataset<TimeSeries> whole = simulator().sample(PRIOR, 23, 42);
    assertSame(whole, sample());
    assertSame(whole, Dataset.load(run(), TimeSeries.class));
    assertEquals(3, bytes().size());
  }

  @Test
  void aChunkIsADataSetOfItsOwn() {
    sample();
    Dataset<TimeSeries> last = Dataset.load(run().resolve(LAST), TimeSeries.class);
    assertSame(simulator().sample(PRIOR, 23, 42).select(20, 21, 22), last);
  }

  @Test
  void whatIsMissingIsDoneAndWhatIsThereIsLeft() throws IOException {
    sample();
    List<byte[]> uninterrupted = bytes();
    var untouched = Files.getLastModifiedTime(run().resolve("0000000000.npz"));
    Files.delete(run().resolve("0000000010.npz"));
    sample();
    assertSameBytes(uninterrupted);
    assertEquals(untouched, Files.getLastModifiedTime(run().resolve("0000000000.npz")));
  }

  /** At any length: in the values, in the list of entries, at nothing. */
  @Test
  void aChunkThatWasCutIsDoneAgain() throws IOException {
    sample();
    List<byte[]> uninterrupted = bytes();
    int length = uninterrupted.get(2).length;
    for (int left : new int[] {0, 3, 100, length / 2, length - 30, length - 1}) {
      try (var file = new RandomAccessFile(run().resolve(LAST).toFile(), "rw")) {
        file.setLength(left);
      }
      sample();
      assertSameBytes(uninterrupted);
    }
  }

  @Test
  void anInterruptedRunContinuesWhereItStopped() throws IOException {
    sample();
    List<byte[]> uninterrupted = bytes();
    for (String name : List.of("0000000000.npz", "0000000010.npz", LAST)) {
      Files.delete(run().resolve(name));
    }
    var stopping = new Stopping(simulator());
    String message =
        assertThrows(CancellationException.class, () -> stopping.sampleTo(run(), PRIOR, 23, 10, 42))
            .getMessage();
    assertTrue(Thread.interrupted(), "the thread stays interrupted");
    assertEquals(
        "interrupted; " + run() + " keeps what was done, and the same call continues it", message);
    assertEquals(1, bytes().size());
    sample();
    assertSameBytes(uninterrupted);
  }

  /** Interrupts its own thread in the first chunk. */
  private record Stopping(Simulator<TimeSeries> simulator) implements Simulator<TimeSeries> {
    @Override
    public TimeSeries simulate(ParameterTable theta, Streams streams) {
      TimeSeries x = simulator.simulate(theta, streams);
      Thread.currentThread().interrupt();
      return x;
    }

    @Override
    public String toString() {
      return simulator.toString();
    }
  }

  @Test
  void aRunOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
    sample();
    List<byte[]> before = bytes();
    assertRefused(
        "0000000000.npz: it is of another run: its seed is 42, not 43",
        () -> simulator().sampleTo(run(), PRIOR, 23, 10, 43));
    assertRefused(
        "its prior is A ~ U(2.6, 9.75) mV, C ~ U(65, 1350), not C ~ U(65, 1350)",
        () -> simulator().sampleTo(run(), Prior.uniform(JansenRit.C), 23, 10, 42));
    assertRefused(
        "duration 40 ms, from the model's initial state] observed by EEG of Pz (gain 1),"
            + " white noise of sd 0.2 uV, not Simulation[",
        () -> noisy().observe(Eeg.source()).sampleTo(run(), PRIOR, 23, 10, 42));
    assertRefused(
        "its number of simulations is 23, not 30",
        () -> simulator().sampleTo(run(), PRIOR, 30, 10, 42));
    assertRefused(
        "0000000010.npz is not among the files of 23 simulations in chunks of 7",
        () -> simulator().sampleTo(run(), PRIOR, 23, 7, 42));
    assertSameBytes(before);
  }

  private static void assertRefused(String expected, Executable what) {
    String message = assertThrows(UncheckedIOException.class, what).getMessage();
    assertTrue(message.contains(expected), message);
  }

  /** Nothing in the text of this simulator says what it does. */
  @Test
  void aSimulatorThatOnlyLooksTheSameIsRefused() {
    Simulator<Features> one = scaled(1);
    Simulator<Features> two = scaled(2);
    one.sampleTo(run(), PRIOR, 5, 2, 42);
    one.sampleTo(run(), PRIOR, 5, 2, 42);
    String message =
        assertThrows(IllegalArgumentException.class, () -> two.sampleTo(run(), PRIOR, 5, 2, 42))
            .getMessage();
    assertTrue(
        message.startsWith(
            "cannot continue " + run() + ": its simulations from 0 on have other observations"),
        message);
  }

  private static Simulator<Features> scaled(double factor) {
    return (theta, streams) -> {
      double[][] rows = new double[theta.size()][1];
      for (int i = 0; i < rows.length; i++) {
        rows[i][0] = factor * theta.get(i, 0);
      }
      return Features.of(rows, List.of("f"));
    };
  }

  /** Nine digits of a bound are printed; the tenth makes another prior. */
  @Test
  void aPriorThatOnlyLooksTheSameIsRefused() {
    sample();
    Prior near =
        Prior.of(
            Prior.uniform(JansenRit.A, 2.60000000001, 9.75), Prior.uniform(JansenRit.C, 65, 1350));
    assertEquals(PRIOR.toString(), near.toString());
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> simulator().sampleTo(run(), near, 23, 10, 42))
            .getMessage();
    assertTrue(message.contains("from 0 on were run with other parameters than A ~ "), message);
  }

  @Test
  void lambdasAreNamedAlikeInEveryProcess() {
    String text = new Sampling<>(scaled(1), PRIOR, 1).provenance().entries().get("simulator");
    assertEquals(getClass().getName() + "$$Lambda", text);
    Simulator<Features> anonymous =
        new Simulator<>() {
          @Override
          public Features simulate(ParameterTable theta, Streams streams) {
            return scaled(1).simulate(theta, streams);
          }
        };
    assertEquals(
        anonymous.getClass().getName(),
        new Sampling<>(anonymous, PRIOR, 1).provenance().entries().get("simulator"));
  }

  @Test
  void divergedSimulationsAreCountedOnDisk() {
    Simulator<Features> failing = scaled(1e300);
    Dataset<Features> data = failing.sampleTo(run(), PRIOR, 5, 2, 42);
    assertEquals(5, data.diverged());
    assertEquals(0, data.finite().size());
  }

  @Test
  void aRunNeedsSimulationsAndChunks() {
    assertEquals(
        "at least one simulation and one per file are needed, but there were to be 0 in chunks of"
            + " 10",
        assertThrows(
                IllegalArgumentException.class, () -> simulator().sampleTo(run(), PRIOR, 0, 10, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> simulator().sampleTo(run(), PRIOR, 5, 0, 1));
  }

  @Test
  void anUnfinishedRunSaysSoWhenLoaded() throws IOException {
    sample();
    Files.delete(run().resolve("0000000010.npz"));
    assertRefused(
        "cannot load "
            + run()
            + ": the run is not complete: 1 of 3 files missing, the first with rows 10 to 19 of 23",
        () -> Dataset.load(run()));
    assertRefused("it has no .npz file", () -> Dataset.load(temporary));
  }
}
