package org.jansenrit.core.prior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PriorTest {
  private static final Parameter X = Parameter.of("x", "nA", 0);

  /** A prior with the support and the first two moments that it must have. */
  record Known(Prior prior, double low, double high, double mean, double sd) {
    @Override
    public String toString() {
      return prior.toString();
    }
  }

  static Stream<Known> kinds() {
    double log = Math.log(75.0 / 2);
    double logMean = (75 - 2) / log;
    double logSquare = (75.0 * 75 - 2 * 2) / (2 * log);
    double free = Double.POSITIVE_INFINITY;
    return Stream.of(
        new Known(Prior.uniform(JansenRit.A, 2.6, 9.75), 2.6, 9.75, 6.175, 7.15 / Math.sqrt(12)),
        new Known(
            Prior.logUniform(JansenRit.B_RATE, 2, 75),
            2,
            75,
            logMean,
            Math.sqrt(logSquare - logMean * logMean)),
        new Known(Prior.normal(X, -3, 0.5), -free, free, -3, 0.5),
        truncated(Prior.normal(JansenRit.C, 700, 330), 700, 330, 1, 5000),
        truncated(Prior.truncatedNormal(JansenRit.B, 22, 30, 17.6, 110), 22, 30, 17.6, 110),
        truncated(Prior.truncatedNormal(X, 0, 1, 2, 3), 0, 1, 2, 3),
        truncated(Prior.truncatedNormal(X, 0, 1, -6, -5), 0, 1, -6, -5),
        truncated(Prior.truncatedNormal(X, 0, 1, 10, 12), 0, 1, 10, 12),
        truncated(Prior.truncatedNormal(X, 0, 1, -31, -30), 0, 1, -31, -30),
        truncated(Prior.truncatedNormal(X, 0, 1, -50, 50), 0, 1, -50, 50));
  }

  /** Johnson, Kotz &amp; Balakrishnan (1994), section 13.10.1. */
  private static Known truncated(Prior prior, double mu, double sigma, double low, double high) {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double a = (low - mu) / sigma;
    double b = (high - mu) / sigma;
    double mass = normal.probability(a, b);
    double shift = (normal.density(a) - normal.density(b)) / mass;
    double spread = (a * normal.density(a) - b * normal.density(b)) / mass;
    double sd = sigma * Math.sqrt(1 + spread - shift * shift);
    return new Known(prior, low, high, mu + sigma * shift, sd);
  }

  @Provide
  Arbitrary<Known> known() {
    return Arbitraries.of(kinds().toList());
  }

  /** Near an edge a double has fewer digits for z. */
  @Property
  void fromNormalAndToNormalAreInverse(
      @ForAll("known") Known k, @ForAll @Scale(6) @DoubleRange(min = -5, max = 5) double z) {
    double[] theta = k.prior.fromNormal(new double[] {z});
    assertEquals(z, k.prior.toNormal(theta)[0], 1e-7);
    double[] again = k.prior.fromNormal(k.prior.toNormal(theta));
    assertEquals(theta[0], again[0], 1e-9 * Math.abs(theta[0]));
  }

  @Property
  void drawsStayInTheSupportHoweverFarOutZIs(
      @ForAll("known") Known k, @ForAll @DoubleRange(min = -40, max = 40) double z) {
    double theta = k.prior.fromNormal(new double[] {z})[0];
    assertTrue(Double.isFinite(theta), "theta " + theta);
    assertTrue(theta >= k.low && theta <= k.high, "theta " + theta);
    assertTrue(k.prior.logDensity(new double[] {theta}) > Double.NEGATIVE_INFINITY);
    assertTrue(Double.isFinite(k.prior.toNormal(new double[] {theta})[0]));
  }

  @Property
  void fromNormalRises(
      @ForAll("known") Known k,
      @ForAll @DoubleRange(min = -6, max = 6) double z,
      @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 1) double more) {
    double below = k.prior.fromNormal(new double[] {z})[0];
    double above = k.prior.fromNormal(new double[] {z + more})[0];
    assertTrue(below <= above, below + " > " + above);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void toNormalIsFiniteAtTheEdges(Known k) {
    for (double edge : new double[] {k.low, k.high}) {
      if (Double.isFinite(edge)) {
        double z = k.prior.toNormal(new double[] {edge})[0];
        assertTrue(Math.abs(z) > 8 && Math.abs(z) < 9, "z = " + z);
        assertEquals(Math.signum(edge - k.mean), Math.signum(z));
      }
    }
  }

  /** Simpson's rule; the density is smooth inside the support. */
  @ParameterizedTest
  @MethodSource("kinds")
  void densitiesIntegrateToOne(Known k) {
    double from = Math.max(k.low, k.mean - 20 * k.sd);
    double to = Math.min(k.high, k.mean + 20 * k.sd);
    int n = 20_000;
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;
      double x = i == n ? to : from + (to - from) * i / n;
      sum += weight * Math.exp(k.prior.logDensity(new double[] {x}));
    }
    assertEquals(1, sum * (to - from) / n / 3, 1e-8);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void thereIsNoDensityOutsideTheSupport(Known k) {
    if (Double.isFinite(k.low)) {
      double out = Double.NEGATIVE_INFINITY;
      assertEquals(out, k.prior.logDensity(new double[] {Math.nextDown(k.low)}));
      assertEquals(out, k.prior.logDensity(new double[] {Math.nextUp(k.high)}));
      assertTrue(k.prior.logDensity(new double[] {k.low}) > out);
      assertTrue(k.prior.logDensity(new double[] {k.high}) > out);
    }
  }

  /** 40,000 draws, a fixed seed, five standard errors; kurtosis of these laws is at most 9. */
  @ParameterizedTest
  @MethodSource("kinds")
  void samplesHaveTheMomentsOfTheLaw(Known k) {
    int n = 40_000;
    double[] x = k.prior.sample(n, 11).column(k.prior.parameters().get(0));
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / (n - 1);
    assertEquals(k.mean, mean, 5 * k.sd / Math.sqrt(n));
    assertEquals(1, variance / (k.sd * k.sd), 5 * Math.sqrt(8.0 / n));
    assertTrue(Arrays.stream(x).allMatch(v -> v >= k.low && v <= k.high));
  }

  @Property(tries = 50)
  void aRowDoesNotDependOnHowManyThereAre(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
    Prior prior = column();
    ParameterTable many = prior.sample(60, seed);
    ParameterTable some = prior.sample(n, seed);
    ParameterTable tail = prior.sample(60 - n, Streams.of(seed).from(n));
    for (int i = 0; i < 60; i++) {
      assertArrayEquals(many.row(i), i < n ? some.row(i) : tail.row(i - n));
    }
  }

  @Test
  void partsAreOneAfterTheOtherAndIndependent() {
    Prior joint = Prior.of(column(), Prior.normal(X, 1, 2));
    assertEquals(List.of(JansenRit.A, JansenRit.B, JansenRit.C, X), joint.parameters());
    double[] z = {-1, 0.5, 2, 0.25};
    double[] theta = joint.fromNormal(z);
    assertEquals(Prior.uniform(JansenRit.B).fromNormal(new double[] {0.5})[0], theta[1]);
    assertEquals(1.5, theta[3], 1e-12);
    assertArrayEquals(z, joint.toNormal(theta), 1e-10);
    double each = -Math.log(9.75 - 2.6) - Math.log(110 - 17.6) - Math.log(1350 - 65);
    double normal = -0.5 * 0.0625 - Math.log(2) - 0.5 * Math.log(2 * Math.PI);
    assertEquals(each + normal, joint.logDensity(theta), 1e-12);
    theta[0] = 2.5;
    assertEquals(Double.NEGATIVE_INFINITY, joint.logDensity(theta));
    double[][] rows = new double[2][];
    double[] a = joint.sample(20_000, 3).column(JansenRit.A);
    double[] b = joint.sample(20_000, 3).column(JansenRit.B);
    rows[0] = Arrays.stream(a).map(v -> (v - 6.175) / 2.064).toArray();
    rows[1] = Arrays.stream(b).map(v -> (v - 63.8) / 26.67).toArray();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += rows[0][i] * rows[1][i];
    }
    assertEquals(0, sum / a.length, 5 / Math.sqrt(a.length));
  }

  private static Prior column() {
    return Prior.of(
        Prior.uniform(JansenRit.A), Prior.uniform(JansenRit.B), Prior.uniform(JansenRit.C));
  }

  /** 1.4 % of a study's C came out negative; here none can, and the text says so. */
  @Test
  void aNormalPriorIsTruncatedToThePossibleRangeAndSaysSo() {
    Prior prior = Prior.normal(JansenRit.C, 707.5, 321.25);
    assertEquals("C ~ N(707.5, 321.25) truncated to [1, 5000]", prior.toString());
    assertTrue(
        Arrays.stream(prior.sample(20_000, 1).column(JansenRit.C))
            .allMatch(JansenRit.C::isPossible));
    assertEquals("x ~ N(0, 1) nA", Prior.normal(X, 0, 1).toString());
  }

  @Test
  void textHasUnits() {
    assertEquals(
        "A ~ U(2.6, 9.75) mV, b ~ logU(25, 75) 1/s, C ~ U(65, 1350)",
        Prior.of(
                Prior.uniform(JansenRit.A, 2.6, 9.75),
                Prior.logUniform(JansenRit.B_RATE, 25, 75),
                Prior.uniform(JansenRit.C))
            .toString());
  }

  @ParameterizedTest
  @CsvSource({"5, 3", "3, 3", "NaN, 5", "3, NaN"})
  void rangesThatAreNoneAreRefused(double low, double high) {
    String expected =
        "the prior of A is empty or unbounded: ["
            + JansenRit.A.withUnit(low)
            + ", "
            + JansenRit.A.withUnit(high)
            + "]; the lower bound must be below the upper, both finite";
    assertEquals(expected, message(() -> Prior.uniform(JansenRit.A, low, high)));
    assertEquals(expected, message(() -> Prior.logUniform(JansenRit.A, low, high)));
    assertEquals(expected, message(() -> Prior.truncatedNormal(JansenRit.A, 3, 1, low, high)));
  }

  @Test
  void rangesThatANormalNeverReachesAreRefused() {
    assertEquals(
        "the prior of A is empty: N(3, 0.01) mV truncated to [5, 9] begins 200 standard deviations"
            + " from its mean",
        message(() -> Prior.truncatedNormal(JansenRit.A, 3, 0.01, 5, 9)));
    assertThrows(
        IllegalArgumentException.class, () -> Prior.truncatedNormal(JansenRit.A, 9, 0.01, 3, 5));
  }

  @Test
  void rangesWithoutAnEndAreRefused() {
    assertEquals(
        "the prior of x is empty or unbounded: [-Infinity nA, Infinity nA];"
            + " the lower bound must be below the upper, both finite",
        message(() -> Prior.uniform(X)));
    assertThrows(
        IllegalArgumentException.class, () -> Prior.uniform(X, 0, Double.POSITIVE_INFINITY));
  }

  @Test
  void aRangeInTheWrongUnitIsRefused() {
    assertEquals(
        "A = 0.0026 mV is outside [0.1, 100.0] mV. Was it given in V? That is 2.6 mV.",
        message(() -> Prior.uniform(JansenRit.A, 2.6e-3, 9.75e-3)));
    assertThrows(IllegalArgumentException.class, () -> Prior.normal(JansenRit.A, 3.25e-3, 1e-3));
    assertThrows(IllegalArgumentException.class, () -> Prior.uniform(JansenRit.A, 2.6, 110));
  }

  @Test
  void logUniformNeedsPositiveBounds() {
    assertEquals(
        "log-uniform prior of x: the lower bound must be positive, but was 0 nA",
        message(() -> Prior.logUniform(X, 0, 1)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, -1", "0, NaN", "0, Infinity"})
  void spreadsThatAreNoneAreRefused(double mean, double sd) {
    assertEquals(
        "the prior of x needs a finite mean and a positive standard deviation, but got "
            + X.withUnit(mean)
            + " and "
            + X.withUnit(sd),
        message(() -> Prior.normal(X, mean, sd)));
    assertThrows(IllegalArgumentException.class, () -> Prior.truncatedNormal(X, mean, sd, -1, 1));
  }

  @Test
  void meansThatAreNotFiniteAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Prior.normal(X, Double.NaN, 1));
    assertThrows(
        IllegalArgumentException.class, () -> Prior.truncatedNormal(X, Double.NaN, 1, -1, 1));
  }

  @Test
  void aJointPriorHasEachParameterOnce() {
    assertEquals(
        "a parameter appears twice in the prior over [A, A]",
        message(() -> Prior.of(Prior.uniform(JansenRit.A), Prior.uniform(JansenRit.A, 3, 4))));
    assertEquals(
        "the prior is empty: give at least one parameter a distribution",
        message(() -> Prior.of()));
  }

  @Test
  void aJointPriorTakesOneValuePerParameter() {
    assertEquals(
        "expected 3 values for [A mV, B mV, C], but got 2",
        message(() -> column().fromNormal(new double[2])));
    assertThrows(IllegalArgumentException.class, () -> column().logDensity(new double[4]));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
