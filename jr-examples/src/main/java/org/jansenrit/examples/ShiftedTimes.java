package org.jansenrit.examples;

import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;

/**
 * One run of trials serves for any non-decision time, which all reaction times have in common: with
 * another one they are what they were, and the difference.
 */
final class ShiftedTimes {
  private static final long ROLE = Streams.part(Streams.PRIOR, 7);

  private ShiftedTimes() {}

  /**
   * Returns {@code data} and, behind it, the same simulations with other non-decision times.
   *
   * @param prior of the parameters, from which the times are drawn
   * @param copies how often each simulation is there; at least 1
   * @param seed decides the times
   */
  static Dataset<Features> of(Dataset<Features> data, Prior prior, int copies, long seed) {
    Dataset<Features> all = data;
    for (int copy = 1; copy < copies; copy++) {
      all = all.append(shifted(data, prior.sample(data.size(), Streams.part(seed, ROLE + copy))));
    }
    return all;
  }

  /** Returns the simulations with the non-decision times of other parameter sets. */
  static Dataset<Features> shifted(Dataset<Features> data, ParameterTable times) {
    List<String> names = data.x().names();
    int time = data.theta().parameters().indexOf(DecisionTask.TAU_ND);
    double[][] theta = new double[data.size()][];
    double[][] x = new double[data.size()][];
    for (int i = 0; i < x.length; i++) {
      theta[i] = data.theta().row(i);
      x[i] = data.x().row(i);
      double later = times.get(i, time) - theta[i][time];
      theta[i][time] = times.get(i, time);
      double[] row = x[i];
      IntStream.range(0, row.length)
          .filter(j -> isTime(names.get(j)))
          .forEach(j -> row[j] += later);
    }
    return Dataset.of(ParameterTable.of(data.theta().parameters(), theta), Features.of(x, names));
  }

  /** A standard deviation is in milliseconds too, and stays. */
  private static boolean isTime(String feature) {
    return feature.contains("(ms)") && !feature.contains("sd of RT");
  }
}
