package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FifTest {
  @TempDir Path folder;

  /** A file that MNE-Python 1.3 wrote. */
  private static Path resource(String name) {
    try {
      return Path.of(FifTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertRefused(Executable read, String... parts) {
    var e = assertThrows(IOException.class, read);
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  private void assertRefused(FifFile file, String... parts) throws IOException {
    Path path = file.write(folder);
    assertRefused(() -> Fif.evoked(path), parts);
    assertRefused(() -> Fif.evoked(path), "small-ave.fif");
  }

  /**
   * MNE-Python, mne/io/tests/data/test-ave.fif: peaks of the global field power, the standard
   * deviation over EEG channels after baseline correction.
   */
  @ParameterizedTest
  @CsvSource({
    "0, Left Auditory, 3, 6.49, 181",
    "1, Right Auditory, 6, 4.02, 200",
    "2, Left visual, 6, 5.68, 191",
    "3, Right visual, 6, 7.62, 170"
  })
  void globalFieldPowerOfARealFilePeaksWhereItShould(
      int i, String name, int trials, double microvolts, double milliseconds) throws IOException {
    var list = Fif.evoked(RealData.file("fif/auditory-visual-ave.fif.gz"));
    assertEquals(4, list.size());
    Evoked evoked = list.get(i);
    assertEquals(name, evoked.name());
    assertEquals(trials, evoked.trials());
    TimeSeries series = evoked.lessBaseline().series();
    assertEquals(60, series.channels().size());
    assertEquals(600.615, series.rate().hertz(), 1e-3);
    assertEquals(-0.1998, series.start().seconds(), 1e-4);
    assertEquals(0.4995, series.times()[420], 1e-4);
    assertTrue(evoked.toString().endsWith("; 316 channels that are not EEG left out]"));
    double[] power = IntStream.range(0, 421).mapToDouble(k -> deviation(series, k)).toArray();
    int peak = IntStream.range(0, 421).reduce((a, b) -> power[a] >= power[b] ? a : b).getAsInt();
    assertEquals(microvolts, power[peak], 0.005);
    assertEquals(milliseconds, 1e3 * series.times()[peak], 0.5);
  }

  private static double deviation(TimeSeries series, int k) {
    double[] row = series.row(0);
    double[] x = IntStream.range(0, 60).mapToDouble(c -> row[c * series.samples() + k]).toArray();
    double mean = Arrays.stream(x).average().getAsDouble();
    return Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().getAsDouble());
  }

  /** The first values as MNE-Python gives them without projections. */
  @Test
  void valuesOfARealFileAreMicrovolts() throws IOException {
    var series = Fif.evoked(RealData.file("fif/auditory-visual-ave.fif.gz")).get(0).series();
    double[] first = Arrays.copyOf(series.channel(0, "EEG 001"), 3);
    assertArrayEquals(new double[] {-6.19506884, -4.43979957, -0.64015714}, first, 1e-5);
  }

  /** With a name too long for its field, a bad channel, and a name that is not ASCII. */
  @Test
  void whatMnePythonWritesIsRead() throws IOException {
    Evoked evoked = Fif.evoked(resource("mne-ave.fif")).get(0);
    String electrode = "a very long name of an electrode";
    assertEquals("öffnen", evoked.name());
    assertEquals(12, evoked.trials());
    assertEquals(List.of("Fz", electrode), evoked.series().channels());
    assertEquals(ms(-5), evoked.series().start());
    assertArrayEquals(new double[] {1, 2, 3, 4}, evoked.series().channel(0, "Fz"), 1e-6);
    assertArrayEquals(new double[] {-10, -20, -30, -40}, evoked.series().channel(0, 1), 1e-5);
    assertEquals(List.of(electrode), evoked.bads());
    assertEquals(List.of("Fz"), evoked.dropBads().series().channels());
  }

  @Test
  void covariancesThatMnePythonWritesAreRead() throws IOException {
    var full = Fif.covariance(resource("mne-cov.fif"));
    assertEquals(List.of("Fz", "Cz", "Pz"), full.channels());
    double[][] expected = {{4, 1, -0.5}, {1, 9, 2}, {-0.5, 2, 1}};
    var diagonal = Fif.covariance(resource("mne-diagonal-cov.fif.gz"));
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(expected[i], full.matrix()[i], 1e-12);
      double[] row = new double[3];
      row[i] = expected[i][i];
      assertArrayEquals(row, diagonal.matrix()[i], 1e-12);
    }
    var two = Fif.covariance(resource("mne-cov.fif"), "Pz", "Fz");
    assertArrayEquals(new double[] {-0.5, 4}, two.matrix()[1], 1e-12);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Fif.covariance(resource("mne-cov.fif"), "fz"));
    assertTrue(e.getMessage().contains("did you mean Fz"), e.getMessage());
  }

  @Test
  void theSmallestFileIsReadPackedOrNot() throws IOException {
    byte[] bytes = FifFile.evoked().bytes();
    for (byte[] some : List.of(bytes, FifFile.gzip(bytes))) {
      Evoked evoked = Fif.evoked(FifFile.write(folder, some)).get(0);
      assertArrayEquals(new double[] {2, 4, 6}, evoked.series().row(0), 1e-6);
      assertEquals(
          "Evoked[go, 7 trials, 1 channel x 3 samples at 100 Hz, uV; 1 channels that are not EEG"
              + " left out]",
          evoked.toString());
      assertArrayEquals(new double[] {0, 2, 4}, evoked.lessBaseline().series().row(0), 1e-6);
    }
  }

  /** Old files have a tag per channel, and standard errors beside averages. */
  @Test
  void channelsOneByOneAndStandardErrorsAreRead() throws IOException {
    FifFile file =
        new FifFile()
            .id()
            .start(101)
            .ints(200, 2)
            .floats(201, 100)
            .channel("Fz", 2, 1e-6f)
            .channel("Cz", 2, 1e-6f)
            .start(104)
            .ints(228, 2)
            .floats(229, -0.5f)
            .start(105)
            .ints(210, 101)
            .floats(302, 1, 2)
            .tag(302, 2, new byte[] {0, 3, 0, 4})
            .end(105)
            .end(104)
            .end(101);
    Evoked evoked = Fif.evoked(file.write(folder)).get(0);
    assertEquals("(standard error)", evoked.name());
    assertArrayEquals(new double[] {1, 2, 3, 4}, evoked.series().row(0), 1e-6);
    assertEquals(ms(-500), evoked.series().start());
  }

  @Test
  void damagedTagsAreRefused() throws IOException {
    assertRefused(new FifFile().ints(100, 1).start(1), "ends within FIF block 1", "Was it cut");
    assertRefused(new FifFile().ints(7, 1), "offset 0: this is no FIF file");
    assertRefused(new FifFile().id().end(5), "offset 36", "ends block 5");
    assertRefused(new FifFile().id().tag(1, 3, new byte[4], 8), "offset 36", "at offset 8");
    assertRefused(new FifFile().id().tag(1, 3, new byte[4], 99), "at offset 99");
    FifFile deep = new FifFile().id();
    for (int i = 0; i < 40; i++) {
      deep.start(i);
    }
    assertRefused(deep, "starts a block within 32 others");
    byte[] bytes = FifFile.evoked().bytes();
    for (int length : new int[] {0, 1, 15, 17, 35, 40, 300, bytes.length - 1}) {
      Path cut = FifFile.write(folder, Arrays.copyOf(bytes, length));
      assertRefused(() -> Fif.evoked(cut), "small-ave.fif, offset ");
    }
  }

  @Test
  void aCutArchiveIsRefused() throws IOException {
    byte[] packed = FifFile.gzip(FifFile.evoked().bytes());
    Path cut = FifFile.write(folder, Arrays.copyOf(packed, packed.length / 2));
    assertRefused(() -> Fif.evoked(cut), "bytes unpacked: gzip is damaged");
  }

  @Test
  void contentsMustAgree() throws IOException {
    FifFile bare = new FifFile().id().start(101).end(101);
    assertRefused(bare, "is this an -ave.fif file?");
    assertRefused(new FifFile().id(), "has no measurement");
    FifFile head = new FifFile().id().start(101).ints(200, 1).floats(201, 100);
    Path none =
        head.channel("EOG", 202, 1)
            .start(104)
            .ints(208, 0)
            .ints(209, 0)
            .start(105)
            .ints(210, 100)
            .end(105)
            .end(104)
            .end(101)
            .write(folder);
    assertRefused(() -> Fif.evoked(none), "has no EEG channel among 1");
    assertRefused(() -> Fif.covariance(none), "is this a -cov.fif file?");
    byte[] bytes = FifFile.evoked().bytes();
    // the number of samples, the number of channels, the sampling rate
    for (int kind : new int[] {209, 200, 201}) {
      byte[] changed = bytes.clone();
      int at = find(changed, kind);
      changed[at + 16] = 0x7f;
      changed[at + 17] = -1;
      Path file = FifFile.write(folder, changed);
      assertRefused(() -> Fif.evoked(file), "offset " + (kind == 209 ? "" : at));
    }
  }

  private static int find(byte[] bytes, int kind) {
    int at = 0;
    while (ByteBuffer.wrap(bytes).getInt(at) != kind) {
      at += 16 + ByteBuffer.wrap(bytes).getInt(at + 8);
    }
    return at;
  }

  @Test
  void covariancesMustFitTheirNames() throws IOException {
    FifFile[] wrong = {
      covariance(2, "a:b:c").doubles(3532, 1, 2, 3),
      covariance(2, "a:a").doubles(3532, 1, 2, 3),
      covariance(2, "a:b").doubles(3532, 1, 2),
      covariance(2, "a:b").doubles(3533, 1),
      covariance(2, "a:b").doubles(3532, 1, 2, Double.NaN),
      covariance(2, "a:b").doubles(3532, 0, 0, 0),
      covariance(2, "a:b").doubles(3532, 1, 2, 3),
      covariance(-2, "a:b").doubles(3532, 1, 2, 3)
    };
    for (FifFile file : wrong) {
      Path path = file.end(355).write(folder);
      assertRefused(() -> Fif.covariance(path), "offset ");
    }
    Path right = covariance(2, "a:b").doubles(3532, 1, 2, 5).end(355).write(folder);
    assertEquals(2e12, Fif.covariance(right).matrix()[0][1], 1e3);
  }

  private static FifFile covariance(int n, String names) {
    return new FifFile().id().start(355).ints(3530, 1).ints(3531, n).text(3502, names);
  }

  @Test
  void anEvokedResponseIsOneAverage() {
    double[][] rows = {{1, 2}, {3, 4}};
    var two = TimeSeries.of(rows, List.of("a"), Frequency.hz(10), "uV");
    assertThrows(ShapeException.class, () -> Evoked.of("go", 3, two));
    assertThrows(IllegalArgumentException.class, () -> Evoked.of("go", 0, two.select(0)));
    Evoked one = Evoked.of("go", 3, two.select(0));
    assertThrows(IllegalArgumentException.class, one::lessBaseline);
    assertEquals("Evoked[go, 3 trials, 1 channel x 2 samples at 10 Hz, uV]", one.toString());
  }

  @Test
  void recordingsAreNotReadFromFif() throws IOException {
    Path file = Files.write(folder.resolve("x-raw.fif"), new byte[9]);
    assertRefused(() -> Recording.read(file), "Fif.evoked reads averages");
  }
}
