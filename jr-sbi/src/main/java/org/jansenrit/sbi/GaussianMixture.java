package org.jansenrit.sbi;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.Archive;

/** A mixture of normals over z, fixed once made: density, draws, exact moments and marginals. */
final class GaussianMixture {
  private static final String KIND = "gaussian mixture";
  private static final int LARGEST = 256;
  private static final double NOTHING = 1e-6;

  private final double[] weights;
  private final double[] logWeights;
  private final double[] cumulative;
  private final NormalComponent[] components;

  private GaussianMixture(double[] logWeights, double[] weights, NormalComponent[] components) {
    this.logWeights = logWeights;
    this.weights = weights;
    this.components = components;
    this.cumulative = weights.clone();
    Arrays.parallelPrefix(cumulative, Double::sum);
  }

  /** Reads a mixture from the outputs of a network. */
  static GaussianMixture of(MixtureLayout layout, double[] outputs) {
    int count = layout.components();
    double[] logWeights = new double[count];
    NormalComponent[] components = new NormalComponent[count];
    for (int k = 0; k < count; k++) {
      logWeights[k] = outputs[layout.logit(k)];
      components[k] = NormalComponent.of(outputs, layout.mean(k), layout.dimensions());
    }
    return of(logWeights, components);
  }

  /** Mixes {@code components}, whose weights are known up to a common factor. */
  static GaussianMixture of(double[] logWeights, NormalComponent... components) {
    double[] weights = logWeights.clone();
    double logTotal = LogSum.softmax(weights);
    double[] normalised = Arrays.stream(logWeights).map(w -> w - logTotal).toArray();
    return new GaussianMixture(normalised, weights, components);
  }

  /** Returns the mean density of several mixtures. */
  static GaussianMixture average(List<GaussianMixture> mixtures) {
    return mixtures.size() == 1 ? mixtures.get(0) : sum(mixtures, new double[mixtures.size()]);
  }

  /** Returns the sum of several mixtures, whose shares are known up to a common factor. */
  static GaussianMixture sum(List<GaussianMixture> mixtures, double[] logShares) {
    double[] logWeights =
        IntStream.range(0, logShares.length)
            .mapToObj(i -> Arrays.stream(mixtures.get(i).logWeights).map(w -> w + logShares[i]))
            .flatMapToDouble(weights -> weights)
            .toArray();
    return of(
        logWeights,
        mixtures.stream()
            .flatMap(m -> Arrays.stream(m.components))
            .toArray(NormalComponent[]::new));
  }

  /** Returns the mixture of the same normals, each {@code factor} times as wide. */
  GaussianMixture widened(double factor) {
    return of(
        logWeights,
        Arrays.stream(components).map(c -> c.widened(factor)).toArray(NormalComponent[]::new));
  }

  /**
   * Returns this mixture without the smallest components, which have a share of 1e-6 together, and
   * with the largest {@value #LARGEST} of the others at most.
   */
  GaussianMixture pruned() {
    int[] order =
        IntStream.range(0, size())
            .boxed()
            .sorted(Comparator.comparingDouble(k -> -weights[k]))
            .mapToInt(Integer::intValue)
            .toArray();
    int kept = 0;
    double total = 0;
    while (kept < Math.min(order.length, LARGEST) && total < 1 - NOTHING) {
      total += weights[order[kept++]];
    }
    int[] some = Arrays.copyOf(order, kept);
    return of(
        Arrays.stream(some).mapToDouble(k -> logWeights[k]).toArray(),
        Arrays.stream(some).mapToObj(this::component).toArray(NormalComponent[]::new));
  }

  /** Returns this mixture without the components of less than a share of the whole. */
  GaussianMixture without(double share) {
    double least = Math.min(share, Arrays.stream(weights).max().orElse(0));
    int[] kept = IntStream.range(0, size()).filter(k -> weights[k] >= least).toArray();
    return of(
        Arrays.stream(kept).mapToDouble(k -> logWeights[k]).toArray(),
        Arrays.stream(kept).mapToObj(this::component).toArray(NormalComponent[]::new));
  }

  Archive toArchive() {
    return Archive.of(KIND)
        .with("dimensions", dimensions())
        .with("components", size())
        .with("log weights", logWeights, size())
        .withParts("normals", Arrays.stream(components).map(NormalComponent::toArchive).toList());
  }

  static GaussianMixture of(Archive archive) throws IOException {
    archive.requireKind(KIND);
    int d = archive.count("dimensions");
    int count = archive.count("components");
    List<Archive> parts = archive.parts("normals");
    NormalComponent[] components = new NormalComponent[count];
    for (int k = 0; k < count; k++) {
      components[k] = NormalComponent.of(parts.get(k), d);
    }
    double[] logWeights = archive.doubles("log weights", count);
    double[] weights = Arrays.stream(logWeights).map(Math::exp).toArray();
    return new GaussianMixture(logWeights, weights, components);
  }

  int dimensions() {
    return components[0].d;
  }

  int size() {
    return components.length;
  }

  NormalComponent component(int k) {
    return components[k];
  }

  double logWeight(int k) {
    return logWeights[k];
  }

  /** Returns log q(z). */
  double logDensity(double[] z) {
    return responsibilities(z, new double[components.length]);
  }

  /** Returns log q(z) and writes each component's share of it. */
  double responsibilities(double[] z, double[] shares) {
    for (int k = 0; k < components.length; k++) {
      shares[k] = logWeights[k] + components[k].logDensity(z);
    }
    return LogSum.softmax(shares);
  }

  /** Fills {@code rows} with draws, one after the other from {@code random}. */
  void sample(UniformRandomProvider random, double[][] rows) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    for (double[] row : rows) {
      NormalComponent component = components[pick(random)];
      for (int j = 0; j < row.length; j++) {
        row[j] = normal.sample();
      }
      component.draw(row);
    }
  }

  private int pick(UniformRandomProvider random) {
    if (components.length == 1) {
      return 0;
    }
    double u = random.nextDouble();
    int k = 0;
    while (k < cumulative.length - 1 && u >= cumulative[k]) {
      k++;
    }
    return k;
  }

  /** Returns the mean of z. */
  double[] mean() {
    double[] mean = new double[dimensions()];
    for (int k = 0; k < components.length; k++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += weights[k] * components[k].mean[j];
      }
    }
    return mean;
  }

  /** Returns the covariance of z, row by row: within components and between their means. */
  double[] covariance() {
    int d = dimensions();
    double[] mean = mean();
    double[] total = new double[d * d];
    for (int k = 0; k < components.length; k++) {
      double[] within = components[k].covariance();
      double[] m = components[k].mean;
      for (int i = 0; i < total.length; i++) {
        double between = (m[i / d] - mean[i / d]) * (m[i % d] - mean[i % d]);
        total[i] += weights[k] * (within[i] + between);
      }
    }
    return total;
  }

  /** Returns the mixture of the images of draws. */
  GaussianMixture map(LinearMap map) {
    return of(
        logWeights, Arrays.stream(components).map(map::apply).toArray(NormalComponent[]::new));
  }

  /** Returns the mixture of the first coordinates where the last ones have these values. */
  GaussianMixture given(double[] last) {
    double[] weighed = new double[components.length];
    NormalComponent[] conditioned = new NormalComponent[components.length];
    for (int k = 0; k < components.length; k++) {
      ConditionalNormal one = ConditionalNormal.of(components[k], last);
      weighed[k] = logWeights[k] + one.logDensity();
      conditioned[k] = one.rest();
    }
    return of(weighed, conditioned);
  }

  /** Returns the distribution of coordinate {@code j}. */
  MarginalMixture marginal(int j) {
    int d = dimensions();
    double[] means = new double[components.length];
    double[] sds = new double[components.length];
    for (int k = 0; k < components.length; k++) {
      means[k] = components[k].mean[j];
      sds[k] = Math.sqrt(components[k].covariance()[j * d + j]);
    }
    return new MarginalMixture(weights, means, sds);
  }
}
