package org.jansenrit.core.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;

/** Watches which parameter sets are dropped, so that a hopeless prior is noticed early. */
final class DroppedSets {
  /** Fewer sets than these say nothing about a prior. */
  private static final int FEWEST = 50;

  private final ParameterTable theta;
  private final String undecided;
  private final SortedSet<Integer> dropped = new TreeSet<>();
  private int seen;
  private int atOnce;

  /**
   * Starts watching.
   *
   * @param undecided when a set is dropped for its undecided trials, for the message
   */
  DroppedSets(ParameterTable theta, String undecided) {
    this.theta = theta;
    this.undecided = undecided;
  }

  /**
   * Counts a set.
   *
   * @param decidedAtOnce whether it is dropped because most of its trials were
   */
  synchronized void add(int row, boolean isDropped, boolean decidedAtOnce) {
    seen++;
    atOnce += decidedAtOnce ? 1 : 0;
    if (isDropped) {
      dropped.add(row);
    }
  }

  /** Refuses to go on if most of the sets so far, which are the first ones, were dropped. */
  void require() {
    if (seen >= FEWEST && 2 * dropped.size() > seen) {
      throw new IllegalArgumentException(
          "stopped after %d parameter sets, of which %d (%.0f %%) were dropped: %s. %s"
              .formatted(seen, dropped.size(), 100.0 * dropped.size() / seen, why(), suspicion()));
    }
  }

  private String why() {
    String slow = (dropped.size() - atOnce) + " because " + undecided;
    String fast = atOnce + " because most trials were decided in their first step with stimulus";
    return atOnce == 0 ? slow : atOnce == dropped.size() ? fast : slow + ", " + fast;
  }

  private String suspicion() {
    List<Split> splits = new ArrayList<>();
    for (Parameter p : theta.parameters()) {
      splits.add(Split.of(p, values(p, true), values(p, false)));
    }
    return splits.stream()
        .filter(split -> split.distance() > 0)
        .max(Comparator.comparingDouble(Split::distance))
        .map(Split::toString)
        .orElseGet(this::likeliestCause);
  }

  private String likeliestCause() {
    return 2 * atOnce > dropped.size()
        ? "Is the threshold below the resting rate?"
        : "Is the bound too high, or the time-out too short?";
  }

  private double[] values(Parameter p, boolean ofDropped) {
    double[] column = theta.column(p);
    return IntStream.range(0, seen)
        .filter(row -> dropped.contains(row) == ofDropped)
        .mapToDouble(row -> column[row])
        .toArray();
  }

  /** How one parameter differs between the sets that were dropped and those that were kept. */
  private record Split(Parameter parameter, double dropped, double kept, double distance) {

    static Split of(Parameter parameter, double[] dropped, double[] kept) {
      double a = ReactionTimes.mean(dropped);
      double b = ReactionTimes.mean(kept);
      double spread = ReactionTimes.sd(dropped) + (kept.length > 1 ? ReactionTimes.sd(kept) : 0);
      return new Split(parameter, a, b, spread > 0 ? Math.abs(a - b) / spread : 0);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "They differ most in %s: on average %.3g %s, but %.3g %s where kept; narrow its prior",
          parameter.symbol(),
          dropped,
          parameter.unit(),
          kept,
          parameter.unit());
    }
  }
}
