package org.jansenrit.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.analysis.Direction;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.analysis.Information;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.decision.WongWangDecision;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WongWang;

/** What thirteen features of many choices determine of the circuit of Wong and Wang. */
final class DecisionIdentifiability {
  private static final List<Parameter> FOUR =
      List.of(WongWang.J_LL, WongWang.J_LR, WongWang.BETA, DecisionTask.TAU_ND);

  private DecisionIdentifiability() {}

  static Study run(Study study, boolean small) {
    int trials = small ? 400 : 2_000;
    int replicates = small ? 60 : 200;
    DecisionTask task = DecisionTask.of(WongWangDecision.standard()).trials(trials);
    Information all =
        Identifiability.of(task)
            .at(ParameterSet.of(FOUR, 0.2609, 0.0497, 1, 300))
            .simulated(replicates, 3)
            .times(10_000.0 / trials);
    Map<String, Information> experiments = new LinkedHashMap<>();
    experiments.put("all four free", all);
    experiments.put("J_ll known", all.fixing(WongWang.J_LL));
    experiments.put("beta known", all.fixing(WongWang.BETA));
    List<Direction> directions = all.directions();
    Direction worst = directions.get(directions.size() - 1);
    double coupled =
        Math.pow(worst.weight(WongWang.J_LL), 2) + Math.pow(worst.weight(WongWang.BETA), 2);
    var results =
        study
            .results()
            .figure(
                "Wong-Wang/share of J_ll and beta in the sloppiest direction",
                coupled,
                "1",
                0.5,
                ">=")
            .figure(
                "Wong-Wang/smallest eigenvalue, J_ll known",
                ratio(all, WongWang.J_LL),
                "times",
                1,
                ">")
            .figure(
                "Wong-Wang/smallest eigenvalue, beta known",
                ratio(all, WongWang.BETA),
                "times",
                1,
                ">");
    String words =
        "The sloppiest direction of the thirteen features of 10,000 choices is %s, known to %.3g %% at best. Fixing J_ll raises the smallest eigenvalue of the information by a factor of %.3g, fixing beta by %.3g."
            .formatted(
                worst.inWords(),
                100 / worst.strength(),
                ratio(all, WongWang.J_LL),
                ratio(all, WongWang.BETA));
    return study
        .with(results)
        .section("Wong and Wang's circuit", words)
        .with(Information.compare(experiments));
  }

  private static double ratio(Information all, Parameter known) {
    return Math.pow(smallest(all.fixing(known)) / smallest(all), 2);
  }

  private static double smallest(Information information) {
    List<Direction> all = information.directions();
    return all.get(all.size() - 1).strength();
  }
}
