package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochsTest {
  private static final Frequency RATE = Frequency.hz(100);

  /** Ten events one second apart; that at 3 s has a jump of 200 uV in channel b, at 7 s in a. */
  private static Epochs epochs() {
    double[][] row = new double[1][2 * 1100];
    for (int k = 0; k < 1100; k++) {
      row[0][k] = 10 * Math.sin(k) + (k == 720 ? 200 : 0);
      row[0][1100 + k] = 20 * Math.cos(k) + (k >= 310 && k < 340 ? 200 : 0);
    }
    List<Event> events =
        IntStream.rangeClosed(1, 10).mapToObj(i -> Event.stimulus("go", 100 * i)).toList();
    return Recording.of(TimeSeries.of(row, List.of("a", "b"), RATE, "uV"), events)
        .epochs("go", Time.ms(-200), Time.ms(500));
  }

  @Test
  void epochsAboveTheAmplitudeAreRejectedAndCounted() {
    Epochs clean = epochs().reject(100);
    assertEquals(8, clean.size());
    assertEquals(2, clean.rejected());
    assertEquals(
        "Epochs[8 of go x 2 channels x 71 samples at 100 Hz, uV, from -200 ms; 0 left out, 2"
            + " rejected]",
        clean.toString());
    assertEquals(10, epochs().reject(300).size());
    assertEquals(2, clean.reject(90).rejected());
    assertArrayEquals(epochs().asTimeSeries().row(9), clean.asTimeSeries().row(7));
  }

  @Test
  void rejectingAllEpochsSaysHowLoudTheQuietestIs() {
    var e = assertThrows(IllegalArgumentException.class, () -> epochs().reject(5));
    assertEquals(
        "no epoch stays below 5.0 uV peak to peak; the quietest of 10 has 39.9",
        e.getMessage().replaceAll("(39\\.9)\\d*", "$1"));
    assertThrows(IllegalArgumentException.class, () -> epochs().reject(Double.NaN));
  }

  @Test
  void referenceAppliesToEveryEpoch() {
    Epochs against = epochs().reject(100).reference(Reference.electrode("b"));
    TimeSeries before = epochs().reject(100).asTimeSeries();
    assertEquals(2, against.rejected());
    for (int i = 0; i < 8; i++) {
      assertEquals(
          before.channel(i, "a")[33] - before.channel(i, "b")[33],
          against.asTimeSeries().channel(i, "a")[33],
          1e-5);
      assertEquals(0, against.asTimeSeries().channel(i, "b")[33]);
    }
  }

  /** The mean square difference of all pairs of n channels is twice n^2 of their variance. */
  @Property(tries = 200)
  void globalFieldPowerIsTheSpreadOverChannels(
      @ForAll @Size(5) List<@DoubleRange(min = -100, max = 100) Double> field) {
    double[][] row = {field.stream().mapToDouble(v -> v).toArray()};
    List<String> names = List.of("a", "b", "c", "d", "e");
    TimeSeries x = TimeSeries.of(row, names, RATE, "uV").startingAt(Time.ms(-10));
    double pairs = 0;
    for (double a : row[0]) {
      for (double b : row[0]) {
        pairs += (a - b) * (a - b);
      }
    }
    TimeSeries power = GlobalFieldPower.of(x);
    assertEquals(Math.sqrt(pairs / 50), power.row(0)[0], 1e-4);
    TimeSeries other = GlobalFieldPower.of(Reference.linked("a", "d").apply(x));
    assertEquals(power.row(0)[0], other.row(0)[0], 1e-4, "does not depend on the reference");
    assertEquals(x.start(), power.start());
    assertEquals(List.of("GFP"), power.channels());
  }

  @Test
  void globalFieldPowerNeedsAField() {
    TimeSeries one = TimeSeries.of(new double[][] {{1, 2}}, List.of("Cz"), RATE, "uV");
    assertThrows(IllegalArgumentException.class, () -> GlobalFieldPower.of(one));
  }

  /** Data of the project: the average at Pz after the targets is a P3 of 31.2 uV at 430 ms. */
  @Test
  void fieldOfTheVisualTargetIsStrongestAtTheP3() throws IOException {
    Recording recording =
        Recording.read(RealData.file("brainvision/visual-target.vhdr"))
            .pick("Fz", "F3", "F4", "Cz", "C3", "C4", "Pz", "P3", "P4", "O1", "O2");
    Epochs epochs = recording.epochs("square", Time.ms(-200), Time.s(1));
    TimeSeries erp = epochs.average();
    double[] pz = erp.channel(0, "Pz");
    int peak = peak(pz);
    assertEquals(31.2, pz[peak], 0.05);
    assertEquals(0.430, erp.times()[peak], 0.004);
    assertEquals(0.430, erp.times()[peak(GlobalFieldPower.of(erp).row(0))], 0.08);
    Epochs quiet = epochs.reject(150);
    assertEquals(80, quiet.size() + quiet.rejected() + quiet.leftOut());
  }

  private static int peak(double[] x) {
    double largest = Arrays.stream(x).max().orElseThrow();
    return IntStream.range(0, x.length).filter(k -> x[k] == largest).findFirst().orElseThrow();
  }

  /** Data of the project: test-ave.fif of MNE-Python, peaks as its authors' tool has them. */
  @ParameterizedTest
  @CsvSource({"0, 6.49, 181", "1, 4.02, 200", "2, 5.68, 191", "3, 7.62, 170"})
  void fieldOfRealResponsesPeaksWhereItShould(int i, double microvolts, double milliseconds)
      throws IOException {
    TimeSeries series =
        Fif.evoked(RealData.file("fif/auditory-visual-ave.fif.gz")).get(i).lessBaseline().series();
    TimeSeries power = GlobalFieldPower.of(series);
    int peak = peak(power.row(0));
    assertEquals(microvolts, power.row(0)[peak], 0.005);
    assertEquals(milliseconds, 1e3 * power.times()[peak], 0.5);
  }

  @Test
  void anotherBaselineIsSubtractedFromEachTrialAndChannel() {
    Epochs epochs = epochs().lessBaseline(Time.ms(100), Time.ms(150));
    double[] b = epochs.asTimeSeries().channel(4, "b");
    assertEquals(0, Arrays.stream(b, 30, 36).sum(), 1e-4);
    double[] before = epochs().asTimeSeries().channel(4, "b");
    assertEquals(before[50] - before[0], b[50] - b[0], 1e-4);
    Epochs back = epochs.lessBaseline(Time.ms(-200), Time.ms(-10));
    assertArrayEquals(before, back.asTimeSeries().channel(4, "b"), 1e-4);
    assertThrows(
        IllegalArgumentException.class, () -> epochs.lessBaseline(Time.ms(-210), Time.ms(0)));
    assertThrows(
        IllegalArgumentException.class, () -> epochs.lessBaseline(Time.ms(0), Time.ms(-10)));
  }

  /** Cutting a simulated recording at its stimuli gives what the monitor averages meanwhile. */
  @Test
  void epochsOfASimulationAverageToItsErp() {
    Onsets onsets = Onsets.every(Time.s(0.5), 5).from(Time.ms(300));
    Simulation simulation =
        Simulation.of(JansenRit.model())
            .drive(
                JansenRit.P,
                Drive.of(
                    Stimulus.constant(60),
                    Stimulus.pulses(onsets, Time.ms(50), 60),
                    Noise.white(2)))
            .duration(Time.s(3));
    TimeSeries ongoing = simulation.observe(Eeg.channel("Cz", 8)).simulate(JansenRit.standard(), 4);
    TimeSeries erp =
        simulation
            .observe(Erp.of(onsets, Time.ms(-100), Time.ms(300)).channel("Cz", 8))
            .simulate(JansenRit.standard(), 4);
    List<Event> events = Event.stimuli("go", onsets, ongoing.rate());
    Epochs epochs = Recording.of(ongoing, events).epochs("go", Time.ms(-100), Time.ms(300));
    assertEquals(5, epochs.size());
    assertArrayEquals(erp.row(0), epochs.average().row(0), 1e-3);
    assertThrows(
        IllegalArgumentException.class,
        () -> Event.stimuli("go", onsets.from(Time.ms(0.5)), ongoing.rate()));
  }

  @Test
  void eventsPrintWithoutGaps() {
    assertEquals("Event[Stimulus square at sample 5]", Event.stimulus("square", 5).toString());
    assertEquals("Event[Stimulus at sample 5]", Event.stimulus(" ", 5).toString());
    assertEquals("Event[go at sample 5]", new Event("", " go", 5, 0).toString());
    assertEquals("Event[at sample 5]", new Event("", "", 5, 0).toString());
  }
}
