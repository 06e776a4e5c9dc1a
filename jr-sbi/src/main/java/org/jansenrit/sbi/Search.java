package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jansenrit.inference.training.Training;

/**
 * Tries numbers of components, then weight decays and a smaller network, as far as they are left
 * open, and keeps the network of lowest validation loss. A larger number of components must be
 * better by more than 0.02 nat; two in a row that are not end the search. The smaller network is
 * taken where it is not worse by more than that.
 */
final class Search {
  private static final double ALIKE = 0.02;
  private static final int PATIENCE = 2;
  private static final List<Double> DECAYS = List.of(0.01, 1.0);
  private static final double STRONG = 1;
  private static final int SMALL_WIDTH = 64;
  private static final int SMALL_LAYERS = 2;

  private final BiFunction<MixtureDensity, Training, MixtureNetwork> learn;
  private final List<DensityCandidate> tried = new ArrayList<>();
  private MixtureNetwork best;
  private MixtureDensity density;
  private Training training;

  Search(BiFunction<MixtureDensity, Training, MixtureNetwork> learn) {
    this.learn = learn;
  }

  /** Looks for the best; whatever it finds is closed if that fails. */
  void run(Learner recipe) {
    try {
      components(recipe.densityOrStandard(), recipe.trainingOrStandard());
      if (recipe.training().isEmpty()) {
        for (double decay : DECAYS) {
          offer(density, training.weightDecay(decay), 0);
        }
        if (recipe.density().isEmpty()) {
          var small = new MixtureDensity(density.candidates(), SMALL_WIDTH, SMALL_LAYERS);
          offer(small, training.weightDecay(STRONG), -ALIKE);
        }
      }
    } catch (RuntimeException e) {
      close(best);
      throw e;
    }
  }

  private void components(MixtureDensity family, Training first) {
    int worse = 0;
    for (int components : family.candidates()) {
      worse = offer(family.components(components), first, ALIKE) ? 0 : worse + 1;
      if (worse == PATIENCE) {
        return;
      }
    }
  }

  /** Learns one more network, and keeps the better one. */
  private boolean offer(MixtureDensity nextDensity, Training nextTraining, double margin) {
    MixtureNetwork next = learn.apply(nextDensity, nextTraining);
    tried.add(new DensityCandidate(nextDensity, nextTraining.weightDecay(), loss(next)));
    boolean better = best == null || loss(next) < loss(best) - margin;
    close(better ? best : next);
    if (better) {
      best = next;
      density = nextDensity;
      training = nextTraining;
    }
    return better;
  }

  private static double loss(MixtureNetwork network) {
    return network.history().best().validationLoss();
  }

  private static void close(MixtureNetwork network) {
    if (network != null) {
      network.close();
    }
  }

  MixtureNetwork best() {
    return best;
  }

  MixtureDensity density() {
    return density;
  }

  Training training() {
    return training;
  }

  List<DensityCandidate> tried() {
    return tried;
  }
}
