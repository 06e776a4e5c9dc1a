package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;

/**
 * A mixture over z, seen through the prior's transform. Moments come from draws whose mean and
 * covariance over z are made exact, so that they are exact where the transform is linear (normal
 * priors); intervals are exact where each parameter has a prior of its own.
 */
public final class MixturePosterior implements Posterior {
  /** Draws come in blocks, each from its own stream, so that threads may share the work. */
  private static final int BLOCK = 1024;

  private static final int MOMENT_DRAWS = 16_384;
  private static final int MODE_DRAWS = 1024;
  private static final long ROLE = Streams.part(Streams.PRIOR, 1);

  private final PriorTransform transform;
  private final GaussianMixture mixture;

  MixturePosterior(PriorTransform transform, GaussianMixture mixture) {
    this.transform = transform;
    this.mixture = mixture;
  }

  @Override
  public List<Parameter> parameters() {
    return transform.prior().parameters();
  }

  @Override
  public ParameterTable sample(int n, long seed) {
    double[][] rows = normalRows(n, seed);
    toTheta(rows);
    return ParameterTable.of(parameters(), rows);
  }

  private double[][] normalRows(int n, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException("number of draws must be positive, but was " + n);
    }
    double[][] rows = new double[n][mixture.dimensions()];
    Streams streams = Streams.of(seed);
    blocks(n).forEach(block -> mixture.sample(streams.random(block, ROLE), slice(rows, block)));
    return rows;
  }

  private void toTheta(double[][] rows) {
    blocks(rows.length)
        .forEach(
            block -> {
              for (int i = block * BLOCK; i < end(block, rows.length); i++) {
                rows[i] = transform.prior().fromNormal(rows[i]);
              }
            });
  }

  private static IntStream blocks(int n) {
    return IntStream.range(0, (n + BLOCK - 1) / BLOCK).parallel();
  }

  private static int end(int block, int n) {
    return (int) Math.min(n, (block + 1L) * BLOCK);
  }

  private static double[][] slice(double[][] rows, int block) {
    return Arrays.copyOfRange(rows, block * BLOCK, end(block, rows.length));
  }

  @Override
  public double[] logDensity(ParameterTable theta) {
    if (!theta.parameters().equals(parameters())) {
      throw new IllegalArgumentException(
          "this is a posterior over "
              + parameters()
              + ", but the table is of "
              + theta.parameters());
    }
    double[] values = new double[theta.size()];
    blocks(values.length)
        .forEach(
            block -> {
              for (int i = block * BLOCK; i < end(block, values.length); i++) {
                values[i] = logDensity(theta.row(i));
              }
            });
    return values;
  }

  private double logDensity(double[] theta) {
    if (!(transform.prior().logDensity(theta) > Double.NEGATIVE_INFINITY)) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] z = transform.prior().toNormal(theta);
    return mixture.logDensity(z) + transform.logJacobian(theta, z);
  }

  @Override
  public ParameterSet mean() {
    double[] mean = moments().mean();
    for (int j = 0; j < mean.length; j++) { // draws that all lie on a bound sum up beyond it
      Parameter p = parameters().get(j);
      mean[j] = Math.min(Math.max(mean[j], p.lowest()), p.highest());
    }
    return ParameterSet.of(parameters(), mean);
  }

  @Override
  public double[][] covariance() {
    return moments().square();
  }

  private Moments moments() {
    double[][] rows = normalRows(MOMENT_DRAWS, 0);
    Moments.match(rows, mixture.mean(), mixture.covariance());
    toTheta(rows);
    return Moments.of(rows);
  }

  /** Exact if the prior of {@code parameter} is its own; else from draws, see {@link Posterior}. */
  @Override
  public CredibleInterval interval(Parameter parameter, double level) {
    int j = index(parameter);
    if (!transform.standsAlone(j)) {
      return Posterior.super.interval(parameter, level);
    }
    MarginalMixture marginal = mixture.marginal(j);
    double tail = 0.5 - CredibleInterval.requireLevel(level) / 2;
    double low = transform.coordinate(j, marginal.quantile(tail));
    double high = transform.coordinate(j, marginal.quantile(1 - tail));
    return new CredibleInterval(parameter, level, low, high);
  }

  /** Returns the highest point reached by ascent from all components and from the best draws. */
  @Override
  public ParameterSet mode() {
    return ParameterSet.of(
        parameters(), new ModeSearch(transform, mixture).run(normalRows(MODE_DRAWS, 0)));
  }

  @Override
  public String toString() {
    return "Posterior over " + parameters() + ", " + new MixtureDensity(mixture.size(), 1);
  }
}
