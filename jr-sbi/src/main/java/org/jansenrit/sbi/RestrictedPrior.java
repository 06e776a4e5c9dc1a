package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.training.Training;

/**
 * A prior without the region where a simulator fails, to draw simulations from that are worth their
 * time. The posterior does not change: where the simulator fails nothing is observed, so {@code
 * Snpe.of(prior).fit(restricted.simulate(...))} learns the posterior under the whole prior.
 *
 * <p>A small network learns from simulations where they are finite. What it gives to all but 1 in
 * 1000 of the finite ones is inside. Owns native memory until it is closed.
 *
 * @see <a href="https://doi.org/10.7554/eLife.77220">Deistler, Macke &amp; Goncalves (2022)</a>
 */
public final class RestrictedPrior implements AutoCloseable {
  private static final double LOST = 1e-3;
  private static final int FEWEST = 20;
  private static final int PROBES = 10_000;
  private static final int UNITS = 32;
  private static final Training TRAINING =
      Training.standard()
          .batchSize(100)
          .learningRate(5e-3)
          .weightDecay(0.01)
          .warmupSteps(20)
          .patience(15);

  private final Prior prior;
  private final Classifier classifier;
  private final double threshold;
  private final double acceptance;

  private RestrictedPrior(Prior prior, Classifier classifier, double threshold) {
    this.prior = prior;
    this.classifier = classifier;
    this.threshold = threshold;
    this.acceptance = share(accepts(prior.sample(PROBES, 0)));
  }

  private static double share(boolean... accepted) {
    return IntStream.range(0, accepted.length).filter(i -> accepted[i]).count()
        / (double) accepted.length;
  }

  /**
   * Learns where simulations are finite.
   *
   * @param prior that is to be restricted
   * @param simulations of parameters drawn from {@code prior}, or from anything inside it
   * @param seed decides the network
   * @return the restricted prior; the caller closes it
   * @throws IllegalArgumentException if fewer than 20 are finite, or fewer than 20 are not: then
   *     there is nothing to restrict
   */
  public static RestrictedPrior learn(Prior prior, Dataset<?> simulations, long seed) {
    double[][] failed = points(prior, simulations, false);
    double[][] finite = points(prior, simulations, true);
    if (failed.length < FEWEST || finite.length < FEWEST) {
      throw new IllegalArgumentException(
          "at least "
              + FEWEST
              + " simulations must have failed and as many not, to learn where they do, but "
              + failed.length
              + " of "
              + simulations.size()
              + " have");
    }
    Classifier classifier = Classifier.fit(failed, finite, UNITS, TRAINING.seed(seed));
    double[] odds = classifier.logOdds(finite);
    Arrays.sort(odds);
    return new RestrictedPrior(prior, classifier, odds[(int) (LOST * odds.length)]);
  }

  private static double[][] points(Prior prior, Dataset<?> simulations, boolean finite) {
    return IntStream.range(0, simulations.size())
        .filter(i -> simulations.x().isFinite(i) == finite)
        .mapToObj(i -> prior.toNormal(simulations.theta().row(i)))
        .toArray(double[][]::new);
  }

  /** Returns whether enough of {@code simulations} failed, and enough did not. */
  static boolean canLearn(Dataset<?> simulations) {
    int failed = simulations.diverged();
    return failed >= FEWEST && simulations.size() - failed >= FEWEST;
  }

  /**
   * {@return whether each row is where simulations are finite, as far as was learnt}
   *
   * @param theta of the parameters of the prior, one set per row
   */
  public boolean[] accepts(ParameterTable theta) {
    double[][] z = new double[theta.size()][];
    Arrays.setAll(z, i -> prior.toNormal(theta.row(i)));
    return accepts(z);
  }

  boolean[] accepts(double[][] z) {
    double[] odds = z.length == 0 ? new double[0] : classifier.logOdds(z);
    boolean[] accepted = new boolean[z.length];
    for (int i = 0; i < accepted.length; i++) {
      accepted[i] = odds[i] >= threshold;
    }
    return accepted;
  }

  /** {@return the share of the prior that is left, in [0, 1], from 10,000 draws} */
  public double acceptance() {
    return acceptance;
  }

  /**
   * Draws parameter sets by rejection: the first draws of {@code prior.sample(..., seed)} that are
   * inside.
   *
   * @param n how many; at least 1
   * @param seed decides the draws
   * @return n sets, in the units of the parameters
   * @throws IllegalArgumentException if {@code n} is below 1
   * @throws IllegalStateException if fewer than 1 in 10,000 draws are inside
   */
  public ParameterTable sample(int n, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException("number of draws must be positive, but was " + n);
    }
    List<double[]> kept = new ArrayList<>();
    Streams streams = Streams.of(seed);
    for (long tried = 0; kept.size() < n; tried += PROBES) {
      if ((kept.isEmpty() && tried >= 10L * PROBES)
          || kept.size() * 10_000.0 < tried - 10L * PROBES) {
        throw new IllegalStateException(
            "of "
                + tried
                + " draws of the prior only "
                + kept.size()
                + " are where simulations"
                + " are finite");
      }
      ParameterTable some = prior.sample(PROBES, streams.from(tried));
      boolean[] accepted = accepts(some);
      for (int i = 0; i < PROBES && kept.size() < n; i++) {
        if (accepted[i]) {
          kept.add(some.row(i));
        }
      }
    }
    return ParameterTable.of(prior.parameters(), kept.toArray(double[][]::new));
  }

  /**
   * Draws parameter sets and runs them.
   *
   * @param <X> the kind of observation
   * @param simulator of the parameters of the prior
   * @param n how many; at least 1
   * @param seed decides parameters and simulations
   * @return the sets and what was observed of them
   * @throws IllegalArgumentException if {@code n} is below 1
   * @throws IllegalStateException as {@link #sample} does
   */
  public <X extends Observations> Dataset<X> simulate(Simulator<X> simulator, int n, long seed) {
    ParameterTable theta = sample(n, seed);
    Provenance provenance =
        Provenance.here().with("simulator", simulator).with("prior", this).with("seed", seed);
    return new Dataset<>(theta, simulator.simulate(theta, Streams.of(seed)), provenance);
  }

  /** Frees the network; what was drawn stays. */
  @Override
  public void close() {
    classifier.close();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s, restricted to %.1f %% of it", prior, 100 * acceptance);
  }
}
