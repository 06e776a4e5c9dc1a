package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  private static final String FORMAT = "test";
  private static final double[] DOUBLES = {Double.MIN_VALUE, -0.0, Double.NaN, Math.PI, 1e300, -1};
  private static final float[] FLOATS = {Float.MIN_VALUE, Float.NEGATIVE_INFINITY, 0.1f};
  private static final List<Parameter> PARAMETERS =
      List.of(JansenRit.A, Parameter.of("offset", "1", -2).possible(-3, Double.POSITIVE_INFINITY));
  private static final TimeSeries SERIES =
      TimeSeries.wrap(new float[6], List.of("Fz", "µ\"\\\n"), 3, Frequency.hz(1e3 / 7), "uV")
          .startingAt(Time.ms(-100));

  @TempDir private Path folder;

  private static Archive example() {
    Archive part = Archive.of("part").with("values", FLOATS, 3).with("rate", 0.1);
    return Archive.of("whole")
        .with("count", 7)
        .with("words", List.of("a", "b"))
        .with("units", List.of(64, 32))
        .withParameters("theta", PARAMETERS)
        .with("input", SERIES)
        .with("made", Provenance.here().with("seed", Long.MIN_VALUE))
        .with("matrix", DOUBLES, 2, 3)
        .with("one", part)
        .withParts("many", List.of(part, part.with("more", new float[0], 0)));
  }

  private static void requireExample(Archive archive) throws IOException {
    assertEquals("whole", archive.kind());
    assertEquals(7, archive.count("count"));
    assertEquals(List.of("a", "b"), archive.texts("words"));
    assertEquals(List.of(64, 32), archive.counts("units"));
    assertEquals(PARAMETERS, archive.parameters("theta"));
    archive.template("input").requireShapeOf(SERIES, "read", "what was saved");
    assertEquals(SERIES.start(), archive.template("input", TimeSeries.class).start());
    assertEquals(Long.MIN_VALUE + "", archive.provenance("made").entries().get("seed"));
    assertArrayEquals(bits(DOUBLES), bits(archive.doubles("matrix", 2, 3)));
    assertEquals(Set.of("matrix"), archive.arrays());
    assertArrayEquals(FLOATS, archive.part("one").floats("values", 3));
    assertEquals(0.1, archive.part("one").number("rate"));
    assertEquals(2, archive.parts("many").size());
    assertArrayEquals(FLOATS, archive.parts("many").get(0).floats("values", 3));
    assertEquals(0, archive.parts("many").get(1).floats("more", 0).length);
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  private Path saved() {
    Path file = folder.resolve("example.npz");
    example().save(file, FORMAT, 2);
    return file;
  }

  private static Archive load(Path file) {
    return Archive.load(file, FORMAT, 2, archive -> archive);
  }

  private static String reason(Path file) {
    String message = assertThrows(UncheckedIOException.class, () -> load(file)).getMessage();
    assertTrue(message.startsWith("cannot load " + file + ": "), message);
    return message.substring(("cannot load " + file + ": ").length());
  }

  @Test
  void whatIsSavedIsReadToTheLastBit() throws IOException {
    requireExample(example());
    requireExample(load(saved()));
  }

  @Test
  void theSameArchiveGivesTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(saved());
    assertArrayEquals(first, Files.readAllBytes(saved()));
  }

  @Test
  void arraysAreEntriesOfTheirOwn() throws IOException {
    try (ZipFile zip = new ZipFile(saved().toFile())) {
      assertEquals(
          List.of(
              "meta.json",
              "many/0/values.npy",
              "many/1/more.npy",
              "many/1/values.npy",
              "matrix.npy",
              "one/values.npy"),
          zip.stream().map(Object::toString).toList());
    }
  }

  @Test
  void whatIsMissingOrDifferentIsNamed() throws IOException {
    Archive archive = load(saved());
    assertReason("meta.json: none is missing", () -> archive.text("none"));
    assertReason(
        "meta.json: one: none: this array is missing", () -> archive.part("one").floats("none", 1));
    assertReason(
        "meta.json: matrix: expected <f8 (3, 2), but found <f8 (2, 3)",
        () -> archive.doubles("matrix", 3, 2));
    assertReason(
        "meta.json: matrix: expected <f4 (2, 3), but found <f8 (2, 3)",
        () -> archive.floats("matrix", 2, 3));
    assertReason(
        "meta.json: kind: expected \"part\", but found \"whole\"",
        () -> archive.requireKind("part"));
    assertReason(
        "meta.json: many[1]: count is missing", () -> archive.parts("many").get(1).count("count"));
    assertReason(
        "meta.json: input: expected Features, but found TimeSeries 0 x 2 channels x 3 samples at"
            + " 142.857143 Hz, uV",
        () -> archive.template("input", Features.class));
  }

  private interface Reading {
    void run() throws IOException;
  }

  private static void assertReason(String expected, Reading reading) {
    assertEquals(expected, assertThrows(IOException.class, reading::run).getMessage());
  }

  @Test
  void otherFormatsAndLaterVersionsAreRefused() {
    Path file = folder.resolve("other.npz");
    example().save(file, "recipe", 1);
    assertEquals("it is a recipe, not a test", reason(file));
    example().save(file, FORMAT, 3);
    assertEquals(
        "it is of version 3, but this library reads versions 1 to 2; was it written by a later one?",
        reason(file));
    assertTrue(reason(folder.resolve("none.npz")).contains("no such file"));
  }

  @Test
  void aFileCutShortAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(saved());
    Path cut = folder.resolve("cut.npz");
    for (int length = 0; length < whole.length; length += 1 + length / 16) {
      Files.write(cut, Arrays.copyOf(whole, length));
      reason(cut);
    }
  }

  /** Of 400 single wrong bytes each is harmless (in a date, say) or refused; none goes unseen. */
  @Test
  void aWrongByteIsHarmlessOrRefused() throws IOException {
    byte[] whole = Files.readAllBytes(saved());
    Path damaged = folder.resolve("damaged.npz");
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(damaged, bytes);
      try {
        requireExample(load(damaged));
      } catch (UncheckedIOException | IOException e) {
        refused++;
      }
    }
    assertTrue(refused > 250, refused + " refused");
  }

  @Test
  void randomBytesAreRefused() throws IOException {
    Path file = folder.resolve("noise.npz");
    byte[] noise = new byte[10_000];
    new Random(2).nextBytes(noise);
    Files.write(file, noise);
    assertEquals("it is no zip file, as NPZ files are", reason(file));
  }

  @Test
  void numbersThatJsonHasNotAndWrongSizesAreRefused() {
    Archive archive = Archive.of("x");
    assertThrows(IllegalArgumentException.class, () -> archive.with("y", Double.NaN));
    ShapeException e =
        assertThrows(ShapeException.class, () -> archive.with("y", new float[5], 2, 3));
    assertEquals("y: expected values of shape [2, 3], but got 5", e.getMessage());
  }

  /** Five heads of 128 bytes, six doubles, nine floats. */
  @Test
  void theTextIsOneLine() {
    assertEquals("Archive[whole, 5 arrays, 724 bytes]", example().toString());
  }
}
