package org.jansenrit.examples;

import java.util.List;
import java.util.Map;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Results;

/** What {@link ErpRecoveryStudy} was asked to reach, and what was published. */
final class RecoveryGoals {
  /**
   * Test correlations printed in the notebooks of the study: its transformer, 1000 simulations,
   * noise factor 1.
   */
  static final Map<Parameter, Double> PUBLISHED =
      Map.of(
          JansenRit.A, 0.12,
          JansenRit.B, 0.99,
          JansenRit.A_RATE, 0.54,
          JansenRit.B_RATE, 0.93,
          JansenRit.A_1, -0.05,
          JansenRit.A_2, 0.08,
          JansenRit.A_3, -0.03,
          JansenRit.A_4, 0.04,
          JansenRit.C, 0.17);

  /** The test error printed beside them, and that of the other networks. */
  static final double PUBLISHED_ERROR = 0.0213;

  private RecoveryGoals() {}

  private record Goal(RecoverySetting setting, boolean large, Parameter parameter, double asked) {}

  private static final RecoverySetting SLIPS = RecoverySetting.AS_PUBLISHED;
  private static final RecoverySetting ALIVE = RecoverySetting.PHYSIOLOGICAL;

  private static final List<Goal> GOALS =
      List.of(
          new Goal(SLIPS, false, JansenRit.B, 0.99),
          new Goal(SLIPS, false, JansenRit.B_RATE, 0.95),
          new Goal(SLIPS, false, JansenRit.A_RATE, 0.60),
          new Goal(SLIPS, true, JansenRit.A_RATE, 0.88),
          new Goal(SLIPS, true, JansenRit.B_RATE, 0.97),
          new Goal(SLIPS, true, JansenRit.A, 0.35),
          new Goal(ALIVE, true, JansenRit.A, 0.77),
          new Goal(ALIVE, true, JansenRit.B, 0.90),
          new Goal(ALIVE, true, JansenRit.A_RATE, 0.95),
          new Goal(ALIVE, true, JansenRit.B_RATE, 0.97),
          new Goal(ALIVE, true, JansenRit.A_1, 0.53),
          new Goal(ALIVE, true, JansenRit.A_2, 0.62),
          new Goal(ALIVE, true, JansenRit.A_3, 0.83),
          new Goal(ALIVE, true, JansenRit.A_4, 0.84));

  static Results addTo(Results results, RecoveryFindings findings) {
    Results all = results;
    for (Goal goal : GOALS) {
      int size = goal.large() ? findings.largeSize() : findings.smallSize();
      var best = findings.best(goal.setting(), 1, size);
      if (best.isPresent()) {
        String name = name(goal.setting(), size, "r " + goal.parameter().symbol());
        double r = best.get().correlation(goal.parameter());
        all = all.figure(name, r, "1", goal.asked(), ">=");
        all = all.note(name, best.get().key().method().title() + ".");
      }
    }
    return artefact(error(wins(all, findings), findings), findings);
  }

  private static String name(RecoverySetting setting, int size, String what) {
    return "best network, " + setting.title() + ", noise 1, " + size + " simulations/" + what;
  }

  private static Results error(Results results, RecoveryFindings findings) {
    int size = findings.smallSize();
    return findings
        .best(SLIPS, 1, size)
        .map(
            best ->
                results.figure(
                    name(SLIPS, size, "scaled mean squared error"),
                    best.scaledError(),
                    "1",
                    0.0205,
                    "<="))
        .orElse(results);
  }

  /** Connectivity as published must not be told from chance: five parameters, at 1 % together. */
  private static Results artefact(Results results, RecoveryFindings findings) {
    Results all = results;
    for (RecoveryMethod method : RecoveryMethod.values()) {
      var cell = findings.find(SLIPS, 1, findings.smallSize(), method);
      if (cell.isPresent()) {
        double chance = 3.09 / Math.sqrt(cell.get().truth().size());
        String name = "connectivity as published, noise 1, " + method.title() + "/largest |r|";
        double largest = RecoveryFindings.connectivity(cell.get());
        all = all.figure(name, largest, "1", chance, "<=");
      }
    }
    return all;
  }

  /** Every network must beat ridge regression, on average over the parameters. */
  private static Results wins(Results results, RecoveryFindings findings) {
    Results all = results;
    var cells = findings.at(ALIVE, 0.1, findings.largeSize());
    for (RecoveryCell cell : cells) {
      var ridge = findings.find(ALIVE, 0.1, findings.largeSize(), RecoveryMethod.RIDGE);
      if (ridge.isPresent() && cell.key().method().isNetwork()) {
        double more = cell.meanCorrelation() - ridge.get().meanCorrelation();
        String name = "mean r above ridge, noise 0.1, " + cell.key().method().title();
        all = all.figure(name, more, "1", 0, ">");
        all = all.note(name, worse(cell, ridge.get()));
      }
    }
    return all;
  }

  private static String worse(RecoveryCell cell, RecoveryCell ridge) {
    List<String> below =
        cell.truth().parameters().stream()
            .filter(p -> cell.correlation(p) < ridge.correlation(p))
            .map(Parameter::symbol)
            .toList();
    return below.isEmpty() ? "Above ridge in every parameter." : "Below ridge in " + below + ".";
  }
}
