package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jansenrit.core.quantity.Frequency.hz;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jansenrit.core.model.JansenRit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DatasetDirectoryTest {
  private static final Provenance MADE = Provenance.here().with("seed", 42);

  @TempDir Path directory;

  private DatasetDirectory open() {
    return DatasetDirectory.open(directory, 8, 3, MADE);
  }

  /** Row i has the parameter 1 + i and the values i, i, ... */
  private static Dataset<TimeSeries> rows(int first, int count, int samples) {
    double[][] theta = new double[count][1];
    var x = TimeSeries.builder(count, List.of("Pz"), samples, hz(250), "uV");
    float[] values = new float[samples];
    for (int i = 0; i < count; i++) {
      theta[i][0] = 1 + first + i;
      Arrays.fill(values, first + i);
      x.put(i, 0, values);
    }
    return Dataset.of(ParameterTable.of(List.of(JansenRit.C), theta), x.build());
  }

  private void writeAll() {
    for (int first : List.of(6, 0, 3)) {
      open().write(first, rows(first, open().count(first), 5));
    }
  }

  @Test
  void chunksMayBeWrittenInAnyOrderByAnyone() {
    assertEquals(List.of(0, 3, 6), open().starts());
    assertEquals(2, open().count(6));
    assertTrue(open().read(3).isEmpty());
    writeAll();
    assertEquals(3, open().read(3).orElseThrow().size());
    Dataset<TimeSeries> all = Dataset.load(directory, TimeSeries.class);
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, all.theta().column(JansenRit.C));
    assertArrayEquals(new double[] {7, 7, 7, 7, 7}, all.x().row(7));
    assertArrayEquals(new double[] {2, 2, 2, 2, 2}, all.select(7, 2).x().row(1));
    assertEquals(MADE, all.provenance());
  }

  @Test
  void anotherMachineMayContinueAndIsNamed() {
    writeAll();
    var entries = new LinkedHashMap<>(MADE.entries());
    entries.put("jdk", "99");
    DatasetDirectory elsewhere = DatasetDirectory.open(directory, 8, 3, new Provenance(entries));
    assertTrue(elsewhere.read(0).isPresent());
    elsewhere.write(3, rows(3, 3, 5));
    assertEquals(
        Runtime.version() + " | 99", Dataset.load(directory).provenance().entries().get("jdk"));
  }

  @Test
  void whatIsNotAChunkIsRefused() {
    assertEquals(
        "rows 6 to 7 of 8: expected 2 simulations, but got 3",
        assertThrows(ShapeException.class, () -> open().write(6, rows(6, 3, 5))).getMessage());
    assertEquals(
        "no rows start at 4 of 8 in chunks of 3",
        assertThrows(IllegalArgumentException.class, () -> open().read(4)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> open().count(9));
  }

  @Test
  void chunksOfAnotherShapeOrPlaceAreNotReadTogether() throws IOException {
    writeAll();
    open().write(6, rows(6, 2, 4));
    assertRefused("0000000006.npz: it is of another run: its x is {kind=time series, channels=");
    Files.copy(directory.resolve("0000000000.npz"), directory.resolve("copy"));
    Files.move(
        directory.resolve("copy"),
        directory.resolve("0000000003.npz"),
        StandardCopyOption.REPLACE_EXISTING);
    assertRefused("expected it to start with row 3, but found rows 0 to 2 of 8");
    assertThrows(UncheckedIOException.class, () -> open().read(3));
  }

  @Test
  void strangeFilesAreNamed() throws IOException {
    writeAll();
    Files.writeString(directory.resolve("mine.npz"), "");
    assertRefused("mine.npz is not among the files of 8 simulations in chunks of 3");
    assertThrows(UncheckedIOException.class, this::open);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    String message = message(() -> DatasetDirectory.open(file, 8, 3, MADE));
    assertEquals(
        "cannot save " + file + ": java.nio.file.FileAlreadyExistsException: " + file, message);
  }

  @Test
  void anInterruptedThreadIsToldSo() {
    writeAll();
    Thread.currentThread().interrupt();
    String message = message(() -> Dataset.load(directory));
    assertTrue(Thread.interrupted());
    assertTrue(message.endsWith("0000000000.npz: the thread is interrupted"), message);
  }

  /** 96 MB of values in a process whose heap has 24. */
  @Test
  void aSetLargerThanTheHeapIsReadRowByRow() throws Exception {
    var run = DatasetDirectory.open(directory, 24, 2, MADE);
    for (int first : run.starts()) {
      run.write(first, rows(first, 2, 1_000_000));
    }
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                SumOfRows.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), printed);
    assertEquals("24 rows, 0 diverged, sum 2.76E8", printed.strip());
  }

  /** Reads each row of a data set once, in a process of its own. */
  static final class SumOfRows {
    private SumOfRows() {}

    public static void main(String[] args) {
      Dataset<Observations> data = Dataset.load(Path.of(args[0]));
      float[] row = new float[data.x().width()];
      double sum = 0;
      for (int i = 0; i < data.size(); i++) {
        data.x().copyTo(i, row, 0);
        for (float value : row) {
          sum += value;
        }
      }
      System.out.println(data.size() + " rows, " + data.diverged() + " diverged, sum " + sum);
    }
  }

  private void assertRefused(String expected) {
    String message = message(() -> Dataset.load(directory));
    assertTrue(message.contains(expected), message);
    assertFalse(message.contains("null"), message);
  }

  private static String message(Executable what) {
    return assertThrows(UncheckedIOException.class, what).getMessage();
  }
}
