package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.Classifier;

/**
 * Classifier two-sample test: how well a network can tell posterior draws from reference draws. An
 * accuracy of 0.5 means that it cannot, 1 that it always can.
 *
 * <p>A network of this size sees less than there is to see: where the reference density p is known,
 * the best possible classifier of draws from q is right with probability 1/2 + E<sub>p</sub>[max(0,
 * 1 - q/p)]/2.
 *
 * @see <a href="https://arxiv.org/abs/1610.06545">Lopez-Paz &amp; Oquab (2017)</a>
 * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021), whose recipe this is</a>
 */
public final class C2st {
  private static final int FOLDS = 5;
  private static final int UNITS_PER_DIMENSION = 10;
  private static final Training TRAINING =
      Training.standard()
          .batchSize(200)
          .weightDecay(0)
          .clip(Double.POSITIVE_INFINITY)
          .warmupSteps(0)
          .patience(10);

  private C2st() {}

  /**
   * Compares draws, in five folds: each fifth is told apart by a network that learnt from the
   * others.
   *
   * <p>In two dimensions, 2000 draws that are shifted by 0.3 sd in one, or 20 % too narrow in both,
   * are told apart at p &lt; 0.01.
   *
   * @param reference draws from the right distribution; their mean and standard deviation scale
   *     both tables
   * @param draws draws to be judged, of the same parameters
   * @param seed decides folds and networks
   * @return the accuracy on each fold
   * @throws ShapeException if the tables have other parameters, or not as many rows
   * @throws IllegalArgumentException if a table has fewer than 50 rows
   */
  public static C2stReport run(ParameterTable reference, ParameterTable draws, long seed) {
    if (!reference.parameters().equals(draws.parameters())) {
      throw new ShapeException(
          "draws", reference.parameters() + ", as in the reference", draws.parameters() + "");
    }
    if (reference.size() != draws.size()) {
      throw new ShapeException(
          "draws", "as many as reference draws, " + reference.size(), draws.size() + "");
    }
    if (draws.size() < 10 * FOLDS) {
      throw new IllegalArgumentException(
          "a classifier test needs at least "
              + 10 * FOLDS
              + " draws of each kind, but got "
              + draws.size());
    }
    double[][] p = Summary.scaled(reference, reference);
    double[][] q = Summary.scaled(draws, reference);
    shuffle(p, seed);
    shuffle(q, seed + 1);
    double[] accuracy = new double[FOLDS];
    Arrays.setAll(accuracy, fold -> accuracy(p, q, fold, seed));
    return new C2stReport(Arrays.stream(accuracy).boxed().toList(), p.length + q.length);
  }

  private static void shuffle(double[][] rows, long seed) {
    int[] order = IntStream.range(0, rows.length).toArray();
    PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), order);
    double[][] before = rows.clone();
    Arrays.setAll(rows, i -> before[order[i]]);
  }

  private static double accuracy(double[][] p, double[][] q, int fold, long seed) {
    int units = UNITS_PER_DIMENSION * p[0].length;
    Training training = TRAINING.seed(seed + fold);
    try (Classifier classifier =
        Classifier.fit(part(p, fold, false), part(q, fold, false), units, training)) {
      double[] onP = classifier.logOdds(part(p, fold, true));
      double[] onQ = classifier.logOdds(part(q, fold, true));
      long right = Arrays.stream(onP).filter(o -> o < 0).count();
      right += Arrays.stream(onQ).filter(o -> o >= 0).count();
      return right / (double) (onP.length + onQ.length);
    }
  }

  private static double[][] part(double[][] rows, int fold, boolean test) {
    return IntStream.range(0, rows.length)
        .filter(i -> i % FOLDS == fold == test)
        .mapToObj(i -> rows[i])
        .toArray(double[][]::new);
  }
}
