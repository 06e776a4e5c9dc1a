package org.jansenrit.core.model;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;

class WongWangTest implements NeuralMassModelContract {

  @Override
  public NeuralMassModel model() {
    return WongWang.model();
  }

  /** Wong &amp; Wang (2006), appendix, model without recurrent AMPA currents. */
  @Test
  void standardValuesAreThoseOf2006() {
    assertEquals(
        "{J_ll = 0.2609 nA, J_rr-J_ll = 0 nA, J_lr = 0.0497 nA, J_rl-J_lr = 0 nA,"
            + " J_ext = 0.00052 nA/Hz, I_0 = 0.3255 nA, beta = 1, a = 270 Hz/nA, b = 108 Hz,"
            + " d = 0.154 s, gamma = 0.641, tau_S = 100 ms}",
        WongWang.standard().toString());
    assertEquals(0.02, WongWang.SIGMA.standard());
    assertEquals(2, WongWang.TAU_N.standard());
  }

  /** Reference: S = 0.10265 and 1.785 Hz, by two independent programs. */
  @Test
  void populationsRestAtTheReferenceState() {
    double[] s =
        Simulation.of(WongWang.model())
            .integrator(Integrator.rungeKutta4(), ms(1))
            .burnIn(s(20))
            .duration(ms(10))
            .observe(Eeg.source())
            .simulate(WongWang.standard(), 1)
            .channel(0, 0);
    assertEquals(0.10265, s[0], 5e-6);
    double[][] state = {{s[0]}, {s[0]}};
    double[][] input =
        column(new double[] {0.154 * (270 * 0.3255 - 108), 0.154 * (270 * 0.3255 - 108)});
    double[][] fired = new double[2][1];
    WongWang.model().fire(state, prepared(WongWang.standard()), input, fired, 1);
    double rate = fired[0][0] / 0.154;
    assertEquals(1.785, rate, 5e-4);
    // rest by its own equation: S = gamma tau r / (1 + gamma tau r)
    double gates = 0.0641 * rate;
    assertEquals(gates / (1 + gates), s[0], 1e-7);
  }

  /** The equations as printed, with {@code Math.exp}; every parameter matters. */
  @Property
  void driftIsTheTextbookEquations(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] theta =
        WongWang.standard().parameters().stream()
            .mapToDouble(p -> p.low() + random.nextDouble() * (p.high() - p.low()))
            .toArray();
    double[] y = {random.nextDouble(), random.nextDouble()};
    double[] u = {
      40 * random.nextDouble(),
      40 * random.nextDouble(),
      0.1 * random.nextDouble() - 0.05,
      0.1 * random.nextDouble() - 0.05
    };
    double[][] out = new double[2][1];
    model().drift(column(y), model().prepare(column(theta), 1), column(u), out, 1);
    double self = theta[0];
    double cross = theta[2];
    double background = theta[6] * theta[5];
    double left = self * y[0] - cross * y[1] + theta[4] * u[0] + background + u[2];
    double right =
        (self + theta[1]) * y[1] - (cross + theta[3]) * y[0] + theta[4] * u[1] + background + u[3];
    // digits of the rate cancel where its argument is next to zero
    assertEquals(derivative(y[0], rate(left, theta), theta), out[0][0], 1e-6);
    assertEquals(derivative(y[1], rate(right, theta), theta), out[1][0], 1e-6);
  }

  private static double rate(double x, double[] theta) {
    double u = theta[7] * x - theta[8];
    return u / (1 - Math.exp(-theta[9] * u));
  }

  private static double derivative(double s, double rate, double[] theta) {
    return -s / (theta[11] * 1e-3) + (1 - s) * theta[10] * rate;
  }

  /** Wong &amp; Wang (2006): the stimulus makes one population win; the other is silenced. */
  @Test
  void strongStimulusOnTheLeftMakesTheLeftWin() {
    double[][] end = {stimulated(51.2), stimulated(-51.2)};
    assertTrue(end[0][end[0].length - 1] > 0.6, "S_l " + end[0][end[0].length - 1]);
    assertTrue(end[1][end[1].length - 1] < 0.1, "S_l " + end[1][end[1].length - 1]);
  }

  private static double[] stimulated(double coherence) {
    return Simulation.of(WongWang.model())
        .drive(WongWang.MU_L, Stimulus.constant(30 * (1 + coherence / 100)))
        .drive(WongWang.MU_R, Stimulus.constant(30 * (1 - coherence / 100)))
        .drive(WongWang.I_L, Noise.ornsteinUhlenbeck(ms(2), 0.02 / Math.sqrt(2)))
        .drive(WongWang.I_R, Noise.ornsteinUhlenbeck(ms(2), 0.02 / Math.sqrt(2)))
        .integrator(Integrator.euler(), ms(0.5))
        .duration(s(1.5))
        .observe(Eeg.source())
        .simulate(WongWang.standard(), 3)
        .channel(0, 0);
  }

  @Test
  void whiteNoiseIsRefusedWithTheKindToUse() {
    Simulation simulation = Simulation.of(model());
    Exception e =
        assertThrows(
            IllegalArgumentException.class, () -> simulation.drive(WongWang.I_L, Noise.white(0.1)));
    assertEquals(
        "white noise is not defined at port I_l of wong-wang-2006, which enters through a"
            + " nonlinearity; use Noise.ornsteinUhlenbeck instead",
        e.getMessage());
  }

  static double[][] prepared(ParameterSet set) {
    return WongWang.model().prepare(column(set.toArray()), 1);
  }

  static double[][] column(double[] values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }
}
