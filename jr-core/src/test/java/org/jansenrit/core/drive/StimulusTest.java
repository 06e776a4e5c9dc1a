package org.jansenrit.core.drive;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StimulusTest {
  private static final Parameter GAIN = Parameter.of("gain", "1", 1).possible(0, 100);
  private static final Parameter DELAY_S = Parameter.of("delay", "s", 0.1);
  private static final Parameter DELAY_MS = Parameter.of("delay", "ms", 100);

  @Test
  void aConstantIsItselfOverAnyStep() {
    assertArrayEquals(
        new double[] {220, 220, 220}, Blocks.means(Stimulus.constant(220), -1, 0.1, 3));
  }

  @Property(tries = 300)
  void aPulseKeepsItsAreaWhateverTheStep(
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.3) double onset,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 0.2) double width,
      @ForAll @Scale(4) @DoubleRange(min = 5e-4, max = 0.05) double step) {
    Stimulus pulse = Stimulus.pulse(s(onset), s(width), 60);
    int steps = (int) Math.ceil(0.6 / step);
    assertEquals(60 * width, Blocks.area(pulse, 0, step, steps), 1e-9);
    assertEquals(60 * width, Blocks.area(pulse, -0.0377, step, steps + 100), 1e-9);
  }

  /** The step in which it begins sees its share of it. */
  @Test
  void aPulseThatCutsAStepCountsInPart() {
    double[] means = Blocks.means(Stimulus.pulse(ms(2.5), ms(2), 8), 0, 1e-3, 6);
    assertArrayEquals(new double[] {0, 0, 4, 8, 4, 0}, means, 1e-9);
    assertEquals(2, Blocks.means(Stimulus.pulse(ms(2.5), ms(0.25), 8), 0, 1e-3, 6)[2], 1e-9);
  }

  @Property(tries = 300)
  void aTrainHasTheAreaOfItsPulses(
      @ForAll @IntRange(min = 1, max = 20) int count,
      @ForAll @Scale(3) @DoubleRange(min = 0.01, max = 0.1) double period,
      @ForAll @DoubleRange(min = 0.05, max = 1) double duty,
      @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 0.3) double step) {
    double width = duty * period;
    Onsets onsets = Onsets.every(s(period), count).from(s(0.0123));
    int steps = (int) Math.ceil((0.02 + count * period) / step);
    Stimulus train = Stimulus.pulses(onsets, s(width), -5);
    assertEquals(-5 * count * width, Blocks.area(train, 0, step, steps), 1e-9);
  }

  /** The experiment of study 1: pulses of 50 ms, one each second. */
  @Test
  void aTrainIsThePulsesOneByOne() {
    Stimulus train = Stimulus.pulses(Onsets.every(s(1), 3).from(ms(200)), ms(50), 60);
    Drive sum =
        Drive.of(
            Stimulus.pulse(ms(200), ms(50), 60),
            Stimulus.pulse(ms(1200), ms(50), 60),
            Stimulus.pulse(ms(2200), ms(50), 60));
    assertArrayEquals(
        Blocks.means(sum, -0.5, 7e-3, 600), Blocks.means(train, -0.5, 7e-3, 600), 1e-9);
    assertEquals("pulses of 60 for 50 ms 3 from 200 ms, one each 1 s", train.toString());
  }

  @Test
  void pulsesThatOverlapAreRefused() {
    assertEquals(
        "pulses of 1.1 s do not fit into a period of 1 s",
        message(() -> Stimulus.pulses(Onsets.every(s(1), 2), s(1.1), 1)));
    assertEquals(3, Blocks.area(Stimulus.pulse(s(0), s(3), 1), 0, 0.01, 500), 1e-9);
    assertEquals(2, Blocks.area(Stimulus.pulses(Onsets.every(s(1), 2), s(1), 1), 0, 0.3, 10), 1e-9);
  }

  /** The mean of sin over [a, b] is (cos a - cos b) / (b - a). */
  @Property
  void aSinesMeanIsItsIntegralOverTheStep(
      @ForAll @DoubleRange(min = 0.1, max = 100) double frequency,
      @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 0.5) double step,
      @ForAll @DoubleRange(min = -2, max = 2) double start) {
    double w = 2 * Math.PI * frequency;
    double expected = 3 * (Math.cos(w * start) - Math.cos(w * (start + step))) / (w * step);
    double mean = Blocks.means(Stimulus.sine(hz(frequency), 3), start, step, 1)[0];
    assertEquals(expected, mean, 1e-11 / (w * step) + 1e-11);
  }

  /** Three-point Gauss-Legendre quadrature has degree five. */
  @Property
  void aPolynomialOfDegreeFiveHasItsExactMean(
      @ForAll @DoubleRange(min = -1, max = 1) double from,
      @ForAll @DoubleRange(min = 0.01, max = 1) double step) {
    Stimulus own = Stimulus.of(t -> 1 + t * t - 2 * Math.pow(t, 5));
    double to = from + step;
    double cubes = (Math.pow(to, 3) - Math.pow(from, 3)) / 3;
    double sixths = (Math.pow(to, 6) - Math.pow(from, 6)) / 3;
    double expected = 1 + (cubes - sixths) / step;
    assertEquals(expected, Blocks.means(own, from, step, 1)[0], 1e-11);
  }

  /** Halving the step divides the error of a mean by 2^6. */
  @Test
  void quadratureIsOfOrderSix() {
    double[] errors = new double[2];
    for (int i = 0; i < 2; i++) {
      double step = i == 0 ? 0.4 : 0.2;
      double mean = Blocks.means(Stimulus.of(Math::exp), 0, step, 1)[0];
      errors[i] = Math.abs(mean - Math.expm1(step) / step);
    }
    assertEquals(6, Math.log(errors[0] / errors[1]) / Math.log(2), 0.25);
  }

  @Property(tries = 200)
  void aDelayShiftsInTime(
      @ForAll @Scale(4) @DoubleRange(min = -0.2, max = 0.2) double delay,
      @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 0.05) double step) {
    Stimulus pulse = Stimulus.pulse(ms(20), ms(30), 7);
    double[] later = Blocks.means(pulse.after(s(delay)), 0, step, 20);
    assertArrayEquals(Blocks.means(pulse, -delay, step, 20), later, 1e-6);
  }

  /** In row i, a delay is its standard value plus i, in its own unit. */
  @Test
  void aFreeDelayIsReadInItsUnit() {
    Stimulus pulse = Stimulus.pulse(s(0), ms(1), 5);
    double[][] inMs = Blocks.means(pulse.after(DELAY_MS), Blocks.of(0, 3, 0, 1e-3, 1), 110);
    double[][] inS = Blocks.means(pulse.after(DELAY_S), Blocks.of(0, 3, 0, 1e-3, 1), 2110);
    for (int lane = 0; lane < 3; lane++) {
      assertEquals(5, inMs[100 + lane][lane], 1e-9);
      assertEquals(0, inMs[99 + lane][lane], 1e-9);
      assertEquals(0, inMs[101 + lane][lane], 1e-9);
      assertEquals(5, inS[100 + 1000 * lane][lane], 1e-9);
    }
    assertEquals(List.of(DELAY_MS), pulse.after(DELAY_MS).parameters());
  }

  @Test
  void aDelayHasAUnitOfTime() {
    assertEquals(
        "a delay is given in s or ms, but gain is in 1",
        message(() -> Stimulus.constant(1).after(GAIN)));
  }

  @Test
  void aFreeGainMultipliesEachLane() {
    Stimulus pulse = Stimulus.pulse(ms(1), ms(1), 5).times(GAIN);
    double[][] means = Blocks.means(pulse, Blocks.of(0, 4, 0, 1e-3, 1), 3);
    assertArrayEquals(new double[] {0, 0, 0, 0}, means[0]);
    assertArrayEquals(new double[] {5, 10, 15, 20}, means[1], 1e-9);
    assertEquals(List.of(GAIN), pulse.parameters());
  }

  @Test
  void gainsAndDelaysComposeInAnyOrder() {
    Stimulus pulse = Stimulus.pulse(ms(1), ms(1), 5);
    Stimulus one = pulse.times(GAIN).after(DELAY_MS).times(2).after(ms(1));
    Stimulus two = pulse.after(ms(1)).times(2).after(DELAY_MS).times(GAIN);
    double[][] ones = Blocks.means(one, Blocks.of(0, 3, 0, 1e-3, 1), 120);
    double[][] twos = Blocks.means(two, Blocks.of(0, 3, 0, 1e-3, 1), 120);
    for (int k = 0; k < 120; k++) {
      assertArrayEquals(ones[k], twos[k], 1e-9);
    }
    assertEquals(10, Blocks.means(one, 0.1, 1e-3, 3)[2], 1e-9);
    assertEquals(List.of(GAIN, DELAY_MS), one.parameters());
    assertEquals(
        "2 * (gain * (pulses of 5 for 1 ms at 1 ms) after delay) after 1 ms", one.toString());
    assertEquals("220", Stimulus.constant(220).toString());
    assertFalse(one.isWhite());
  }

  @Test
  void freeGainsMultiply() {
    Parameter other = Parameter.of("other", "1", 3);
    Stimulus pulse = Stimulus.constant(5).times(GAIN).times(other).times(GAIN);
    double[] lane = Blocks.means(pulse, Blocks.of(1, 1, 0, 1e-3, 1), 1)[0];
    assertEquals(5 * 2 * 4 * 2, lane[0]);
    assertEquals(List.of(GAIN, other), pulse.parameters());
    assertEquals("gain * (other * (gain * (5)))", pulse.toString());
  }

  @Test
  void aSecondFreeDelayIsRefused() {
    assertEquals(
        "a stimulus takes one free delay; delay would be a second beside delay",
        message(() -> Stimulus.constant(1).after(DELAY_S).after(DELAY_MS)));
  }

  /** Value k is the mean over its period, at steps that divide it, are it, and are multiples. */
  @Test
  void aSampledSignalHoldsEachValueForItsPeriod() {
    Stimulus signal = Stimulus.sampled(new double[] {1, 5, -3}, hz(100));
    assertArrayEquals(new double[] {0, 1, 5, -3, 0}, Blocks.means(signal, -0.01, 0.01, 5), 1e-12);
    double[] half = {1, 1, 5, 5, -3, -3, 0};
    assertArrayEquals(half, Blocks.means(signal, 0, 0.005, 7), 1e-12);
    assertArrayEquals(new double[] {3, -1.5}, Blocks.means(signal, 0, 0.02, 2), 1e-12);
    assertArrayEquals(new double[] {3, 1}, Blocks.means(signal, 0.005, 0.01, 2), 1e-12);
    assertEquals("3 samples at 100 Hz", signal.toString());
  }

  @Property(tries = 300)
  void aSampledSignalKeepsItsAreaWhateverTheStep(
      @ForAll @IntRange(min = 1, max = 50) int count,
      @ForAll @Scale(3) @DoubleRange(min = 20, max = 1000) double rate,
      @ForAll @Scale(4) @DoubleRange(min = 1e-3, max = 0.3) double step,
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.2) double delay) {
    double[] values = new double[count];
    Arrays.setAll(values, k -> Math.cos(7 * k));
    Stimulus signal = Stimulus.sampled(values, hz(rate)).after(s(delay));
    int steps = (int) Math.ceil((0.25 + delay + count / rate) / step);
    assertEquals(Arrays.stream(values).sum() / rate, Blocks.area(signal, -0.05, step, steps), 1e-9);
  }

  @Test
  void aSampledSignalIsACopyOfItsValues() {
    double[] values = {1, 2};
    Stimulus signal = Stimulus.sampled(values, hz(100));
    values[0] = 99;
    assertEquals(1, Blocks.means(signal, 0, 0.01, 1)[0], 1e-12);
  }

  @Test
  void aSampledSignalHasFiniteValues() {
    assertEquals(
        "a sampled stimulus needs at least one value",
        message(() -> Stimulus.sampled(new double[0], hz(100))));
    assertEquals(
        "value 1 of a sampled stimulus must be finite, but was NaN",
        message(() -> Stimulus.sampled(new double[] {1, Double.NaN}, hz(100))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(double x) {
    assertEquals(
        "level of a constant stimulus must be finite, but was " + x,
        message(() -> Stimulus.constant(x)));
    assertThrows(IllegalArgumentException.class, () -> Stimulus.pulse(s(0), s(1), x));
    assertThrows(IllegalArgumentException.class, () -> Stimulus.sine(hz(1), x));
    assertThrows(IllegalArgumentException.class, () -> Stimulus.constant(1).times(x));
  }

  @Test
  void spansThatAreNoneAreRefused() {
    assertEquals(
        "pulse width must be positive, but was 0 ms", message(() -> Stimulus.pulse(s(0), s(0), 1)));
    assertEquals(
        "period of the onsets must be positive, but was -1 s",
        message(() -> Onsets.every(s(-1), 3)));
    assertEquals(
        "there must be at least one onset, but count was 0", message(() -> Onsets.every(s(1), 0)));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
