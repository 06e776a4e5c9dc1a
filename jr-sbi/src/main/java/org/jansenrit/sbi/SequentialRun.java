package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;

/** One call of {@link Snpe#infer}: simulates, learns and chooses, round by round. */
final class SequentialRun<X extends Observations> {
  private static final long ROLE = Streams.part(Streams.PRIOR, 3);

  /** Components of less weight would cost time as proposals, and hardly propose anything. */
  private static final double NEGLIGIBLE = 0.01;

  private final Prior prior;
  private final Learner learner;
  private final Transform<? super X, ? extends Observations> transform;
  private final Simulator<X> simulator;
  private final X observed;
  private final Rounds rounds;
  private final RoundData<X> data;
  private final List<Round> done = new ArrayList<>();
  private Transform.Fitted<? super X, ? extends Observations> read;
  private MixtureEnsemble current;
  private GaussianMixture best;
  private TruncatedPrior truncated = TruncatedPrior.whole();

  SequentialRun(
      Prior prior,
      Learner learner,
      Transform<? super X, ? extends Observations> transform,
      Simulator<X> simulator,
      X observed,
      Rounds rounds) {
    this.prior = prior;
    this.learner = learner;
    this.transform = transform;
    this.simulator = simulator;
    this.observed = observed;
    this.rounds = rounds;
    boolean atomic = rounds.method() == Rounds.Method.ATOMIC;
    this.data = new RoundData<>(prior, atomic, learner.training().seed());
  }

  SequentialInference<X> run() {
    try {
      for (int number = 1; number <= rounds.count(); number++) {
        completeOrKeep(number);
      }
      return result();
    } finally {
      if (current != null) {
        current.close();
      }
    }
  }

  private void completeOrKeep(int number) {
    try {
      complete(number);
    } catch (RuntimeException e) {
      if (done.isEmpty()) {
        throw e;
      }
      throw new RoundsException(
          "round "
              + number
              + " of "
              + rounds.count()
              + " failed, but those before it are kept, see completed(): "
              + e.getMessage(),
          result(),
          e);
    }
  }

  private void complete(int number) {
    boolean first = number == 1;
    boolean proposes = !first && rounds.method() != Rounds.Method.TRUNCATED;
    GaussianMixture proposal = proposes ? best.without(NEGLIGIBLE) : null;
    if (!first && !proposes) {
      truncated = truncated.within(best, rounds.seed());
    }
    Dataset<X> simulated = simulate((number - 1) * rounds.simulations(), proposal);
    data.add(simulated, proposal);
    if (first) {
      learnFirst(simulated.diverged());
    } else {
      learnNext(simulated.diverged());
    }
  }

  /** Runs the simulations from number {@code from} on, counted over all rounds. */
  private Dataset<X> simulate(int from, GaussianMixture proposal) {
    Streams streams = Streams.of(rounds.seed()).from(from);
    double[][] rows = new double[rounds.simulations()][];
    Arrays.setAll(rows, i -> prior.fromNormal(propose(streams.random(i, ROLE), proposal)));
    ParameterTable theta = ParameterTable.of(prior.parameters(), rows);
    X x = simulator.simulate(theta, streams);
    if (x.size() != rows.length) {
      throw new ShapeException(
          "simulator", rows.length + " observations for as many rows", x.size() + "");
    }
    observed.requireShapeOf(x, "observation", "the simulations");
    return new Dataset<>(theta, x, Provenance.here());
  }

  private double[] propose(UniformRandomProvider random, GaussianMixture proposal) {
    int d = prior.parameters().size();
    if (proposal == null) {
      return truncated.draw(random, d);
    }
    double[][] one = new double[1][d];
    proposal.sample(random, one);
    return one[0];
  }

  private void learnFirst(int excluded) {
    read = Snpe.fitted(transform, data.finite().x(), data.newest().train);
    TrainingRows rows = data.rows(read);
    current = learner.learn(rows).ensemble();
    best = atObservation(current);
    keep(excluded, Double.NaN, current.loss(rows, data.newest().held), true, "from the start");
  }

  /**
   * Learns from all rounds, once from the start with inputs scaled by the newest round and once on
   * from the weights that are there, since sometimes the one is better and sometimes the other.
   */
  private void learnNext(int excluded) {
    TrainingRows rows = data.rows(read);
    int[] held = data.newest().held;
    double before = current.loss(rows, held);
    MixtureEnsemble fresh = learner.learnAfresh(rows, data.newest().train, current.components());
    double freshLoss = fresh.loss(rows, held);
    boolean useFresh = true;
    MixtureEnsemble chosen = fresh;
    try {
      MixtureEnsemble continued = learner.learnOn(rows, current);
      useFresh = freshLoss <= continued.loss(rows, held);
      chosen = useFresh ? fresh : continued;
      (useFresh ? continued : fresh).close();
    } catch (RuntimeException e) {
      fresh.close();
      throw e;
    }
    double after = chosen.loss(rows, held);
    replace(chosen, after < before);
    keep(excluded, before, after, after < before, useFresh ? "from the start" : "continued");
  }

  private void replace(MixtureEnsemble next, boolean better) {
    (better ? current : next).close();
    current = better ? next : current;
    best = atObservation(current);
  }

  private GaussianMixture atObservation(MixtureEnsemble ensemble) {
    return ensemble.mixtures(read.apply(observed)).get(0);
  }

  private void keep(int excluded, double before, double after, boolean kept, String how) {
    int number = done.size() + 1;
    done.add(
        new Round(
            number,
            rounds.simulations(),
            excluded,
            current.components(),
            before,
            after,
            kept,
            how));
  }

  private SequentialInference<X> result() {
    var posterior = new MixturePosterior(new PriorTransform(prior), best);
    return new SequentialInference<>(posterior, done, data.all());
  }
}
