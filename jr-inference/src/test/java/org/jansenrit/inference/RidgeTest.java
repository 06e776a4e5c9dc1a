package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.junit.jupiter.api.Test;

class RidgeTest {

  @Test
  void primalAndDualAgree() {
    Dataset<TimeSeries> data = Toys.waves(60, 1); // 80 values each
    for (double penalty : new double[] {1e-3, 1, 100}) {
      ParameterTable primal = RidgeSystem.of(data, true).solve(penalty).predict(data.x());
      ParameterTable dual = RidgeSystem.of(data, false).solve(penalty).predict(data.x());
      for (int i = 0; i < data.size(); i++) {
        assertArrayEquals(primal.row(i), dual.row(i), 1e-8);
      }
    }
  }

  @Test
  void recoversALinearMap() {
    Dataset<Features> test = Toys.linear(100, 3);
    var fitted = Estimators.ridge().fit(Toys.linear(300, 1), Toys.linear(100, 2));
    RecoveryReport report = fitted.evaluate(test);
    assertTrue(report.score(Toys.GAIN).rmse() < 0.01, report.toString());
    assertTrue(report.score(Toys.RATE).rmse() < 0.02, report.toString());
  }

  /** One input, one target: the weight is r / (1 + penalty) in units of standard deviations. */
  @Test
  void thePenaltyIsRelativeToTheVarianceOfOneInput() {
    Features x = Features.of(new double[][] {{-10}, {0}, {10}}, List.of("x"));
    ParameterTable theta = ParameterTable.of(List.of(Toys.GAIN), new double[][] {{-3}, {0}, {3}});
    Dataset<Features> data = Dataset.of(theta, x);
    double[] estimates = Estimators.ridge(0.5).fit(data, data).predict(x).column(Toys.GAIN);
    assertArrayEquals(new double[] {-2, 0, 2}, estimates, 1e-6);
  }

  @Test
  void theValidationSetChoosesThePenalty() {
    Dataset<TimeSeries> train = Toys.waves(60, 1);
    Dataset<TimeSeries> validation = Toys.waves(300, 2);
    double chosen = Toys.r2(Estimators.ridge().fit(train, validation), validation);
    for (double penalty : new double[] {1e-5, 0.1, 100}) {
      double fixed = Toys.r2(Estimators.ridge(penalty).fit(train, validation), validation);
      assertTrue(chosen >= fixed - 1e-9, chosen + " < " + fixed + " at " + penalty);
    }
  }

  @Test
  void changingTheUnitOfAParameterScalesItsEstimate() {
    Dataset<Features> data = Toys.linear(50, 1);
    double[][] scaled = new double[50][];
    for (int i = 0; i < 50; i++) {
      scaled[i] = new double[] {1000 * data.theta().get(i, 0), data.theta().get(i, 1)};
    }
    Dataset<Features> other =
        Dataset.of(ParameterTable.of(data.theta().parameters(), scaled), data.x());
    double inMillivolts = Estimators.ridge(1).fit(data, data).predict(data.x()).get(7, 0);
    double inMicrovolts = Estimators.ridge(1).fit(other, other).predict(data.x()).get(7, 0);
    assertEquals(1000 * inMillivolts, inMicrovolts, 1e-6);
  }

  @Test
  void aPenaltyThatIsNotPositiveIsRefused() {
    for (double penalty : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> Estimators.ridge(penalty));
    }
  }
}
