package org.jansenrit.core.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final int POINTS = 200_000;

  @Test
  void expIsRightToTwelveDigitsWithinFortyOfZero() {
    assertEquals(1, Lanes.exp(0));
    double worst = 0;
    for (int i = 0; i <= POINTS; i++) {
      double x = -40 + 80.0 * i / POINTS;
      worst = Math.max(worst, Math.abs(Lanes.exp(x) / StrictMath.exp(x) - 1));
    }
    assertTrue(worst < 1e-12, "worst relative error " + worst);
  }

  @Test
  void expOfLanesIsThatOfEach() {
    double[] x = {-50, -1, 0, 1, 50, 7};
    double[] out = {9, 9, 9, 9, 9, 9};
    Lanes.exp(x, out, 5);
    for (int i = 0; i < 5; i++) {
      assertEquals(Lanes.exp(x[i]), out[i]);
    }
    assertEquals(9, out[5]);
  }

  @Test
  void expIsConstantBeyondForty() {
    for (double x : new double[] {40, 41, 100, 745, 1e6, 1e15}) {
      assertEquals(1, Lanes.exp(x) / StrictMath.exp(40), 1e-12);
      assertEquals(1, Lanes.exp(-x) / StrictMath.exp(-40), 1e-12);
    }
    assertTrue(Double.isNaN(Lanes.exp(Double.NaN)));
  }

  @Test
  void logisticIsRightToTwelveDigitsWithinFortyOfItsMiddle() {
    int n = 4001;
    double[] a = filled(n, 3.36);
    double[] b = filled(n, 0.56);
    double[] x = new double[n];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = (3.36 - (-40 + 80.0 * i / (n - 1))) / 0.56;
    }
    Lanes.logisticAffine(a, b, x, out, n);
    for (int i = 0; i < n; i++) {
      double expected = 1 / (1 + StrictMath.exp(a[i] - b[i] * x[i]));
      assertEquals(1, out[i] / expected, 1e-12);
    }
  }

  /** Against expm1, which does not cancel; near zero digits are lost, but nothing divides by it. */
  @Test
  void thresholdLinearIsRightToTwelveDigitsAndPassesThroughZero() {
    int n = POINTS + 1;
    double[] x = new double[n];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      double near = (i - POINTS / 2) * 1e-17;
      x[i] = i % 3 == 0 ? -40 + 140.0 * i / POINTS : i % 3 == 1 ? 0.1 * near / 1e-12 : near;
    }
    Lanes.thresholdLinear(x, out, n);
    for (int i = 0; i < n; i++) {
      double expected = x[i] == 0 ? 1 : -x[i] / StrictMath.expm1(-x[i]);
      double size = Math.abs(x[i]);
      double relative = size > 0.1 ? 1e-12 : size > 1e-12 ? 1e-13 / size : 0.1;
      double tolerance = x[i] < -4 ? 1e-12 : relative * expected;
      assertEquals(expected, out[i], tolerance, "x = " + x[i]);
    }
  }

  @Test
  void thresholdLinearVanishesFarBelowAndGrowsFarAbove() {
    double[] out = new double[4];
    Lanes.thresholdLinear(new double[] {-1000, 0, 1e6, Double.NaN}, out, 4);
    assertEquals(0, out[0], 1e-13);
    assertEquals(1, out[1]);
    assertEquals(1e6, out[2]);
    assertTrue(Double.isNaN(out[3]));
  }

  /** A diverged lane stays visible. */
  @Test
  void logisticOfNanIsNan() {
    double[] out = new double[1];
    Lanes.logisticAffine(new double[1], filled(1, 1), filled(1, Double.NaN), out, 1);
    assertTrue(Double.isNaN(out[0]));
  }

  @Property(tries = 300)
  void aLaneDoesNotDependOnHowManyThereAre(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int n) {
    double[][] in = random(seed, 6, n);
    double[][] block = all(in, n);
    for (int i = 0; i < n; i += 1 + n / 7) {
      double[][] alone = all(lane(in, i), 1);
      for (int k = 0; k < block.length; k++) {
        assertEquals(alone[k][0], block[k][i], "kernel " + k + ", lane " + i);
      }
    }
  }

  @Property(tries = 100)
  void kernelsTouchNothingBeyondTheLanes(
      @ForAll long seed, @ForAll @IntRange(max = 40) int n, @ForAll @IntRange(max = 9) int pad) {
    for (double[] out : all(random(seed, 6, n + pad), n)) {
      for (int i = n; i < n + pad; i++) {
        assertEquals(-7, out[i]);
      }
    }
  }

  @Property(tries = 100)
  void anOutputMayBeAnInput(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
    double[][] in = random(seed, 6, n);
    double[][] expected = all(in, n);
    double[] x = in[0].clone();
    Lanes.logisticAffine(in[1], in[2], x, x, n);
    double[] apart = new double[n];
    Lanes.logisticAffine(in[1], in[2], in[0], apart, n);
    assertArrayEquals(apart, x);
    double[] u = in[2].clone();
    Lanes.secondOrder(in[0], in[1], u, in[3], in[4], in[5], u, n);
    assertArrayEquals(expected[7], u);
  }

  @Property(tries = 200)
  void kernelsComputeWhatTheySay(@ForAll long seed) {
    double[][] in = random(seed, 6, 5);
    double[][] out = all(in, 5);
    for (int i = 0; i < 5; i++) {
      double a = in[0][i];
      double b = in[1][i];
      double c = in[2][i];
      assertEquals(a + b, out[0][i]);
      assertEquals(a - b, out[1][i]);
      assertEquals(a * b, out[2][i]);
      assertEquals(1.7 * a, out[3][i]);
      assertEquals(a + 1.7 * b, out[4][i], 1e-14);
      assertEquals(a + b * c, out[5][i], 1e-14);
      assertEquals(1 / (1 + StrictMath.exp(a - b * c)), out[6][i], 1e-12);
      assertEquals(in[3][i] * c - in[4][i] * b - in[5][i] * a, out[7][i], 1e-14);
    }
  }

  private static double[][] all(double[][] in, int n) {
    double[][] out = new double[9][in[0].length];
    for (double[] row : out) {
      Arrays.fill(row, -7);
    }
    Lanes.add(in[0], in[1], out[0], n);
    Lanes.subtract(in[0], in[1], out[1], n);
    Lanes.multiply(in[0], in[1], out[2], n);
    Lanes.scale(1.7, in[0], out[3], n);
    Lanes.addScaled(in[0], 1.7, in[1], out[4], n);
    Lanes.addProduct(in[0], in[1], in[2], out[5], n);
    Lanes.logisticAffine(in[0], in[1], in[2], out[6], n);
    Lanes.secondOrder(in[0], in[1], in[2], in[3], in[4], in[5], out[7], n);
    Lanes.thresholdLinear(in[0], out[8], n);
    return out;
  }

  private static double[][] random(long seed, int rows, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] all = new double[rows][n];
    for (double[] row : all) {
      Arrays.setAll(row, i -> random.nextDouble() * 4 - 2);
    }
    return all;
  }

  private static double[][] lane(double[][] in, int i) {
    return Arrays.stream(in).map(row -> new double[] {row[i]}).toArray(double[][]::new);
  }

  private static double[] filled(int n, double value) {
    double[] all = new double[n];
    Arrays.fill(all, value);
    return all;
  }
}
