package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.Random;
import org.jansenrit.inference.training.Objective;

/** What all losses of mixtures share: the points z, one per row, and where the network starts. */
abstract class MixtureObjective implements Objective {
  /** Components that start alike would stay copies of each other. */
  private static final double SPREAD = 0.7;

  private static final float SMALL = 0.1f;

  final MixtureLayout layout;
  final double[][] z;
  private final long seed;

  MixtureObjective(MixtureLayout layout, double[][] z, long seed) {
    this.layout = layout;
    this.z = z;
    this.seed = seed;
  }

  @Override
  public final int outputs() {
    return layout.size();
  }

  /** Starts near equal weights and P = 2 I, several components with their means apart. */
  @Override
  public final void initialHead(float[] bias, float[] weightFactor) {
    Arrays.fill(bias, 0);
    Arrays.fill(weightFactor, SMALL);
    Random random = new Random(seed);
    for (int k = 0; k < layout.components(); k++) {
      for (int j = layout.mean(k); j < layout.diagonal(k); j++) {
        weightFactor[j] = 1;
        bias[j] = layout.components() == 1 ? 0 : (float) (SPREAD * random.nextGaussian());
      }
    }
  }
}
