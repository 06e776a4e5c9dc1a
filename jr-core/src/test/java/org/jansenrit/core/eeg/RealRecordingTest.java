package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recordings made elsewhere; single values were read with NumPy. */
class RealRecordingTest {

  private static Recording visualTarget() throws IOException {
    return Recording.read(RealData.file("brainvision/visual-target.vhdr"));
  }

  private static Recording mneTest() throws IOException {
    return Recording.read(RealData.file("brainvision/test.vhdr"));
  }

  /** Makeig et al. (1999), J Neurosci 19:2665, as in the tutorial of EEGLAB. */
  @Test
  void visualTargetIsReadWhole() throws IOException {
    var recording = visualTarget();
    assertEquals(
        "Recording[32 channels x 30504 samples at 128 Hz, 238.3 s; 80 square, 74 rt, 1 New"
            + " Segment]",
        recording.toString());
    assertEquals(238.3125, recording.duration().seconds());
    assertEquals(128, recording.events("square").get(0).sample());
    assertEquals(-35.797485f, recording.channel("FPz")[0]);
    assertEquals(16.485266f, recording.channel("Pz")[1000]);
    assertEquals(-14.711358f, recording.channel("EOG1")[12_345]);
    assertEquals(12.871613f, recording.channel("O2")[30_503]);
  }

  /** The P3 to the target: 31.2 uV at 430 ms, to within a sample of 7.8 ms. */
  @Test
  void visualTargetHasAP3AtPz() throws IOException {
    var erp = visualTarget().pick("Pz").erp("square", ms(-200), s(1));
    double[] pz = erp.channel(0, "Pz");
    int peak = IntStream.range(0, pz.length).reduce((a, b) -> pz[a] >= pz[b] ? a : b).orElseThrow();
    assertEquals(154, erp.samples());
    assertEquals(31.2, pz[peak], 0.05);
    assertEquals(0.430, erp.times()[peak], 0.5 / 128);
  }

  /** A single-trial standard deviation near 25.4 uV, and a standard error that fits it. */
  @Test
  void singleTrialsOfVisualTargetAreNoisy() throws IOException {
    var epochs = visualTarget().pick("Pz").epochs("square", ms(-200), s(1));
    assertEquals(80, epochs.size());
    assertEquals(0, epochs.leftOut());
    double mean = Arrays.stream(epochs.standardError().row(0)).average().orElseThrow();
    assertEquals(25.4, mean * Math.sqrt(80), 1.5);
  }

  /** MNE-Python, mne/io/brainvision/tests/data/test.vhdr. */
  @Test
  void integersWithResolutionAreRead() throws IOException {
    var recording = mneTest();
    assertEquals(32, recording.channels().size());
    assertEquals(1000, recording.rate().hertz());
    assertEquals(7900, recording.samples());
    assertEquals(14, recording.events().size());
    assertEquals(0.5 * -47, recording.channel("FP1")[0]);
    assertEquals(0.5 * -36, recording.channel("FP2")[0]);
    assertEquals(0.5 * -27, recording.channel("Pz")[4000]);
    assertEquals(0.5 * 443, recording.channel("ReRef")[7899]);
    assertEquals(0.5 * 51, recording.channel("FP1")[7899]);
  }

  /** In that file Ch2 and Ch3 have no unit, and the last six have others than voltages. */
  @Test
  void blankUnitsAreMicrovoltsAndOthersAreKept() throws IOException {
    var recording = mneTest();
    assertEquals("uV", recording.unit("FP2"));
    assertEquals("uV", recording.unit("F3"));
    assertEquals("BS", recording.unit("CP5"));
    assertEquals("uS", recording.unit("CP6"));
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> recording.erp("S255", ms(-100), ms(200)));
    assertTrue(e.getMessage().contains("CP5 in BS, CP6 in uS"), e.getMessage());
  }

  @Test
  void markersOfAllKindsAreRead() throws IOException {
    var recording = mneTest();
    assertEquals(new Event("Stimulus", "S253", 486, 0), recording.events("S253").get(0));
    assertEquals(new Event("Optic", "O  1", 7699, 1), recording.events("O  1").get(0));
    assertEquals(5, recording.events("S255").size());
    var epochs = recording.pick("Pz", "Cz").epochs("S255", ms(-500), ms(300));
    assertEquals(4, epochs.size());
    assertEquals(1, epochs.leftOut());
  }
}
