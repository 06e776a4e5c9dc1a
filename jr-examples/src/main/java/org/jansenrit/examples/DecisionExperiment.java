package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.s;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.decision.DecisionFeatures;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.decision.WongWangDecision;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.MixtureDensity;

/** The experiments of {@link DecisionStudy}: what is free, and what is shown how often. */
enum DecisionExperiment {
  ALL_FREE("15 %, 10,000 trials", 10_000, false, true, true),
  BETA_FIXED("15 %, 10,000 trials, beta = 1", 10_000, false, true, false),
  J_LL_FIXED("15 %, 10,000 trials, J_ll = 0.2609 nA", 10_000, false, false, true),
  FEWER_TRIALS("15 %, 1000 trials", 1000, false, true, true),
  SIX("six coherences, 1667 trials each", 1667, true, true, true),
  SIX_FEWER("six coherences, 167 trials each", 167, true, true, true);

  private static final int CHUNK = 250;

  private final String title;
  private final int trials;
  private final boolean six;
  private final boolean selfFree;
  private final boolean betaFree;

  DecisionExperiment(String title, int trials, boolean six, boolean selfFree, boolean betaFree) {
    this.title = title;
    this.trials = trials;
    this.six = six;
    this.selfFree = selfFree;
    this.betaFree = betaFree;
  }

  String title() {
    return title;
  }

  /** Returns coherences and trials at each in short: {@code "6 x 167"}. */
  String design() {
    return coherences().length + " x " + trials;
  }

  /** Six are those of Wong &amp; Wang (2006) and of the experiments that they explain. */
  double[] coherences() {
    return six ? new double[] {0, 3.2, 6.4, 12.8, 25.6, 51.2} : new double[] {15};
  }

  List<Parameter> free() {
    List<Parameter> free = new ArrayList<>(List.of(WongWang.J_LR, DecisionTask.TAU_ND));
    if (betaFree) {
      free.add(1, WongWang.BETA);
    }
    if (selfFree) {
      free.add(0, WongWang.J_LL);
    }
    return free;
  }

  /** Uniform over the ranges of Sicurella &amp; Zhang (2022). */
  Prior prior() {
    return Prior.of(free().stream().map(Prior::uniform).toArray(Prior[]::new));
  }

  /**
   * The task of the study: no time to settle, gates that start anywhere below 0.1, Euler-Maruyama
   * noise at 1 ms.
   *
   * @param share of the trials that are run
   */
  DecisionTask task(double share) {
    return DecisionTask.of(WongWangDecision.standard().startingBetween(0, 0.1).eulerNoise())
        .coherences(coherences())
        .trials((int) Math.max(30, Math.round(share * trials)))
        .settling(s(0))
        .timeOut(s(2.5))
        .undecided(0.2)
        .features(DecisionFeatures.ALL);
  }

  /**
   * Returns the family of its posterior. Many trials leave a thin ridge of J_ll and beta, along
   * which many normals, one behind the other, are smeared: likelier, but too wide.
   */
  MixtureDensity density() {
    return switch (this) {
      case ALL_FREE -> new MixtureDensity(3, 128, 4);
      case SIX -> new MixtureDensity(4, 128, 3);
      default -> new MixtureDensity(8, 128, 3);
    };
  }

  /**
   * Returns whether its normals take several widths. On the long ridge that one coherence leaves
   * they would make it longer still.
   */
  boolean heavyTails() {
    return this != ALL_FREE;
  }

  /** Simulates what is not in {@code folder} yet, and leaves out what was dropped. */
  Dataset<Features> data(Path folder, int sets, double share, long seed) {
    Dataset<Features> data =
        task(share).sampleTo(folder.resolve(name()), prior(), sets, Math.min(sets, CHUNK), seed);
    System.out.printf("%s: %d of %d sets dropped%n", title, data.diverged(), data.size());
    return data.finite();
  }

  /**
   * Returns {@code data} with further sets behind it, five for every two of {@code sets}, simulated
   * as {@link #data} does: a posterior takes more to learn than an estimate.
   */
  Dataset<Features> withMore(
      Dataset<Features> data, Path folder, int sets, double share, long seed) {
    int count = sets * 5 / 2;
    Path more = folder.resolve(name() + "-more");
    return data.append(
        task(share).sampleTo(more, prior(), count, Math.min(count, CHUNK), seed + 1).finite());
  }
}
