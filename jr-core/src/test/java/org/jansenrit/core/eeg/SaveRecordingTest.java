package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Scale;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaveRecordingTest {
  @TempDir Path folder;

  /** Noise whose channels differ in size by 10,000, and whole numbers. */
  private static Recording noise(int samples, Frequency rate, Event... events) {
    var random = new Random(5);
    List<String> channels = List.of("Fz", "Cz", "large", "whole");
    double[] row = new double[4 * samples];
    double[] scale = {1, 30, 10_000};
    for (int i = 0; i < row.length; i++) {
      int c = i / samples;
      row[i] = c == 3 ? random.nextInt(60_000) - 30_000 : scale[c] * random.nextGaussian();
    }
    double[][] one = {row};
    return Recording.of(TimeSeries.of(one, channels, rate, "uV"), List.of(events));
  }

  private static double span(double[] x) {
    return Arrays.stream(x).max().getAsDouble() - Arrays.stream(x).min().getAsDouble();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.edf", "a.vhdr"})
  void whatIsSavedIsReadBack(String name) throws IOException {
    var saved =
        noise(
            2500,
            hz(250),
            new Event("Stimulus", "square, µ", 0, 1),
            new Event("Stimulus", "square, µ", 1249, 0),
            new Event("Stimulus", "last", 2499, 7));
    Path file = folder.resolve(name);
    saved.save(file);
    var read = Recording.read(file);
    assertEquals(saved.toString(), read.toString());
    assertEquals(saved.channels(), read.channels());
    for (String channel : saved.channels()) {
      double[] values = saved.channel(channel);
      boolean exact = name.endsWith("vhdr") || channel.equals("whole");
      // half a step of 16 bits; the range may be rounded up in its fifth digit
      double tolerance = exact ? 0 : 0.5001 * span(values) / 65_535;
      if (exact) {
        assertArrayEquals(values, read.channel(channel));
      } else {
        assertArrayEquals(values, read.channel(channel), tolerance);
      }
    }
    for (int i = 0; i < 3; i++) {
      Event expected = saved.events().get(i);
      Event actual = read.events().get(i);
      assertEquals(expected.marker(), actual.marker());
      assertEquals(expected.sample(), actual.sample());
      assertEquals(expected.duration(), actual.duration());
    }
  }

  /** Bit for bit: the numbers that are written are those that were read. */
  @Test
  void savingWhatWasReadChangesNothing() throws IOException {
    Path first = folder.resolve("first.vhdr");
    noise(777, hz(100.3), Event.stimulus("a", 5)).save(first);
    Path second = folder.resolve("second.vhdr");
    Recording.read(first).save(second);
    assertArrayEquals(bytes("first.eeg"), bytes("second.eeg"));
    assertEquals(Recording.read(first).events(), Recording.read(second).events());
  }

  private byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  /** At worst, no interval gives exactly the rate again, but one its neighbour. */
  @Property
  void ratesOfBrainVisionSurvive(
      @ForAll @Scale(5) @DoubleRange(min = 0.1, max = 20_000) double rate) {
    double interval = BrainVisionWriter.interval(hz(rate));
    assertEquals(rate, 1e6 / interval, Math.ulp(rate));
    for (int i = 0; i < 3 && 1e6 / interval != rate; i++) {
      assertTrue(1e6 / (Math.nextDown(1e6 / rate) + i * Math.ulp(1e6 / rate)) != rate);
    }
  }

  /** EDF needs records of equal length whose duration has at most eight characters. */
  @ParameterizedTest
  @CsvSource({
    "30504, 128, 124, 0.96875", // 123 would be nearer, but 0.9609375 has nine characters
    "7900, 1000, 790, 0.79",
    "1201, 1000, 1201, 1.201",
    "10007, 1000, 10007, 10.007",
    "15360, 256, 256, 1",
    "600, 0.1, 1, 10",
    "1000, 12.8, 10, 0.78125"
  })
  void recordsAreNearASecond(int samples, double rate, int perRecord, String duration) {
    var records = EdfRecords.of(samples, 4, hz(rate));
    assertEquals(new EdfRecords(perRecord, samples / perRecord, duration), records);
  }

  @Test
  void whatEdfCannotSayIsRefusedWithAWayOut() {
    assertRefused(noise(15_361, hz(256)), "15360 can: crop to 60 s first, or save as .vhdr");
    assertRefused(noise(5000, hz(600.614990234375)), "resample to a whole number of Hz first");
    assertRefused(one("a name of 17 chars", 1), "at most 16 ASCII characters");
    assertRefused(one("Ö1", 1), "at most 16 ASCII characters");
    assertRefused(one("a", Double.NaN), "a is NaN at sample 0");
    assertRefused(one("a", 1.5e-12), "eight characters");
    assertRefused(one("a", 1e9), "eight characters");
    double[][] rows = {{1, 2}};
    var series = TimeSeries.of(rows, List.of("a"), hz(1), "uV");
    assertRefused(
        Recording.of(series, List.of(Event.stimulus("a\u0014b", 0))), "control characters");
  }

  private static Recording one(String channel, double value) {
    double[][] rows = {{value, 0.5 * value}};
    return Recording.of(TimeSeries.of(rows, List.of(channel), hz(1), "uV"), List.of());
  }

  private void assertRefused(Recording recording, String part) {
    Path file = folder.resolve("a.edf");
    var e = assertThrows(IllegalArgumentException.class, () -> recording.save(file));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(Files.notExists(file));
  }

  @Property
  void everyRangeKeepsItsValuesToHalfAStep(
      @ForAll @Scale(4) @FloatRange(min = -99_999, max = 99_999) float a,
      @ForAll @Scale(4) @FloatRange(min = 1e-4f, max = 99_999) float width,
      @ForAll @DoubleRange(min = 0, max = 1) double where) {
    EdfRange range = EdfRange.of("a", a, (double) a + width, false);
    assertTrue(range.lowText().length() <= 8 && range.highText().length() <= 8);
    double low = Double.parseDouble(range.lowText());
    double step = (Double.parseDouble(range.highText()) - low) / 65_535;
    double value = a + where * width;
    assertEquals(value, low + step * (range.digital(value) + 32_768), 0.5001 * step + 1e-9);
    assertTrue(step * 65_535 <= Math.max(2 * width, 0.01 * Math.abs(a)), range.toString());
  }

  @Test
  void breaksSurviveAndStillSeparate() throws IOException {
    var saved =
        noise(1000, hz(100), new Event("New Segment", "", 500, 1), Event.stimulus("go", 498));
    for (String name : List.of("b.edf", "b.vhdr")) {
      Path file = folder.resolve(name);
      saved.save(file);
      assertTrue(Recording.read(file).events().get(1).isBreak());
    }
  }

  @Test
  void aStretchOfAFileCanBeSaved() throws IOException {
    Path file = folder.resolve("whole.edf");
    var whole = noise(1000, hz(100), Event.stimulus("go", 150));
    whole.save(file);
    Path part = folder.resolve("part.vhdr");
    Recording.read(file).pick("Cz", "Fz").crop(s(1), s(3)).save(part);
    var read = Recording.read(part);
    assertEquals(List.of("Cz", "Fz"), read.channels());
    assertEquals(50, read.events().get(0).sample());
    assertEquals(whole.channel("Fz")[150], read.channel("Fz")[50], 1e-4);
  }

  @Test
  void otherEndingsAndMissingFoldersAreRefused() {
    var recording = noise(100, hz(100));
    assertThrows(IllegalArgumentException.class, () -> recording.save(folder.resolve("a.bdf")));
    Path nowhere = folder.resolve("none").resolve("a.vhdr");
    assertThrows(UncheckedIOException.class, () -> recording.save(nowhere));
  }

  /** Section 2.1.3 of EDF+: ASCII, padded with blanks; the fields as the specification has them. */
  @Test
  void theHeaderIsThatOfTheSpecification() throws IOException {
    Path file = folder.resolve("a.edf");
    noise(200, hz(100), Event.stimulus("go", 150)).save(file);
    String header = new String(Files.readAllBytes(file), 0, 256 * 6, StandardCharsets.ISO_8859_1);
    assertEquals("0       X X X X ", header.substring(0, 16));
    assertEquals("Startdate X X X X", header.substring(88, 105));
    assertEquals("01.01.8500.00.001536    EDF+C", header.substring(168, 197));
    assertEquals("2       1       5   Fz   ", header.substring(236, 261));
    assertEquals("EDF Annotations ", header.substring(320, 336));
    assertTrue(header.chars().allMatch(c -> c >= 32 && c < 127));
  }
}
