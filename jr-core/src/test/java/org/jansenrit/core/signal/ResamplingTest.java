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
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {
  private static double[] signal(int samples, DoubleUnaryOperator of) {
    return IntStream.range(0, samples).mapToDouble(k -> of.applyAsDouble(k)).toArray();
  }

  private static double[] sine(int samples, double rate, double f) {
    return signal(samples, k -> Math.sin(2 * Math.PI * f * k / rate + 0.3));
  }

  private static double largest(double[] x, int margin) {
    return Arrays.stream(x, margin, x.length - margin).map(Math::abs).max().orElseThrow();
  }

  /** Up to 0.4 of the lower rate; whole, broken and irrational ratios, up and down. */
  @ParameterizedTest
  @CsvSource({
    "1000, 250, 100",
    "1000, 250, 3.7",
    "250, 1000, 100",
    "512, 200, 79.9",
    "600.614990234375, 250, 99",
    "2048, 512, 200",
    "128, 100, 39",
    "100, 100, 40"
  })
  void sinesThatTheNewRateCanHoldKeepTheirValues(double old, double rate, double f) {
    double[] x = sine(4000, old, f);
    double[] y = Resampling.to(hz(rate)).apply(x, hz(old));
    double[] expected = sine(y.length, rate, f);
    int margin = (int) Math.ceil(26 * Math.max(1, rate / old));
    for (int k = margin; k < y.length - margin; k++) {
      assertEquals(expected[k], y[k], 1e-3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 250, 125",
    "1000, 250, 249",
    "1000, 250, 480",
    "512, 200, 101",
    "128, 100, 51"
  })
  void whatWouldFoldBackIsSilenced(double old, double rate, double f) {
    double[] y = Resampling.to(hz(rate)).apply(sine(4000, old, f), hz(old));
    assertTrue(largest(y, 30) < 1e-3, largest(y, 30) + "");
  }

  @Property(tries = 200)
  void constantsStayAndNoSampleIsBeyondTheEnd(
      @ForAll @IntRange(min = 1, max = 1000) int samples,
      @ForAll @DoubleRange(min = 100, max = 3000) double old,
      @ForAll @DoubleRange(min = 100, max = 3000) double rate) {
    double[] y = Resampling.to(hz(rate)).apply(signal(samples, k -> 7), hz(old));
    assertEquals(7, Arrays.stream(y).min().orElseThrow(), 1e-9);
    assertEquals(7, Arrays.stream(y).max().orElseThrow(), 1e-9);
    assertTrue((y.length - 1) / rate <= (samples - 1) / old + 1e-6 / rate);
    assertTrue(y.length / rate > (samples - 1) / old - 1e-6 / rate);
  }

  @Test
  void nothingIsCarriedAcrossBreaksAndGaps() {
    double[] x = signal(1000, k -> k < 503 ? 100 : -100);
    double[] y = Resampling.to(hz(250)).apply(x, hz(1000), 503);
    assertArrayEquals(signal(250, k -> 4 * k < 503 ? 100 : -100), y, 1e-9);
    x[503] = Double.NaN;
    x[504] = Double.NaN;
    y = Resampling.to(hz(250)).apply(x, hz(1000));
    assertTrue(Double.isNaN(y[126]));
    y[126] = -100;
    assertArrayEquals(signal(250, k -> 4 * k < 503 ? 100 : -100), y, 1e-9);
  }

  @Test
  void samplesAreFoundAgain() {
    Resampling down = Resampling.to(hz(250));
    assertEquals(126, down.sampleOf(503, hz(1000), false));
    assertEquals(126, down.sampleOf(503, hz(1000), true));
    assertEquals(125, down.sampleOf(501, hz(1000), false));
    assertEquals(126, down.sampleOf(501, hz(1000), true));
    assertEquals(125, down.sampleOf(500, hz(1000), true));
  }

  @Test
  void seriesKeepTheirStartAndUnit() throws IOException {
    double[] a = sine(1000, 1000, 10);
    double[][] rows = {a, sine(1000, 1000, 20)};
    TimeSeries x = TimeSeries.of(rows, List.of("a"), hz(1000), "uV").startingAt(Time.ms(-200));
    Resampling resampling = Resampling.to(hz(100));
    TimeSeries y = resampling.apply(x);
    assertEquals("TimeSeries 2 x 1 channel x 100 samples at 100 Hz, uV", y.toString());
    assertEquals(x.start(), y.start());
    assertArrayEquals(resampling.apply(a, hz(1000)), y.row(0), 1e-6);
    var fitted = resampling.fit(x);
    assertEquals(y.rate(), fitted.apply(x).rate());
    var read = (FittedResampling) Transform.Fitted.of(fitted.toArchive());
    assertArrayEquals(y.row(1), read.apply(x).row(1));
    assertThrows(IOException.class, () -> Transform.Fitted.of(fitted.toArchive().with("rate", -1)));
  }

  @Test
  void ratesBeyondReasonAreRefused() {
    Resampling mistaken = Resampling.to(hz(1e12));
    assertThrows(IllegalArgumentException.class, () -> mistaken.samples(1000, hz(1)));
  }
}
