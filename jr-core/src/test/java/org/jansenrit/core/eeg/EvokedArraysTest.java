package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.data.TimeSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvokedArraysTest {
  private static final List<String> CHANNELS = List.of("Fz", "Cz");
  private static final double[] VOLTS = {1e-6, 2e-6, 3e-6, -1e-6, -2e-6, -3e-6};

  @TempDir Path folder;

  private static NumpyFile mne() {
    return NumpyFile.empty()
        .with("data", VOLTS, 2, 3)
        .withTexts("ch_names", CHANNELS)
        .with("sfreq", 100)
        .with("unit", "V");
  }

  private Evoked read(NumpyFile file) throws IOException {
    Path path = folder.resolve("a.npz");
    file.save(path);
    return Evoked.read(path);
  }

  private void assertRefused(NumpyFile file, String part) {
    var e = assertThrows(IOException.class, () -> read(file));
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().contains("a.npz, array "), e.getMessage());
  }

  @Test
  void whatIsSavedIsReadBackBitForBit() throws IOException {
    double[][] rows = {{0.1, 1e-30, Double.NaN, -5, 1e10, 7}};
    var series = TimeSeries.of(rows, CHANNELS, hz(600.614990234375), "uV").startingAt(ms(-10.1));
    Path path = folder.resolve("b.npz");
    Evoked.of("Left", 42, series).save(path);
    Evoked read = Evoked.read(path);
    assertEquals("Left", read.name());
    assertEquals(42, read.trials());
    assertEquals(CHANNELS, read.series().channels());
    assertEquals(series.rate(), read.series().rate());
    assertEquals(series.start(), read.series().start());
    assertArrayEquals(series.row(0), read.series().row(0));
  }

  @Test
  void voltsOfMnePythonBecomeMicrovolts() throws IOException {
    Evoked evoked = read(mne().with("tmin", -0.01).with("nave", 9).with("comment", "go"));
    assertArrayEquals(new double[] {1, 2, 3, -1, -2, -3}, evoked.series().row(0), 1e-6);
    assertEquals("Evoked[go, 9 trials, 2 channels x 3 samples at 100 Hz, uV]", evoked.toString());
    assertEquals(ms(-10), evoked.series().start());
    assertEquals(1, read(mne()).trials());
  }

  @Test
  void aBareArrayIsReadAndWritten() throws IOException {
    Path path = folder.resolve("a.npy");
    NumpyFile.empty().with("x", VOLTS, 2, 3).save(path);
    Evoked evoked = Evoked.read(path, CHANNELS, hz(100), ms(-10), "V");
    assertArrayEquals(new double[] {1, 2, 3, -1, -2, -3}, evoked.series().row(0), 1e-6);
    evoked.save(path);
    Evoked again = Evoked.read(path, CHANNELS, hz(100), ms(-10), "uV");
    assertArrayEquals(evoked.series().row(0), again.series().row(0));
    var e =
        assertThrows(
            IOException.class, () -> Evoked.read(path, List.of("Fz"), hz(100), ms(0), "V"));
    assertTrue(e.getMessage().contains("1 different channels x samples, but has shape [2, 3]"));
    assertThrows(IllegalArgumentException.class, () -> evoked.save(folder.resolve("a.csv")));
  }

  @Test
  void arraysThatDoNotFitAreRefused() {
    NumpyFile bare = NumpyFile.empty().with("data", VOLTS, 2, 3).with("sfreq", 100);
    assertRefused(bare, "array unit: is missing; add unit=\"V\"");
    assertRefused(bare.with("unit", "V"), "array ch_names: there is no such array");
    assertRefused(mne().with("data", VOLTS, 3, 2), "must be 2 different channels x samples");
    assertRefused(mne().with("data", VOLTS, 6), "but has shape [6]");
    assertRefused(mne().withTexts("ch_names", List.of("a", "a")), "2 different channels");
    assertRefused(mne().with("sfreq", 0), "array sfreq: must be positive");
    assertRefused(mne().with("nave", 0.5), "array nave: must be a number of trials");
    assertRefused(mne().with("comment", 3), "array comment: expected texts");
  }
}
