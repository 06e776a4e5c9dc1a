package org.jansenrit.core.data;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jansenrit.core.model.JansenRit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetTest {

  /** Row i has parameter 1 + i and two features i, -i; those in {@code diverged} are NaN. */
  private static Dataset<Features> numbered(int n, Set<Integer> diverged) {
    double[][] theta = new double[n][1];
    double[][] x = new double[n][2];
    for (int i = 0; i < n; i++) {
      theta[i][0] = 1 + i;
      x[i][0] = diverged.contains(i) ? Double.NaN : i;
      x[i][1] = -i;
    }
    return Dataset.of(
        ParameterTable.of(List.of(JansenRit.C), theta), Features.of(x, List.of("up", "down")));
  }

  @Property(tries = 300)
  void aSplitIsAPartitionOfTheFiniteSimulations(
      @ForAll @IntRange(min = 20, max = 200) int n,
      @ForAll @DoubleRange(min = 0.2, max = 0.8) double train,
      @ForAll @DoubleRange(max = 0.2) double validation,
      @ForAll long seed) {
    Set<Integer> diverged = some(n, seed);
    Dataset<Features> all = numbered(n, diverged);
    var parts = all.split(train, validation, seed);
    Set<Integer> seen = new HashSet<>();
    int count = 0;
    for (var part : List.of(parts.train(), parts.validation(), parts.test())) {
      for (int i = 0; i < part.size(); i++) {
        int number = (int) part.x().row(i)[0];
        assertEquals(1.0 + number, part.theta().get(i, 0), "pairs stay together");
        seen.add(number);
        count++;
      }
      assertEquals(0, part.diverged());
    }
    int finite = n - diverged.size();
    assertEquals(finite, count);
    assertEquals(finite, seen.size());
    assertEquals(train * finite, parts.train().size(), 0.5);
    assertEquals((train + validation) * finite, count - parts.test().size(), 0.5);
  }

  private static Set<Integer> some(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Integer> some = new HashSet<>();
    IntStream.range(0, n / 4).forEach(i -> some.add(random.nextInt(n)));
    return some;
  }

  @Test
  void aSplitDependsOnItsSeedOnly() {
    Dataset<Features> all = numbered(100, Set.of());
    double[] one = all.split(0.8, 0.1, 7).train().theta().column(JansenRit.C);
    assertArrayEquals(one, all.split(0.8, 0.1, 7).train().theta().column(JansenRit.C));
    double[] other = all.split(0.8, 0.1, 8).train().theta().column(JansenRit.C);
    assertTrue(IntStream.range(0, 80).anyMatch(i -> one[i] != other[i]));
    assertTrue(IntStream.range(0, 80).anyMatch(i -> one[i] != 1 + i), "it is shuffled");
  }

  @Test
  void sharesMayLeaveNothingForTesting() {
    var parts = numbered(10, Set.of()).split(0.7, 0.3, 1);
    assertEquals(7, parts.train().size());
    assertEquals(3, parts.validation().size());
    assertEquals(0, parts.test().size());
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "-0.1, 0.1", "0.8, -0.1", "0.8, 0.3", "NaN, 0.1", "0.8, NaN"})
  void sharesThatAreNoneAreRefused(double train, double validation) {
    assertEquals(
        "shares must be positive and sum to at most 1, but were " + train + " and " + validation,
        message(() -> numbered(10, Set.of()).split(train, validation, 1)));
  }

  @Test
  void anEmptyTrainingPartIsRefused() {
    assertEquals(
        "a share of 0.5 of 0 finite simulations leaves none for training",
        message(() -> numbered(2, Set.of(0, 1)).split(0.5, 0.1, 1)));
  }

  @Test
  void divergedSimulationsAreCountedAndLeftOut() {
    Dataset<Features> all = numbered(10, Set.of(2, 5));
    assertEquals(2, all.diverged());
    assertEquals(10, all.size());
    Dataset<Features> finite = all.finite();
    assertEquals(8, finite.size());
    assertEquals(0, finite.diverged());
    assertArrayEquals(new double[] {1, 2, 4, 5, 7, 8, 9, 10}, finite.theta().column(JansenRit.C));
    assertSame(finite, finite.finite());
    assertEquals(all.provenance(), finite.provenance());
  }

  @Test
  void tablesOfDifferentLengthAreRefused() {
    Dataset<Features> five = numbered(5, Set.of());
    assertEquals(
        "data set: expected as many observations as parameter sets, 5, but got 4",
        message(() -> Dataset.of(five.theta(), numbered(4, Set.of()).x())));
  }

  /** The text agreed upon in the architecture. */
  @Test
  void textHasShapesUnitsAndWhatDiverged() {
    double[][] theta = new double[20][3];
    float[] x = new float[20 * 64 * 1000];
    x[1] = Float.NaN;
    x[2] = Float.NaN;
    x[5 * 64 * 1000] = Float.POSITIVE_INFINITY;
    x[x.length - 1] = Float.NaN;
    List<String> channels = IntStream.range(0, 64).mapToObj(i -> "E" + i).toList();
    Dataset<TimeSeries> data =
        Dataset.of(
            ParameterTable.of(List.of(JansenRit.A, JansenRit.B, JansenRit.C), theta),
            TimeSeries.wrap(x, channels, 1000, hz(1000), "uV"));
    assertEquals(
        "Dataset[theta 20 x [A mV, B mV, C], TimeSeries 20 x 64 channels x 1000 samples"
            + " at 1000 Hz, uV; 3 diverged]",
        data.toString());
    assertEquals(
        "Dataset[theta 17 x [A mV, B mV, C], TimeSeries 17 x 64 channels x 1000 samples"
            + " at 1000 Hz, uV]",
        data.finite().toString());
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
