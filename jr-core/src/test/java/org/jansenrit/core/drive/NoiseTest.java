package org.jansenrit.core.drive;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistical tests have fixed seeds and bounds of five standard errors. */
class NoiseTest {
  private static final int LANES = 256;
  private static final int STEPS = 4000;
  private static final Parameter SIGMA = Parameter.of("sigma", "1/s*sqrt(s)", 2).possible(0, 50);

  /**
   * Uhlenbeck &amp; Ornstein (1930): means over steps h = r tau have variance 2 (r - 1 + exp(-r)) /
   * r^2, and at a lag of k steps the covariance (1 - exp(-r))^2 exp(-(k - 1) r) / r^2, for unit
   * variance of the value.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 0.01, 0.1, 1, 5})
  void ornsteinUhlenbeckMeansHaveTheExactCovarianceAtAnyStep(double r) {
    double[][] x = ornsteinUhlenbeck(3, r);
    double gone = -Math.expm1(-r);
    double variance = r < 1e-3 ? 1 - r / 3 : 2 * (r - gone) / (r * r);
    // a product of two standard normals, over lanes and correlation times
    double error = Math.sqrt(2 / (LANES * Math.max(1, STEPS * Math.min(1, r))));
    assertEquals(variance, covariance(x, 0) / 9, 5 * error);
    for (int lag : new int[] {1, 2, 10}) {
      double expected = gone * gone * Math.exp(-(lag - 1) * r) / (r * r);
      assertEquals(expected, covariance(x, lag) / 9, 5 * error, "lag " + lag);
    }
  }

  /** Increments tell apart schemes in which value and mean are not joint. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 9.9e-4, 1.01e-3, 0.01})
  void incrementsAreRightWhereTheStepIsShort(double r) {
    double[][] x = ornsteinUhlenbeck(1, r);
    double sum = 0;
    for (int k = 1; k < STEPS; k++) {
      for (int i = 0; i < LANES; i++) {
        sum += (x[k][i] - x[k - 1][i]) * (x[k][i] - x[k - 1][i]);
      }
    }
    double found = sum / (LANES * (STEPS - 1.0));
    // twice variance less covariance at lag one, to second order in r
    double expected = 4 * r / 3 - r * r;
    assertEquals(1, found / expected, 5 * Math.sqrt(3.0 / (LANES * STEPS)));
  }

  /** The value, seen through steps of a millionth of the correlation time. */
  @Test
  void ornsteinUhlenbeckStartsFromItsStationaryLaw() {
    int n = 20_000;
    Drive noise = Noise.ornsteinUhlenbeck(s(1), 5);
    double[] first = Blocks.means(noise, Blocks.of(0, n, 0, 1e-6, 9), 1)[0];
    double mean = Arrays.stream(first).average().orElseThrow();
    double square = Arrays.stream(first).map(x -> x * x).average().orElseThrow();
    assertEquals(0, mean, 5 * 5 / Math.sqrt(n));
    assertEquals(1, square / 25, 5 * Math.sqrt(2.0 / n));
  }

  @Test
  void lanesOfOrnsteinUhlenbeckNoiseAreIndependent() {
    double sum = 0;
    for (double[] row : ornsteinUhlenbeck(1, 1)) {
      for (int i = 1; i < LANES; i++) {
        sum += row[i] * row[i - 1];
      }
    }
    assertEquals(0, sum / (STEPS * (LANES - 1.0)), 5 / Math.sqrt(LANES * STEPS / 2.0));
  }

  @Test
  void ornsteinUhlenbeckNoiseIsNotWhite() {
    Drive noise = Noise.ornsteinUhlenbeck(ms(2), 0.02);
    assertFalse(noise.isWhite());
    assertArrayEquals(new double[2], Blocks.intensity(noise, Blocks.of(0, 2, 0, 1e-3, 1)));
    assertEquals("Ornstein-Uhlenbeck noise of sd 0.02, 2 ms", noise.toString());
    double[] silent = Blocks.means(Noise.ornsteinUhlenbeck(ms(2), 0), 0, 1e-3, 3);
    assertArrayEquals(new double[3], silent, 0.0);
  }

  @Test
  void whiteNoiseHasAnIntensityAndNoMean() {
    Drive noise = Noise.white(22);
    assertTrue(noise.isWhite());
    assertArrayEquals(new double[3], Blocks.means(noise, 0, 1e-3, 3));
    for (double step : new double[] {1e-4, 1e-3, 1}) {
      double[] intensity = Blocks.intensity(noise, Blocks.of(0, 2, 0, step, 1));
      assertArrayEquals(new double[] {22, 22}, intensity);
    }
    assertEquals("white noise of intensity 22", noise.toString());
  }

  @Test
  void aFreeIntensityHasAValuePerLane() {
    Drive noise = Noise.white(SIGMA);
    assertEquals(List.of(SIGMA), noise.parameters());
    LaneBlock block = Blocks.of(0, 3, 0, 1e-3, 1);
    Drive.Path path = noise.start(block);
    double[] out = new double[3];
    path.whiteIntensity(out);
    assertArrayEquals(new double[] {2, 3, 4}, out);
    block.restart(1, 40);
    path.restart(1);
    path.whiteIntensity(out);
    assertArrayEquals(new double[] {2, 42, 4}, out);
  }

  @Test
  void intensitiesOfIndependentNoisesAddInQuadrature() {
    LaneBlock block = Blocks.of(0, 2, 0, 1e-3, 1);
    Drive sum =
        Drive.of(Noise.white(3), Stimulus.constant(9), Noise.white(2).times(2), Noise.white(SIGMA));
    assertArrayEquals(
        new double[] {Math.sqrt(25 + 4), Math.sqrt(25 + 9)}, Blocks.intensity(sum, block), 1e-12);
    assertTrue(sum.isWhite());
    assertFalse(Drive.of(Stimulus.constant(9)).isWhite());
    Drive doubled = Drive.of(Noise.white(3), Noise.white(4)).times(2);
    assertArrayEquals(new double[] {10, 10}, Blocks.intensity(doubled, block), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void intensitiesThatAreNoneAreRefused(double intensity) {
    assertEquals(
        "noise intensity must be zero or positive, and finite, but was " + intensity,
        message(() -> Noise.white(intensity)));
    assertThrows(IllegalArgumentException.class, () -> Noise.ornsteinUhlenbeck(ms(2), intensity));
  }

  @Test
  void aCorrelationTimeIsPositive() {
    assertEquals(
        "correlation time of an Ornstein-Uhlenbeck process must be positive, but was 0 ms",
        message(() -> Noise.ornsteinUhlenbeck(s(0), 1)));
  }

  /** Step means at a step of r correlation times. */
  private static double[][] ornsteinUhlenbeck(double sd, double r) {
    double tau = 0.02;
    return Blocks.means(
        Noise.ornsteinUhlenbeck(s(tau), sd), Blocks.of(0, LANES, 0, r * tau, 2026), STEPS);
  }

  /** The mean product over lanes and steps at {@code lag} steps; the mean is known to be zero. */
  private static double covariance(double[][] x, int lag) {
    double sum = 0;
    for (int k = lag; k < x.length; k++) {
      for (int i = 0; i < LANES; i++) {
        sum += x[k][i] * x[k - lag][i];
      }
    }
    return sum / (LANES * (double) (x.length - lag));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
