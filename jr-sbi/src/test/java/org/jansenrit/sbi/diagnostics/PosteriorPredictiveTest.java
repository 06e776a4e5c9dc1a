package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.simulate.Simulator;
import org.junit.jupiter.api.Test;

class PosteriorPredictiveTest {
  private static final LinearGaussian MODEL = new LinearGaussian(4, 0.5, 1, 0);
  private static final Features OBSERVED = MODEL.simulate(1, 7).x();
  private static final Simulator<Features> SIMULATOR =
      (theta, streams) -> {
        double[][] x = new double[theta.size()][];
        for (int i = 0; i < x.length; i++) {
          Random random = new Random(streams.key(i, 0));
          x[i] = theta.row(i);
          for (int j = 0; j < x[i].length; j++) {
            x[i][j] += 0.5 * random.nextGaussian();
          }
        }
        return Features.of(x, OBSERVED.names());
      };

  @Test
  void observationOfTheModelIsExplained() {
    PredictiveReport report =
        PosteriorPredictive.run(MODEL.given(OBSERVED), SIMULATOR, OBSERVED, 400, 1);
    assertTrue(report.explained(), report::toString);
    assertEquals(0, report.excluded());
    assertTrue(report.figure().toSvg().contains("predicted, 90 %"));
  }

  /** The posterior of another observation, three predictive deviations away. */
  @Test
  void observationThatThePosteriorDoesNotKnowIsNot() {
    double[][] moved = {OBSERVED.row(0)};
    for (int j = 0; j < 4; j++) {
      moved[0][j] += 2;
    }
    Features other = Features.of(moved, OBSERVED.names());
    PredictiveReport report =
        PosteriorPredictive.run(MODEL.given(OBSERVED), SIMULATOR, other, 400, 1);
    assertFalse(report.explained());
    assertTrue(report.verdict().startsWith("NOT EXPLAINED"), report::verdict);
  }

  @Test
  void tooFewSimulationsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PosteriorPredictive.run(MODEL.given(OBSERVED), SIMULATOR, OBSERVED, 5, 1));
  }
}
