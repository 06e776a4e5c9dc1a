package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;
import org.junit.jupiter.api.Test;

class SimulatorFitTest {
  private static final Parameter A = Parameter.of("a", "mV", 0);
  private static final Parameter B = Parameter.of("b", "1/s", 0);
  private static final Prior PRIOR = Prior.of(Prior.normal(A, 1, 2), Prior.normal(B, 0, 1));
  private static final double[][] MAP = {{1, 2}, {-0.5, 1}, {0.3, 0.3}};

  private static Features linear(ParameterTable theta) {
    double[][] rows = new double[theta.size()][3];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < 3; k++) {
        rows[i][k] = MAP[k][0] * theta.get(i, 0) + MAP[k][1] * theta.get(i, 1);
      }
    }
    return Features.of(rows, List.of("x", "y", "z"));
  }

  /** The mode of a linear-Gaussian posterior solves (J'J / sd^2 + P) theta = J'x / sd^2 + P m. */
  private static double[] mode(double[] x, double sd) {
    double[][] h = {{1.0 / 4, 0}, {0, 1}};
    double[] right = {1.0 / 4, 0};
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < 2; i++) {
        right[i] += MAP[k][i] * x[k] / sd / sd;
        for (int j = 0; j < 2; j++) {
          h[i][j] += MAP[k][i] * MAP[k][j] / sd / sd;
        }
      }
    }
    double determinant = h[0][0] * h[1][1] - h[0][1] * h[1][0];
    return new double[] {
      (h[1][1] * right[0] - h[0][1] * right[1]) / determinant,
      (h[0][0] * right[1] - h[1][0] * right[0]) / determinant
    };
  }

  @Test
  void findsTheModeOfALinearGaussianPosterior() {
    double sd = 0.7;
    Features x = Features.of(new double[][] {{3, 0, 1}, {-1, 2, 0.5}}, List.of("x", "y", "z"));
    Simulator<Features> simulator = (theta, streams) -> linear(theta);
    ParameterTable found = Estimators.simulatorFit(simulator, PRIOR, sd).predict(x);
    assertArrayEquals(mode(x.row(0), sd), found.row(0), 1e-4);
    assertArrayEquals(mode(x.row(1), sd), found.row(1), 1e-4);
  }

  @Test
  void recordingsAreFittedSideBySideAndEachAsIfAlone() {
    List<Integer> batches = new ArrayList<>();
    Simulator<Features> simulator =
        (theta, streams) -> {
          batches.add(theta.size());
          return linear(theta);
        };
    Features x = linear(PRIOR.sample(10, 3));
    var search = Estimators.simulatorFit(simulator, PRIOR, 0.1).generations(10).population(6);
    SimulatorFit.Fits fits = search.fit(x);
    assertEquals(10, batches.get(1), "rows of a batch");
    assertTrue(fits.simulationsEach() >= 50 && fits.simulationsEach() <= 66, fits + "");
    assertTrue(fits.secondsEach() > 0);
    ParameterTable alone = search.predict(x.select(0));
    assertArrayEquals(alone.row(0), fits.estimates().row(0));
    assertArrayEquals(fits.estimates().row(7), search.predict(x).row(7));
  }

  /** Where a parameter changes nothing, the prior decides. */
  @Test
  void whatTheRecordingDoesNotTellStaysAtThePrior() {
    Simulator<Features> blind =
        (theta, streams) -> {
          double[][] rows = new double[theta.size()][];
          for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {theta.get(i, 1)};
          }
          return Features.of(rows, List.of("x"));
        };
    Features x = Features.of(new double[][] {{0.5}}, List.of("x"));
    double[] found = Estimators.simulatorFit(blind, PRIOR, 0.01).predict(x).row(0);
    assertArrayEquals(new double[] {1, 0.49995}, found, 1e-4);
  }

  @Test
  void simulationsThatExplodeAreLeftBehind() {
    Simulator<Features> exploding =
        (theta, streams) -> {
          double[][] rows = new double[theta.size()][];
          for (int i = 0; i < rows.length; i++) {
            double b = theta.get(i, 1);
            rows[i] = new double[] {b < 0 ? Double.NaN : b, theta.get(i, 0)};
          }
          return Features.of(rows, List.of("x", "y"));
        };
    Features x = Features.of(new double[][] {{0.3, 2}}, List.of("x", "y"));
    double[] found = Estimators.simulatorFit(exploding, PRIOR, 0.001).predict(x).row(0);
    assertArrayEquals(new double[] {2, 0.3}, found, 1e-3);
  }

  @Test
  void aSimulatorThatFailsEndsTheSearchWithItsOwnWords() {
    AtomicInteger calls = new AtomicInteger();
    Simulator<Features> failing =
        (theta, streams) -> {
          if (calls.incrementAndGet() > 3) {
            throw new IllegalStateException("disk full");
          }
          return linear(theta);
        };
    Features x = linear(PRIOR.sample(4, 3));
    var e =
        assertThrows(
            IllegalStateException.class,
            () -> Estimators.simulatorFit(failing, PRIOR, 1).predict(x));
    assertEquals("disk full", e.getMessage());
  }

  @Test
  void badInputIsRefused() {
    Simulator<Features> simulator = (theta, streams) -> linear(theta);
    Features narrow = Features.of(new double[][] {{1, 2}}, List.of("x", "y"));
    var search = Estimators.simulatorFit(simulator, PRIOR, 1);
    assertThrows(ShapeException.class, () -> search.predict(narrow));
    Features broken = Features.of(new double[][] {{1, 2, Double.NaN}}, List.of("x", "y", "z"));
    assertThrows(IllegalArgumentException.class, () -> search.predict(broken));
    for (double sd : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class, () -> Estimators.simulatorFit(simulator, PRIOR, sd));
    }
    assertThrows(IllegalArgumentException.class, () -> search.generations(0));
    assertThrows(IllegalArgumentException.class, () -> search.population(3));
  }
}
