package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Training;

/**
 * How networks are learnt from rows: the parts of a recipe that know nothing of priors.
 *
 * @param members the number of networks whose densities are averaged
 */
record Learner(Embedding<?> embedding, MixtureDensity density, Training training, int members) {
  /** Losses that differ by less are alike; the smaller mixture is then the better one. */
  private static final double ALIKE = 0.02;

  /** So many larger mixtures in a row that do not help end the search. */
  private static final int PATIENCE = 2;

  private static final long SEEDS_APART = 1_000_003;

  Learner {
    if (members < 1) {
      throw new IllegalArgumentException("an ensemble needs at least 1 member, but got " + members);
    }
  }

  /** Networks, and the numbers of components that they were chosen from. */
  record Learnt(MixtureEnsemble ensemble, List<Candidate> candidates) {}

  /** Learns the whole ensemble, the number of components being chosen by its first member. */
  Learnt learn(TrainingRows rows) {
    InputScale scale = scale(rows, rows.train);
    List<Candidate> tried = new ArrayList<>();
    List<MixtureNetwork> networks = new ArrayList<>();
    networks.add(choose(rows, scale, tried));
    int components = networks.get(0).layout().components();
    return new Learnt(ensemble(networks, i -> member(rows, scale, components, i)), tried);
  }

  /** Learns an ensemble from new weights, inputs being scaled by rows {@code scaledBy}. */
  MixtureEnsemble learnAfresh(TrainingRows rows, int[] scaledBy, int components) {
    InputScale scale = scale(rows, scaledBy);
    return ensemble(new ArrayList<>(), i -> member(rows, scale, components, i));
  }

  /** Learns on from the weights of {@code before}, which stays as it is. */
  MixtureEnsemble learnOn(TrainingRows rows, MixtureEnsemble before) {
    return ensemble(new ArrayList<>(), i -> before.members().get(i).learnOn(rows, training(i)));
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

  private InputScale scale(TrainingRows rows, int[] which) {
    return InputScale.of(rows.x, which, embedding.scalesChannels());
  }

  private MixtureNetwork choose(TrainingRows rows, InputScale scale, List<Candidate> tried) {
    MixtureNetwork best = null;
    try {
      int worse = 0;
      for (int components : density.candidates()) {
        MixtureNetwork next = member(rows, scale, components, 0);
        double loss = next.history().best().validationLoss();
        tried.add(new Candidate(components, loss));
        boolean better = best == null || loss < loss(best) - ALIKE;
        MixtureNetwork dropped = better ? best : next;
        best = better ? next : best;
        close(dropped);
        worse = better ? 0 : worse + 1;
        if (worse == PATIENCE) {
          break;
        }
      }
      return best;
    } catch (RuntimeException e) {
      close(best);
      throw e;
    }
  }

  private static double loss(MixtureNetwork network) {
    return network.history().best().validationLoss();
  }

  private static void close(MixtureNetwork network) {
    if (network != null) {
      network.close();
    }
  }

  /** Learns member {@code index} of an ensemble, from weights of its own. */
  private MixtureNetwork member(TrainingRows rows, InputScale scale, int components, int index) {
    MixtureLayout layout = new MixtureLayout(components, rows.z[0].length);
    return MixtureNetwork.fit(rows, body(), layout, scale, training(index));
  }

  private Training training(int index) {
    return training.seed(training.seed() + SEEDS_APART * index);
  }

  private NetworkFactory body() {
    return Networks.mlpAfter(embedding.network(), density.hidden());
  }
}
