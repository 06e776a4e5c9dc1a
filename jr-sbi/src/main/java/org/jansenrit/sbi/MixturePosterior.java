package org.jansenrit.sbi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Figure;

/**
 * A mixture over z, seen through the prior's transform. Moments come from draws whose mean and
 * covariance over z are made exact, so that they are exact where the transform is linear (normal
 * priors); intervals are exact where each parameter has a prior of its own.
 */
public final class MixturePosterior implements Posterior {
  private static final String KIND = "posterior of one observation";

  /** Draws come in blocks, each from its own stream, so that threads may share the work. */
  private static final int BLOCK = 1024;

  private static final int MOMENT_DRAWS = 16_384;
  private static final int MODE_DRAWS = 1024;
  private static final long ROLE = Streams.part(Streams.PRIOR, 1);

  private final PriorTransform transform;
  private final GaussianMixture mixture;

  private final Optional<String> caution;

  MixturePosterior(PriorTransform transform, GaussianMixture mixture) {
    this(transform, mixture, Optional.empty());
  }

  MixturePosterior(PriorTransform transform, GaussianMixture mixture, Optional<String> caution) {
    this.transform = transform;
    this.mixture = mixture;
    this.caution = caution;
  }

  /**
   * {@return why this posterior cannot be trusted, if its observation is far outside the
   * simulations; else empty}
   */
  public Optional<String> caution() {
    return caution;
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
                rows[i] = transform.toTheta(rows[i]);
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
    return mixture.logDensity(transform.bend(z)) + transform.logJacobian(theta, z);
  }

  @Override
  public ParameterSet mean() {
    return Draws.mean(parameters(), moments());
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

  /** {@return the highest point reached by ascent from all components and from the best draws} */
  @Override
  public ParameterSet mode() {
    return ParameterSet.of(
        parameters(), new ModeSearch(transform, mixture).run(normalRows(MODE_DRAWS, 0)));
  }

  /**
   * {@return the exact distribution of some of the parameters, whatever the others are}
   *
   * @param some of the parameters, in any order: the result has them in the order of this posterior
   * @throws IllegalArgumentException if there is none, one is unknown or named twice, or the prior
   *     ties its parameters together in a way that has no closed form here
   * @throws UnsupportedOperationException if the prior is of one's own and has no marginals
   */
  public MixturePosterior marginal(Parameter... some) {
    PriorTransform part = transform.marginal(List.of(some));
    LinearMap map = LinearMap.between(transform, part);
    return new MixturePosterior(part, mixture.map(map), caution);
  }

  /**
   * {@return the exact distribution of the other parameters where some are known}
   *
   * @param known values of some of the parameters, inside the prior
   * @throws IllegalArgumentException if all or none are known, one is not of this posterior or
   *     outside the prior, or the prior ties its parameters together in a way that has no closed
   *     form here
   * @throws UnsupportedOperationException if the prior is of one's own and has no marginals
   */
  public MixturePosterior conditional(ParameterSet known) {
    List<Parameter> open = new ArrayList<>(parameters());
    open.removeAll(known.parameters());
    if (open.isEmpty()) {
      throw new IllegalArgumentException("all parameters are known: " + known);
    }
    PriorTransform rest = transform.marginal(open);
    PriorTransform given = transform.marginal(known.parameters());
    double[] values = given.prior().parameters().stream().mapToDouble(known::get).toArray();
    if (!(given.prior().logDensity(values) > Double.NEGATIVE_INFINITY)) {
      throw new IllegalArgumentException(known + " is outside the prior " + given.prior());
    }
    LinearMap map = LinearMap.between(transform, rest, given);
    return new MixturePosterior(rest, mixture.map(map).given(given.fromTheta(values)), caution);
  }

  /**
   * {@return the posterior given this observation and another one that was made independently with
   * the same parameters: a repetition, or another condition of one experiment} It is the product of
   * both over the prior; components of no weight are dropped.
   *
   * <p>Errors of both multiply: for more than some ten repetitions, learn from {@link
   * org.jansenrit.core.data.Trials} instead.
   *
   * @param other of the same prior
   * @throws IllegalArgumentException if the other posterior has another prior, or one of them was
   *     learnt by {@link Snpe#cutAtBounds}
   */
  public MixturePosterior and(MixturePosterior other) {
    if (!transform.prior().equals(other.transform.prior())) {
      throw new IllegalArgumentException(
          "posteriors can be combined under one prior only, but theirs are "
              + transform.prior()
              + " and "
              + other.transform.prior());
    }
    if (transform.isCutAtBounds() || other.transform.isCutAtBounds()) {
      throw new IllegalArgumentException(
          "posteriors that are cut at bounds have no product in closed form: learn without"
              + " cutAtBounds(), or from Trials");
    }
    GaussianMixture product = MixtureProduct.of(mixture, other.mixture).mixture();
    return new MixturePosterior(transform, product.pruned(), caution.or(other::caution));
  }

  /**
   * {@return the smallest region that holds a share of the probability, its threshold found from
   * {@value #DRAWS} draws}
   *
   * @param level the share, in (0, 1)
   * @throws IllegalArgumentException if the level is not in (0, 1)
   */
  public HighestDensityRegion highestDensity(double level) {
    CredibleInterval.requireLevel(level);
    double[] logs = logDensity(sample(DRAWS, 0));
    Arrays.sort(logs);
    return new HighestDensityRegion(this, level, logs[(int) ((1 - level) * logs.length)]);
  }

  /**
   * Weights {@code n} draws by a likelihood: right where this posterior is only near.
   *
   * @param likelihood of the observation that this is the posterior of
   * @param n number of draws; at least 1, usually some thousands
   * @param seed decides the draws
   * @return the weighted draws, and whether their weights can be trusted
   * @throws IllegalArgumentException if the likelihood is NaN or infinite, or zero at all draws
   */
  public RefinedPosterior refine(LogLikelihood likelihood, int n, long seed) {
    return RefinedPosterior.of(this, transform.prior(), likelihood, n, seed);
  }

  /**
   * Writes this posterior to a file, whole or not at all. {@link #load} gives the same densities,
   * bit for bit; nothing else is needed for it, neither networks nor simulations.
   *
   * @param file made, or replaced if it is there
   * @throws UnsupportedOperationException if the prior is of one's own
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    Archive.of(KIND)
        .with("prior", transform.prior().toArchive())
        .with("cut at bounds", transform.isCutAtBounds())
        .with("mixture", mixture.toArchive())
        .with("caution", caution.orElse(""))
        .with("provenance", Provenance.here())
        .save(file, SavedPosterior.FORMAT, SavedPosterior.VERSION);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param file written by {@link #save}
   * @return the posterior, which gives the same densities and draws
   * @throws java.io.UncheckedIOException if there is no such file, it is damaged, of a later
   *     version, or not of one posterior
   */
  public static MixturePosterior load(Path file) {
    return Archive.load(file, SavedPosterior.FORMAT, SavedPosterior.VERSION, MixturePosterior::of);
  }

  private static MixturePosterior of(Archive archive) throws IOException {
    archive.requireKind(KIND);
    PriorTransform prior = PriorTransform.of(Prior.of(archive.part("prior")));
    String caution = archive.text("caution");
    return new MixturePosterior(
        archive.flag("cut at bounds") ? prior.cutAtBounds() : prior,
        GaussianMixture.of(archive.part("mixture")),
        caution.isEmpty() ? Optional.empty() : Optional.of(caution));
  }

  /**
   * {@return a figure of the parameters against each other, from draws; see {@link PairPlot#of}}
   */
  public Figure pairPlot() {
    return PairPlot.of(this);
  }

  @Override
  public String toString() {
    return caution.map(text -> text + "; ").orElse("")
        + "Posterior over "
        + parameters()
        + ", "
        + new MixtureDensity(mixture.size(), 1);
  }
}
