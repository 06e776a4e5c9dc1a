package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;
import org.jansenrit.inference.training.Inputs;

/** One call of {@link Snpe#infer}: simulates, learns and chooses, round by round. */
final class SequentialRun<X extends Observations> {
  /** Components of less weight would cost time as proposals, and hardly propose anything. */
  private static final double NEGLIGIBLE = 0.01;

  /** Simulations in a region that tell whether it is mostly edge, at least and at most. */
  private static final int FEW = 50;

  private static final int MANY = 500;

  private final Proposer<X> proposer;
  private final Learner learner;
  private final Transform<? super X, ? extends Observations> transform;
  private final Rounds rounds;
  private final RoundData<X> data;
  private final Optional<RoundFiles> files;
  private final List<Round> done = new ArrayList<>();
  private final List<GaussianMixture> bests = new ArrayList<>();
  private Transform.Fitted<? super X, ? extends Observations> read;
  private Learner.Learnt current;
  private boolean fromPrior;

  SequentialRun(
      Proposer<X> proposer,
      Learner learner,
      Transform<? super X, ? extends Observations> transform) {
    this.proposer = proposer;
    this.learner = learner;
    this.transform = transform;
    this.rounds = proposer.rounds();
    boolean atomic = rounds.method() == Rounds.Method.ATOMIC;
    this.data = new RoundData<>(proposer.transform(), atomic, learner.seed());
    this.files = rounds.directory().map(folder -> new RoundFiles(folder, name()));
  }

  /** Returns what decides the result, but for the number of rounds. */
  private String name() {
    MixtureDensity density = learner.densityOrStandard();
    return String.join(
        "; ",
        proposer.transform().toString(),
        learner + (transform.equals(Transform.none()) ? "" : " after " + transform),
        "%d layers of %d".formatted(density.layers(), density.width())
            + (learner.density().isEmpty() ? ", or fewer" : ""),
        rounds.simulations() + " x " + rounds.method() + ", seed " + rounds.seed(),
        RoundFiles.digest(proposer.observed()));
  }

  SequentialInference<X> run() {
    try {
      files
          .flatMap(f -> f.last(rounds.count()))
          .ifPresentOrElse(this::goOnAfter, proposer::requireShape);
      for (int number = done.size() + 1; number <= rounds.count(); number++) {
        completeOrKeep(number);
      }
      return result();
    } finally {
      if (current != null) {
        current.ensemble().close();
      }
    }
  }

  /** Says it as soon as it is known, since rounds to come may take long. */
  private void warnIfFarOutside() {
    NeuralPosterior.warn(List.of(posterior()));
  }

  @SuppressWarnings("unchecked") // the transform was saved by a run of the same observation
  private void goOnAfter(RoundFiles.State state) {
    current = state.learnt();
    read = (Transform.Fitted<? super X, ? extends Observations>) state.read();
    for (Round round : state.rounds()) {
      simulate(round.number());
      bests.add(state.bests().get(round.number() - 1));
      done.add(round);
    }
    warnIfFarOutside();
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
    int excluded = simulate(number).diverged();
    if (number == 1) {
      learnFirst(excluded);
    } else {
      learnNext(excluded);
    }
    bests.add(atObservation());
    files.ifPresent(f -> f.save(new RoundFiles.State(done, bests, current, read)));
    if (number == 1) {
      warnIfFarOutside();
    }
  }

  /** Runs the simulations of a round, or reads them, and adds them to the data. */
  private Dataset<X> simulate(int number) {
    boolean proposes = number > 1 && rounds.method() != Rounds.Method.TRUNCATED;
    GaussianMixture proposal = proposes ? bests.get(bests.size() - 1).without(NEGLIGIBLE) : null;
    fromPrior = false;
    Proposer.Source source = proposes ? Proposer.from(proposal) : region()::draw;
    RoundFiles.Simulations<X> simulations = () -> proposer.simulate(number, source, data.all());
    boolean kept = files.isPresent() && files.get().have(number);
    Dataset<X> simulated =
        files.isPresent() ? files.get().simulations(number, simulations) : simulations.run();
    proposer.observed().requireShapeOf(simulated.x(), "observation", "the simulations");
    if (kept && number == 1) {
      files.get().requireSame(simulated.x(), proposer.first(simulated.theta()));
    }
    data.add(simulated, proposal);
    return simulated;
  }

  /** Returns the prior within the regions of all rounds so far, or all of it if they are edge. */
  private TruncatedPrior region() {
    TruncatedPrior whole = TruncatedPrior.whole(proposer.transform());
    TruncatedPrior region = whole;
    for (GaussianMixture best : bests) {
      region = region.within(best, rounds.seed());
    }
    fromPrior = bests.isEmpty() || (region.isFrequent() && isMostlyEdge(region));
    return fromPrior ? whole : region;
  }

  /** Asks simulations that there are what their own posteriors are, as far as is known. */
  private boolean isMostlyEdge(TruncatedPrior region) {
    double[][] u = proposer.transform().fromTheta(data.finite().theta());
    int[] inside =
        IntStream.range(0, u.length).filter(i -> region.contains(u[i])).limit(MANY).toArray();
    if (inside.length < FEW) {
      return false;
    }
    X x = data.finite().select(inside).x();
    return region.isMostlyEdge(current.ensemble().mixtures(read.apply(x)), rounds.seed());
  }

  private void learnFirst(int excluded) {
    read = Snpe.fitted(transform, data.finite().x(), data.newest().train);
    TrainingRows rows = data.rows(read);
    current = learner.learn(rows);
    keep(excluded, Double.NaN, current.ensemble().loss(rows, rows.held), true);
  }

  /** Learns on, from the weights that are there, with the simulations of all rounds. */
  private void learnNext(int excluded) {
    TrainingRows rows = data.rows(read);
    double before = current.ensemble().loss(rows, rows.held);
    MixtureEnsemble next = learner.learnOn(rows, current);
    double after = next.loss(rows, rows.held);
    replace(next, after < before);
    keep(excluded, before, after, after < before);
  }

  private void replace(MixtureEnsemble next, boolean better) {
    (better ? current.ensemble() : next).close();
    current = better ? current.with(next) : current;
  }

  private GaussianMixture atObservation() {
    return current.ensemble().mixtures(read.apply(proposer.observed())).get(0);
  }

  private void keep(int excluded, double before, double after, boolean kept) {
    int number = done.size() + 1;
    int components = current.ensemble().components();
    done.add(
        new Round(
            number, rounds.simulations(), excluded, fromPrior, components, before, after, kept));
  }

  private MixturePosterior posterior() {
    Inputs seen = current.ensemble().members().get(0).inputs(read.apply(proposer.observed()));
    GaussianMixture best = bests.get(bests.size() - 1);
    return new MixturePosterior(proposer.transform(), best, current.range().caution(seen, 0));
  }

  private SequentialInference<X> result() {
    return new SequentialInference<>(
        posterior(), done, data.all(), current.density(), current.training());
  }
}
