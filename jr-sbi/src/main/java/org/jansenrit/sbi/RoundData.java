package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;

/** The simulations of all rounds, who proposed them, and which are held out. */
final class RoundData<X extends Observations> {
  private final PriorTransform transform;
  private final boolean atomic;
  private final long seed;
  private final List<GaussianMixture> proposals = new ArrayList<>();
  private Dataset<X> all;
  private Dataset<X> finite;
  private int[] rounds = {};
  private int[] train = {};
  private TrainingRows.Split newest;

  RoundData(PriorTransform transform, boolean atomic, long seed) {
    this.transform = transform;
    this.atomic = atomic;
    this.seed = seed;
  }

  /**
   * Adds a round.
   *
   * @param proposal what u was drawn from if the loss must know; null if that is the prior, or a
   *     part of it
   * @throws IllegalArgumentException if fewer than {@link Snpe#FEWEST} are finite
   */
  void add(Dataset<X> round, GaussianMixture proposal) {
    Dataset<X> good = Snpe.finite(round);
    all = all == null ? round : all.append(round);
    finite = finite == null ? good : finite.append(good);
    if (proposal != null) {
      proposals.add(proposal);
    }
    int from = rounds.length;
    rounds = Arrays.copyOf(rounds, from + good.size());
    Arrays.fill(rounds, from, rounds.length, proposal == null ? 0 : proposals.size());
    newest = TrainingRows.split(from, rounds.length, seed + from);
    train = IntStream.concat(IntStream.range(0, from), Arrays.stream(newest.train)).toArray();
  }

  /** Returns all simulations of all rounds, in order. */
  Dataset<X> all() {
    return all;
  }

  /** Returns the finite ones. */
  Dataset<X> finite() {
    return finite;
  }

  /** Returns how the finite simulations of the newest round were split. */
  TrainingRows.Split newest() {
    return newest;
  }

  /**
   * Returns the finite simulations of all rounds, as a network reads them. Those held out of the
   * newest round decide when to stop: they lie where the posterior does. Those held out of earlier
   * rounds have done so, and are learnt from.
   */
  TrainingRows rows(Transform.Fitted<? super X, ? extends Observations> read) {
    double[][] u = transform.fromTheta(finite.theta());
    Proposals proposed = Proposals.of(proposals, rounds, u).over(transform, u);
    return new TrainingRows(
        read.apply(finite.x()), u, proposed, train, newest.held, failed(), Optional.empty());
  }

  private Optional<double[][]> failed() {
    if (!atomic || proposals.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        IntStream.range(0, all.size())
            .filter(i -> !all.x().isFinite(i))
            .mapToObj(i -> transform.fromTheta(all.theta().row(i)))
            .toArray(double[][]::new));
  }
}
