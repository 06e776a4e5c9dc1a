package org.jansenrit.sbi;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Inputs;

/**
 * Rejection: the parameters of those simulations that are nearest to the observation. Learns
 * nothing, and needs very many simulations: the baseline that everything else must beat.
 *
 * @see <a href="https://doi.org/10.1093/oxfordjournals.molbev.a026091">Pritchard et al. (1999)</a>
 */
public final class RejectionAbc {
  private RejectionAbc() {}

  /**
   * {@return the parameters of the nearest finite simulations, nearest first} Distances are
   * Euclidean, each value in standard deviations of the simulations.
   *
   * @param <X> the kind of observation
   * @param simulations of parameters drawn from the prior
   * @param observed one observation
   * @param kept how many; at least 1, a hundredth of the simulations, say
   * @throws ShapeException if there is not exactly one observation, or of another shape
   * @throws IllegalArgumentException if {@code kept} is below 1, or more than are finite, or the
   *     observation has values that are not finite
   */
  public static <X extends Observations> ParameterTable infer(
      Dataset<X> simulations, X observed, int kept) {
    if (observed.size() != 1) {
      throw new ShapeException("infer", "one observation", observed.size() + "");
    }
    observed.requireShapeOf(simulations.x(), "observation", "the simulations");
    observed.requireFinite("observation");
    Dataset<X> finite = simulations.finite();
    if (kept < 1 || kept > finite.size()) {
      throw new IllegalArgumentException(
          "between 1 and " + finite.size() + " simulations can be kept, but was asked for " + kept);
    }
    double[] distances = distances(finite.x(), observed);
    return finite
        .theta()
        .select(
            IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(kept)
                .mapToInt(Integer::intValue)
                .toArray());
  }

  private static double[] distances(Observations x, Observations observed) {
    InputScale scale = InputScale.of(x, false);
    Inputs inputs = scale.apply(x);
    float[] values = new float[inputs.width()];
    float[] target = new float[inputs.width()];
    scale.apply(observed).copyTo(0, target, 0);
    double[] distances = new double[x.size()];
    for (int i = 0; i < distances.length; i++) {
      inputs.copyTo(i, values, 0);
      for (int j = 0; j < values.length; j++) {
        distances[i] += (double) (values[j] - target[j]) * (values[j] - target[j]);
      }
    }
    return distances;
  }
}
