package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/**
 * Draws of a posterior, weighted by likelihood times prior over the posterior's density: right to
 * the extent that the likelihood is, if the weights can be trusted.
 *
 * @see <a href="https://arxiv.org/abs/1507.02646">Vehtari et al. (2024), Pareto-smoothed importance
 *     sampling</a>
 */
public final class RefinedPosterior implements Posterior {
  private static final double USABLE = 0.7;
  private static final long ROLE = Streams.part(Streams.PRIOR, 6);

  private final Prior prior;
  private final LogLikelihood likelihood;
  private final ParameterTable draws;
  private final ParetoSmoothing smoothing;
  private final double[] cumulative;
  private final double logEvidence;

  private RefinedPosterior(
      Prior prior,
      LogLikelihood likelihood,
      ParameterTable draws,
      ParetoSmoothing smoothing,
      double logEvidence) {
    this.prior = prior;
    this.likelihood = likelihood;
    this.draws = draws;
    this.smoothing = smoothing;
    this.cumulative = smoothing.weights().clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
    this.logEvidence = logEvidence;
  }

  static RefinedPosterior of(
      Posterior posterior, Prior prior, LogLikelihood likelihood, int n, long seed) {
    ParameterTable draws = posterior.sample(n, seed);
    double[] log = logJoint(prior, likelihood, draws);
    double[] q = posterior.logDensity(draws);
    Arrays.setAll(log, i -> log[i] - q[i]);
    if (Arrays.stream(log).noneMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "the log likelihood is negative infinity at each of "
              + n
              + " posterior draws; is it that of another observation?");
    }
    double logEvidence = LogSum.softmax(log.clone()) - Math.log(n);
    return new RefinedPosterior(prior, likelihood, draws, ParetoSmoothing.of(log), logEvidence);
  }

  private static double[] logJoint(Prior prior, LogLikelihood likelihood, ParameterTable theta) {
    double[] log = likelihood.at(theta);
    requireNumbers(log, theta);
    double[] joint = new double[log.length];
    Arrays.setAll(joint, i -> log[i] + prior.logDensity(theta.row(i)));
    return joint;
  }

  private static void requireNumbers(double[] log, ParameterTable theta) {
    if (log.length != theta.size()) {
      throw new ShapeException(
          "log likelihood", theta.size() + " values, one per row", log.length + "");
    }
    for (int i = 0; i < log.length; i++) {
      if (!(log[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the log likelihood is "
                + log[i]
                + " at "
                + theta.set(i)
                + "; it must be a number, or negative infinity where the observation cannot be");
      }
    }
  }

  @Override
  public List<Parameter> parameters() {
    return draws.parameters();
  }

  /** Draws with replacement from the weighted draws; at most as many of them are different. */
  @Override
  public ParameterTable sample(int n, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException("number of draws must be positive, but was " + n);
    }
    Streams streams = Streams.of(seed);
    int[] chosen = new int[n];
    Arrays.setAll(chosen, i -> pick(streams.random(i, ROLE)));
    return draws.select(chosen);
  }

  private int pick(UniformRandomProvider random) {
    int found = Arrays.binarySearch(cumulative, random.nextDouble());
    return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
  }

  /** {@return log likelihood + log prior - {@link #logEvidence}} */
  @Override
  public double[] logDensity(ParameterTable theta) {
    double[] log = logJoint(prior, likelihood, theta);
    Arrays.setAll(log, i -> log[i] - logEvidence);
    return log;
  }

  /** {@return the estimate of log p(x), in nat, up to the constant of the likelihood} */
  public double logEvidence() {
    return logEvidence;
  }

  /** {@return the weight of each draw, summing to 1, as a fresh array} */
  public double[] weights() {
    return smoothing.weights().clone();
  }

  /** {@return the draws that the weights belong to} */
  public ParameterTable draws() {
    return draws;
  }

  /** {@return the shape of the weights' tail, k-hat: usable below 0.7} */
  public double k() {
    return smoothing.k();
  }

  /** {@return the number of draws of equal weight that would be worth as much} */
  public double effectiveSize() {
    return smoothing.effectiveSize();
  }

  /** {@return whether the weights can be trusted: whether {@link #k} is below 0.7} */
  public boolean usable() {
    return smoothing.k() < USABLE;
  }

  /** {@return the verdict in words} */
  public String verdict() {
    return String.format(
        Locale.ROOT,
        "%s: k-hat %.2f, %.0f effective of %d draws",
        usable() ? "weights can be trusted" : "WEIGHTS CANNOT BE TRUSTED",
        k(),
        effectiveSize(),
        draws.size());
  }

  @Override
  public String toString() {
    String by = likelihood.label().isEmpty() ? "" : " by a " + likelihood.label();
    return "Posterior over " + parameters() + ", refined" + by + "; " + verdict();
  }
}
