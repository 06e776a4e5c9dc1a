package org.jansenrit.sbi;

import java.util.List;
import java.util.stream.Collectors;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
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

  /** {@return in words which round was kept, and why} */
  public String verdict() {
    Round last = rounds.get(rounds.size() - 1);
    String kept = "the posterior of round " + keptRound() + " of " + rounds.size() + " was kept";
    return last.kept()
        ? kept
        : kept
            + ": later rounds did not lower the loss on simulations held out of them, so more of"
            + " them will hardly help";
  }

  @Override
  public String toString() {
    return rounds.stream()
        .map(Round::toString)
        .collect(Collectors.joining("\n", posterior + "\n" + verdict() + "\n", ""));
  }
}
