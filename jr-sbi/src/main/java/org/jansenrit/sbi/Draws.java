package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;

/** Summaries of draws. */
final class Draws {
  private Draws() {}

  /** Returns the central interval of {@code draws}, which it sorts. */
  static CredibleInterval interval(Parameter parameter, double level, double[] draws) {
    Arrays.sort(draws);
    double low = quantile(draws, 0.5 - level / 2);
    return new CredibleInterval(parameter, level, low, quantile(draws, 0.5 + level / 2));
  }

  private static double quantile(double[] sorted, double p) {
    double at = p * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** Returns the mean of draws: those that all lie on a bound may sum up beyond it. */
  static ParameterSet mean(List<Parameter> parameters, Moments moments) {
    double[] mean = moments.mean().clone();
    for (int j = 0; j < mean.length; j++) {
      Parameter p = parameters.get(j);
      mean[j] = Math.min(Math.max(mean[j], p.lowest()), p.highest());
    }
    return ParameterSet.of(parameters, mean);
  }

  /** Returns the index of the largest value. */
  static int highest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
