package org.jansenrit.core.signal;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final Frequency RATE = hz(250);

  private static double[] signal(int samples, DoubleUnaryOperator of) {
    return IntStream.range(0, samples).mapToDouble(k -> of.applyAsDouble(k)).toArray();
  }

  /** The frequency of the analogue filter that the bilinear transform puts at {@code f}. */
  private static double warped(double f) {
    return Math.tan(Math.PI * f / RATE.hertz());
  }

  /** Butterworth's |H|^2 = 1 / (1 + x^2n), which is the gain of two runs. */
  private static double butterworth(double x, int order) {
    return 1 / (1 + Math.pow(x, 2 * order));
  }

  @Property
  void gainsAreThoseOfTheFormula(
      @ForAll @Scale(3) @DoubleRange(min = 0.01, max = 124.9) double f,
      @ForAll @Scale(3) @DoubleRange(min = 0.1, max = 60) double low,
      @ForAll @Scale(3) @DoubleRange(min = 0.1, max = 60) double width,
      @ForAll @IntRange(min = 1, max = 8) int order) {
    double high = low + width;
    double w = warped(f);
    double band = (w * w - warped(low) * warped(high)) / (w * (warped(high) - warped(low)));
    assertGain(butterworth(w / warped(low), order), Filter.lowPass(hz(low)), f, order);
    assertGain(butterworth(warped(low) / w, order), Filter.highPass(hz(low)), f, order);
    assertGain(butterworth(band, order), Filter.bandPass(hz(low), hz(high)), f, order);
    assertGain(butterworth(1 / band, order), Filter.bandStop(hz(low), hz(high)), f, order);
  }

  private static void assertGain(double expected, Filter filter, double f, int order) {
    assertEquals(expected, filter.order(order).gain(hz(f), RATE), 1e-5, filter + " at " + f);
  }

  /** What is computed is what happens to a sine in the middle of a long signal. */
  @ParameterizedTest
  @CsvSource({"2", "8", "12", "20", "47", "49.2", "50", "80"})
  void sinesPassByTheirGainAndAreNotDelayed(double f) {
    double[] sine = signal(5000, k -> Math.sin(2 * Math.PI * f * k / 250));
    for (Filter filter :
        List.of(
            Filter.lowPass(hz(20)),
            Filter.highPass(hz(8)),
            Filter.bandPass(hz(8), hz(12)),
            Filter.bandStop(hz(8), hz(12)),
            Filter.notch(hz(50)))) {
      double gain = filter.gain(hz(f), RATE);
      double[] filtered = filter.apply(sine, RATE);
      for (int k = 2000; k < 3000; k++) {
        assertEquals(gain * sine[k], filtered[k], 1e-6, filter.toString());
      }
    }
  }

  @Test
  void halfTheAmplitudePassesAtTheCutOff() {
    assertEquals(0.5, Filter.lowPass(hz(40)).gain(hz(40), RATE), 1e-9);
    assertEquals(0.5, Filter.bandPass(hz(1), hz(40)).gain(hz(1), RATE), 1e-6);
    assertEquals(0.5, Filter.bandPass(hz(1), hz(40)).gain(hz(40), RATE), 1e-9);
    assertEquals(0, Filter.notch(hz(50)).gain(hz(50), RATE), 1e-3);
    assertEquals(0.5, Filter.notch(hz(50)).gain(hz(49), RATE), 1e-9);
    assertTrue(Filter.notch(hz(50)).gain(hz(45), RATE) > 0.998);
  }

  /** SciPy 1.10: sosfiltfilt with as much odd padding, of order 4, 3, 4 and 2. */
  @Test
  void valuesAreThoseOfSciPyUpToTheEnds() {
    double[] x = signal(200, k -> Math.sin(0.05 * k) + 0.5 * Math.cos(1.3 * k) + 0.01 * k + 2);
    double[][] expected = {
      {2.49999623104, 2.28104783997, 2.12182092321, 4.44062636417, 3.7201036885},
      {1.9558396899e-05, -0.324031898763, 0.453015637829, 0.488578062659, -4.00095356376e-06},
      {-0.04867682472, -0.421133517486, -0.648074494918, 1.12997232054, -0.0589842258087},
      {2.49942124128, 2.43883115119, 2.51668578575, 4.83538586825, 3.71667611454},
    };
    Filter[] filters = {
      Filter.lowPass(hz(30)),
      Filter.highPass(hz(5)).order(3),
      Filter.bandPass(hz(1), hz(40)),
      Filter.notch(hz(50))
    };
    for (int i = 0; i < filters.length; i++) {
      double[] y = filters[i].apply(x, RATE);
      double[] some = {y[0], y[1], y[77], y[150], y[199]};
      assertArrayEquals(expected[i], some, 1e-8, filters[i].toString());
    }
  }

  @Test
  void constantsPassALowPassAndNotAHighPass() {
    double[] five = signal(300, k -> 5);
    assertArrayEquals(five, Filter.lowPass(hz(0.3)).apply(five, RATE), 1e-9);
    assertArrayEquals(new double[300], Filter.highPass(hz(0.3)).apply(five, RATE), 1e-9);
    assertArrayEquals(new double[] {5}, Filter.lowPass(hz(3)).apply(new double[] {5}, RATE), 1e-9);
  }

  /** A step in the middle of a symmetric signal stays in the middle. */
  @Test
  void aMirroredSignalGivesTheMirroredResult() {
    double[] x = signal(401, k -> Math.exp(-Math.pow((k - 150) / 20.0, 2)) + 0.01 * k);
    double[] mirrored = signal(401, k -> x[400 - (int) k]);
    double[] y = Filter.bandPass(hz(2), hz(30)).apply(x, RATE);
    double[] z = Filter.bandPass(hz(2), hz(30)).apply(mirrored, RATE);
    // each end rests as it was found by the run towards it: what is left of that is small
    for (int k = 0; k <= 400; k++) {
      assertEquals(y[k], z[400 - k], 0.02);
    }
    for (int k = 130; k < 270; k++) {
      assertEquals(y[k], z[400 - k], 2e-3);
    }
  }

  @Test
  void nothingIsFilteredAcrossBreaksAndGaps() {
    double[] x = signal(600, k -> k < 300 ? 100 : -100);
    Filter low = Filter.lowPass(hz(10));
    assertArrayEquals(x, low.apply(x, RATE, 300), 1e-9);
    assertTrue(Math.abs(low.apply(x, RATE)[300]) < 50);
    x[300] = Double.NaN;
    assertArrayEquals(x, low.apply(x, RATE), 1e-9);
    double[] none = {Double.NaN, Double.POSITIVE_INFINITY};
    assertArrayEquals(none, low.apply(none, RATE));
  }

  @Test
  void stretchesAreCutAtBreaksAndGaps() {
    double nan = Double.NaN;
    double[] x = {nan, 1, 1, 1, nan, nan, 1, 1};
    assertEquals(
        List.of(new Stretch(1, 2), new Stretch(2, 4), new Stretch(6, 8)), Stretch.all(x, 2, 5, 2));
    assertEquals(List.of(), Stretch.all(new double[0]));
  }

  @Test
  void seriesAreFilteredChannelByChannel() {
    double[] a = signal(500, k -> Math.sin(0.3 * k));
    double[] b = signal(500, k -> Math.sin(1.1 * k) + 1);
    double[] row = new double[1000];
    System.arraycopy(a, 0, row, 0, 500);
    System.arraycopy(b, 0, row, 500, 500);
    double[] diverged = row.clone();
    Arrays.fill(diverged, Double.NaN);
    double[][] rows = {row, diverged};
    TimeSeries x = TimeSeries.of(rows, List.of("a", "b"), RATE, "uV").startingAt(Time.ms(-100));
    Filter filter = Filter.highPass(hz(20));
    TimeSeries y = filter.apply(x);
    assertArrayEquals(filter.apply(a, RATE), y.channel(0, "a"), 1e-6);
    assertArrayEquals(filter.apply(b, RATE), y.channel(0, "b"), 1e-6);
    assertTrue(Double.isNaN(y.channel(1, "b")[7]));
    assertEquals(x.start(), y.start());
    assertEquals("TimeSeries 2 x 2 channels x 500 samples at 250 Hz, uV", y.toString());
  }

  @Test
  void aFittedFilterIsSavedAndReadBack() throws IOException {
    double[][] rows = {signal(100, k -> Math.sin(k * k))};
    TimeSeries x = TimeSeries.of(rows, List.of("a"), RATE, "uV");
    for (Filter filter : List.of(Filter.notch(hz(50)), Filter.lowPass(hz(33.3)).order(2))) {
      var fitted = filter.fit(x);
      var read = Transform.Fitted.of(fitted.toArchive());
      assertEquals(((FittedFilter) fitted).filter(), ((FittedFilter) read).filter());
      assertArrayEquals(filter.apply(x).row(0), fitted.apply(x).row(0));
    }
    Archive damaged = Filter.notch(hz(50)).fit(x).toArchive().with("response", "none");
    assertThrows(IOException.class, () -> Transform.Fitted.of(damaged));
    TimeSeries other = TimeSeries.of(rows, List.of("b"), RATE, "uV");
    var fitted = Filter.notch(hz(50)).fit(x);
    assertThrows(ShapeException.class, () -> fitted.apply(other));
  }

  @Test
  void whatCannotBeIsRefusedWithItsNumber() {
    assertRefused(
        () -> Filter.lowPass(hz(125)).apply(new double[3], RATE),
        "low-pass filter of order 4, 125 Hz needs a sampling rate above 250 Hz, but it is 250 Hz");
    assertRefused(() -> Filter.bandPass(hz(1), hz(40)).gain(hz(1), hz(60)), "above 80 Hz");
    assertRefused(() -> Filter.bandPass(hz(40), hz(1)), "from a lower to a higher frequency");
    assertRefused(() -> Filter.lowPass(hz(4)).order(0), "order of a filter must be from 1 to 12");
    assertRefused(() -> Filter.notch(hz(0.5)), "use bandStop");
  }

  private static void assertRefused(Runnable run, String part) {
    var e = assertThrows(IllegalArgumentException.class, run::run);
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }
}
