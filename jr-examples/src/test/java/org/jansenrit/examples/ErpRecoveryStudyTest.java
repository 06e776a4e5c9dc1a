package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.JansenRit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErpRecoveryStudyTest {
  @TempDir private Path out;

  /** All estimators, tiny; then only the cell that was deleted is computed again, and the same. */
  @Test
  void smallRunWritesItsPageAndResumes() throws IOException {
    ErpRecoveryStudy.run("--small", "--out=" + out);
    String first = Files.readString(out.resolve("results.json"));
    String page = Files.readString(out.resolve("erp-recovery.html"));
    assertTrue(first.contains("as published/noise 1.0/20 simulations/ridge/r B"), first);
    assertTrue(first.contains("95 % interval"), "intervals");
    for (RecoveryMethod method : RecoveryMethod.values()) {
      assertTrue(first.contains(method.title()), method.title());
    }
    assertTrue(page.contains("published: EEGTransformer") && page.contains("median SNR (dB)"));
    assertTrue(page.contains("loss on validation (1)"), "learning curves");
    var key = new RecoveryCell.Key(RecoverySetting.AS_PUBLISHED, 1, 20, RecoveryMethod.TRANSFORMER);
    Path deleted = key.file(out.resolve("cells"));
    RecoveryCell before = RecoveryCell.load(key, out.resolve("cells"));
    Path kept =
        new RecoveryCell.Key(RecoverySetting.AS_PUBLISHED, 1, 20, RecoveryMethod.LSTM)
            .file(out.resolve("cells"));
    FileTime written = Files.getLastModifiedTime(kept);
    Files.delete(deleted);
    ErpRecoveryStudy.run("--small", "--out=" + out);
    assertEquals(written, Files.getLastModifiedTime(kept));
    RecoveryCell after = RecoveryCell.load(key, out.resolve("cells"));
    for (int i = 0; i < before.estimates().size(); i++) {
      assertEquals(
          List.of(before.estimates().set(i)), List.of(after.estimates().set(i)), "row " + i);
    }
  }

  private static RecoveryCell cell(double[][] truth, double[][] estimates) {
    var parameters = List.of(JansenRit.A, JansenRit.A_1);
    return new RecoveryCell(
        new RecoveryCell.Key(RecoverySetting.AS_PUBLISHED, 1, 20, RecoveryMethod.MLP),
        ParameterTable.of(parameters, truth),
        ParameterTable.of(parameters, estimates),
        ParameterTable.of(parameters, new double[][] {{2, 0.5}, {6, 1.5}}),
        2,
        500,
        List.of(1.0, 0.5),
        List.of(0.9, 0.7));
  }

  @Test
  void errorIsThatOfParametersScaledToTheirRange() {
    double[][] truth = {{2, 0.5}, {4, 1}, {6, 1.5}, {3, 1}};
    double[][] estimates = {{4, 0.5}, {4, 1}, {6, 1}, {3, 1}};
    RecoveryCell cell = cell(truth, estimates);
    assertEquals((0.25 + 0.25) / 8, cell.scaledError(), 1e-12);
    assertEquals(0.7, cell.leastLoss());
    assertEquals(2.0, cell.secondsPerThousand());
  }

  /** Fisher (1921): r = 0.5 of 103 pairs is 0.3398..0.6325 at 95 %. */
  @Test
  void intervalOfACorrelationIsFishers() {
    double[][] truth = new double[103][2];
    double[][] estimates = new double[103][2];
    double[] x = new double[103];
    double[] y = new double[103];
    var random = new Random(1);
    for (int i = 0; i < 103; i++) {
      x[i] = random.nextGaussian();
      y[i] = random.nextGaussian();
    }
    double[] orthogonal = orthogonal(x, y);
    for (int i = 0; i < 103; i++) {
      truth[i] = new double[] {x[i], 1};
      estimates[i] = new double[] {0.5 * x[i] + Math.sqrt(0.75) * orthogonal[i], i};
    }
    RecoveryCell cell = cell(truth, estimates);
    assertEquals(0.5, cell.correlation(JansenRit.A), 1e-9);
    assertEquals(0.3398, cell.bound(JansenRit.A, -1), 1e-3);
    assertEquals(0.6325, cell.bound(JansenRit.A, 1), 1e-3);
  }

  /** Centres x, and makes y orthogonal to it and of the same length. */
  private static double[] orthogonal(double[] x, double[] y) {
    centre(x);
    centre(y);
    double slope = dot(x, y) / dot(x, x);
    for (int i = 0; i < x.length; i++) {
      y[i] -= slope * x[i];
    }
    double scale = Math.sqrt(dot(x, x) / dot(y, y));
    for (int i = 0; i < x.length; i++) {
      y[i] *= scale;
    }
    return y;
  }

  private static void centre(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    for (int i = 0; i < x.length; i++) {
      x[i] -= mean;
    }
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  @Test
  void everyNetworkRunsAtNoiseTenthAndOneWithManyPhysiologicalSimulations() {
    for (RecoveryMethod method : RecoveryMethod.values()) {
      if (method.isNetwork() && method != RecoveryMethod.PUBLISHED) {
        assertTrue(method.runs(RecoverySetting.PHYSIOLOGICAL, 0.1, true), method.title());
        assertTrue(method.runs(RecoverySetting.PHYSIOLOGICAL, 1, true), method.title());
      }
    }
    assertFalse(RecoveryMethod.LSTM.runs(RecoverySetting.AS_PUBLISHED, 0.25, false));
  }

  @Test
  void argumentsAreRefusedBeforeAnythingRuns() {
    for (String argument : List.of("--size=3", "--simulations=10", "--seed=x")) {
      assertThrows(IllegalArgumentException.class, () -> ErpRecoveryStudy.run(argument));
    }
  }
}
