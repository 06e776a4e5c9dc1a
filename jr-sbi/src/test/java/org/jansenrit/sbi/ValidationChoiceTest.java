package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;

/** What a recipe leaves open is chosen by the loss on rows held out. */
class ValidationChoiceTest {
  private static final Prior PRIOR = Mixtures.normal(1, 1);
  private static final Training TRAINING =
      Training.standard().epochs(25).batchSize(100).learningRate(1e-2);
  private static final MixtureDensity OPEN = new MixtureDensity(List.of(1, 2, 4, 8), 16, 1);

  /** The sign of the parameter cannot be known from its square. */
  private static Dataset<Features> observed(int n, boolean squared) {
    ParameterTable theta = PRIOR.sample(n, 1);
    Random random = new Random(2);
    double[][] x = new double[n][1];
    for (int i = 0; i < n; i++) {
      double t = theta.get(i, 0);
      x[i][0] = (squared ? t * t : t) + 0.3 * random.nextGaussian();
    }
    return Dataset.of(theta, Features.of(x, List.of("x")));
  }

  /** One normal over both modes loses up to ln 2 nat, and more for what lies between them. */
  @Test
  void severalNormalsAreChosenForTwoModes() {
    var recipe = Snpe.of(PRIOR).density(OPEN).training(TRAINING);
    try (var amortized = recipe.fit(observed(3000, true))) {
      List<DensityCandidate> tried = amortized.candidates();
      assertTrue(tried.get(0).validationLoss() - tried.get(1).validationLoss() > 0.5);
      DensityCandidate chosen = tried.get(0);
      for (DensityCandidate next : tried) {
        chosen = next.validationLoss() < chosen.validationLoss() - 0.02 ? next : chosen;
      }
      assertEquals(chosen.density(), amortized.density(), tried::toString);
      assertTrue(amortized.density().candidates().get(0) > 1, tried::toString);
    }
  }

  @Test
  void oneNormalIsChosenForOneMode() {
    var recipe = Snpe.of(PRIOR).density(OPEN).training(TRAINING);
    try (var amortized = recipe.fit(observed(3000, false))) {
      assertEquals(List.of(1), amortized.density().candidates());
      assertEquals(3, amortized.candidates().size(), "two that are not better end the search");
    }
  }

  @Test
  void whatIsSetIsNotSearchedFor() {
    var fixed = Snpe.of(PRIOR).density(OPEN.components(2));
    try (var amortized = fixed.training(TRAINING.epochs(1)).fit(observed(100, true))) {
      assertEquals(1, amortized.candidates().size());
    }
    try (var amortized = fixed.fit(observed(100, true))) {
      List<DensityCandidate> tried = amortized.candidates();
      assertEquals(
          List.of(0.01, 0.1, 1.0),
          tried.stream().map(DensityCandidate::weightDecay).sorted().toList());
      double least =
          tried.stream()
              .min(Comparator.comparingDouble(DensityCandidate::validationLoss))
              .orElseThrow()
              .weightDecay();
      assertEquals(least, amortized.training().weightDecay());
      assertEquals(OPEN.components(2), amortized.density());
    }
  }

  /** The first of two members is that of one alone, so (2 p - first) is the other's density. */
  @Test
  void ensembleAveragesTheDensitiesOfItsMembers() {
    Dataset<Features> data = observed(500, true);
    var one = Snpe.of(PRIOR).density(OPEN.components(2)).training(TRAINING.epochs(5));
    double[][] grid = new double[1600][1];
    for (int i = 0; i < grid.length; i++) {
      grid[i][0] = -8 + 0.01 * (i + 0.5);
    }
    ParameterTable at = ParameterTable.of(PRIOR.parameters(), grid);
    try (var first = one.fit(data);
        var both = one.ensemble(2).fit(data)) {
      assertEquals(2, both.histories().size());
      double[] alone = first.given(data.x(), 0).logDensity(at);
      double[] averaged = both.given(data.x(), 0).logDensity(at);
      double furthest = 0;
      double least = 0;
      for (int i = 0; i < alone.length; i++) {
        double other = 2 * Math.exp(averaged[i]) - Math.exp(alone[i]);
        least = Math.min(least, other);
        furthest = Math.max(furthest, Math.abs(other - Math.exp(alone[i])));
      }
      assertTrue(least > -1e-9, "density of the other member " + least);
      assertTrue(furthest > 1e-3, "members that differ by " + furthest);
    }
  }

  /** Held-out simulations of the second round decide; rounds of 100 are too few to be sure of. */
  @Test
  void theBetterOfTwoRoundsIsKeptAndNamed() {
    LinearOracle oracle = LinearOracle.identity(2, 1, 0.2);
    Features x = oracle.features(new double[] {1.5, -1});
    var recipe =
        Snpe.of(oracle.prior())
            .density(new MixtureDensity(1, 8))
            .training(Training.standard().epochs(20).batchSize(20).learningRate(5e-2));
    ParameterTable at = oracle.prior().sample(10, 1);
    int kept = 0;
    for (long seed = 1; seed <= 6; seed++) {
      var two = recipe.infer(oracle.simulator(), x, Rounds.of(2, 100).seed(seed));
      var one = recipe.infer(oracle.simulator(), x, Rounds.of(1, 100).seed(seed));
      Round last = two.rounds().get(1);
      assertEquals(last.after() < last.before(), last.kept(), two::toString);
      assertEquals(last.kept() ? 2 : 1, two.keptRound());
      String verdict = "the posterior of round " + two.keptRound() + " of 2 was kept";
      assertTrue(two.verdict().startsWith(verdict), two::verdict);
      assertTrue(last.kept() || two.table().toString().contains("not kept"), two::toString);
      double[] first = one.posterior().logDensity(at);
      assertEquals(!last.kept(), Arrays.equals(first, two.posterior().logDensity(at)));
      kept += last.kept() ? 1 : 0;
    }
    assertTrue(kept > 0 && kept < 6, kept + " of 6 second rounds kept");
  }
}
