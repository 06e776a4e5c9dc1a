package org.jansenrit.examples;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixturePosterior;
import org.jansenrit.sbi.NeuralPosterior;
import org.jansenrit.sbi.Snpe;
import org.jansenrit.sbi.diagnostics.Calibration;
import org.jansenrit.sbi.diagnostics.CalibrationReport;

/** Calibration of the posteriors of {@link SbiBenchmark}, and how fast draws and checks are. */
final class SbiChecks {
  private static final int DRAWS = 999;
  private static final long TEST_SEED = 1_000;
  private static final int BLOCK = 200_000;
  private static final int REPEATS = 5;
  private static final int MORE = 5;

  private final RunLog log;
  private final SbiSize size;

  SbiChecks(RunLog log, SbiSize size) {
    this.log = log;
    this.size = size;
  }

  void run(SbiTask task, NeuralPosterior<Observations> amortized) throws IOException {
    Dataset<Observations> test = task.simulator().sample(task.prior(), size.tests(), TEST_SEED);
    calibrate(task, amortized, test);
    log.put(task.name() + "/draws at one", atOne(amortized, test));
    log.put(task.name() + "/draws at many", atMany(amortized, test));
  }

  private void calibrate(
      SbiTask task, AmortizedPosterior<Observations> amortized, Dataset<Observations> test)
      throws IOException {
    note(task.name(), Calibration.run(amortized, test, DRAWS, TEST_SEED + 1));
    // the first run was with cold code
    double start = CpuTime.ofProcess();
    Calibration.run(amortized, test, DRAWS + 1, TEST_SEED + 2);
    log.put(task.name() + "/calibration cpu", CpuTime.ofProcess() - start);
  }

  /**
   * Calibration with five times the simulations and two networks, on tests of its own. More
   * simulations can tell more normals, so their number is chosen anew.
   */
  void runWithMore(SbiTask task, Snpe<? super Observations> recipe) throws IOException {
    var train = task.simulator().sample(task.prior(), MORE * size.simulations(), 1);
    var test = task.simulator().sample(task.prior(), size.tests(), TEST_SEED + 3);
    try (var amortized = recipe.ensemble(2).fit(train)) {
      note(task.name() + "/more", Calibration.run(amortized, test, DRAWS, TEST_SEED + 4));
    }
  }

  private void note(String name, CalibrationReport report) throws IOException {
    System.out.println(report);
    CalibrationChecks checks = CalibrationChecks.of(report);
    log.put(name + "/SBC p", checks.p());
    log.put(name + "/coverage error", checks.error());
    log.put(name + "/TARP area", checks.area());
  }

  /** Returns draws per CPU second at one observation. */
  private static double atOne(NeuralPosterior<Observations> amortized, Dataset<Observations> test) {
    MixturePosterior posterior = amortized.given(test.x(), 0);
    return REPEATS * BLOCK / seconds(() -> drawBlocks(posterior));
  }

  private static void drawBlocks(MixturePosterior posterior) {
    for (int k = 0; k < REPEATS; k++) {
      posterior.sample(BLOCK, k);
    }
  }

  /** Returns draws per CPU second at as many observations as there are tests. */
  private static double atMany(
      NeuralPosterior<Observations> amortized, Dataset<Observations> test) {
    int each = DRAWS + 1;
    Runnable draw =
        () -> {
          List<MixturePosterior> posteriors = amortized.givenEach(test.x());
          posteriors.forEach(posterior -> posterior.sample(each, 1));
        };
    return (double) each * test.size() / seconds(draw);
  }

  /** Returns the CPU time of the whole process, the second of two times. */
  private static double seconds(Runnable task) {
    task.run();
    double start = CpuTime.ofProcess();
    task.run();
    double seconds = CpuTime.ofProcess() - start;
    System.out.println(String.format(Locale.ROOT, "%.3f CPU s", seconds));
    return Math.max(seconds, 1e-3);
  }
}
