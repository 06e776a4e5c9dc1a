package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.signal.Filter;
import org.jansenrit.core.signal.Resampling;
import org.junit.jupiter.api.Test;

class ProcessingTest {
  private static final Filter BAND = Filter.bandPass(hz(1), hz(30));

  /** 1000 samples at 250 Hz: two sines with 50 Hz hum, and a trigger line. */
  private static Recording recording(Event... events) {
    float[][] values = new float[3][1000];
    for (int k = 0; k < 1000; k++) {
      double hum = Math.sin(2 * Math.PI * 50 * k / 250);
      values[0][k] = (float) (10 * Math.sin(2 * Math.PI * 10 * k / 250) + hum);
      values[1][k] = (float) (5 * Math.cos(2 * Math.PI * 6 * k / 250) - hum);
      values[2][k] = k / 100 % 2 == 0 ? 0 : 128;
    }
    return Recording.of(
        List.of("Fz", "Cz", "Status"),
        List.of("uV", "uV", "Boolean"),
        hz(250),
        new MemoryStore(values),
        List.of(events),
        List.of("a note"));
  }

  @Test
  void voltagesAreFilteredAndOtherChannelsAreNot() {
    Recording recording = recording(Event.stimulus("go", 500));
    Recording filtered = recording.filter(Filter.notch(hz(50)));
    double[] expected = Filter.notch(hz(50)).apply(recording.channel("Fz"), hz(250));
    assertArrayEquals(expected, filtered.channel("Fz"), 1e-5);
    assertEquals(10 * Math.sin(2 * Math.PI * 10 * 501 / 250), filtered.channel("Fz")[501], 0.02);
    assertArrayEquals(recording.channel("Status"), filtered.channel("Status"));
    assertEquals(recording.events(), filtered.events());
    assertEquals(recording.notes(), filtered.notes());
    Recording status = recording.pick("Status");
    assertThrows(IllegalArgumentException.class, () -> status.filter(BAND));
  }

  @Test
  void aBreakSeparatesWhatIsFilteredAndResampled() {
    Recording whole = recording(new Event("New Segment", "", 401, 1), Event.stimulus("go", 402));
    Recording second = whole.crop(s(401 / 250.0), s(4));
    double[] filtered = whole.filter(BAND).channel("Fz");
    assertArrayEquals(
        second.filter(BAND).channel("Fz"), Arrays.copyOfRange(filtered, 401, 1000), 1e-6);
    Recording slow = whole.resample(hz(50));
    // sample 401 is at 80.2: the break is at 81, and so is the event, although 402 is nearer to 80
    assertEquals(81, slow.events().get(0).sample());
    assertEquals(81, slow.events().get(1).sample());
    assertTrue(slow.events().get(0).isBreak());
  }

  @Test
  void resamplingKeepsTimesAndTriggers() {
    Recording recording = recording(new Event("Stimulus", "go", 503, 100));
    Recording fast = recording.resample(hz(1000));
    assertEquals(3997, fast.samples());
    assertEquals(new Event("Stimulus", "go", 2012, 400), fast.events().get(0));
    double[] status = fast.channel("Status");
    assertTrue(Arrays.stream(status).allMatch(v -> v == 0 || v == 128));
    assertEquals(128, status[400]);
    assertEquals(0, status[397]);
    double[] expected = Resampling.to(hz(1000)).apply(recording.channel("Cz"), hz(250));
    assertArrayEquals(expected, fast.channel("Cz"), 1e-5);
    assertEquals("a note", fast.notes().get(0));
  }

  @Test
  void segmentsAreStretchesOfEqualLength() {
    Recording recording = recording().pick("Fz", "Cz");
    Epochs segments = recording.segments(s(1));
    assertEquals(4, segments.size());
    TimeSeries series = segments.asTimeSeries();
    assertEquals("TimeSeries 4 x 2 channels x 250 samples at 250 Hz, uV", series.toString());
    double[] fz = recording.channel("Fz");
    assertArrayEquals(Arrays.copyOfRange(fz, 750, 1000), series.channel(3, "Fz"));
    assertEquals(7, recording.segments(s(1), ms(500)).size());
    assertEquals(1, recording.segments(s(2.5)).size());
  }

  @Test
  void segmentsAcrossBreaksAreLeftOutAndCounted() {
    Recording broken = recording(new Event("", "boundary", 300, 0)).drop("Status");
    Epochs segments = broken.segments(s(1));
    assertEquals(3, segments.size());
    assertEquals(1, segments.leftOut());
    for (var wrong : List.of(s(0), s(-1), s(5), ms(1))) {
      assertThrows(IllegalArgumentException.class, () -> broken.segments(wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> broken.segments(s(1), s(0)));
  }

  /** The P3 of the real recording survives a usual band-pass and half the rate: 31.2 uV, 430 ms. */
  @Test
  void theP3SurvivesUsualProcessing() throws IOException {
    var erp =
        Recording.read(RealData.file("brainvision/visual-target.vhdr"))
            .pick("Pz")
            .filter(Filter.bandPass(hz(0.1), hz(20)))
            .resample(hz(64))
            .erp("square", ms(-200), s(1));
    double[] pz = erp.channel(0, "Pz");
    int peak = 0;
    for (int k = 0; k < pz.length; k++) {
      peak = pz[k] > pz[peak] ? k : peak;
    }
    assertEquals(31.2, pz[peak], 2);
    assertEquals(0.430, erp.times()[peak], 1.0 / 64);
  }
}
