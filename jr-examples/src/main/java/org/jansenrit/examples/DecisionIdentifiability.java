package org.jansenrit.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jansenrit.core.analysis.Direction;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.analysis.Information;
import org.jansenrit.core.decision.DecisionFeatures;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;

/** What thirteen features of many choices determine of the circuit of Wong and Wang. */
final class DecisionIdentifiability {
  static final ParameterSet POINT =
      ParameterSet.of(DecisionExperiment.ALL_FREE.free(), 0.2609, 0.0497, 1, 300);

  private DecisionIdentifiability() {}

  /** The task of the decision study, with the features of the published one. */
  static DecisionTask task(boolean small) {
    return DecisionExperiment.ALL_FREE.task(small ? 0.02 : 0.1).features(DecisionFeatures.STUDY);
  }

  static Study run(Study study, boolean small) {
    Information all = Identifiability.of(task(small)).at(POINT).simulated(small ? 100 : 300, 3);
    Map<String, Information> experiments = new LinkedHashMap<>();
    experiments.put("all four free", all);
    experiments.put("J_ll known", all.fixing(WongWang.J_LL));
    experiments.put("beta known", all.fixing(WongWang.BETA));
    experiments.put("tau_nd known", all.fixing(DecisionTask.TAU_ND));
    experiments.put("four times the trials", all.times(4));
    Study with =
        study
            .with(figures(study.results(), all))
            .section("Wong and Wang's circuit", words(all, small ? 200 : 1000))
            .with(spectrum(all))
            .paragraph("The smallest possible standard deviations, in per cent:")
            .with(Information.compare(experiments));
    return DecisionErrors.run(with, all, small);
  }

  private static Results figures(Results results, Information all) {
    Direction worst = worst(all);
    double share =
        Math.pow(worst.weight(WongWang.J_LL), 2) + Math.pow(worst.weight(WongWang.BETA), 2);
    return results
        .figure(
            "Wong-Wang/share of J_ll and beta in the sloppiest direction", share, "1", 0.5, ">=")
        .figure(
            "Wong-Wang/correlation of the best estimates of J_ll and beta",
            all.correlation(WongWang.J_LL, WongWang.BETA),
            "1",
            -0.5,
            "<=")
        .figure(
            "Wong-Wang/smallest eigenvalue, J_ll known", gain(all, WongWang.J_LL), "times", 1, ">")
        .figure(
            "Wong-Wang/smallest eigenvalue, beta known", gain(all, WongWang.BETA), "times", 1, ">");
  }

  private static String words(Information all, int trials) {
    List<Direction> logarithms = all.directions();
    return String.format(
        Locale.ROOT,
        "Thirteen features of %d choices at a coherence of 15 %%, at the published parameters. In logarithms the worst determined direction is %s: J_lr is small there, and 1 %% of it is little. Against what was known before, the ranges of Sicurella and Zhang, it is %s. The best possible estimates of J_ll and beta have a correlation of %.2f. Knowing J_ll raises the smallest eigenvalue by a factor of %.1f, knowing beta by %.1f (in logarithms: %.1f and %.1f).",
        trials,
        logarithms.get(logarithms.size() - 1).inWords(),
        worst(all).inWords(),
        all.correlation(WongWang.J_LL, WongWang.BETA),
        gain(all, WongWang.J_LL),
        gain(all, WongWang.BETA),
        gainInLogarithms(all, WongWang.J_LL),
        gainInLogarithms(all, WongWang.BETA));
  }

  private static Table spectrum(Information all) {
    Table table = Table.of("direction, in sds of the prior", "known to (sd)");
    for (Direction direction : all.directionsAgainst(prior(all))) {
      table =
          table.row(
              direction.inWords(), String.format(Locale.ROOT, "%.2g", 1 / direction.strength()));
    }
    return table;
  }

  /** By how much knowing a parameter raises the smallest eigenvalue, against the prior. */
  private static double gain(Information all, Parameter known) {
    return Math.pow(worst(all.fixing(known)).strength() / worst(all).strength(), 2);
  }

  private static double gainInLogarithms(Information all, Parameter known) {
    return Math.pow(smallest(all.fixing(known)) / smallest(all), 2);
  }

  private static double smallest(Information information) {
    List<Direction> all = information.directions();
    return all.get(all.size() - 1).strength();
  }

  private static Direction worst(Information information) {
    List<Direction> all = information.directionsAgainst(prior(information));
    return all.get(all.size() - 1);
  }

  private static Prior prior(Information information) {
    return Prior.of(information.parameters().stream().map(Prior::uniform).toArray(Prior[]::new));
  }
}
