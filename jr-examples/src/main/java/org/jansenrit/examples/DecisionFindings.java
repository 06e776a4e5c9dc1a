package org.jansenrit.examples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jansenrit.core.decision.DecisionOutcomes;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;
import org.jansenrit.inference.RecoveryReport;

/**
 * What the decision study found.
 *
 * @param recoveries point estimates, by experiment
 * @param posteriors by design, from the least to the most informative
 * @param coherences which of six tell most
 * @param standard decisions of the circuit at its standard parameters
 */
record DecisionFindings(
    Map<DecisionExperiment, DecisionRecovery> recoveries,
    List<DecisionPosterior> posteriors,
    DecisionCoherences coherences,
    DecisionOutcomes standard) {
  /** Sicurella &amp; Zhang (2022), R2 with the network of the study. */
  private static final Map<DecisionExperiment, Map<Parameter, Double>> PUBLISHED =
      Map.of(
          DecisionExperiment.ALL_FREE,
          Map.of(
              WongWang.J_LL,
              0.11,
              WongWang.J_LR,
              0.86,
              WongWang.BETA,
              0.69,
              DecisionTask.TAU_ND,
              0.88),
          DecisionExperiment.BETA_FIXED,
          Map.of(WongWang.J_LL, 0.95, WongWang.J_LR, 0.99, DecisionTask.TAU_ND, 0.99),
          DecisionExperiment.J_LL_FIXED,
          Map.of(WongWang.J_LR, 0.94, WongWang.BETA, 0.90, DecisionTask.TAU_ND, 0.92));

  /** Four estimators beside the published figures, one row per experiment and parameter. */
  Table recovery() {
    Table table =
        Table.of(
            "experiment", "parameter", "published", "straight line", "its network", "searched");
    for (var entry : recoveries.entrySet()) {
      DecisionRecovery found = entry.getValue();
      for (Parameter p : entry.getKey().free()) {
        Double published = PUBLISHED.getOrDefault(entry.getKey(), Map.of()).get(p);
        table =
            table.row(
                entry.getKey().title(),
                p.symbol(),
                published == null ? "-" : two(published),
                two(r2(found.ridge(), p)),
                two(r2(found.published(), p)),
                two(r2(found.searched(), p)));
      }
    }
    return table;
  }

  /** Expected posterior widths, one row per design. */
  Table designs() {
    List<Parameter> free = DecisionExperiment.ALL_FREE.free();
    Table table =
        Table.of(
            "design", "J_ll", "J_lr", "beta", "tau_nd", "correlation", "SBC p", "coverage", "TARP");
    for (DecisionPosterior found : posteriors) {
      table =
          table.row(
              found.experiment().title(),
              two(found.width(free.get(0))),
              two(found.width(free.get(1))),
              two(found.width(free.get(2))),
              two(found.width(free.get(3))),
              two(found.correlation()),
              String.format(Locale.ROOT, "%.2g", found.calibration().sbc().smallestP()),
              three(found.calibration().expectedCoverage().largestError()),
              three(found.calibration().tarp().area()));
    }
    return table;
  }

  /** R2 by coherences shown. */
  Table sets() {
    Table table = Table.of("coherences", "J_ll", "J_lr", "beta", "tau_nd");
    for (int i = 0; i < coherences.sets().size(); i++) {
      RecoveryReport report = coherences.reports().get(i);
      table =
          table.row(
              coherences.name(i),
              two(r2(report, WongWang.J_LL)),
              two(r2(report, WongWang.J_LR)),
              two(r2(report, WongWang.BETA)),
              two(r2(report, DecisionTask.TAU_ND)));
    }
    return table;
  }

  DecisionPosterior posterior(DecisionExperiment experiment) {
    return posteriors.stream()
        .filter(found -> found.experiment() == experiment)
        .findFirst()
        .orElseThrow();
  }

  /** Says in plain words what was learnt. */
  String verdict() {
    DecisionPosterior one = posterior(DecisionExperiment.ALL_FREE);
    DecisionPosterior six = posterior(DecisionExperiment.SIX);
    return String.format(
        Locale.ROOT,
        "At one coherence J_ll and beta trade off: their posterior correlation is %.2f, and an"
            + " observation leaves %.0f %% of the prior standard deviation of J_ll and %.0f %% of"
            + " that of beta. As many trials spread over six coherences leave %.0f %% and %.0f %%."
            + " The coherences that recover both best are %s.",
        one.correlation(),
        100 * one.width(WongWang.J_LL),
        100 * one.width(WongWang.BETA),
        100 * six.width(WongWang.J_LL),
        100 * six.width(WongWang.BETA),
        coherences.name(coherences.best()));
  }

  Results results(String size) {
    Results results = Results.of("DecisionStudy", size);
    for (var entry : recoveries.entrySet()) {
      for (Parameter p : entry.getKey().free()) {
        results = add(results, entry.getKey(), p, entry.getValue());
      }
    }
    for (DecisionPosterior found : posteriors) {
      results = add(results, found);
    }
    RecoveryReport best = coherences.reports().get(coherences.best());
    String name = "best coherences/R2/";
    return results
        .figure(name + "J_ll", r2(best, WongWang.J_LL), "1")
        .note(name + "J_ll", coherences.name(coherences.best()))
        .figure(name + "beta", r2(best, WongWang.BETA), "1");
  }

  private static Results add(
      Results results, DecisionExperiment experiment, Parameter p, DecisionRecovery found) {
    String name = experiment.title() + "/R2/" + p.symbol();
    double ours = r2(found.searched(), p);
    Double asked = PUBLISHED.getOrDefault(experiment, Map.of()).get(p);
    Results more =
        asked == null
            ? results.figure(name, ours, "1")
            : results.figure(name, ours, "1", asked, ">=");
    return more.note(
        name,
        String.format(
            Locale.ROOT,
            "the network of the study, trained here: %.3f; a straight line: %.3f",
            r2(found.published(), p),
            r2(found.ridge(), p)));
  }

  private static Results add(Results results, DecisionPosterior found) {
    String name = found.experiment().title() + "/";
    Results more =
        CalibrationChecks.of(found.calibration())
            .asked(results, name)
            .figure(name + "largest error of central intervals", found.intervalError(), "1")
            .figure(name + "posterior correlation of J_ll and beta", found.correlation(), "1");
    for (Parameter p : found.experiment().free()) {
      more = more.figure(name + "posterior sd over prior sd/" + p.symbol(), found.width(p), "1");
    }
    return more;
  }

  private static double r2(RecoveryReport report, Parameter p) {
    return report.score(p).r2();
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
