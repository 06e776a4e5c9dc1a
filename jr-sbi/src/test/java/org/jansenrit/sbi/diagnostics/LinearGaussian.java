package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.Posterior;

/**
 * theta ~ N(0, I), x = theta + N(0, noise^2): the posterior is N(x / (1 + noise^2), noise^2 / (1 +
 * noise^2)), and can be made wrong on purpose.
 *
 * @param narrow factor on the posterior's standard deviation; 1 if right
 * @param shift of the posterior's mean, in standard deviations; 0 if right
 */
record LinearGaussian(int dimensions, double noise, double narrow, double shift)
    implements AmortizedPosterior<Features> {

  static final Parameter FIRST = parameters(1).get(0);

  static List<Parameter> parameters(int d) {
    return IntStream.range(0, d).mapToObj(j -> Parameter.of("theta" + j, "1", 0)).toList();
  }

  @Override
  public Prior prior() {
    return Prior.of(
        parameters(dimensions).stream().map(p -> Prior.normal(p, 0, 1)).toArray(Prior[]::new));
  }

  Dataset<Features> simulate(int n, long seed) {
    ParameterTable theta = prior().sample(n, seed);
    Random random = new Random(seed);
    double[][] x = new double[n][];
    for (int i = 0; i < n; i++) {
      x[i] = theta.row(i);
      for (int j = 0; j < dimensions; j++) {
        x[i][j] += noise * random.nextGaussian();
      }
    }
    List<String> names = IntStream.range(0, dimensions).mapToObj(j -> "x" + j).toList();
    return Dataset.of(theta, Features.of(x, names));
  }

  @Override
  public List<Posterior> givenEach(Features x) {
    return IntStream.range(0, x.size()).mapToObj(i -> posterior(x.row(i))).toList();
  }

  private Posterior posterior(double[] x) {
    double sd = noise / Math.sqrt(1 + noise * noise);
    double[] mean = Arrays.stream(x).map(v -> v / (1 + noise * noise) + shift * sd).toArray();
    return new Normal(parameters(dimensions), mean, narrow * sd);
  }

  private static final class Normal implements Posterior {
    private final List<Parameter> parameters;
    private final double[] centre;
    private final double scale;

    Normal(List<Parameter> parameters, double[] centre, double scale) {
      this.parameters = parameters;
      this.centre = centre;
      this.scale = scale;
    }

    @Override
    public List<Parameter> parameters() {
      return parameters;
    }

    @Override
    public ParameterTable sample(int n, long seed) {
      Random random = new Random(seed);
      double[][] rows = new double[n][centre.length];
      for (double[] row : rows) {
        Arrays.setAll(row, j -> centre[j] + scale * random.nextGaussian());
      }
      return ParameterTable.of(parameters, rows);
    }

    @Override
    public double[] logDensity(ParameterTable theta) {
      double[] logs = new double[theta.size()];
      Arrays.setAll(logs, i -> logDensity(theta.row(i)));
      return logs;
    }

    private double logDensity(double[] theta) {
      double squares = 0;
      for (int j = 0; j < theta.length; j++) {
        squares += Math.pow((theta[j] - centre[j]) / scale, 2);
      }
      return -0.5 * squares - theta.length * Math.log(scale * Math.sqrt(2 * Math.PI));
    }
  }
}
