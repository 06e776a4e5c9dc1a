package org.jansenrit.sbi.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.sbi.Posterior;
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
    String svg = report.figure().toSvg();
    for (String name : OBSERVED.names()) {
      assertTrue(svg.contains(name + " (unit of the data)"), name);
    }
  }

  /** Twenty channels, of which the last fits worst: twelve are drawn, that one among them. */
  @Test
  void channelsThatAreExplainedWorstAreDrawnOverTime() {
    List<String> channels = IntStream.rangeClosed(1, 20).mapToObj(c -> "E" + c).toList();
    Simulator<TimeSeries> simulator =
        (theta, streams) -> {
          double[][] x = new double[theta.size()][20 * 5];
          for (int i = 0; i < x.length; i++) {
            Random random = new Random(streams.key(i, 0));
            Arrays.setAll(x[i], k -> random.nextGaussian());
          }
          return TimeSeries.of(x, channels, Frequency.hz(100), "uV");
        };
    double[][] x = new double[1][20 * 5];
    Arrays.fill(x[0], 95, 100, 3);
    TimeSeries observed = TimeSeries.of(x, channels, Frequency.hz(100), "uV");
    PredictiveReport report =
        PosteriorPredictive.run(MODEL.given(OBSERVED), simulator, observed, 100, 1);
    String svg = report.figure().toSvg();
    assertTrue(svg.contains("E20 (uV)"));
    assertEquals(12, channels.stream().filter(c -> svg.contains(c + " (uV)")).count());
    assertTrue(svg.contains("time (s)"));
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

  /**
   * What one observation cannot tell: sd x 0.8 leaves 92 % of the predictive deviation, and a shift
   * by 0.3 sd is 0.2 of it.
   */
  @Test
  void posteriorsThatAreSlightlyWrongExplainTheObservationToo() {
    for (LinearGaussian wrong :
        List.of(new LinearGaussian(4, 0.5, 0.8, 0), new LinearGaussian(4, 0.5, 1, 0.3))) {
      PredictiveReport report =
          PosteriorPredictive.run(wrong.given(OBSERVED), SIMULATOR, OBSERVED, 400, 1);
      assertTrue(report.explained(), report::toString);
    }
  }

  @Test
  void tooFewSimulationsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PosteriorPredictive.run(MODEL.given(OBSERVED), SIMULATOR, OBSERVED, 5, 1));
  }

  /** As 19 of 20 values of a count are: the observed one is where all are. */
  @Test
  void valuesThatAreAlwaysTheSameAreExplainedIfTheyAreObserved() {
    Simulator<Features> constant =
        (theta, streams) -> {
          double[][] x = new double[theta.size()][];
          Arrays.setAll(x, i -> new double[] {theta.get(i, 0), 0.1});
          return features(x);
        };
    Posterior posterior = MODEL.given(OBSERVED);
    double mean = posterior.mean().get(LinearGaussian.FIRST);
    Features same = features(new double[][] {{mean, 0.1}});
    PredictiveReport report = PosteriorPredictive.run(posterior, constant, same, 200, 1);
    assertEquals(0.5, report.shares()[1]);
    assertEquals(1, report.inside());
    assertTrue(report.explained());
    Features other = features(new double[][] {{mean, 0.11}});
    assertFalse(PosteriorPredictive.run(posterior, constant, other, 200, 1).explained());
  }

  private static Features features(double[]... x) {
    return Features.of(x, List.of("first", "constant"));
  }

  @Test
  void simulationsThatAreTooFewToRejectSaySo() {
    PredictiveReport report =
        PosteriorPredictive.run(MODEL.given(OBSERVED), SIMULATOR, OBSERVED, 40, 1);
    assertTrue(
        report.verdict().startsWith("UNDECIDED, since 40 simulations cannot reject at 1 %"),
        report::verdict);
  }

  @Test
  void simulatorThatLosesRowsIsRefused() {
    Simulator<Features> losing = (theta, streams) -> SIMULATOR.simulate(theta.select(0), streams);
    String message =
        assertThrows(
                ShapeException.class,
                () -> PosteriorPredictive.run(MODEL.given(OBSERVED), losing, OBSERVED, 40, 1))
            .getMessage();
    assertEquals("simulator: expected 40 observations for as many rows, but got 1", message);
  }

  /** The predictive distribution of each value is N(0.8 x, 0.45). */
  @Test
  void quantilesAreThoseOfThePredictiveDistribution() {
    PredictiveReport report =
        PosteriorPredictive.run(MODEL.given(OBSERVED), SIMULATOR, OBSERVED, 2000, 1);
    double expected = 0.8 * OBSERVED.row(0)[1];
    assertEquals(expected, report.quantile(0.5)[1], 0.07);
    assertEquals(expected + 1.2816 * Math.sqrt(0.45), report.quantile(0.9)[1], 0.09);
    Exception e = assertThrows(IllegalArgumentException.class, () -> report.quantile(90));
    assertEquals(
        "the probability of a quantile must be in [0, 1], but was 90.0. Was it given in percent?",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> report.quantile(-0.1));
    assertThrows(IllegalArgumentException.class, () -> report.quantile(Double.NaN));
  }
}
