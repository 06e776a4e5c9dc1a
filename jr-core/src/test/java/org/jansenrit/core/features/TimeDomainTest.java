package org.jansenrit.core.features;

import static org.jansenrit.core.features.Signals.number;
import static org.jansenrit.core.features.Signals.numbers;
import static org.jansenrit.core.features.Signals.reference;
import static org.jansenrit.core.features.Signals.values;
import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;

/** Reference values are those of NumPy 2.4 and SciPy 1.17 for the same signal. */
class TimeDomainTest {

  @Test
  void momentsAreThoseOfScipy() {
    double[] expected = {
      0.5104983574696251, 0.8265576606959438, -0.017174717390351816, -1.0937109566099026
    };
    assertArrayEquals(expected, numbers(Moments.upTo(4), reference(), 200), 1e-12);
    assertArrayEquals(
        Arrays.copyOf(expected, 2), numbers(Moments.upTo(2), reference(), 200), 1e-12);
    assertEquals(
        List.of("mean (uV)", "sd (uV)", "skewness (1)", "excess kurtosis (1)"),
        Signals.names(Moments.upTo(4), 10, 200));
  }

  @Test
  void quantilesAreThoseOfNumpy() {
    double[] expected = {
      -0.8539634476680169, -0.15397357414959012, 0.531220310330548, 1.6027085417442826
    };
    assertArrayEquals(
        expected, numbers(Quantiles.at(0.05, 0.25, 0.5, 0.9), reference(), 200), 1e-12);
  }

  @Property(tries = 100)
  void quantilesRunFromTheLeastToTheGreatest(
      @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = -100, max = 100) Double> x) {
    double[] values = x.stream().mapToDouble(v -> v).toArray();
    double[] all = numbers(Quantiles.at(0, 0.3, 0.6, 1), values, 1);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    assertEquals(sorted[0], all[0]);
    assertEquals(sorted[sorted.length - 1], all[3]);
    assertEquals(true, all[1] <= all[2]);
  }

  /** A sine over whole periods, of amplitude 3: RMS 3/sqrt 2; four crossings in two periods. */
  @Test
  void aSineHasTheWaveformOfASine() {
    double[] x = values(400, k -> 3 * Math.sin(2 * Math.PI * 5 * (k + 0.5) / 1000));
    assertEquals(3 / Math.sqrt(2), number(Waveform.RMS, x, 1000), 1e-12);
    assertEquals(6, number(Waveform.PEAK_TO_PEAK, x, 1000), 1e-3);
    assertEquals(3 / 0.399, number(Waveform.ZERO_CROSSINGS, x, 1000), 1e-9);
  }

  @Test
  void crossingsAreCountedAboutTheMean() {
    double[] x = values(101, k -> 100 + (k % 10 < 5 ? 1 : -1));
    assertEquals(20 / 1.0, number(Waveform.ZERO_CROSSINGS, x, 100), 1e-9);
  }

  /**
   * Differences of a sine have 2 sin(pi f / r) times its amplitude: the closed form of mobility,
   * and a complexity of one. The last samples, which have no difference, weigh 1 in 10,000.
   */
  @Test
  void mobilityOfASineIsItsAngularFrequency() {
    double rate = 1000;
    double f = 10;
    double[] x = values(20_000, k -> 3 * Math.sin(2 * Math.PI * f * k / rate + 0.3));
    double[] hjorth = numbers(Waveform.HJORTH, x, rate);
    assertEquals(4.5, hjorth[0], 1e-9);
    assertEquals(2 * rate * Math.sin(Math.PI * f / rate), hjorth[1], 1e-2);
    assertEquals(2 * Math.PI * f, hjorth[1], 0.02);
    assertEquals(1, hjorth[2], 1e-3);
  }

  /** Differences of white noise have twice its variance, and theirs three times theirs. */
  @Test
  void hjorthOfWhiteNoiseIsThatOfItsDifferences() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(3L);
    double[] x = values(200_000, k -> random.nextDouble());
    double[] hjorth = numbers(Waveform.HJORTH, x, 100);
    assertEquals(1 / 12.0, hjorth[0], 1e-3);
    assertEquals(100 * Math.sqrt(2), hjorth[1], 1);
    assertEquals(Math.sqrt(1.5), hjorth[2], 0.01);
  }

  @Test
  void autocorrelationIsThatOfNumpy() {
    double[] expected = {0.6723914741675565, 0.04596902753535189, 0.15751991769393758};
    Summary lags = Autocorrelation.at(ms(5), ms(25), ms(100));
    assertArrayEquals(expected, numbers(lags, reference(), 200), 1e-12);
    assertEquals("autocorrelation at 5 ms (1)", Signals.names(lags, 300, 200).get(0));
  }

  /** Few lags are summed, many transformed. */
  @Test
  void bothWaysToAnAutocorrelationAgree() {
    double[] x = reference();
    double mean = Arrays.stream(x).average().orElseThrow();
    for (int lag : new int[] {0, 47, 48, 49, 50, 123, 299}) {
      double top = 0;
      double bottom = 0;
      for (int k = 0; k < x.length; k++) {
        top += k >= lag ? (x[k] - mean) * (x[k - lag] - mean) : 0;
        bottom += (x[k] - mean) * (x[k] - mean);
      }
      double[] r = numbers(Autocorrelation.at(Time.s(lag / 200.0)), x, 200);
      assertEquals(top / bottom, r[0], 1e-12, "lag " + lag);
    }
  }

  /**
   * An Ornstein-Uhlenbeck process of time constant 50 ms falls to a half after ln 2 of it. The
   * error is that of 4000 time constants, about 3 %.
   */
  @Test
  void widthIsThatOfARelaxation() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(5L);
    double keep = Math.exp(-1 / 50.0);
    double[] x = new double[200_000];
    for (int k = 1; k < x.length; k++) {
      x[k] = keep * x[k - 1] + random.nextDouble() - 0.5;
    }
    double width = number(Autocorrelation.width(), x, 1000);
    assertEquals(2 * 0.05 * Math.log(2), width, 0.1 * 0.07);
  }

  /** Half of a cosine's lag of a sixth of a period, both sides. */
  @Test
  void widthOfALongWaveIsFoundBeyondTheFirstLags() {
    double[] x = values(100_000, k -> Math.sin(2 * Math.PI * k / 1000));
    assertEquals(2 * 1000 / 6.0, number(Autocorrelation.width(), x, 1), 2);
  }

  @Test
  void aComponentHasItsPeakAndItsArea() {
    // a triangle from 0 at 250 ms over 4 uV at 300 ms to 0 at 350 ms
    double[] x = values(1000, k -> Math.max(0, 4 - Math.abs(k - 300) * 0.08));
    double[] p3 = numbers(Component.positive("P3", ms(200), ms(400)), x, 1000);
    assertArrayEquals(new double[] {4, 0.3, 0.2}, p3, 1e-12);
    double[] mirrored = Arrays.stream(x).map(v -> -v).toArray();
    double[] n3 = numbers(Component.negative("N3", ms(200), ms(400)), mirrored, 1000);
    assertArrayEquals(new double[] {-4, 0.3, -0.2}, n3, 1e-12);
    assertEquals(
        List.of("P3 amplitude (uV)", "P3 latency (s)", "P3 area (uV s)"),
        Signals.names(Component.positive("P3", ms(200), ms(400)), 1000, 1000));
  }

  @Test
  void whatCannotBeAskedForIsRefused() {
    assertEquals("moments go from 1 to 4, but were asked up to 5", message(() -> Moments.upTo(5)));
    assertEquals(
        "quantiles have levels from 0 to 1, but got [NaN]",
        message(() -> Quantiles.at(Double.NaN)));
    assertEquals(
        "autocorrelation: a lag of 2 s is not within a signal of 1.5 s",
        message(() -> numbers(Autocorrelation.at(Time.s(2)), reference(), 200)));
    assertEquals(
        "component P3: its window must end after it starts, but was from 400 ms to 300 ms",
        message(() -> Component.positive("P3", ms(400), ms(300))));
    assertEquals(
        "component P3: its window from 1 s to 2 s needs at least 2 samples of the signal, which"
            + " goes from 0 ms to 1.495 s",
        message(() -> numbers(Component.positive("P3", Time.s(1), Time.s(2)), reference(), 200)));
  }

  private static String message(org.junit.jupiter.api.function.Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
