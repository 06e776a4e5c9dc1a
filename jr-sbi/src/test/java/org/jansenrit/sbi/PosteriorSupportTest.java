package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;

class PosteriorSupportTest {
  private static final Prior PRIOR =
      Prior.of(
          Prior.uniform(JansenRit.A, 2.6, 9.75),
          Prior.logUniform(JansenRit.B, 17.6, 110),
          Prior.truncatedNormal(JansenRit.C, 135, 60, 65, 1350));

  /** Outputs up to 30 in size: means far outside, widths at both clamps. */
  @Property(tries = 200, seed = "1")
  void noDrawLeavesThePriorWhateverTheNetworkSays(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int components,
      @ForAll @DoubleRange(min = 0.1, max = 30) double size) {
    MixtureLayout layout = new MixtureLayout(components, 3);
    double[] outputs = new Random(seed).doubles(layout.size(), -size, size).toArray();
    Posterior posterior =
        new MixturePosterior(PriorTransform.of(PRIOR), GaussianMixture.of(layout, outputs));
    ParameterTable draws = posterior.sample(200, seed);
    double[] log = posterior.logDensity(draws);
    for (int i = 0; i < draws.size(); i++) {
      assertTrue(PRIOR.logDensity(draws.row(i)) > Double.NEGATIVE_INFINITY, draws.set(i)::toString);
      assertTrue(Double.isFinite(log[i]), draws.set(i)::toString);
    }
  }
}
