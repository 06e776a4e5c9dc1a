package org.jansenrit.sbi;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;

/** Mixtures and priors to test with. */
final class Mixtures {
  private Mixtures() {}

  /** Network outputs as they are in training: means of order 1, widths within a factor of e. */
  static double[] outputs(MixtureLayout layout, long seed) {
    Random random = new Random(seed);
    return random.doubles(layout.size(), -1, 1).toArray();
  }

  static GaussianMixture mixture(int components, int dimensions, long seed) {
    MixtureLayout layout = new MixtureLayout(components, dimensions);
    return GaussianMixture.of(layout, outputs(layout, seed));
  }

  static MixturePosterior posterior(Prior prior, int components, long seed) {
    int d = prior.parameters().size();
    return new MixturePosterior(PriorTransform.of(prior), mixture(components, d, seed));
  }

  /** Returns the integral of a density in two dimensions, by steps of 0.02. */
  static double integral(GaussianMixture mixture) {
    double h = 0.02;
    double sum = 0;
    for (double a = -8; a < 8; a += h) {
      for (double b = -8; b < 8; b += h) {
        sum += Math.exp(mixture.logDensity(new double[] {a, b})) * h * h;
      }
    }
    return sum;
  }

  static List<Parameter> parameters(int d) {
    return IntStream.range(0, d).mapToObj(j -> Parameter.of("theta" + j, "1", 0)).toList();
  }

  static Prior uniform(int d, double low, double high) {
    return Prior.of(
        parameters(d).stream().map(p -> Prior.uniform(p, low, high)).toArray(Prior[]::new));
  }

  static Prior normal(int d, double sd) {
    return Prior.of(parameters(d).stream().map(p -> Prior.normal(p, 0, sd)).toArray(Prior[]::new));
  }
}
