package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.junit.jupiter.api.Test;

class RecordingTest {

  /** Channels a and b of 100 samples at 100 Hz: k and 1000 - k at sample k. */
  private static Recording ramps(Event... events) {
    double[] row = new double[200];
    for (int k = 0; k < 100; k++) {
      row[k] = k;
      row[100 + k] = 1000 - k;
    }
    var series = TimeSeries.of(new double[][] {row}, List.of("a", "b"), hz(100), "uV");
    return Recording.of(series, List.of(events));
  }

  private static String messageOf(Runnable run) {
    return assertThrows(IllegalArgumentException.class, run::run).getMessage();
  }

  @Test
  void simulatedSeriesBecomesARecordingInMicrovolts() {
    var series = TimeSeries.of(new double[][] {{1, 2, 3}}, List.of("y"), hz(10), "mV");
    var recording = Recording.of(series, List.of(Event.stimulus("go", 1)));
    assertArrayEquals(new double[] {1000, 2000, 3000}, recording.channel("y"));
    assertEquals("uV", recording.unit("y"));
    assertEquals(s(0.3), recording.duration());
    assertEquals("Recording[1 channel x 3 samples at 10 Hz, 0.3 s; 1 go]", recording.toString());
  }

  @Test
  void onlyOneSimulationIsOneRecording() {
    var two = TimeSeries.of(new double[][] {{1}, {2}}, List.of("y"), hz(10), "mV");
    assertThrows(ShapeException.class, () -> Recording.of(two, List.of()));
  }

  @Test
  void eventsMustBeWithinTheRecording() {
    assertTrue(messageOf(() -> ramps(Event.stimulus("late", 100))).contains("after the last"));
    assertThrows(IllegalArgumentException.class, () -> Event.stimulus("early", -1));
    assertThrows(IllegalArgumentException.class, () -> new Event("a", "b", 0, -1));
  }

  @Test
  void eventsAreSortedAndFoundByTrimmedDescriptionOrType() {
    var recording =
        ramps(
            new Event("Response", "rt ", 50, 1),
            Event.stimulus(" S  1", 20),
            new Event("New Segment", "", 0, 1));
    assertEquals(List.of(0, 20, 50), recording.events().stream().map(Event::sample).toList());
    assertEquals(1, recording.events("S  1").size());
    assertEquals(1, recording.events(" rt").size());
    assertEquals(1, recording.events("New Segment").size());
  }

  @Test
  void unknownMarkerListsThoseThereAre() {
    var recording = ramps(Event.stimulus("square", 5), Event.stimulus("rt", 9));
    var again = ramps(Event.stimulus("rt", 1), Event.stimulus("rt", 9), Event.stimulus("x", 3));
    assertEquals(
        "no marker Squar here; did you mean square? There are 1 square, 1 rt",
        messageOf(() -> recording.events("Squar")));
    assertEquals(
        "no marker target here; there are 2 rt, 1 x", messageOf(() -> again.events("target")));
    assertEquals("no marker a here; there are no events", messageOf(() -> ramps().events("a")));
  }

  @Test
  void pickTakesChannelsInTheOrderAsked() {
    var picked = ramps(Event.stimulus("go", 3)).pick("b", "a");
    assertEquals(List.of("b", "a"), picked.channels());
    assertEquals(999, picked.channel("b")[1]);
    assertEquals(1, picked.events().size());
    assertEquals(
        "no channel B here; did you mean b? There are [a, b]", messageOf(() -> ramps().pick("B")));
    assertTrue(messageOf(() -> ramps().pick("a", "a")).contains("twice"));
    assertTrue(messageOf(() -> ramps().pick()).contains("at least one"));
  }

  @Test
  void theWholeRecordingIsASeriesOfOneSimulation() {
    var series = ramps().asTimeSeries();
    assertEquals(1, series.size());
    assertEquals(ramps().channels(), series.channels());
    assertArrayEquals(ramps().channel("b"), series.channel(0, "b"));
    assertEquals("uV", series.unit());
  }

  @Test
  void arraysHandedOutAreCopies() {
    var recording = ramps();
    recording.channel("a")[3] = -1;
    assertEquals(3, recording.channel("a")[3]);
  }

  @Test
  void epochsLoseTheirOwnBaseline() {
    var epochs =
        ramps(Event.stimulus("go", 20), Event.stimulus("go", 60)).epochs("go", ms(-20), ms(30));
    var series = epochs.asTimeSeries();
    assertEquals(2, series.size());
    assertEquals(6, series.samples());
    assertEquals(ms(-20), series.start());
    // samples 18 and 19 are the baseline of the first, 58 and 59 of the second
    for (int trial = 0; trial < 2; trial++) {
      assertArrayEquals(new double[] {-.5, .5, 1.5, 2.5, 3.5, 4.5}, series.channel(trial, "a"));
      assertArrayEquals(new double[] {.5, -.5, -1.5, -2.5, -3.5, -4.5}, series.channel(trial, 1));
    }
  }

  @Test
  void epochsWithAGapAreLeftOutAndCounted() {
    double[] x = new double[100];
    x[22] = Double.NaN;
    TimeSeries one = TimeSeries.of(new double[][] {x}, List.of("a"), hz(100), "uV");
    Recording gap = Recording.of(one, List.of(Event.stimulus("go", 20), Event.stimulus("go", 60)));
    Epochs epochs = gap.epochs("go", ms(-50), ms(50));
    assertEquals(1, epochs.size());
    assertEquals(1, epochs.leftOut());
    assertTrue(epochs.average().isFinite(0));
  }

  @Test
  void windowsThatStartAtTheEventHaveNoBaseline() {
    var erp = ramps(Event.stimulus("go", 20), Event.stimulus("go", 60)).erp("go", s(0), ms(20));
    assertArrayEquals(new double[] {40, 41, 42}, erp.channel(0, "a"));
    assertEquals("TimeSeries 1 x 2 channels x 3 samples at 100 Hz, uV", erp.toString());
  }

  @Test
  void baselineIsTheWholeWindowIfThatEndsBeforeTheEvent() {
    var erp = ramps(Event.stimulus("go", 50)).erp("go", ms(-100), ms(-80));
    assertArrayEquals(new double[] {-1, 0, 1}, erp.channel(0, "a"));
  }

  @Test
  void windowsThatLeaveTheRecordingAreCounted() {
    var recording =
        ramps(Event.stimulus("go", 1), Event.stimulus("go", 97), Event.stimulus("go", 98));
    var epochs = recording.epochs("go", ms(-20), ms(20));
    assertEquals(1, epochs.size());
    assertEquals(2, epochs.leftOut());
    assertEquals(
        "Epochs[1 of go x 2 channels x 5 samples at 100 Hz, uV, from -20 ms; 2 left out]",
        epochs.toString());
  }

  @Test
  void noCompleteWindowIsAnError() {
    var recording = ramps(Event.stimulus("go", 1));
    assertTrue(
        messageOf(() -> recording.erp("go", ms(-20), ms(20))).startsWith("none of the 1 windows"));
    assertTrue(messageOf(() -> recording.erp("go", s(-200), s(1000))).startsWith("none of the 1"));
  }

  /** Time jumps at a new segment; samples on both sides of it do not belong together. */
  @Test
  void windowsAcrossABreakAreLeftOut() {
    for (Event pause :
        List.of(new Event("New Segment", "", 50, 1), new Event("Comment", "boundary", 50, 0))) {
      var recording =
          ramps(
              pause, Event.stimulus("go", 48), Event.stimulus("go", 50), Event.stimulus("go", 20));
      var epochs = recording.epochs("go", s(0), ms(30));
      assertEquals(2, epochs.size());
      assertEquals(1, epochs.leftOut());
    }
  }

  @Test
  void windowsMustRunForwardsAndLeaveRoomForTheirBaseline() {
    var recording = ramps(Event.stimulus("go", 50));
    assertEquals(
        "window must end after it starts, but is from 0 ms to 0 ms",
        messageOf(() -> recording.erp("go", s(0), s(0))));
    assertTrue(messageOf(() -> recording.erp("go", ms(-4), ms(20))).contains("no sample"));
    assertTrue(messageOf(() -> recording.erp("go", s(-1e9), ms(20))).contains("given in ms?"));
  }

  @Test
  void standardErrorIsTheStandardDeviationOverRootN() {
    var recording =
        ramps(Event.stimulus("go", 10), Event.stimulus("go", 20), Event.stimulus("go", 60));
    var epochs = recording.epochs("go", s(0), ms(10));
    // 10, 20, 60: variance 700
    assertEquals(Math.sqrt(700 / 3.0), epochs.standardError().channel(0, "a")[0], 1e-5);
    var single = ramps(Event.stimulus("go", 10)).epochs("go", s(0), ms(10));
    assertThrows(IllegalStateException.class, single::standardError);
  }

  @Test
  void epochsNeedOneUnit() {
    float[][] values = {{1, 2}, {3, 4}};
    var mixed =
        Recording.of(
            List.of("Cz", "skin"),
            List.of("uV", "uS"),
            hz(2),
            new MemoryStore(values),
            List.of(Event.stimulus("go", 0)),
            List.of());
    assertEquals(
        "all channels must be in uV, but there are [skin in uS]; drop them",
        messageOf(() -> mixed.erp("go", s(0), ms(400))));
    assertEquals("uS", mixed.pick("skin").erp("go", s(0), ms(400)).unit());
  }

  @Property
  void samplesAreThoseOfTheFormula(
      @ForAll @IntRange(min = 1, max = 2000) int rate,
      @ForAll @DoubleRange(min = 0, max = 2) double from,
      @ForAll @DoubleRange(min = 0.01, max = 2) double length) {
    var window = Window.of(s(from), s(from + length), hz(rate));
    assertEquals(Math.floor(length * rate + 1e-6) + 1, window.samples());
    assertTrue(Math.abs(window.first() - from * rate) <= 0.5);
  }

  @Property(tries = 200)
  void epochsAndLeftOutMakeAllEvents(
      @ForAll List<@IntRange(min = 0, max = 99) Integer> onsets,
      @ForAll @IntRange(min = -30, max = -1) int from,
      @ForAll @IntRange(min = 0, max = 30) int to) {
    List<Event> events = new ArrayList<>(List.of(Event.stimulus("go", 50)));
    onsets.forEach(at -> events.add(Event.stimulus("go", at)));
    var epochs = ramps(events.toArray(Event[]::new)).epochs("go", ms(10.0 * from), ms(10.0 * to));
    assertEquals(events.size(), epochs.size() + epochs.leftOut());
    // a ramp is the same round every event once its baseline is gone
    double expected = (-from - 1) / -2.0;
    assertEquals(expected, epochs.average().channel(0, "a")[0], 1e-5);
  }

  @Test
  void cropsKeepTheirChannelsTimesAndEvents() {
    var recording = ramps(Event.stimulus("early", 9), Event.stimulus("go", 10));
    var part = recording.crop(ms(100), ms(301)).crop(ms(0), ms(150));
    assertArrayEquals(
        new double[] {10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24},
        recording.crop(ms(100), ms(250)).channel("a"));
    assertEquals(15, part.samples());
    assertEquals(990, part.channel("b")[0]);
    assertEquals(List.of(Event.stimulus("go", 0)), part.events());
    assertEquals(100, recording.crop(s(0), s(1)).samples());
    assertTrue(
        messageOf(() -> recording.crop(s(0), s(1.01))).contains("the recording is 1 s long"));
    for (double from : new double[] {-0.1, 0.5, 0.6}) {
      messageOf(() -> recording.crop(s(from), s(0.5)));
    }
  }

  @Test
  void droppedChannelsAreGone() {
    var recording = ramps();
    assertEquals(List.of("b"), recording.drop("a").channels());
    assertEquals(List.of("a", "b"), recording.drop().channels());
    assertTrue(messageOf(() -> recording.drop("a", "b")).contains("keep at least one"));
    assertTrue(messageOf(() -> recording.drop("A")).contains("did you mean a"));
  }
}
