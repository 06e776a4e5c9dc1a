package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EDF and BDF files made elsewhere; single values and events are those that MNE-Python reads. */
class RealEdfTest {

  /** From the test set of EEGLAB for BIDS. */
  @Test
  void plainEdfIsReadWhole() throws IOException {
    var recording = Recording.read(RealData.file("edf/plain-16ch.edf"));
    assertEquals(
        "Recording[16 channels x 15360 samples at 256 Hz, 60.0 s; no events]",
        recording.toString());
    assertEquals(5.33333333, recording.channel("EEG Fp1")[0], 1e-6);
    assertEquals(6.33333333, recording.channel("EEG T6")[1000], 1e-6);
    assertEquals(-33.3333333, recording.channel("EEG O1")[15_359], 1e-5);
  }

  /** MNE-Python, mne/io/edf/tests/data/test.edf. */
  @Test
  void annotationsOfEdfPlusAreRead() throws IOException {
    var recording = Recording.read(RealData.file("edf/annotated.edf"));
    assertEquals(
        "Recording[139 channels x 3072 samples at 512 Hz, 6.0 s; 3 type A, 1 start, 1 type B]",
        recording.toString());
    assertEquals(
        List.of(
            new Event("Annotation", "start", 0, 0),
            new Event("Annotation", "type A", 69, 131),
            new Event("Annotation", "type A", 200, 512),
            new Event("Annotation", "type B", 1024, 0),
            new Event("Annotation", "type A", 1280, 1280)),
        recording.events());
    assertEquals(-15, recording.channel("A1")[0], 1e-5);
    assertEquals(42, recording.channel("A6")[1000], 1e-5);
    assertEquals(-2393, recording.channel("Ergo-Right")[3071], 1e-3);
    assertEquals(4352, recording.channel("Status")[0], 1e-3);
  }

  /** MNE-Python, mne/io/edf/tests/data/test.bdf. */
  @Test
  void bdfAndItsTriggerAreRead() throws IOException {
    var recording = Recording.read(RealData.file("edf/biosemi.bdf"));
    assertEquals(
        "Recording[73 channels x 2048 samples at 2048 Hz, 1.0 s; 1 128]", recording.toString());
    assertEquals("128", recording.events().get(0).description());
    assertEquals(589, recording.events().get(0).sample());
    assertEquals(14660.58228502, recording.channel("Fp1")[0], 1e-3);
    assertEquals(-259405.47381, recording.channel("EXG8")[2047], 0.02);
    assertEquals(128, (int) recording.channel("Status")[589] & 0xffff);
  }

  @Test
  void unevenRatesAreReadOneAtATime() throws IOException {
    var file = RealData.file("edf/uneven-rates.edf");
    var e = assertThrows(IOException.class, () -> Recording.read(file));
    assertTrue(
        e.getMessage().contains("3Hz +5/-5 V at 100 Hz; 0.2Hz Blk 1/0uV at 12.8 Hz"),
        e.getMessage());
    var fast = Recording.read(file, hz(100));
    assertEquals(11_000, fast.samples());
    assertEquals(937_500, fast.channel("3Hz +5/-5 V")[1], 0.1);
    var slow = Recording.read(file, hz(12.8));
    assertEquals(1408, slow.samples());
    assertEquals(110, slow.duration().seconds(), 1e-9);
    assertEquals(1, slow.channel("0.2Hz Blk 1/0uV")[0], 1e-6);
  }
}
