package org.jansenrit.examples;

import java.io.IOException;
import java.util.Arrays;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.MixturePosterior;
import org.jansenrit.sbi.Rounds;
import org.jansenrit.sbi.Snpe;

/**
 * Five rounds of mixtures in ten dimensions from few simulations, over and over: the case that
 * crashes where products with a proposal need not be positive definite.
 */
final class SbiStress {
  static final String FAILURES = "stress/failures";
  static final String RUNS = "stress/runs";

  private static final int ROUNDS = 5;
  private static final int COMPONENTS = 4;
  private static final int DRAWS = 1_000;

  private SbiStress() {}

  static void run(RunLog log, SbiSize size) throws IOException {
    SbiTask task = new GaussianLinearTask(false);
    SbiReference reference = SbiReference.read(task, 1);
    int failures = 0;
    for (int seed = 1; seed <= size.stressed(); seed++) {
      String key = "stress/seed " + seed;
      if (!log.has(key)) {
        log.put(key, fails(task, reference, size.perRound(), seed) ? 1 : 0);
      }
      failures += (int) log.get(key);
    }
    log.put(RUNS, size.stressed());
    log.put(FAILURES, failures);
  }

  /** Any exception is a failure, and so is a number that is none or a draw outside the prior. */
  private static boolean fails(SbiTask task, SbiReference reference, int each, int seed) {
    Snpe<Observations> recipe =
        Snpe.of(task.prior()).density(new MixtureDensity(COMPONENTS, 64)).seed(seed);
    Rounds rounds = Rounds.of(ROUNDS, each).seed(seed);
    try {
      MixturePosterior found =
          recipe.infer(task.simulator(), reference.observation(), rounds).posterior();
      return !isSound(found, task, reference.draws());
    } catch (RuntimeException e) {
      System.out.println("seed " + seed + ": " + e);
      return true;
    }
  }

  private static boolean isSound(MixturePosterior found, SbiTask task, ParameterTable reference) {
    ParameterTable draws = found.sample(DRAWS, 1);
    for (int i = 0; i < draws.size(); i++) {
      if (!Double.isFinite(task.prior().logDensity(draws.row(i)))) {
        return false;
      }
    }
    return isFinite(found.logDensity(draws)) && isFinite(found.logDensity(reference));
  }

  private static boolean isFinite(double... values) {
    return Arrays.stream(values).allMatch(Double::isFinite);
  }
}
