package org.jansenrit.sbi;

import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.report.Table;
import org.jansenrit.inference.training.Training;

/**
 * What {@link Snpe#infer} found: the posterior of one observation, and how it came about.
 *
 * @param <X> the kind of observation
 * @param posterior the posterior of the best round
 * @param rounds what happened, round by round
 * @param data all simulations of all rounds, in order, those that are not finite included
 * @param density the density that was set or chosen
 * @param training the training that was set or chosen
 */
public record SequentialInference<X extends Observations>(
    MixturePosterior posterior,
    List<Round> rounds,
    Dataset<X> data,
    MixtureDensity density,
    Training training) {

  /**
   * Copies the list.
   *
   * @param posterior of the round that was kept
   * @param rounds in order; not empty
   * @param data of all rounds, in order
   * @param density of the networks that were kept
   * @param training of the networks that were kept
   */
  public SequentialInference {
    rounds = List.copyOf(rounds);
  }

  /** {@return the number of the round whose posterior was kept, counted from 1} */
  public int keptRound() {
    return rounds.stream().filter(Round::kept).mapToInt(Round::number).max().orElseThrow();
  }

  /**
   * {@return in words which round was kept, and why; first of all that the posterior cannot be
   * trusted, if the observation is far outside the simulations}
   */
  public String verdict() {
    return posterior.caution().map(text -> text + "; ").orElse("") + choice();
  }

  private String choice() {
    Round last = rounds.get(rounds.size() - 1);
    String kept = "the posterior of round " + keptRound() + " of " + rounds.size() + " was kept";
    return last.kept()
        ? kept
        : kept
            + ": later rounds did not lower the loss on simulations held out of them, so more of"
            + " them will hardly help";
  }

  /** {@return a table, one line per round: its simulations, and the losses before and after it} */
  public Table table() {
    Table table =
        Table.of("round", "simulations", "not finite", "normals", "loss before", "after (nat)", "");
    for (Round round : rounds) {
      table =
          table.row(
              round.number() + "",
              round.simulations() + (round.fromPrior() ? " of the prior" : ""),
              round.excluded() + "",
              round.components() + "",
              round.number() == 1 ? "" : String.format(Locale.ROOT, "%.3f", round.before()),
              String.format(Locale.ROOT, "%.3f", round.after()),
              round.kept() ? "kept" : "not kept");
    }
    return table;
  }

  /** {@return one line: the posterior, the round that was kept, the number of simulations} */
  @Override
  public String toString() {
    int excluded = rounds.stream().mapToInt(Round::excluded).sum();
    return posterior
        + "; "
        + choice()
        + "; "
        + data.size()
        + " simulations"
        + (excluded == 0 ? "" : ", " + excluded + " not finite");
  }
}
