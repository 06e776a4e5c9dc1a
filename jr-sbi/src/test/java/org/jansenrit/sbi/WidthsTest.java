package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.sbi.diagnostics.ExpectedCoverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WidthsTest {
  private static final int D = 3;

  /** Sharp normals, and one draw of each that is {@code factors[i % n]} times as wide. */
  private static double[][] draws(List<GaussianMixture> normals, double... factors) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(3);
    double[][] z = new double[normals.size()][D];
    for (int i = 0; i < z.length; i++) {
      normals.get(i).widened(factors[i % factors.length]).sample(random, new double[][] {z[i]});
    }
    return z;
  }

  private static List<GaussianMixture> sharpNormals(int n) {
    List<GaussianMixture> normals = new ArrayList<>();
    MixtureLayout layout = new MixtureLayout(1, D);
    for (int i = 0; i < n; i++) {
      double[] outputs = Mixtures.outputs(layout, i);
      for (int j = 0; j < D; j++) {
        outputs[layout.diagonal(0) + j] += 3;
      }
      normals.add(GaussianMixture.of(layout, outputs));
    }
    return normals;
  }

  private static double logLikelihood(Widths widths, List<GaussianMixture> mixtures, double[][] z) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      sum += widths.apply(mixtures.get(i)).logDensity(z[i]);
    }
    return sum / z.length;
  }

  /** Of two widths 2 apart in three dimensions, shares are known to 0.02 from 3000 points. */
  @Test
  void sharesOfTwoWidthsAreFoundAgain() {
    List<GaussianMixture> normals = sharpNormals(3000);
    Widths found = Widths.fit(normals, draws(normals, 1, 1, 4));
    assertTrue(
        found.toString().matches("widths .*1.00 \\(6[4-9].*4.00 \\(3[0-6].*"), found.toString());
  }

  @Test
  void errorsThatAreAsWideAsWasThoughtStaySo() {
    List<GaussianMixture> normals = sharpNormals(3000);
    Widths found = Widths.fit(normals.subList(0, 1000), draws(normals.subList(0, 1000), 1));
    double[][] others = draws(normals, 1);
    double change =
        logLikelihood(found, normals, others) - logLikelihood(Widths.same(), normals, others);
    assertEquals(0, change, 0.005);
  }

  /** Student's t with one to five degrees of freedom, of any scale. */
  @Property(tries = 20)
  void likelihoodOfWhatTheyAreFittedToNeverFalls(@ForAll long seed) {
    List<GaussianMixture> normals = sharpNormals(200);
    double[][] z = draws(normals, 0.2 + new Random(seed).nextDouble(6));
    Random random = new Random(seed);
    for (int i = 0; i < z.length; i++) {
      double stretch = 1 / Math.sqrt(Math.abs(random.nextGaussian()) + 0.01);
      double[] mean = normals.get(i).component(0).mean;
      for (int j = 0; j < D; j++) {
        z[i][j] = mean[j] + stretch * (z[i][j] - mean[j]);
      }
    }
    double before = logLikelihood(Widths.same(), normals, z);
    assertTrue(logLikelihood(Widths.fit(normals, z), normals, z) >= before - 1e-6);
  }

  @Test
  void widenedMixturesAreDensitiesThatStaySharperThanThePrior() {
    for (double factor : new double[] {0.5, 1, 4, 1e6}) {
      GaussianMixture wide = Mixtures.mixture(3, 2, 4).widened(factor);
      assertEquals(1, Mixtures.integral(wide), 1e-6);
      double[] p = wide.component(1).precision();
      assertTrue(p[0] >= 1 - 1e-12 && (p[0] - 1) * (p[3] - 1) >= p[2] * p[2] - 1e-9);
    }
  }

  /** Noise of Student's t with 3 degrees of freedom, which one normal cannot follow. */
  private static Dataset<Features> heavyTailed(Prior prior, int n, long seed) {
    ParameterTable theta = prior.sample(n, seed);
    Random random = new Random(seed);
    double[][] x = new double[n][1];
    for (int i = 0; i < n; i++) {
      double chi = 0;
      for (int k = 0; k < 3; k++) {
        chi += Math.pow(random.nextGaussian(), 2);
      }
      x[i][0] = theta.get(i, 0) + 0.2 * random.nextGaussian() / Math.sqrt(chi / 3);
    }
    return Dataset.of(theta, Features.of(x, List.of("x")));
  }

  @Test
  void heavyTailedErrorsAreCoveredAsOftenAsIsSaid(@TempDir Path folder) {
    Prior prior = Mixtures.normal(1, 1);
    Dataset<Features> train = heavyTailed(prior, 4000, 1);
    Dataset<Features> test = heavyTailed(prior, 1000, 2);
    var recipe =
        Snpe.of(prior)
            .density(new MixtureDensity(1, 16))
            .training(Snpe.standardTraining().epochs(40));
    double normal;
    try (var amortized = recipe.fit(train)) {
      normal = ExpectedCoverage.run(amortized, test, 200, 3).largestError();
    }
    try (var amortized = recipe.heavyTails().fit(train)) {
      double heavy = ExpectedCoverage.run(amortized, test, 200, 3).largestError();
      assertTrue(heavy < 0.052 && normal > 0.08, heavy + " " + normal);
      SavedPosteriorTest.assertKept(amortized, test, folder);
    }
  }

  @Test
  void laterRoundsRefuseThem() {
    Prior prior = Mixtures.normal(1, 1);
    var data = heavyTailed(prior, 20, 1);
    var recipe = Snpe.of(prior).heavyTails();
    assertTrue(recipe.toString().contains("heavy tails"), recipe.toString());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> recipe.infer((theta, streams) -> data.x(), data.x().select(0), Rounds.of(2, 20)));
    assertTrue(e.getMessage().contains("drawn from the prior"), e.getMessage());
  }
}
