package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.junit.jupiter.api.Test;

class MisspecificationTest {
  private static final LinearGaussian MODEL = new LinearGaussian(3, 0.5, 1, 0);
  private static final Dataset<Features> DATA = MODEL.simulate(1000, 1);

  /** P-values of observations from the model are uniform: mean 0.5, standard error 0.029. */
  @Test
  void observationsOfTheModelAreCovered() {
    Features fresh = MODEL.simulate(100, 2).x();
    double sum = 0;
    for (int i = 0; i < 100; i++) {
      sum += Misspecification.run(DATA, fresh.select(i)).p() / 100;
    }
    assertEquals(0.5, sum, 0.1);
  }

  @Test
  void observationFarFromAllSimulationsIsCalledSo() {
    Features far = Features.of(new double[][] {{9, -9, 9}}, DATA.x().names());
    MisspecificationReport report = Misspecification.run(DATA, far);
    assertFalse(report.covered());
    assertTrue(report.verdict().startsWith("MISSPECIFIED"), report::verdict);
    assertTrue(report.figure().toSvg().contains("observation"));
  }

  /** Each sample alone is as usual, but no simulation has such a shape. */
  @Test
  void seriesOfAnotherShapeIsSeenAlthoughItsValuesAreUsual() {
    Random random = new Random(1);
    double[][] rows = new double[400][60];
    for (double[] row : rows) {
      double amplitude = random.nextGaussian();
      Arrays.setAll(row, k -> amplitude * Math.sin(k / 5.0) + 0.05 * random.nextGaussian());
    }
    double[][] jagged = new double[1][60];
    Arrays.setAll(jagged[0], k -> k % 2 == 0 ? 0.7 : -0.7);
    ParameterTable theta = ParameterTable.of(LinearGaussian.parameters(1), new double[400][1]);
    Dataset<TimeSeries> data = Dataset.of(theta, series(rows));
    assertFalse(Misspecification.run(data, series(jagged)).covered());
    assertTrue(Misspecification.run(data, data.x().select(7)).covered());
  }

  private static TimeSeries series(double[]... rows) {
    return TimeSeries.of(rows, List.of("Cz"), Frequency.hz(100), "uV");
  }

  /** A feature as counts have it: 150 of 200 simulations are the same. */
  @Test
  void observationAmongEqualSimulationsIsCovered() {
    double[][] x = new double[200][1];
    Arrays.setAll(x, i -> new double[] {Math.max(0, i - 150)});
    Dataset<Features> data = Dataset.of(MODEL.prior().sample(200, 1), features(x));
    assertTrue(Misspecification.run(data, features(new double[][] {{0}})).covered());
    assertTrue(Misspecification.run(data, features(new double[][] {{20}})).covered());
    assertFalse(Misspecification.run(data, features(new double[][] {{5000}})).covered());
    Dataset<Features> same = Dataset.of(data.theta(), features(new double[200][1]));
    assertTrue(Misspecification.run(same, features(new double[][] {{0}})).covered());
    assertFalse(Misspecification.run(same, features(new double[][] {{1}})).covered());
  }

  /** It has no scale, so how far off it is in deviations cannot tell. */
  @Test
  void anotherValueThanAllSimulationsHaveIsSeenHoweverSmallItIs() {
    double[][] x = new double[200][];
    Arrays.setAll(x, i -> new double[] {DATA.x().row(i)[0], 0.003});
    Dataset<Features> data = Dataset.of(MODEL.prior().sample(200, 1), features(x));
    double usual = x[7][0];
    assertTrue(Misspecification.run(data, features(new double[][] {{usual, 0.003}})).covered());
    MisspecificationReport report =
        Misspecification.run(data, features(new double[][] {{usual, 0.006}}));
    assertFalse(report.covered());
    assertEquals(1, report.discrepancy());
    assertTrue(report.verdict().contains("its value 1, counted from 0, is the same in all of"));
  }

  private static Features features(double[]... x) {
    return Features.of(x, List.of("a", "b").subList(0, x[0].length));
  }

  @Test
  void observationOfAnotherShapeIsRefused() {
    Features other = Features.of(new double[][] {{1, 2}}, List.of("a", "b"));
    assertThrows(ShapeException.class, () -> Misspecification.run(DATA, other));
    assertThrows(ShapeException.class, () -> Misspecification.run(DATA, DATA.x()));
  }
}
