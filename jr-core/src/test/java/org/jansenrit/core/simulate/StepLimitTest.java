package org.jansenrit.core.simulate;

import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.integrate.Input;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.WilsonCowan;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.model.WongWangAmpa;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepLimitTest {
  private static final Simulator<TimeSeries> AT_5_MS = column(Integrator.euler(), 5);

  private static Simulator<TimeSeries> column(Integrator scheme, double step) {
    return simulation(JansenRit.model(), scheme, step).observe(Eeg.source());
  }

  private static Simulation simulation(NeuralMassModel model, Integrator scheme, double step) {
    return Simulation.of(model).integrator(scheme, ms(step)).duration(ms(step * 100));
  }

  @Test
  void aStepThatIsTooLargeForAKernelIsRefusedBeforeAnythingRuns() {
    var e = assertThrows(IllegalArgumentException.class, () -> column(Integrator.euler(), 25));
    assertEquals(
        "a step of 25 ms is too large for jansen-rit-1995 by Euler: kernel y0 with a = 100 1/s"
            + " has a time constant of 10 ms, and the scheme grows without bound from 2 of them"
            + " on; take a step below 20 ms, or Integrator.splitting(), which is exact for kernels",
        e.getMessage());
    assertDoesNotThrow(() -> column(Integrator.splitting(), 25));
  }

  static List<Arguments> limits() {
    return List.of(
        Arguments.of(Integrator.euler(), 20.0),
        Arguments.of(Integrator.heun(), 20.0),
        Arguments.of(Integrator.rungeKutta4(), 27.85));
  }

  /** The engine itself, which refuses nothing, near a fixed point whose feedback is negligible. */
  @ParameterizedTest
  @MethodSource("limits")
  void theLimitIsWhereTheSchemeStartsToGrow(Integrator scheme, double limit) {
    assertDoesNotThrow(() -> column(scheme, 0.98 * limit));
    assertTrue(potentialAfter4000Steps(scheme, 0.98 * limit) < 100);
    assertThrows(IllegalArgumentException.class, () -> column(scheme, 1.02 * limit));
    assertFalse(potentialAfter4000Steps(scheme, 1.02 * limit) < 1e9);
  }

  private static double potentialAfter4000Steps(Integrator scheme, double step) {
    LaneBlock block =
        LaneBlock.of(
            0,
            1,
            0,
            ms(step).seconds() / scheme.intervals(),
            (p, row) -> p.equals(JansenRit.E_0) ? 0.001 : p.standard(),
            Streams.of(1),
            Streams.SENSORS);
    Integration run =
        Integration.start(
            JansenRit.model(),
            scheme,
            block,
            List.of(new Input(Stimulus.constant(10), List.of(JansenRit.P))));
    for (int k = 0; k < 4000; k++) {
      run.advance();
    }
    return Math.abs(run.state()[1][0]);
  }

  @Test
  void aModelWithoutKernelsIsAskedForItsJacobian() {
    NeuralMassModel two = new Relaxations(0.005, 0.02);
    assertDoesNotThrow(() -> simulation(two, Integrator.euler(), 9.9).observe(Eeg.source()));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> simulation(two, Integrator.euler(), 10.1).observe(Eeg.source()));
    assertTrue(
        e.getMessage()
            .startsWith(
                "a step of 10.1 ms is too large for relaxations by Euler: variable x at the"
                    + " initial state has a time constant of 5"),
        e.getMessage());
    assertFalse(e.getMessage().contains("splitting"), e.getMessage());
  }

  @Test
  void publishedModelsRunAtOneMillisecond() {
    for (Integrator scheme :
        List.of(Integrator.euler(), Integrator.heun(), Integrator.rungeKutta4())) {
      for (NeuralMassModel model :
          List.of(JansenRit.model(), WilsonCowan.model(), WongWang.model(), WongWangAmpa.model())) {
        assertDoesNotThrow(() -> simulation(model, scheme, 1).observe(Eeg.source()));
      }
    }
  }

  @Test
  void aRowThatIsTooFastIsDivergedAndItsNeighboursAreAsEver() {
    ParameterTable theta =
        ParameterTable.of(List.of(JansenRit.A_RATE), new double[][] {{100}, {900}, {80}});
    TimeSeries x = AT_5_MS.simulate(theta, Streams.of(1));
    assertTrue(x.isFinite(0));
    assertFalse(x.isFinite(1));
    TimeSeries alone = AT_5_MS.simulate(theta.select(2), Streams.of(1).from(2));
    assertArrayEquals(alone.row(0), x.row(2));
  }

  @Test
  void oneSetThatIsTooFastIsRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> AT_5_MS.simulate(JansenRit.standard().with(JansenRit.A_RATE, 900), 1));
    assertTrue(e.getMessage().contains("with a = 900 1/s"), e.getMessage());
  }

  @Test
  void statesThatAreOnlyLookedAtAreRefusedTheSameWay() {
    ParameterTable fast = ParameterTable.of(List.of(JansenRit.A_RATE), new double[][] {{900}});
    Simulation simulation = simulation(JansenRit.model(), Integrator.euler(), 5);
    assertThrows(
        IllegalArgumentException.class, () -> simulation.follow(fast, Streams.of(1), (k, y) -> {}));
  }

  @Test
  void aPriorThatIsTooFastEverywhereIsRefusedAndOneThatIsInPlacesCounts(@TempDir Path dir) {
    Prior fast = Prior.uniform(JansenRit.A_RATE, 500, 1000);
    assertThrows(IllegalArgumentException.class, () -> AT_5_MS.sample(fast, 10, 1));
    Path target = dir.resolve("run");
    assertThrows(IllegalArgumentException.class, () -> AT_5_MS.sampleTo(target, fast, 10, 5, 1));
    assertFalse(Files.exists(target));
    Prior some = Prior.uniform(JansenRit.A_RATE, 100, 1000);
    int expected = 0;
    for (double a : some.sample(40, Streams.of(1)).column(JansenRit.A_RATE)) {
      expected += a >= 400 ? 1 : 0;
    }
    assertTrue(expected > 0 && expected < 40);
    assertEquals(expected, AT_5_MS.sample(some, 40, 1).diverged());
  }

  /** x' = -x / tau, once fast and once slow, beside an oscillator that does not decay at all. */
  private record Relaxations(double fast, double slow) implements NeuralMassModel {
    @Override
    public ModelSpec spec() {
      return ModelSpec.named("relaxations")
          .state("y", "1", 1)
          .state("x", "1", 1)
          .state("p", "1", 1)
          .state("q", "1", 0);
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        dydt[0][i] = -y[0][i] / slow;
        dydt[1][i] = -y[1][i] / fast;
        dydt[2][i] = 1000 * y[3][i];
        dydt[3][i] = -1000 * y[2][i];
      }
    }
  }
}
