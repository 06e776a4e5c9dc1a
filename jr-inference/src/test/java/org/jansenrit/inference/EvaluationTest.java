package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;

/** Intervals, calibration, comparison and cross-validation. */
class EvaluationTest {
  private static final Parameter A = Parameter.of("A", "mV", 1);

  private static ParameterTable table(double... column) {
    double[][] rows = new double[column.length][];
    Arrays.setAll(rows, i -> new double[] {column[i]});
    return ParameterTable.of(List.of(A), rows);
  }

  /** Truth x and estimate r x + sqrt(1 - r^2) e, both standard normal. */
  private static RecoveryReport correlated(int n, double r, long seed) {
    Random random = new Random(seed);
    double[] truth = random.doubles(n).map(u -> random.nextGaussian()).toArray();
    double[] estimate =
        Arrays.stream(truth)
            .map(t -> r * t + Math.sqrt(1 - r * r) * random.nextGaussian())
            .toArray();
    return RecoveryReport.of(table(truth), table(estimate));
  }

  /**
   * Fisher's interval of a correlation of normals: tanh(atanh(r) +- 1.96 / sqrt(n - 3)). The ends
   * of the bootstrap's differ from it by their own error, about a twentieth of the width.
   */
  @Test
  void theIntervalOfACorrelationIsFishers() {
    for (double r : new double[] {0, 0.5, 0.9}) {
      ConfidenceInterval found = correlated(2000, r, 3).interval(A, Metric.PEARSON);
      double z = Math.log((1 + found.value()) / (1 - found.value())) / 2;
      double half = 1.959964 / Math.sqrt(1997);
      double width = Math.tanh(z + half) - Math.tanh(z - half);
      assertEquals(Math.tanh(z - half), found.low(), 0.12 * width, "r = " + r);
      assertEquals(Math.tanh(z + half), found.high(), 0.12 * width, "r = " + r);
    }
  }

  /** The mean of n normals has standard error sd / sqrt(n). */
  @Test
  void theIntervalOfABiasIsThatOfAMean() {
    RecoveryReport report = correlated(2000, 0.5, 4);
    ConfidenceInterval found = report.interval(A, Metric.BIAS);
    double expected = 2 * 1.959964 * Math.sqrt(2 - 2 * 0.5) / Math.sqrt(2000);
    assertEquals(expected, found.high() - found.low(), 0.1 * expected);
  }

  /**
   * Of 200 intervals of 90 %, each of 100 other simulations, 180 hold the truth; 3 standard errors
   * are 13. One of 80 % would fail this with probability 0.99.
   */
  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    int held = 0;
    for (int seed = 0; seed < 200; seed++) {
      held +=
          correlated(100, 0.6, 100 + seed).interval(A, Metric.PEARSON, 0.9, 1).contains(0.6)
              ? 1
              : 0;
    }
    assertTrue(held >= 167 && held <= 193, held + " of 200");
  }

  @Test
  void theSeedDecidesTheIntervalAndTheLevelItsWidth() {
    RecoveryReport report = correlated(100, 0.6, 5);
    ConfidenceInterval one = report.interval(A, Metric.R2, 0.95, 1);
    assertEquals(one, report.interval(A, Metric.R2));
    assertTrue(one.low() != report.interval(A, Metric.R2, 0.95, 2).low());
    ConfidenceInterval narrow = report.interval(A, Metric.R2, 0.5, 1);
    assertTrue(narrow.low() > one.low() && narrow.high() < one.high());
  }

  /** The same simulations drawn by hand, sorted and correlated anew. */
  @Test
  void ranksOfAResampleAreThoseOfItsValues() {
    Random random = new Random(6);
    double[] values = random.ints(40, 0, 15).asDoubleStream().toArray(); // with ties
    int[] counts = random.ints(40, 0, 4).toArray();
    double[] ranks = new Ranking(values).ranks(counts);
    for (int i = 0; i < 40; i++) {
      long below = 0;
      long equal = 0;
      for (int k = 0; k < 40; k++) {
        below += values[k] < values[i] ? counts[k] : 0;
        equal += values[k] == values[i] ? counts[k] : 0;
      }
      assertEquals(below + (equal + 1) / 2.0, ranks[i]);
    }
  }

  /** Errors 1, -2, 0 and 3 over sds 1, 1, 2 and 1: squares of z sum to 14, two |z| above 1.645. */
  @Test
  void calibrationIsThatComputedByHand() {
    ParameterTable truth = table(1, 2, 3, 4);
    Prediction prediction = Prediction.of(table(2, 0, 3, 7), table(1, 1, 2, 1));
    RecoveryReport.Score score = RecoveryReport.of(truth, prediction).score(A);
    assertEquals(Math.sqrt(14 / 4.0), score.z().orElseThrow(), 1e-12);
    assertEquals(0.5, score.coverage().orElseThrow());
    assertEquals(0.5, score.bias(), 1e-12);
  }

  @Test
  void calibrationNeedsStandardDeviations() {
    RecoveryReport report = correlated(10, 0.5, 1);
    assertTrue(report.score(A).z().isEmpty());
    Exception e = assertThrows(IllegalArgumentException.class, () -> report.interval(A, Metric.Z));
    assertEquals(
        "rms z of A needs predicted standard deviations; train with Loss.GAUSSIAN", e.getMessage());
  }

  /**
   * Two estimators whose errors are nearly the same: each interval alone is far wider than the
   * paired one of their difference, which tells them apart.
   */
  @Test
  void pairedIntervalsTellApartWhatSingleOnesCannot() {
    Random random = new Random(7);
    int n = 400;
    double[] truth = random.doubles(n).map(u -> random.nextGaussian()).toArray();
    double[] one = new double[n];
    double[] two = new double[n];
    for (int i = 0; i < n; i++) {
      one[i] = truth[i] + random.nextGaussian();
      two[i] = one[i] + 0.4 * random.nextGaussian();
    }
    RecoveryReport first = RecoveryReport.of(table(truth), table(one));
    RecoveryReport second = RecoveryReport.of(table(truth), table(two));
    RecoveryComparison both = RecoveryComparison.of("one", first).and("two", second);
    ConfidenceInterval difference = both.difference("two", "one", A, Metric.PEARSON);
    assertEquals(second.score(A).pearson() - first.score(A).pearson(), difference.value(), 1e-12);
    assertTrue(difference.high() < 0, difference.toString());
    ConfidenceInterval alone = first.interval(A, Metric.PEARSON);
    assertTrue(alone.contains(second.score(A).pearson()));
    assertTrue(difference.high() - difference.low() < 0.5 * (alone.high() - alone.low()));
  }

  @Test
  void aComparisonHasATableAndAFigure() {
    RecoveryComparison both =
        RecoveryComparison.of("ridge", correlated(50, 0.5, 1)).and("LSTM", correlated(50, 0.5, 1));
    assertEquals(
        List.of("parameter", "r: ridge", "LSTM", "difference", "95 %"),
        both.table(Metric.PEARSON).header());
    List<String> row = both.table(Metric.PEARSON).rows().get(0);
    assertEquals("A mV", row.get(0));
    assertEquals(List.of("0.000", "0.000 .. 0.000"), row.subList(3, 5));
    assertTrue(both.figure(Metric.PEARSON).toSvg().contains("LSTM"));
    assertThrows(IllegalArgumentException.class, () -> both.figure(Metric.RMSE));
    assertTrue(
        both.toString()
            .matches(
                "RecoveryComparison\\[50 simulations; mean r: ridge 0\\.\\d+, LSTM 0\\.\\d+\\]"),
        both.toString());
  }

  @Test
  void otherTestSetsAndNamesAreRefused() {
    RecoveryComparison one = RecoveryComparison.of("one", correlated(50, 0.5, 1));
    RecoveryReport other = correlated(50, 0.5, 2);
    assertThrows(ShapeException.class, () -> one.and("two", other));
    RecoveryReport shorter = correlated(49, 0.5, 1);
    assertThrows(ShapeException.class, () -> one.and("two", shorter));
    RecoveryReport same = correlated(50, 0.5, 1);
    assertThrows(IllegalArgumentException.class, () -> one.and("one", same));
    assertThrows(IllegalArgumentException.class, () -> one.report("three"));
  }

  /** An estimator that notes what it is shown, and estimates the mean. */
  private static Estimator<Features> spy(List<Set<Double>> seen) {
    return new Estimator<>() {
      @Override
      public <Z extends Features> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
        seen.add(gains(train));
        seen.add(gains(validation));
        return x -> Toys.linear(x.size(), 99).theta();
      }
    };
  }

  private static Set<Double> gains(Dataset<?> data) {
    Set<Double> gains = new HashSet<>();
    Arrays.stream(data.theta().column(Toys.GAIN)).forEach(gains::add);
    return gains;
  }

  @Test
  void eachSimulationIsTestedOnceByWhatHasNotSeenIt() {
    Dataset<Features> data = Toys.linear(53, 1);
    List<Set<Double>> seen = new ArrayList<>();
    CrossValidation result = CrossValidation.run(spy(seen), data, 5, 3);
    assertEquals(5, result.folds().size());
    assertEquals(53, result.all().simulations());
    double[] tested = result.all().truth().column(Toys.GAIN);
    Arrays.sort(tested);
    double[] all = data.theta().column(Toys.GAIN);
    Arrays.sort(all);
    assertArrayEquals(all, tested);
    for (int k = 0; k < 5; k++) {
      Set<Double> train = seen.get(2 * k);
      Set<Double> validation = seen.get(2 * k + 1);
      double[] test = result.folds().get(k).truth().column(Toys.GAIN);
      assertEquals(53, train.size() + validation.size() + test.length);
      assertTrue(Arrays.stream(test).noneMatch(g -> train.contains(g) || validation.contains(g)));
      assertTrue(train.stream().noneMatch(validation::contains));
    }
  }

  @Test
  void crossValidationOfALinearMapFindsIt() {
    CrossValidation result = CrossValidation.run(Estimators.ridge(), Toys.linear(120, 1), 4, 1);
    assertTrue(result.all().score(Toys.GAIN).r2() > 0.99, result.toString());
    assertEquals("g", result.table().rows().get(0).get(0));
    assertTrue(result.table().rows().get(0).get(2).matches("1\\.000 ± 0\\.000"));
  }

  @Test
  void tooFewFoldsOrSimulationsAreRefused() {
    Dataset<Features> data = Toys.linear(4, 1);
    for (int folds : new int[] {0, 2, 5}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> CrossValidation.run(Estimators.ridge(), data, folds, 1));
    }
  }

  @Test
  void theFigureHasAPanelPerParameter() {
    Dataset<Features> test = Toys.linear(60, 2);
    RecoveryReport report = Estimators.ridge().fit(Toys.linear(60, 1), test).evaluate(test);
    String svg = report.figure().toSvg();
    assertTrue(svg.contains("true (mV)") && svg.contains("estimated (1/s)"));
  }
}
