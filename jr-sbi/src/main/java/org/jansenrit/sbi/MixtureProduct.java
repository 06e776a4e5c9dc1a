package org.jansenrit.sbi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The product of two mixtures over z divided by the prior N(0, I), and its integral: a mixture
 * again. Its precisions are P + P~ - I; positive definite where those of both exceed the prior's.
 *
 * @param mixture the product, normalised
 * @param logIntegral the logarithm of what it integrated to
 */
record MixtureProduct(GaussianMixture mixture, double logIntegral) {

  static MixtureProduct of(GaussianMixture a, GaussianMixture b) {
    List<NormalComponent> components = new ArrayList<>();
    double[] logWeights = new double[a.size() * b.size()];
    for (int k = 0; k < a.size(); k++) {
      for (int l = 0; l < b.size(); l++) {
        NormalComponent product = product(a.component(k), b.component(l));
        logWeights[components.size()] =
            a.logWeight(k)
                + b.logWeight(l)
                + a.component(k).logPeakRatio()
                + b.component(l).logPeakRatio()
                - product.logPeakRatio();
        components.add(product);
      }
    }
    double logIntegral = LogSum.softmax(logWeights.clone());
    NormalComponent[] all = components.toArray(NormalComponent[]::new);
    return new MixtureProduct(GaussianMixture.of(logWeights, all), logIntegral);
  }

  private static NormalComponent product(NormalComponent a, NormalComponent b) {
    int d = a.d;
    double[] precision = a.precision();
    double[] other = b.precision();
    Arrays.setAll(precision, i -> precision[i] + other[i] - (i % (d + 1) == 0 ? 1 : 0));
    double[] mean = a.pull();
    double[] pull = b.pull();
    Arrays.setAll(mean, i -> mean[i] + pull[i]);
    double[] factor = precision.clone();
    Triangular.cholesky(factor, d, 1);
    Triangular.solve(factor, mean, d);
    Triangular.solveTransposed(factor, mean, d);
    return NormalComponent.ofPrecision(mean, precision, 1);
  }
}
