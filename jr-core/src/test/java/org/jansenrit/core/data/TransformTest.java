package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;

class TransformTest {
  private static final List<String> CHANNELS = List.of("Fz", "Cz");

  private static TimeSeries series(double[]... rows) {
    return TimeSeries.of(rows, CHANNELS, Frequency.hz(100), "uV").startingAt(Time.ms(-20));
  }

  private static TimeSeries noise(int n, int samples, long seed) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = random.doubles(2L * samples).map(u -> 5 + 3 * u).toArray();
    }
    return series(rows);
  }

  private static <X extends Observations, Y extends Observations> Y both(Transform<X, Y> t, X x) {
    return t.fit(x).apply(x);
  }

  @Test
  void decimationTakesMeansAtTheMiddleOfTheirTimes() {
    TimeSeries x = series(new double[] {1, 3, 5, 7, 100, 10, 30, 50, 70, 100});
    TimeSeries y = both(Transform.decimate(2), x);
    assertArrayEquals(new double[] {2, 6, 20, 60}, y.row(0));
    assertEquals("2 channels x 2 samples at 50 Hz, uV", y.shape());
    assertArrayEquals(new double[] {-0.015, 0.005}, y.times(), 1e-9);
  }

  @Test
  void decimationByOneChangesNothing() {
    TimeSeries x = noise(3, 4, 1);
    TimeSeries y = both(Transform.decimate(1), x);
    assertArrayEquals(x.row(2), y.row(2));
    assertEquals(x.shape(), y.shape());
  }

  /** What would fold onto 0 Hz is silenced. */
  @Test
  void decimationSilencesTheNewSamplingRate() {
    double[] wave = IntStream.range(0, 80).mapToDouble(k -> Math.sin(Math.PI * k / 2)).toArray();
    TimeSeries y = both(Transform.decimate(4), series(wave));
    assertArrayEquals(new double[20], y.row(0), 1e-6);
  }

  @Test
  void standardizationUsesTheTrainingSetOnly() {
    TimeSeries train = noise(50, 10, 1);
    var fitted = Transform.<TimeSeries>standardize().fit(train);
    double[] z =
        IntStream.range(0, 50)
            .mapToObj(i -> fitted.apply(train).channel(i, 1))
            .flatMapToDouble(DoubleStream::of)
            .toArray();
    assertEquals(0, DoubleStream.of(z).average().orElseThrow(), 1e-6);
    assertEquals(1, DoubleStream.of(z).map(v -> v * v).average().orElseThrow(), 1e-6);
    TimeSeries one = train.select(3);
    assertArrayEquals(fitted.apply(train).row(3), fitted.apply(one).row(0));
    assertEquals("2 channels x 10 samples at 100 Hz, 1", fitted.apply(one).shape());
  }

  @Test
  void aFeatureThatDoesNotVaryBecomesZero() {
    Features x = Features.of(new double[][] {{7, 1}, {7, 3}}, List.of("a", "b"));
    Features z = both(Transform.standardize(), x);
    assertArrayEquals(new double[] {0, -1}, z.row(0));
    assertArrayEquals(new double[] {0, 1}, z.row(1));
  }

  @Test
  void theFirstComponentLiesAlongTheLargestVariance() {
    double[][] rows = {{1, 2}, {-1, -2}, {2, 4}, {-2, -4}, {0.2, -0.1}, {-0.2, 0.1}};
    Features scores = both(Transform.principalComponents(2), Features.of(rows, List.of("a", "b")));
    assertEquals(List.of("PC 1", "PC 2"), scores.names());
    assertArrayEquals(new double[] {Math.sqrt(5), 0}, scores.row(0), 1e-6);
    assertArrayEquals(new double[] {0, Math.sqrt(0.05)}, scores.row(4), 1e-6);
  }

  /** More values than simulations, and the reverse: the same subspace, so the same scores. */
  @Test
  void bothMatricesGiveTheSameComponents() {
    TimeSeries tall = noise(30, 8, 2); // 16 values
    double[][] rows = IntStream.range(0, 30).mapToObj(tall::row).toArray(double[][]::new);
    double[][] padded = new double[30][];
    for (int i = 0; i < 30; i++) {
      padded[i] = Arrays.copyOf(rows[i], 40); // zeros add no variance
    }
    PrincipalComponents primal = PrincipalComponents.of(rows, 5);
    PrincipalComponents dual = PrincipalComponents.of(padded, 5);
    for (int i = 0; i < 30; i++) {
      assertArrayEquals(primal.scores(rows[i]), dual.scores(padded[i]), 1e-9);
    }
  }

  @Test
  void allComponentsKeepAllDistances() {
    TimeSeries x = noise(40, 3, 3);
    Features scores = both(Transform.principalComponents(6), x);
    assertEquals(distance(x.row(0), x.row(7)), distance(scores.row(0), scores.row(7)), 1e-5);
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(IntStream.range(0, a.length).mapToDouble(j -> Math.pow(a[j] - b[j], 2)).sum());
  }

  @Test
  void aChainIsFittedStepByStep() {
    TimeSeries x = noise(40, 12, 4);
    Transform<TimeSeries, Features> chain =
        Transform.decimate(3).then(Transform.principalComponents(2));
    Features stepwise = both(Transform.principalComponents(2), both(Transform.decimate(3), x));
    assertArrayEquals(stepwise.row(11), both(chain, x).row(11));
  }

  @Test
  void anotherShapeThanThatOfTheTrainingSetIsRefused() {
    TimeSeries other = noise(2, 9, 1);
    for (Transform<TimeSeries, ?> t :
        List.<Transform<TimeSeries, ?>>of(
            Transform.decimate(2),
            Transform.<TimeSeries>standardize(),
            Transform.decimate(1).then(Transform.principalComponents(1)))) {
      var fitted = t.fit(noise(5, 10, 1));
      ShapeException e = assertThrows(ShapeException.class, () -> fitted.apply(other));
      assertEquals(true, e.getMessage().contains("as in the training set"), e.getMessage());
    }
  }

  @Test
  void whatCannotBeFittedSaysWhy() {
    assertMessage(
        () -> Transform.decimate(0),
        "series can be decimated by a factor of at least 1, but it was 0");
    assertMessage(
        () -> Transform.decimate(20).fit(noise(2, 10, 1)),
        "series of 10 samples cannot be decimated by 20");
    assertMessage(
        () -> Transform.principalComponents(5).fit(noise(5, 10, 1)),
        "cannot find 5 principal components of 5 simulations x 20 values: they vary in at most 4"
            + " directions");
    Features line = Features.of(new double[][] {{1, 1}, {2, 2}, {3, 3}, {4, 4}}, List.of("a", "b"));
    assertMessage(
        () -> Transform.principalComponents(2).fit(line),
        "cannot find 2 principal components of 4 simulations x 2 values: they vary in at most 1"
            + " direction");
    assertMessage(
        () ->
            Transform.principalComponents(1)
                .fit(series(new double[] {1, 2}, new double[] {1, Double.NaN})),
        "training set: row 1, channel Cz, sample 0 is NaN. Is it a simulation that diverged,"
            + " which Dataset.finite() leaves out, or a recording with gaps?");
    assertMessage(
        () -> Transform.standardize().fit(noise(2, 3, 1).select()),
        "standardization cannot be fitted to an empty training set");
  }

  private static void assertMessage(Runnable call, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
