package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.junit.jupiter.api.Test;

class RejectionAbcTest {
  private static final LinearOracle ORACLE = LinearOracle.identity(2, 1, 0.5);

  /** 100,000 simulations, 500 kept: little wider than the right posterior. */
  @Test
  void nearestSimulationsComeNearThePosterior() {
    Features observed = ORACLE.features(new double[] {1, -0.5});
    ParameterTable kept = RejectionAbc.infer(ORACLE.simulate(100_000, 1), observed, 500);
    double[] first = kept.column(kept.parameters().get(0));
    double mean = Arrays.stream(first).average().orElseThrow();
    double variance = Arrays.stream(first).map(v -> (v - mean) * (v - mean)).sum() / 499;
    assertEquals(0.8, mean, 0.1);
    assertEquals(0.2, variance, 0.05);
  }

  @Test
  void moreThanThereAreCannotBeKept() {
    var data = ORACLE.simulate(10, 1);
    Features observed = ORACLE.features(new double[] {1, -0.5});
    assertThrows(IllegalArgumentException.class, () -> RejectionAbc.infer(data, observed, 11));
    assertThrows(IllegalArgumentException.class, () -> RejectionAbc.infer(data, observed, 0));
  }
}
