package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jansenrit.core.data.Features;
import org.junit.jupiter.api.Test;

/** 1000 simulations in two dimensions; with 19 networks the least p-value is 0.05. */
class LocalC2stTest {
  private static final LinearGaussian RIGHT = new LinearGaussian(2, 0.5, 1, 0);
  private static final Features OBSERVED = RIGHT.simulate(1, 99).x();

  private static LocalC2stReport run(LinearGaussian posterior) {
    return LocalC2st.run(posterior, posterior.simulate(1000, 1), OBSERVED, 19, 2);
  }

  @Test
  void rightPosteriorIsNotRejected() {
    LocalC2stReport report = run(RIGHT);
    assertTrue(report.p() > 0.05, report::toString);
  }

  @Test
  void posteriorThatIsShiftedIsRejected() {
    LocalC2stReport report = run(new LinearGaussian(2, 0.5, 1, 0.6));
    assertTrue(report.p() <= 0.05, report::toString);
    assertTrue(report.figure().toSvg().contains("swapped labels"));
  }

  @Test
  void tooFewSimulationsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LocalC2st.run(RIGHT, RIGHT.simulate(50, 1), OBSERVED, 19, 2));
  }
}
