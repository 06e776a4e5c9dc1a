package org.jansenrit.core.drive;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistical tests have fixed seeds and bounds of five standard errors. */
class PinkNoiseTest {
  private static final double LOW = 1;
  private static final double HIGH = 100;

  /**
   * The slope of a periodogram with a Hann window at 24 frequencies that are evenly spaced in log
   * f, 500 lanes of 4.096 s: its standard error is 0.008, so that an error of 0.05 is six of them.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 1.5})
  void theMeasuredExponentIsTheOneAskedFor(double alpha) {
    double step = 1e-3;
    Drive noise = Noise.pink(alpha, 2, hz(LOW), hz(HIGH));
    double[][] x = Blocks.means(noise, Blocks.of(0, 500, 0, step, 4), 4096);
    double[] frequencies = spaced(LOW, HIGH, 24);
    double[] power = new double[frequencies.length];
    for (int j = 0; j < power.length; j++) {
      double half = Math.PI * frequencies[j] * step;
      // the mean over a step is a filter
      power[j] = power(x, frequencies[j] * step) * Math.pow(half / Math.sin(half), 2);
    }
    assertEquals(alpha, -slope(frequencies, power), 0.05);
  }

  /** The exact spectrum of the sum, over narrow and wide bands. */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.03",
    "0.75, 0.03",
    "1, 0.03",
    "1.25, 0.03",
    "1.5, 0.03",
    "0.1, 0.2",
    "1.9, 0.2",
    "0.001, 0.2",
    "1.999, 0.2"
  })
  void theDensityIsWithinItsBoundsOfThePowerLaw(double alpha, double bound) {
    for (double high : new double[] {1.1, 2, 7, 40, 100, 1000, 1e5}) {
      List<RelaxationNoise.Part> parts = PinkSpectrum.parts(alpha, hz(1), hz(high));
      double[] ratios =
          Arrays.stream(spaced(1, high, 400))
              .map(f -> density(parts, f) * Math.pow(f, alpha))
              .toArray();
      double middle = Math.exp(Arrays.stream(ratios).map(Math::log).average().orElseThrow());
      for (double ratio : ratios) {
        assertEquals(1, ratio / middle, bound, "band to " + high + " Hz");
      }
    }
  }

  /** What the documentation says of both sides of the band. */
  @Test
  void theDensityIsFlatBelowTheBandAndFallsAsTheSquareAbove() {
    List<RelaxationNoise.Part> parts = PinkSpectrum.parts(1, hz(LOW), hz(HIGH));
    assertEquals(1, density(parts, 1e-3) / density(parts, 1e-2), 0.01);
    assertEquals(4, density(parts, 1e4) / density(parts, 2e4), 0.01);
  }

  /** The value, seen through steps of a millionth of a second; in all steps alike. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 1.5})
  void theStandardDeviationIsStationaryFromTheStart(double alpha) {
    int lanes = 20_000;
    Drive noise = Noise.pink(alpha, 3, hz(LOW), hz(HIGH));
    double[] first = Blocks.means(noise, Blocks.of(0, lanes, 0, 1e-6, 1), 1)[0];
    assertEquals(1, variance(first) / 9, 5 * Math.sqrt(2.0 / lanes));
    double[][] x = Blocks.means(noise, Blocks.of(0, lanes, 0, 0.01, 1), 100);
    double error = 5 * 2 / Math.sqrt(lanes);
    assertEquals(1, variance(x[99]) / variance(x[0]), error);
    assertEquals(1, variance(x[50]) / variance(x[0]), error);
  }

  /** The mean of two steps has the variance of the mean over one of twice the length. */
  @Test
  void theProcessDoesNotDependOnTheStep() {
    int lanes = 40_000;
    Drive noise = Noise.pink(1, 3, hz(LOW), hz(HIGH));
    double[][] fine = Blocks.means(noise, Blocks.of(0, lanes, 0, 0.005, 1), 2);
    double[] means = new double[lanes];
    Arrays.setAll(means, i -> (fine[0][i] + fine[1][i]) / 2);
    double[] coarse = Blocks.means(noise, Blocks.of(0, lanes, 0, 0.01, 2), 1)[0];
    assertEquals(1, variance(means) / variance(coarse), 5 * 2 / Math.sqrt(lanes));
  }

  @Test
  void whatIsNoExponentOrNoBandIsRefused() {
    assertEquals(
        "exponent of pink noise must be above 0 and below 2, but was 2.0; see Noise.white and"
            + " Noise.ornsteinUhlenbeck for its limits",
        message(() -> Noise.pink(2, 1, hz(1), hz(2))));
    assertThrows(IllegalArgumentException.class, () -> Noise.pink(Double.NaN, 1, hz(1), hz(2)));
    assertEquals(
        "the band of pink noise is empty: from 2 Hz to 1 Hz",
        message(() -> Noise.pink(1, 1, hz(2), hz(1))));
    assertThrows(IllegalArgumentException.class, () -> Noise.pink(1, -1, hz(1), hz(2)));
    Parameter sd = Parameter.of("sd", "1/s", 1);
    assertEquals(
        "1/f^1 noise of sd sd, 1 Hz to 40 Hz", Noise.pink(1, sd, hz(1), hz(40)).toString());
  }

  /** The one-sided density of the sum. */
  private static double density(List<RelaxationNoise.Part> parts, double f) {
    return parts.stream()
        .mapToDouble(
            p -> 4 * p.tau() * p.sd() * p.sd() / (1 + Math.pow(2 * Math.PI * f * p.tau(), 2)))
        .sum();
  }

  /** The mean power of all lanes at a frequency in cycles per step. */
  private static double power(double[][] x, double frequency) {
    double[] re = new double[x[0].length];
    double[] im = new double[x[0].length];
    for (int k = 0; k < x.length; k++) {
      double window = 1 - Math.cos(2 * Math.PI * (k + 0.5) / x.length);
      double cos = window * Math.cos(2 * Math.PI * frequency * k);
      double sin = window * Math.sin(2 * Math.PI * frequency * k);
      for (int i = 0; i < re.length; i++) {
        re[i] += cos * x[k][i];
        im[i] += sin * x[k][i];
      }
    }
    return variance(re) + variance(im);
  }

  /** Least squares in log-log. */
  private static double slope(double[] f, double[] power) {
    double[] x = Arrays.stream(f).map(Math::log).toArray();
    double[] y = Arrays.stream(power).map(Math::log).toArray();
    double mean = Arrays.stream(x).average().orElseThrow();
    double top = 0;
    double bottom = 0;
    for (int j = 0; j < x.length; j++) {
      top += (x[j] - mean) * y[j];
      bottom += (x[j] - mean) * (x[j] - mean);
    }
    return top / bottom;
  }

  private static double[] spaced(double from, double to, int count) {
    double[] all = new double[count];
    Arrays.setAll(all, k -> from * Math.pow(to / from, k / (count - 1.0)));
    return all;
  }

  /** The mean square; the mean is known to be zero. */
  private static double variance(double[] x) {
    return Arrays.stream(x).map(v -> v * v).average().orElseThrow();
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
