package org.jansenrit.core.analysis;

import static org.jansenrit.core.analysis.Toys.X;
import static org.jansenrit.core.analysis.Toys.Y;
import static org.jansenrit.core.analysis.Toys.Z;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OneAtATimeTest {
  private static final ParameterSet TYPICAL = ParameterSet.of(List.of(X, Y), 2, 3);

  /** x sin(t), whatever y is. */
  private static final Simulator<TimeSeries> SINE =
      (theta, streams) -> {
        double[][] rows = new double[theta.size()][50];
        for (int i = 0; i < rows.length; i++) {
          for (int k = 0; k < 50; k++) {
            rows[i][k] = theta.get(i, 0) > 2.9 ? Double.NaN : theta.get(i, 0) * Math.sin(0.1 * k);
          }
        }
        return TimeSeries.of(rows, List.of("Cz"), Frequency.hz(100), "uV");
      };

  @Test
  void oneParameterMovesAtATime() {
    OneAtATime found = OneAtATime.of(SINE, TYPICAL, 0.5, 1.4, 10, 1);
    assertArrayEquals(new double[] {1, 2.8}, ends(found.values(X)), 1e-12);
    assertEquals(10, found.responses(X).size());
    assertEquals(2.8 * Math.sin(0.4), found.responses(X).channel(9, 0)[4], 1e-6);
    assertEquals(2 * Math.sin(0.4), found.responses(Y).channel(9, 0)[4], 1e-6);
    assertEquals(0, found.relativeChange(Y, "Cz"), 1e-12);
    // factors spread evenly over 0.9 about 0.95: their sd over their mean
    assertEquals(0.1 * Math.sqrt(99 / 12.0) / 0.95, found.relativeChange(X, "Cz"), 1e-6);
    assertEquals(0, found.notFinite());
  }

  private static double[] ends(double[] values) {
    return new double[] {values[0], values[values.length - 1]};
  }

  @Test
  void mapsAreDrawnAndWhatIsNotFiniteIsCountedAndLeftWhite() {
    OneAtATime found = OneAtATime.of(SINE, TYPICAL, 0.5, 1.5, 11, 1);
    assertEquals(1, found.notFinite());
    String svg = found.figure(X, "Cz").toSvg();
    assertTrue(svg.contains("squared difference (uV^2)"));
    assertTrue(svg.contains("data:image/png"));
    assertTrue(found.toString().contains("1 not finite"));
  }

  @Test
  void whatHasNoMultiplesOrLeavesItsRangeIsRefusedOrTold() {
    Parameter offset = Parameter.of("offset", "mV", 0).possible(-1, 1);
    assertTrue(
        message(() -> OneAtATime.of(SINE, ParameterSet.of(List.of(offset), 0), 0.5, 1.5, 3, 1))
            .startsWith("offset is typically 0"));
    assertTrue(
        message(() -> OneAtATime.of(SINE, ParameterSet.of(List.of(Z), 900), 0.5, 1.5, 3, 1))
            .startsWith("z = 1350 is outside"));
    assertTrue(
        message(() -> OneAtATime.of(SINE, TYPICAL, 1.5, 0.5, 3, 1)).startsWith("factors go from"));
    Parameter narrow = X.meaningful(1.5, 2.5);
    OneAtATime found =
        OneAtATime.of(SINE, ParameterSet.of(List.of(narrow, Y), 2, 3), 0.5, 1.4, 3, 1);
    assertEquals(List.of(narrow), found.leavingMeaningful());
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
