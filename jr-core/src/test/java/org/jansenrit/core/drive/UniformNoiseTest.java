package org.jansenrit.core.drive;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The noise of Jansen &amp; Rit (1995), with the hold time that the paper leaves open. */
class UniformNoiseTest {
  private static final Drive NOISE = Noise.uniform(120, 320, ms(1));

  /**
   * The standard column's output, over 300 lanes of 4 s. One seed gives one input at any step, so
   * that the three differ by the error of the integrator only.
   */
  @Test
  void theOutputsSpreadDoesNotDependOnTheStep() {
    double reference = outputSd(ms(1), ms(0.25));
    assertEquals(1, outputSd(ms(1), ms(0.5)) / reference, 0.001);
    assertEquals(1, outputSd(ms(1), ms(1)) / reference, 0.001);
  }

  /** What happens where the noise is drawn anew at every step: computed independently. */
  @ParameterizedTest
  @CsvSource({"1, 1.226", "0.5, 1.123", "0.25, 1.058"})
  void theOutputsSpreadDependsOnTheHoldTime(double hold, double sd) {
    assertEquals(1, outputSd(ms(hold), ms(hold)) / sd, 0.02);
  }

  /** A mean over any interval is the exact average of the numbers that are held in it. */
  @Property(tries = 200)
  void meansOverAnyStepAreAveragesOfTheSameInput(
      @ForAll long seed,
      @ForAll @Scale(5) @DoubleRange(min = 3e-4, max = 0.01) double hold,
      @ForAll @Scale(5) @DoubleRange(min = 3e-4, max = 0.01) double step) {
    Drive noise = Noise.uniform(-1, 3, s(hold));
    int steps = 40;
    double[][] means = Blocks.means(noise, Blocks.of(5, 1, -0.02, step, seed), steps);
    int count = (int) Math.ceil(steps * step / hold) + 1;
    double[][] held = Blocks.means(noise, Blocks.of(5, 1, -0.02, hold, seed), count);
    double[] numbers = Arrays.stream(held).mapToDouble(x -> x[0]).toArray();
    for (int k = 0; k < steps; k++) {
      double expected =
          integral(numbers, (k + 1) * step / hold) - integral(numbers, k * step / hold);
      assertEquals(expected * hold / step, means[k][0], 1e-9, "step " + k);
    }
  }

  /** Numbers are drawn when they begin to be held: a hold time of three steps, say. */
  @Test
  void aNumberIsHeldForItsTime() {
    double[] x = Blocks.means(Noise.uniform(0, 1, ms(3)), -0.01, 1e-3, 9);
    assertArrayEquals(
        new double[] {x[0], x[0], x[0], x[3], x[3], x[3], x[6], x[6], x[6]}, x, 1e-12);
    assertFalse(x[0] == x[3] || x[3] == x[6]);
  }

  /** Mean 220, variance 200^2 / 12, no correlation in time or between lanes; 5 standard errors. */
  @Test
  void numbersAreUniformAndIndependent() {
    int lanes = 200;
    int steps = 1000;
    double[][] x = Blocks.means(NOISE, Blocks.of(0, lanes, 0, 1e-3, 11), steps);
    double[] all = Arrays.stream(x).flatMapToDouble(Arrays::stream).toArray();
    int n = all.length;
    double variance = 200 * 200 / 12.0;
    assertEquals(220, Arrays.stream(all).average().orElseThrow(), 5 * Math.sqrt(variance / n));
    double found = Arrays.stream(all).map(v -> (v - 220) * (v - 220)).average().orElseThrow();
    // the kurtosis of a uniform number is 1.8
    assertEquals(1, found / variance, 5 * Math.sqrt(0.8 / n));
    assertEquals(0, correlation(all, 1) / variance, 5 / Math.sqrt(n));
    assertEquals(0, correlation(all, lanes) / variance, 5 / Math.sqrt(n));
    Arrays.sort(all);
    double distance = 0;
    for (int i = 0; i < n; i++) {
      distance = Math.max(distance, Math.abs((all[i] - 120) / 200 - (i + 0.5) / n));
    }
    // Kolmogorov-Smirnov at a level of 1e-6
    assertEquals(0, distance, 2.7 / Math.sqrt(n));
  }

  @Test
  void boundsAreFiniteAndInOrder() {
    assertEquals(
        "uniform noise needs finite bounds, the lower first, but got [3.0, 1.0]",
        message(() -> Noise.uniform(3, 1, ms(1))));
    assertThrows(IllegalArgumentException.class, () -> Noise.uniform(Double.NaN, 1, ms(1)));
    assertThrows(
        IllegalArgumentException.class, () -> Noise.uniform(0, Double.POSITIVE_INFINITY, ms(1)));
    assertEquals(
        "hold time of uniform noise must be positive, but was 0 ms",
        message(() -> Noise.uniform(0, 1, ms(0))));
    assertEquals("uniform noise of 120 to 320, held for 1 ms", NOISE.toString());
  }

  private static double outputSd(Time hold, Time step) {
    TimeSeries x =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Noise.uniform(120, 320, hold))
            .integrator(Integrator.heun(), step)
            .burnIn(s(2))
            .duration(s(4))
            .observe(Eeg.source())
            .simulate(ParameterTable.of(JansenRit.standard()).select(new int[300]), Streams.of(3));
    double[] means = new double[2];
    for (int i = 0; i < x.size(); i++) {
      for (double v : x.channel(i, 0)) {
        means[0] += v;
        means[1] += v * v;
      }
    }
    double n = (double) x.size() * x.channel(0, 0).length;
    return Math.sqrt(means[1] / n - means[0] / n * (means[0] / n));
  }

  /** Returns the integral of the held numbers until {@code t}, counted in hold times. */
  private static double integral(double[] numbers, double t) {
    int whole = (int) Math.floor(t);
    return Arrays.stream(numbers, 0, whole).sum() + numbers[whole] * (t - whole);
  }

  private static double correlation(double[] x, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += (x[i] - 220) * (x[i - lag] - 220);
    }
    return sum / (x.length - lag);
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
