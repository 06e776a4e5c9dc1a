package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportArraysTest {
  private static final LinearGaussian MODEL = new LinearGaussian(2, 0.5, 1, 0);
  private static final Dataset<Features> TEST = MODEL.simulate(120, 1);
  private static final Features OBSERVED = MODEL.simulate(1, 2).x();
  private static final Parameter FIRST = LinearGaussian.FIRST;

  /** The numbers of a file that was written and read again. */
  private static double[] numbers(NumpyFile arrays, String name, Path folder) throws IOException {
    Path file = folder.resolve("report.npz");
    arrays.save(file);
    return NumpyFile.read(file).numbers(name);
  }

  @Test
  void calibrationHasTheNumbersOfAllFourChecks(@TempDir Path folder) throws IOException {
    CalibrationReport report = Calibration.run(MODEL, TEST, 20, 3);
    NumpyFile arrays = report.arrays();
    assertEquals(
        Set.of(
            "sbc/draws",
            "sbc/rank/theta0",
            "sbc/rank/theta1",
            "sbc/z_score/theta0",
            "sbc/z_score/theta1",
            "coverage/level",
            "coverage/share_inside/theta0",
            "coverage/share_inside/theta1",
            "coverage/hdr_level",
            "tarp/share_nearer"),
        arrays.names());
    assertArrayEquals(report.coverage().grid(), numbers(arrays, "coverage/level", folder));
    assertArrayEquals(
        report.coverage().curve(FIRST), numbers(arrays, "coverage/share_inside/theta0", folder));
    assertArrayEquals(
        report.expectedCoverage().shares(), numbers(arrays, "coverage/hdr_level", folder));
    assertArrayEquals(report.tarp().shares(), numbers(arrays, "tarp/share_nearer", folder));
  }

  @Test
  void eachCheckAloneHasTheArraysItHasAmongOthers() {
    Set<String> all = Calibration.run(MODEL, TEST, 20, 3).arrays().names();
    for (NumpyFile alone :
        List.of(
            Coverage.run(MODEL, TEST, 20, 3).arrays(),
            ExpectedCoverage.run(MODEL, TEST, 20, 3).arrays(),
            Tarp.run(MODEL, TEST, 20, 3).arrays())) {
      assertTrue(all.containsAll(alone.names()), alone::toString);
    }
  }

  @Test
  void twoSampleTestsHaveFoldsAndNetworks(@TempDir Path folder) throws IOException {
    NumpyFile c2st = new C2stReport(List.of(0.5, 0.75), 40).arrays();
    assertEquals(40, numbers(c2st, "c2st/draws", folder)[0]);
    assertArrayEquals(new double[] {0.5, 0.75}, numbers(c2st, "c2st/accuracy", folder));
    NumpyFile local = new LocalC2stReport(0.2, List.of(0.01, 0.03, 0.02)).arrays();
    assertEquals(0.2, numbers(local, "local_c2st/statistic", folder)[0]);
    assertArrayEquals(
        new double[] {0.01, 0.03, 0.02}, numbers(local, "local_c2st/swapped", folder));
  }

  @Test
  void misspecificationHasTheObservationAmongTheSimulations(@TempDir Path folder)
      throws IOException {
    MisspecificationReport report = Misspecification.run(TEST, OBSERVED);
    NumpyFile arrays = report.arrays();
    assertEquals(report.discrepancy(), numbers(arrays, "misspecification/observed", folder)[0]);
    assertArrayEquals(
        report.simulatedDiscrepancies(), numbers(arrays, "misspecification/simulated", folder));
  }

  @Test
  void predictiveCheckHasObservedValuesAndQuantiles(@TempDir Path folder) throws IOException {
    PredictiveReport report =
        PosteriorPredictive.run(
            MODEL.given(OBSERVED), (theta, streams) -> TEST.x(), OBSERVED, TEST.size(), 1);
    NumpyFile arrays = report.arrays();
    assertArrayEquals(OBSERVED.row(0), numbers(arrays, "predictive/observed", folder));
    assertArrayEquals(report.quantile(0.05), numbers(arrays, "predictive/q05", folder));
    assertArrayEquals(report.quantile(0.5), numbers(arrays, "predictive/q50", folder));
    assertArrayEquals(report.quantile(0.95), numbers(arrays, "predictive/q95", folder));
    assertArrayEquals(report.shares(), numbers(arrays, "predictive/share_below", folder));
  }
}
