package org.jansenrit.examples;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.sbi.Posterior;

/** How near a posterior is to the right one: by the published classifier, and exactly. */
final class SbiScores {
  private static final int FOLDS = 5;
  private static final int UNITS_PER_DIMENSION = 10;

  private SbiScores() {}

  /**
   * Returns 1/2 + TV/2, TV = E_p[max(0, 1 - q/p)] over the reference draws: the accuracy of the
   * best possible classifier.
   */
  static double best(Posterior posterior, SbiReference reference) {
    double[] p = reference.logDensities();
    double[] q = posterior.logDensity(reference.draws());
    return 0.5
        + 0.5
            * IntStream.range(0, p.length)
                .mapToDouble(i -> Math.max(0, 1 - Math.exp(q[i] - p[i])))
                .average()
                .orElseThrow();
  }

  /**
   * Returns the accuracy of the published classifier.
   *
   * @param folds how many of five folds are told apart by a network that learnt from the others
   */
  static double c2st(ParameterTable draws, SbiReference reference, int folds, long seed) {
    float[][] rows = scaled(reference.draws(), draws);
    int n = reference.draws().size();
    int[] order = PermutationSampler.natural(rows.length);
    PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), order);
    return IntStream.range(0, folds)
        .mapToDouble(fold -> fold(rows, n, order, fold, seed))
        .average()
        .orElseThrow();
  }

  private static double fold(float[][] rows, int reference, int[] order, int fold, long seed) {
    int[] train = IntStream.range(0, order.length).filter(i -> i % FOLDS != fold).toArray();
    int[] test = IntStream.range(0, order.length).filter(i -> i % FOLDS == fold).toArray();
    int units = UNITS_PER_DIMENSION * rows[0].length;
    return PublishedClassifier.fit(
            pick(rows, order, train), labels(reference, order, train), units, seed + fold)
        .accuracy(pick(rows, order, test), labels(reference, order, test));
  }

  private static float[][] pick(float[][] rows, int[] order, int[] which) {
    return Arrays.stream(which).mapToObj(i -> rows[order[i]]).toArray(float[][]::new);
  }

  private static float[] labels(int reference, int[] order, int[] which) {
    float[] labels = new float[which.length];
    for (int i = 0; i < which.length; i++) {
      labels[i] = order[which[i]] < reference ? 0 : 1;
    }
    return labels;
  }

  /** Both tables, one after the other, scaled by mean and standard deviation of the reference. */
  private static float[][] scaled(ParameterTable reference, ParameterTable draws) {
    int d = reference.parameters().size();
    float[][] rows = new float[reference.size() + draws.size()][d];
    for (int j = 0; j < d; j++) {
      double[] column = reference.column(reference.parameters().get(j));
      double mean = Arrays.stream(column).average().orElseThrow();
      double sd =
          Math.sqrt(
              Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
      for (int i = 0; i < rows.length; i++) {
        double value =
            i < reference.size() ? reference.get(i, j) : draws.get(i - reference.size(), j);
        rows[i][j] = (float) ((value - mean) / sd);
      }
    }
    return rows;
  }
}
