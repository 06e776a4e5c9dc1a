package org.jansenrit.core.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jansenrit.core.quantity.Numbers;

/**
 * Which summary statistics are kept of the trials at each coherence. Times are in ms.
 *
 * <p>If no trial was wrong, the times of correct choices stand for those of wrong ones, and the
 * other way round: the accuracy says so.
 */
public enum DecisionFeatures {
  /** Accuracy and mean reaction time of correct choices: the two curves over coherence. */
  CURVES,

  /**
   * Accuracy, mean reaction time of correct and of wrong choices, and the 10, 30, 50, 70 and 90 %
   * quantiles of each: the thirteen of Sicurella &amp; Zhang (2022).
   *
   * @see <a href="https://doi.org/10.32470/CCN.2022.1095-0">Sicurella &amp; Zhang (2022)</a>
   */
  STUDY,

  /**
   * The thirteen, the share of undecided trials, and standard deviation and skewness of all
   * reaction times.
   */
  ALL;

  private static final double[] QUANTILES = {0.1, 0.3, 0.5, 0.7, 0.9};

  /** Returns the names, those of the first coherence before those of the next. */
  List<String> names(List<Double> coherences) {
    List<String> names = new ArrayList<>();
    for (double coherence : coherences) {
      String at = coherences.size() == 1 ? "" : " at " + Numbers.shortest(coherence) + " %";
      names().forEach(name -> names.add(name + at));
    }
    return names;
  }

  private List<String> names() {
    if (this == CURVES) {
      return List.of("accuracy", "mean RT correct (ms)");
    }
    List<String> names =
        new ArrayList<>(List.of("accuracy", "mean RT correct (ms)", "mean RT wrong (ms)"));
    for (String choice : List.of("correct", "wrong")) {
      DoubleStream.of(QUANTILES)
          .mapToObj(q -> "RT " + Numbers.shortest(100 * q) + " % " + choice + " (ms)")
          .forEach(names::add);
    }
    if (this == ALL) {
      names.addAll(List.of("undecided", "sd of RT (ms)", "skewness of RT"));
    }
    return names;
  }

  /** Returns the values for one parameter set; all but the undecided share NaN if it is dropped. */
  double[] values(List<TrialOutcomes> conditions, boolean dropped) {
    List<Double> values = new ArrayList<>();
    for (TrialOutcomes trials : conditions) {
      if (dropped) {
        int undecided = names().indexOf("undecided");
        List<Double> none = new ArrayList<>(Collections.nCopies(names().size(), Double.NaN));
        if (undecided >= 0) {
          none.set(undecided, trials.undecided());
        }
        values.addAll(none);
      } else {
        values.addAll(values(trials));
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private List<Double> values(TrialOutcomes trials) {
    double[] correct = trials.correct().length > 0 ? trials.correct() : trials.wrong();
    double[] wrong = trials.wrong().length > 0 ? trials.wrong() : trials.correct();
    List<Double> values = new ArrayList<>();
    values.add(trials.accuracy());
    values.add(ReactionTimes.mean(correct));
    if (this == CURVES) {
      return values;
    }
    values.add(ReactionTimes.mean(wrong));
    for (double[] times : List.of(correct, wrong)) {
      DoubleStream.of(QUANTILES)
          .mapToObj(q -> ReactionTimes.quantile(times, q))
          .forEach(values::add);
    }
    if (this == ALL) {
      double[] all = trials.reactionTimes();
      Collections.addAll(
          values, trials.undecided(), ReactionTimes.sd(all), ReactionTimes.skewness(all));
    }
    return values;
  }
}
