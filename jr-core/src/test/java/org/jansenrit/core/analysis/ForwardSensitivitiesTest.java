package org.jansenrit.core.analysis;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WilsonCowan;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardSensitivitiesTest {
  private static final Onsets ONSET = Onsets.at(ms(100));

  private static Simulation column() {
    Stimulus pulse = Stimulus.pulses(ONSET, ms(50), 60);
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Drive.of(Stimulus.constant(60), pulse))
        .drive(JansenRit.P_INHIBITORY, pulse)
        .drive(JansenRit.P_INTERNEURONS, pulse.times(0.5))
        .burnIn(ms(500))
        .duration(ms(700));
  }

  static List<Integrator> schemes() {
    return List.of(Integrator.euler(), Integrator.heun(), Integrator.rungeKutta4());
  }

  /** For all twelve parameters: two ways to a derivative, to a millionth. */
  @ParameterizedTest
  @MethodSource("schemes")
  void theyAgreeWithCentralDifferences(Integrator scheme) {
    Identifiability recipe =
        Identifiability.of(column().integrator(scheme, ms(1)), Erp.of(ONSET, ms(-50), ms(500)))
            .at(JansenRit.standard());
    Jacobian exact = recipe.forward().jacobian(1);
    Jacobian central = recipe.jacobian(1);
    for (Parameter p : JansenRit.standard().parameters()) {
      double[] a = exact.column(p);
      double[] b = central.column(p);
      double[] difference = new double[a.length];
      for (int k = 0; k < a.length; k++) {
        difference[k] = a[k] - b[k];
      }
      assertEquals(0, Jacobian.norm(difference) / Jacobian.norm(a), 1e-6, p.symbol());
    }
  }

  /** The noise is that of the simulation, and the derivative that of its path. */
  @Test
  void noiseOfTheDriveIsTheSame() {
    Simulation noisy =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Noise.white(1)))
            .duration(s(0.5));
    Identifiability recipe =
        Identifiability.of(noisy, Eeg.source()).at(JansenRit.A, JansenRit.B_RATE);
    Jacobian exact = recipe.forward().jacobian(7);
    Jacobian central = recipe.jacobian(7);
    for (Parameter p : exact.parameters()) {
      assertEquals(central.norm(p), exact.norm(p), 1e-5 * exact.norm(p));
    }
  }

  /** Values that a point leaves out are those of the simulation. */
  @Test
  void theBaselineIsKept() {
    ParameterSet base = JansenRit.standard().with(JansenRit.C, 120);
    Identifiability recipe =
        Identifiability.of(column().baseline(base), Eeg.source()).at(JansenRit.A);
    double exact = recipe.forward().jacobian(1).norm(JansenRit.A);
    assertEquals(recipe.jacobian(1).norm(JansenRit.A), exact, 1e-6 * exact);
  }

  @Test
  void whatHasNoDerivativesIsRefused() {
    Parameter gain = Parameter.of("gain", "1", 2).possible(0.1, 10);
    Simulation driven =
        Simulation.of(JansenRit.model()).drive(JansenRit.P, Stimulus.constant(60).times(gain));
    assertTrue(
        message(() -> Identifiability.of(driven, Eeg.source()).at(gain).forward().jacobian(1))
            .contains("gain is of a drive or a monitor"));
    Simulation cowan = Simulation.of(WilsonCowan.model());
    Parameter first = WilsonCowan.model().spec().parameters().get(0);
    assertTrue(
        message(() -> Identifiability.of(cowan, Eeg.source()).at(first).forward().jacobian(1))
            .contains("does not offer its derivatives"));
    assertTrue(
        message(() -> Identifiability.of(Toys.linear(new double[][] {{1}})).forward())
            .startsWith("forward sensitivities need the equations"));
    Identifiability splitting =
        Identifiability.of(column().integrator(Integrator.splitting(), ms(1)), Eeg.source())
            .at(JansenRit.A);
    assertTrue(message(() -> splitting.forward().jacobian(1)).contains("Integrator.heun()"));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
