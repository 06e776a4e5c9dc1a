package org.jansenrit.core.decision;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** What came of all trials of one parameter set, coherence by coherence. Immutable. */
public final class DecisionOutcomes {
  private final List<TrialOutcomes> conditions;

  DecisionOutcomes(List<TrialOutcomes> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /** {@return the outcomes at each coherence, in the order of the task} */
  public List<TrialOutcomes> conditions() {
    return conditions;
  }

  /**
   * {@return the outcomes at {@code coherence}, in percent}
   *
   * @param coherence in percent, as the task had it
   * @throws IllegalArgumentException if there were no trials at it
   */
  public TrialOutcomes at(double coherence) {
    return conditions.stream()
        .filter(trials -> trials.coherence() == coherence)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there were no trials at "
                        + coherence
                        + " %; there were at "
                        + conditions.stream().map(TrialOutcomes::coherence).toList()));
  }

  /** {@return the share of trials without decision, over all coherences, in [0, 1]} */
  public double undecided() {
    return conditions.stream().mapToDouble(TrialOutcomes::undecided).average().orElseThrow();
  }

  boolean noneDecided() {
    return conditions.stream().allMatch(trials -> trials.decided() == 0);
  }

  boolean mostAtOnce() {
    return conditions.stream().anyMatch(TrialOutcomes::mostAtOnce);
  }

  /** Returns whether more than {@code allowed} of the trials at any coherence are undecided. */
  boolean exceeds(double allowed) {
    return conditions.stream()
        .anyMatch(trials -> trials.undecided() > allowed || trials.decided() == 0);
  }

  /**
   * Draws the psychometric and the chronometric curve: accuracy and reaction times.
   *
   * @return two panels, side by side, over coherence in percent
   */
  public Figure figure() {
    Panel psychometric =
        curve(
                Panel.of("Psychometric", "coherence (%)", "accuracy (1)"),
                "",
                TrialOutcomes::accuracy)
            .yRange(0, 1);
    Panel chronometric = Panel.of("Chronometric", "coherence (%)", "mean reaction time (ms)");
    chronometric = curve(chronometric, "correct", t -> ReactionTimes.mean(t.correct()));
    chronometric = curve(chronometric, "wrong", t -> ReactionTimes.mean(t.wrong()));
    return Figure.grid("Decisions", 2, psychometric, chronometric);
  }

  private Panel curve(Panel panel, String name, ToDoubleFunction<TrialOutcomes> value) {
    TrialOutcomes[] rising = conditions.toArray(TrialOutcomes[]::new);
    Arrays.sort(rising, Comparator.comparingDouble(TrialOutcomes::coherence));
    return panel.line(
        name,
        Arrays.stream(rising).mapToDouble(TrialOutcomes::coherence).toArray(),
        Arrays.stream(rising).mapToDouble(value).toArray());
  }

  @Override
  public String toString() {
    return conditions.stream()
        .map(TrialOutcomes::toString)
        .collect(Collectors.joining("; ", "DecisionOutcomes[", "]"));
  }
}
