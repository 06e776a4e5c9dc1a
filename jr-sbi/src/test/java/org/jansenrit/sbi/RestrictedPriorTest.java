package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jansenrit.core.data.ParameterTable;
import org.junit.jupiter.api.Test;

class RestrictedPriorTest {
  private static final LinearOracle ORACLE = LinearOracle.identity(2, 1, 0.2);

  /** Above 0.5 of N(0, 1), 31 % of the prior, the simulator fails. */
  @Test
  void regionWhereTheSimulatorFailsIsLearnt() {
    var data = ORACLE.failingAbove(0.5).sample(ORACLE.prior(), 2000, 1);
    try (RestrictedPrior restricted = RestrictedPrior.learn(ORACLE.prior(), data, 1)) {
      assertEquals(0.69, restricted.acceptance(), 0.05);
      var more = restricted.simulate(ORACLE.failingAbove(0.5), 1000, 2);
      assertTrue(more.diverged() < 60, more + "");
      ParameterTable draws = restricted.sample(1000, 3);
      double low = 0;
      for (int i = 0; i < 1000; i++) {
        low += draws.get(i, 0) < 0 ? 1e-3 : 0;
      }
      assertEquals(0.5 / 0.69, low, 0.06);
    }
  }

  @Test
  void whatIsSaidOfItOutlivesItsNetwork() {
    var simulations = ORACLE.failingAbove(0.5).sample(ORACLE.prior(), 500, 1);
    RestrictedPrior restricted = RestrictedPrior.learn(ORACLE.prior(), simulations, 2);
    String text = restricted.toString();
    restricted.close();
    assertEquals(text, restricted.toString());
  }

  @Test
  void nothingToRestrictIsSaid() {
    var data = ORACLE.simulator().sample(ORACLE.prior(), 100, 1);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> RestrictedPrior.learn(ORACLE.prior(), data, 1))
            .getMessage();
    assertTrue(message.contains("but 0 of 100 have"), message);
  }
}
