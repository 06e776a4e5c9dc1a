package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DatasetFileTest {
  private static final Parameter ODD =
      Parameter.of("α \"gain\"\n", "µV\\√s", 0.1).possible(-1e-300, Double.POSITIVE_INFINITY);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void setFile() {
    file = directory.resolve("data.npz");
  }

  private static double[][] random(int rows, int width, long seed) {
    var random = new SplittableRandom(seed);
    double[][] values = new double[rows][width];
    Arrays.stream(values).forEach(row -> Arrays.setAll(row, j -> random.nextDouble(-1e9, 1e-3)));
    return values;
  }

  private static Dataset<TimeSeries> series(int n) {
    double[][] x = random(n, 3 * 70, 1);
    x[n / 2][11] = Double.NaN;
    var theta = ParameterTable.of(List.of(JansenRit.A, JansenRit.C, ODD), random(n, 3, 2));
    var series = TimeSeries.of(x, List.of("Cz", "Pz", "Ö\u0007z"), hz(1000 / 3.0), "µV");
    return new Dataset<>(
        theta, series.startingAt(ms(-200)), Provenance.here().with("seed", 42).with("ü", "\ud800"));
  }

  private static Dataset<Features> features(int n) {
    return Dataset.of(
        ParameterTable.of(List.of(JansenRit.A), random(n, 1, 3)),
        Features.of(random(n, 2, 4), List.of("peak", "delay")));
  }

  private static void assertSame(Dataset<?> expected, Dataset<?> actual) {
    assertEquals(expected.toString(), actual.toString());
    assertEquals(expected.theta().parameters(), actual.theta().parameters());
    assertEquals(expected.provenance(), actual.provenance());
    assertEquals(expected.diverged(), actual.diverged());
    actual.x().requireShapeOf(expected.x(), "loaded", "what was saved");
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.theta().row(i), actual.theta().row(i));
      assertArrayEquals(expected.x().row(i), actual.x().row(i));
      assertEquals(expected.x().isFinite(i), actual.x().isFinite(i));
    }
  }

  @Test
  void whatIsLoadedIsWhatWasSaved() {
    Dataset<TimeSeries> saved = series(500);
    saved.save(file);
    Dataset<TimeSeries> loaded = Dataset.load(file, TimeSeries.class);
    assertSame(saved, loaded);
    assertEquals(saved.x().start(), loaded.x().start());
    assertSame(saved.select(499, 3, 3, 0), loaded.select(499, 3, 3, 0));
    assertArrayEquals(saved.x().channel(7, 1), loaded.x().channel(7, "Pz"));
    features(5).save(file);
    assertSame(features(5), Dataset.load(file, Features.class));
    assertSame(features(5), Dataset.load(file));
  }

  @Test
  void setsWithoutRowsParametersOrFeaturesAreSets() {
    Dataset<Features> none = features(0);
    none.save(file);
    assertSame(none, Dataset.load(file));
    var only = Dataset.of(ParameterTable.of(List.of(), new double[4][0]), features(4).x());
    only.save(file);
    assertSame(only, Dataset.load(file));
    var blind = Dataset.of(features(4).theta(), Features.of(new double[4][0], List.of()));
    blind.save(file);
    assertSame(blind, Dataset.load(file));
  }

  @Test
  void whatIsLoadedCanBeSavedOverItself() throws IOException {
    series(40).save(file);
    byte[] bytes = Files.readAllBytes(file);
    Dataset.load(file).save(file);
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  /** NumPy orders its entries as it was told to: see docs/dataset-format.md. */
  @Test
  void aFileWrittenByNumPyIsRead() throws Exception {
    Path numpy = Path.of(getClass().getResource("written-by-numpy.npz").toURI());
    Dataset<TimeSeries> data = Dataset.load(numpy, TimeSeries.class);
    assertEquals(
        "Dataset[theta 2 x [A mV], TimeSeries 2 x 3 channels x 4 samples at 250 Hz, µV;"
            + " 1 diverged]",
        data.toString());
    assertArrayEquals(new double[] {8, 9, 10, 11}, data.x().channel(0, "Oz"));
    assertArrayEquals(
        new double[] {3.25, 5.5}, data.theta().column(data.theta().parameters().get(0)));
    assertEquals(ms(-200), data.x().start());
  }

  @Test
  void anotherKindIsNamed() {
    features(3).save(file);
    assertRefused(
        "expected TimeSeries, but found Features 3 x 2 features (peak, delay)",
        () -> Dataset.load(file, TimeSeries.class));
  }

  @Test
  void whatIsNoDataSetIsRefused() throws IOException {
    assertRefused("there is no such file");
    Files.writeString(file, "A,B,C\n1,2,3\n");
    assertRefused("it is no zip file, as NPZ files are");
    Files.write(file, new byte[0]);
    assertRefused("it is no zip file, as NPZ files are");
    rewrite("other.npy", new byte[3]);
    assertRefused("expected an entry meta.json, but found only [other.npy]");
  }

  @Test
  void aFileThatWasCutIsRefused() throws IOException {
    series(20).save(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {4, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(
          "it is cut short: a zip file ends with a list of its entries, this one does not");
    }
  }

  @Test
  void damagedParametersAreRefused() throws IOException {
    series(20).save(file);
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, ISO_8859_1).indexOf("theta.npy");
    bytes[at + 200] ^= 1;
    Files.write(file, bytes);
    assertRefused("theta.npy is damaged: its checksum is wrong");
  }

  @Test
  void metaDataThatDoNotFitAreRefused() throws IOException {
    assertMeta(
        "\"version\": 1",
        "\"version\": 2",
        "meta.json: expected format \"jansen-rit data set\" version 1,"
            + " but found \"jansen-rit data set\" version 2");
    assertMeta(
        "jansen-rit data set",
        "mine",
        "expected format \"jansen-rit data set\" version 1, but found \"mine\" version 1");
    assertMeta(
        "\"samples\": 70",
        "\"samples\": 71",
        "x.npy: expected <f4 (20, 3, 71), but found <f4 (20, 3, 70)");
    assertMeta(
        "\"chunk\": 20", "\"chunk\": 0", "meta.json: no rows start at 0 of 20 in chunks of 0");
    assertMeta(
        "\"total\": 20", "\"total\": 19", "finite.npy: expected |b1 (19,), but found |b1 (20,)");
    assertMeta(
        "\"samples\": 70",
        "\"samples\": 7.5",
        "meta.json: x: samples: expected a whole number from 0 on, but found 7.5");
    assertMeta("\"rate\": ", "\"ratio\": ", "meta.json: x: rate is missing");
    assertMeta(
        "\"kind\": \"time series\"",
        "\"kind\": \"epochs\"",
        "meta.json: x: expected kind \"time series\", \"features\" or \"trials\", but found epochs");
    assertMeta(
        "\"symbol\": \"A\"",
        "\"symbol\": 3",
        "meta.json: theta[0]: symbol: expected a text, but found 3.0");
    assertMeta(
        "\"lowest\": 0.1",
        "\"lowest\": 200",
        "meta.json: A: the standard value 3.25 is outside the possible range [200.0, 100.0] mV");
    assertMeta("\"unit\": ", "\"unit\" ", "meta.json: expected ':' at character ");
  }

  /** Saves a set of 20, replaces a text in its meta data and expects that to be refused. */
  private void assertMeta(String text, String replacement, String expected) throws IOException {
    series(20).save(file);
    String meta = new String(entry("meta.json"), UTF_8);
    assertTrue(meta.contains(text), meta);
    rewrite("meta.json", meta.replace(text, replacement).getBytes(UTF_8));
    assertRefused(expected);
  }

  @Test
  void arraysThatDoNotFitAreRefused() throws IOException {
    series(20).save(file);
    byte[] theta = entry("theta.npy");
    rewrite("theta.npy", Arrays.copyOf(theta, theta.length - 8));
    assertRefused("theta.npy: expected 608 bytes, but found 600");
    rewrite("theta.npy", "<f8 (20, 3)".getBytes(UTF_8));
    assertRefused("theta.npy: expected an array in NumPy's format, version 1.0");
    rewrite(
        "theta.npy",
        new String(theta, ISO_8859_1)
            .replace("'fortran_order': False", "'fortran_order': True ")
            .getBytes(ISO_8859_1));
    assertRefused(
        "theta.npy: expected <f8 (20, 3), but found no array in C order: {'descr': '<f8'");
  }

  /** Compressed values cannot be mapped. */
  @Test
  void compressedOrMovedValuesAreRefused() throws IOException {
    series(20).save(file);
    rewrite("none", new byte[0]);
    assertRefused("x.npy must be the first entry and not compressed, but x.npy is first");
  }

  private byte[] entry(String name) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
  }

  /** Writes the file again, compressed, but for x.npy unless {@code name} is "none". */
  private void rewrite(String name, byte[] content) throws IOException {
    Path old = Files.exists(file) && Files.size(file) > 50 ? file : null;
    Path next = directory.resolve("next");
    try (OutputStream out = Files.newOutputStream(next);
        var zip = new ZipOutputStream(out)) {
      if (old == null) {
        put(zip, new ZipEntry(name), content);
      } else {
        copy(old, zip, name, content);
      }
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void copy(Path old, ZipOutputStream zip, String name, byte[] content)
      throws IOException {
    try (var from = new ZipFile(old.toFile())) {
      for (ZipEntry entry : from.stream().toList()) {
        boolean stored = entry.getName().equals("x.npy") && !name.equals("none");
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        put(
            zip,
            stored ? new ZipEntry(entry) : new ZipEntry(entry.getName()),
            entry.getName().equals(name) ? content : bytes);
      }
    }
  }

  private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private void assertRefused(String expected) {
    assertRefused(expected, () -> Dataset.load(file));
  }

  private void assertRefused(String expected, Executable what) {
    String message = assertThrows(UncheckedIOException.class, what).getMessage();
    assertTrue(message.startsWith("cannot load " + file + ": "), message);
    assertTrue(message.contains(expected), message);
  }

  /** Linux has a disk that is always full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aSetOnAFullDiskFailsLoudly() {
    var data =
        Dataset.of(
            ParameterTable.of(List.of(), new double[9][0]),
            Features.of(new double[9][1], List.of("f")));
    assertThrows(
        IOException.class,
        () -> {
          try (var full = new FileOutputStream("/dev/full")) {
            DatasetWriter.write(data, RowRange.whole(9), full);
          }
        });
  }
}
