package org.jansenrit.core.model;

import static org.jansenrit.core.model.WongWangTest.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;

class WongWangAmpaTest implements NeuralMassModelContract {

  @Override
  public NeuralMassModel model() {
    return WongWangAmpa.model();
  }

  /** Wong &amp; Wang (2006), appendix, model with recurrent AMPA currents. */
  @Test
  void standardValuesAreThoseOf2006() {
    assertEquals(
        "{J_N11 = 0.1561 nA, J_N12 = 0.0264 nA, J_A11 = 0.00099026 nC, J_A12 = 0.000065177 nC,"
            + " J_A,ext = 0.0002243 nA/Hz, I_0,A = 0.2346 nA, beta = 1, gamma = 0.641,"
            + " tau_S = 100 ms}",
        WongWangAmpa.asPublished().toString());
    assertEquals(0.007, WongWangAmpa.SIGMA.standard());
  }

  /** The equations as printed, with {@code Math.exp}, on both sides of the kink at 0.4 nA. */
  @Property
  void driftIsTheTextbookEquations(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] theta =
        WongWangAmpa.standard().parameters().stream()
            .mapToDouble(p -> p.low() + random.nextDouble() * (p.high() - p.low()))
            .toArray();
    double[] y = {random.nextDouble(), random.nextDouble()};
    double[] u = {
      40 * random.nextDouble(), 40 * random.nextDouble(),
      0.2 * random.nextDouble(), 0.2 * random.nextDouble()
    };
    double[][] out = new double[2][1];
    model().drift(column(y), model().prepare(column(theta), 1), column(u), out, 1);
    double background = theta[6] * theta[5];
    double left = theta[0] * y[0] - theta[1] * y[1] + theta[4] * u[0] + background + u[2];
    double right = theta[0] * y[1] - theta[1] * y[0] + theta[4] * u[1] + background + u[3];
    assertEquals(derivative(y[0], rate(left, right, theta), theta), out[0][0], 1e-7);
    assertEquals(derivative(y[1], rate(right, left, theta), theta), out[1][0], 1e-7);
  }

  private static double rate(double x, double other, double[] theta) {
    double a = 239400 * theta[2] + 270;
    double b = 97000 * theta[2] + 108;
    double d = -30 * theta[2] + 0.154;
    double f = other >= 0.4 ? theta[3] * (-276 * other + 106) : 0;
    double u = a * x - f - b;
    return u / (1 - Math.exp(-d * u));
  }

  private static double derivative(double s, double rate, double[] theta) {
    return -s / (theta[8] * 1e-3) + (1 - s) * theta[7] * rate;
  }

  /** Without AMPA currents the equations are those of the other variant, at its couplings. */
  @Property
  void withoutAmpaTheEquationsAreThoseOfTheOtherVariant(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ParameterSet none =
        WongWangAmpa.standard()
            .with(WongWangAmpa.J_N11, 0.2609)
            .with(WongWangAmpa.J_N12, 0.0497)
            .with(WongWangAmpa.J_A11, 0)
            .with(WongWangAmpa.J_A12, 0)
            .with(WongWangAmpa.J_EXT, 5.2e-4)
            .with(WongWangAmpa.I_0, 0.3255);
    double[][] y = column(new double[] {random.nextDouble(), random.nextDouble()});
    double[][] u = column(new double[] {20, 40, 0.01, -0.01});
    double[][] with = new double[2][1];
    double[][] without = new double[2][1];
    model().drift(y, model().prepare(column(none.toArray()), 1), u, with, 1);
    WongWang.model().drift(y, WongWangTest.prepared(WongWang.standard()), u, without, 1);
    assertEquals(without[0][0], with[0][0], 1e-9);
    assertEquals(without[1][0], with[1][0], 1e-9);
  }

  @Test
  void constantsOfOneVariantAreRefusedByTheOther() {
    Simulation simulation = Simulation.of(model());
    ParameterSet other = WongWang.standard();
    assertThrows(IllegalArgumentException.class, () -> simulation.baseline(other));
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> WongWangAmpa.standard().with(WongWang.J_LL, 0.26));
    assertEquals(
        "no parameter J_ll nA here; there are [J_N11 nA, J_N12 nA, J_A11 nC, J_A12 nC,"
            + " J_A,ext nA/Hz, I_0,A nA, beta, gamma, tau_S ms]",
        e.getMessage());
  }
}
