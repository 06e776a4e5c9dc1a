package org.jansenrit.inference;

import java.io.IOException;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;

/** Mean and standard deviation of each parameter over the training set. */
final class TargetScaling {
  private static final String KIND = "target scaling";

  private final List<Parameter> parameters;
  private final double[] mean;
  private final double[] sd;

  private TargetScaling(List<Parameter> parameters, double[] mean, double[] sd) {
    this.parameters = parameters;
    this.mean = mean;
    this.sd = sd;
  }

  /**
   * Learns the scaling.
   *
   * @throws IllegalArgumentException if a parameter does not vary
   */
  static TargetScaling of(ParameterTable theta) {
    int width = theta.parameters().size();
    double[] mean = new double[width];
    double[] sd = new double[width];
    for (int j = 0; j < width; j++) {
      double[] column = theta.column(theta.parameters().get(j));
      mean[j] = Statistics.mean(column);
      sd[j] = Statistics.sd(column);
      if (!(sd[j] > 1e-12 * Math.abs(mean[j]))) {
        throw constant(theta.parameters().get(j), column);
      }
    }
    return new TargetScaling(theta.parameters(), mean, sd);
  }

  private static IllegalArgumentException constant(Parameter parameter, double[] column) {
    return new IllegalArgumentException(
        parameter.symbol()
            + " is "
            + parameter.withUnit(column[0])
            + " in all "
            + column.length
            + " simulations of the training set, so nothing can be learnt about it. Leave it out of"
            + " the prior");
  }

  Archive toArchive() {
    return Archive.of(KIND)
        .withParameters("parameters", parameters)
        .with("mean", mean, mean.length)
        .with("sd", sd, sd.length);
  }

  static TargetScaling of(Archive archive) throws IOException {
    archive.requireKind(KIND);
    List<Parameter> parameters = archive.parameters("parameters");
    int width = parameters.size();
    return new TargetScaling(
        parameters, archive.doubles("mean", width), archive.doubles("sd", width));
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** Returns row {@code i} of {@code theta}, scaled. */
  double[] scale(ParameterTable theta, int i) {
    double[] z = theta.row(i);
    for (int j = 0; j < z.length; j++) {
      z[j] = (z[j] - mean[j]) / sd[j];
    }
    return z;
  }

  /** Returns scaled standard deviations in the units of the parameters. */
  ParameterTable unscaleSd(double[][] z) {
    double[][] rows = new double[z.length][sd.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < sd.length; j++) {
        rows[i][j] = sd[j] * z[i][j];
      }
    }
    return ParameterTable.of(parameters, rows);
  }

  /** Returns scaled values in the units of the parameters. */
  ParameterTable unscale(double[][] z) {
    double[][] rows = new double[z.length][mean.length];
    for (int i = 0; i < z.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        rows[i][j] = mean[j] + sd[j] * z[i][j];
      }
    }
    return ParameterTable.of(parameters, rows);
  }
}
