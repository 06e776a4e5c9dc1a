package org.jansenrit.core.analysis;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.simulate.InitialState;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;

class LyapunovTest {

  /** The equations of Lorenz (1963), whose largest exponent is 0.9056. */
  private static final class Lorenz implements NeuralMassModel {
    private static final ModelSpec SPEC =
        ModelSpec.named("lorenz")
            .state("x", "1", 1)
            .state("y", "1", 1)
            .state("z", "1", 20)
            .parameters(Toys.X);

    @Override
    public ModelSpec spec() {
      return SPEC;
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        dydt[0][i] = 10 * (y[1][i] - y[0][i]);
        dydt[1][i] = y[0][i] * (28 - y[2][i]) - y[1][i];
        dydt[2][i] = y[0][i] * y[1][i] - 8 / 3.0 * y[2][i];
      }
    }
  }

  /** Sprott (2003), Chaos and Time-Series Analysis, table A.4; 200 units give it to 0.03. */
  @Test
  void theExponentOfLorenzIsThatOfTheLiterature() {
    Simulation lorenz =
        Simulation.of(new Lorenz())
            .integrator(Integrator.rungeKutta4(), ms(5))
            .burnIn(s(20))
            .duration(s(400));
    assertEquals(0.9056, Lyapunov.largest(lorenz, lorenz.model().spec().standard(), 1), 0.05);
  }

  /** At rest it is the real part of the leading eigenvalue. */
  @Test
  void theExponentOfARestIsItsLeadingEigenvalue() {
    Simulation rest =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Stimulus.constant(400))
            .integrator(Integrator.rungeKutta4(), ms(1))
            .burnIn(s(10))
            .duration(s(40));
    // computed by NumPy from the Jacobian of the equations at y = 8.59906 mV
    assertEquals(-1.7398, Lyapunov.largest(rest, JansenRit.standard(), 1), 0.03);
  }

  /** A stable cycle neither parts nor meets along its own direction. */
  @Test
  void theExponentOfACycleIsZero() {
    Simulation cycle =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Stimulus.constant(220))
            .integrator(Integrator.rungeKutta4(), ms(1))
            .initial(InitialState.zero())
            .burnIn(s(10))
            .duration(s(40));
    assertEquals(0, Lyapunov.largest(cycle, JansenRit.standard(), 1), 0.05);
  }
}
