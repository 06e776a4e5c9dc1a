package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.quantity.Numbers;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.RecoveryReport;
import org.jansenrit.inference.training.Training;

/**
 * Which coherences tell most about J_ll and beta: each alone, then the best with another, and so
 * on, by the mean R2 of both on the validation set.
 *
 * @param sets the coherences of each set, in percent, as texts
 * @param reports what a network recovers from it on the test set
 */
record DecisionCoherences(List<List<String>> sets, List<RecoveryReport> reports) {

  static DecisionCoherences of(Dataset.Split<Features> parts, double[] coherences, double effort) {
    List<String> all = DoubleStream.of(coherences).mapToObj(Numbers::shortest).toList();
    List<List<String>> sets = new ArrayList<>();
    List<RecoveryReport> reports = new ArrayList<>();
    List<String> best = List.of();
    while (best.size() < all.size()) {
      List<Scored> larger = new ArrayList<>();
      for (String added : all) {
        if (!best.contains(added)) {
          List<String> set = new ArrayList<>(best);
          set.add(added);
          larger.add(Scored.of(set, parts, effort));
        }
      }
      Scored winner = larger.stream().max(Comparator.comparingDouble(Scored::score)).orElseThrow();
      best = winner.set();
      for (Scored scored : best.size() == 1 ? larger : List.of(winner)) {
        sets.add(scored.set());
        reports.add(scored.test());
      }
    }
    return new DecisionCoherences(sets, reports);
  }

  /** What a network recovers from some coherences. */
  private record Scored(List<String> set, double score, RecoveryReport test) {

    static Scored of(List<String> set, Dataset.Split<Features> parts, double effort) {
      int epochs = (int) Math.max(1, Math.round(60 * effort));
      Training training = Training.standard().epochs(epochs).learningRate(3e-3);
      Dataset<Features> validation = DecisionColumns.at(parts.validation(), set);
      try (var fitted =
          Estimators.mlp(128, 128)
              .training(training)
              .fit(DecisionColumns.at(parts.train(), set), validation)) {
        RecoveryReport chosenBy = fitted.evaluate(validation);
        return new Scored(
            set, both(chosenBy), fitted.evaluate(DecisionColumns.at(parts.test(), set)));
      }
    }
  }

  /** Returns the mean R2 of J_ll and beta. */
  static double both(RecoveryReport report) {
    return (report.score(WongWang.J_LL).r2() + report.score(WongWang.BETA).r2()) / 2;
  }

  /** Returns the place of the set that recovers both best on the test set. */
  int best() {
    int best = 0;
    for (int i = 1; i < sets.size(); i++) {
      best = both(reports.get(i)) > both(reports.get(best)) ? i : best;
    }
    return best;
  }

  String name(int i) {
    return String.join(", ", sets.get(i)) + " %";
  }
}
