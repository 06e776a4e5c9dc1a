package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Training;

/**
 * How networks are learnt from rows: the parts of a recipe that know nothing of priors.
 *
 * @param density empty if it is to be searched for
 * @param training empty if the weight decay is to be searched for
 * @param members the number of networks whose densities are averaged
 * @param heavyTails whether each normal gets several widths
 * @param standardSeed the seed where no training is set
 */
record Learner(
    Embedding<?> embedding,
    Optional<MixtureDensity> density,
    Optional<Training> training,
    int members,
    boolean heavyTails,
    long standardSeed) {
  private static final long SEEDS_APART = 1_000_003;
  static final Training STANDARD =
      Training.standard()
          .epochs(80)
          .batchSize(200)
          .learningRate(4e-3)
          .weightDecay(0.1)
          .patience(20);

  Learner {
    if (members < 1) {
      throw new IllegalArgumentException("an ensemble needs at least 1 member, but got " + members);
    }
  }

  Learner embedding(Embedding<?> other) {
    return new Learner(other, density, training, members, heavyTails, standardSeed);
  }

  Learner density(MixtureDensity other) {
    return new Learner(embedding, Optional.of(other), training, members, heavyTails, standardSeed);
  }

  Learner training(Training other) {
    return new Learner(embedding, density, Optional.of(other), members, heavyTails, other.seed());
  }

  Learner members(int count) {
    return new Learner(embedding, density, training, count, heavyTails, standardSeed);
  }

  Learner withHeavyTails() {
    return new Learner(embedding, density, training, members, true, standardSeed);
  }

  Learner seed(long seed) {
    return new Learner(
        embedding, density, training.map(t -> t.seed(seed)), members, heavyTails, seed);
  }

  MixtureDensity densityOrStandard() {
    return density.orElseGet(MixtureDensity::standard);
  }

  Training trainingOrStandard() {
    return training.orElseGet(() -> STANDARD.seed(standardSeed));
  }

  long seed() {
    return trainingOrStandard().seed();
  }

  /**
   * Networks, and what they were chosen from.
   *
   * @param density what was chosen
   * @param training what was chosen
   * @param range how far the inputs went, as the first network scales them
   */
  record Learnt(
      MixtureEnsemble ensemble,
      Widths widths,
      MixtureDensity density,
      Training training,
      List<DensityCandidate> candidates,
      TrainingRange range) {

    /** Returns the mixture of each observation. */
    List<GaussianMixture> mixtures(Observations x) {
      return ensemble.mixtures(x).stream().map(widths::apply).toList();
    }

    Learnt with(MixtureEnsemble other) {
      return new Learnt(other, widths, density, training, candidates, range);
    }
  }

  /** Learns the whole ensemble, what is left open being chosen by its first member. */
  Learnt learn(TrainingRows rows) {
    InputScale scale = InputScale.of(rows.x, rows.train, embedding.scalesChannels());
    Search search = new Search((d, t) -> network(rows, scale, d, t));
    search.run(this);
    List<MixtureNetwork> networks = new ArrayList<>(List.of(search.best()));
    MixtureDensity chosen = search.density();
    Training how = search.training();
    MixtureEnsemble all = ensemble(networks, i -> network(rows, scale, chosen, seeded(how, i)));
    TrainingRange range = TrainingRange.of(scale.apply(rows.x), rows.train);
    Widths widths = heavyTails ? all.widths(rows) : Widths.same();
    return new Learnt(all, widths, chosen, how, List.copyOf(search.tried()), range);
  }

  /** Learns on from the weights of {@code before}, which stays as it is. */
  MixtureEnsemble learnOn(TrainingRows rows, Learnt before) {
    List<MixtureNetwork> first = before.ensemble().members();
    return ensemble(
        new ArrayList<>(), i -> first.get(i).learnOn(rows, seeded(before.training(), i)));
  }

  /** Adds members to {@code networks}, which are closed if that fails. */
  private MixtureEnsemble ensemble(
      List<MixtureNetwork> networks, IntFunction<MixtureNetwork> member) {
    try {
      while (networks.size() < members) {
        networks.add(member.apply(networks.size()));
      }
      return new MixtureEnsemble(networks);
    } catch (RuntimeException e) {
      networks.forEach(MixtureNetwork::close);
      throw e;
    }
  }

  private MixtureNetwork network(
      TrainingRows rows, InputScale scale, MixtureDensity one, Training how) {
    NetworkFactory body = Networks.mlpAfter(embedding.network(), one.hidden());
    MixtureLayout layout = new MixtureLayout(one.candidates().get(0), rows.z[0].length);
    return MixtureNetwork.fit(rows, body, layout, scale, how);
  }

  private static Training seeded(Training training, int index) {
    return training.seed(training.seed() + SEEDS_APART * index);
  }

  @Override
  public String toString() {
    return embedding
        + "; "
        + densityOrStandard()
        + (members == 1 ? "" : " x " + members)
        + (heavyTails ? ", heavy tails" : "")
        + "; "
        + trainingOrStandard()
        + (training.isEmpty() ? ", weight decay chosen by validation" : "");
  }
}
