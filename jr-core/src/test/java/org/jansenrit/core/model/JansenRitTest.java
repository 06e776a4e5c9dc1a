package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JansenRitTest implements NeuralMassModelContract {

  @Override
  public NeuralMassModel model() {
    return JansenRit.model();
  }

  /** Jansen &amp; Rit (1995), section 2. */
  @Test
  void standardValuesAreThoseOfThePaper() {
    assertEquals(
        "{A = 3.25 mV, B = 22 mV, a = 100 1/s, b = 50 1/s, C = 135, a_1 = 1, a_2 = 0.8,"
            + " a_3 = 0.25, a_4 = 0.25, v_0 = 6 mV, e_0 = 2.5 1/s, r = 0.56 1/mV}",
        JansenRit.standard().toString());
  }

  /** Sanz Leon et al. (2013): v_0 = 5.52 mV, otherwise the values of Jansen &amp; Rit. */
  @Test
  void theVirtualBrainDiffersByItsThreshold() {
    assertEquals(5.52, JansenRit.theVirtualBrain().get(JansenRit.V_0));
    assertEquals(JansenRit.standard(), JansenRit.theVirtualBrain().with(JansenRit.V_0, 6));
  }

  /** Tilwani &amp; O'Reilly (2024): a slope of 0.56 per volt, and 2 e_0 = 50e-3 1/s. */
  @Test
  void asPublishedHasTheTwoSlipsOfUnit() {
    ParameterSet set = JansenRit.asPublished();
    assertEquals(0.56 / 1000, set.get(JansenRit.R), 1e-18);
    assertEquals(50e-3, 2 * set.get(JansenRit.E_0), 1e-17);
    assertEquals(JansenRit.standard(), set.with(JansenRit.R, 0.56).with(JansenRit.E_0, 2.5));
  }

  /** Ranges of The Virtual Brain, Sanz Leon et al. (2013); the share a_k of C as in its table. */
  @Test
  void meaningfulRangesAreThePublishedOnes() {
    Map<Parameter, double[]> published =
        Map.ofEntries(
            Map.entry(JansenRit.A, new double[] {2.6, 9.75}),
            Map.entry(JansenRit.B, new double[] {17.6, 110}),
            Map.entry(JansenRit.A_RATE, new double[] {50, 150}),
            Map.entry(JansenRit.B_RATE, new double[] {25, 75}),
            Map.entry(JansenRit.C, new double[] {65, 1350}),
            Map.entry(JansenRit.A_1, new double[] {0.5, 1.5}),
            Map.entry(JansenRit.A_2, new double[] {0.4, 1.2}),
            Map.entry(JansenRit.A_3, new double[] {0.125, 0.375}),
            Map.entry(JansenRit.A_4, new double[] {0.125, 0.375}),
            Map.entry(JansenRit.V_0, new double[] {3.12, 6}),
            Map.entry(JansenRit.E_0, new double[] {1.25, 3.75}),
            Map.entry(JansenRit.R, new double[] {0.28, 0.84}));
    assertEquals(published.size(), model().spec().parameters().size());
    published.forEach(
        (p, range) -> assertArrayEquals(range, new double[] {p.low(), p.high()}, p.symbol()));
  }

  @Test
  void theOutputIsTheNetPotentialOnThePyramidalCells() {
    assertArrayEquals(new double[] {0, 1, -1, 0, 0, 0}, model().spec().output());
    assertEquals("mV", model().spec().outputUnit());
    assertEquals(
        "jansen-rit-1995[variables [y0, y1, y2, y3, y4, y5],"
            + " parameters [A, B, a, b, C, a_1, a_2, a_3, a_4, v_0, e_0, r], ports [p, p_0, p_2]]",
        JansenRit.model().toString());
  }

  /** Jansen &amp; Rit (1995), eq. 6, with {@code Math.exp}. */
  @Property
  void driftIsTheTextbookEquations(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] theta =
        JansenRit.standard().parameters().stream()
            .mapToDouble(p -> p.low() + random.nextDouble() * (p.high() - p.low()))
            .toArray();
    double[] y = new double[6];
    for (int k = 0; k < 3; k++) {
      y[k] = random.nextDouble() * 60 - 20;
      y[k + 3] = random.nextDouble() * 2000 - 1000;
    }
    double[] u = {random.nextDouble() * 400, random.nextDouble() * 100, random.nextDouble() * 100};
    double[][] out = new double[6][1];
    JansenRit model = JansenRit.model();
    model.drift(column(y), model.prepare(column(theta), 1), column(u), out, 1);
    double[] expected = textbook(theta, y, u);
    for (int k = 0; k < 3; k++) {
      assertEquals(y[k + 3], out[k][0]);
      // relative to the terms of the sum, which nearly cancel at times
      double rate = k == 2 ? theta[3] : theta[2];
      double size = Math.abs(rate * rate * y[k]) + Math.abs(2 * rate * y[k + 3]);
      assertEquals(
          expected[k], out[k + 3][0], 1e-10 * Math.max(size, Math.abs(expected[k])), "y" + (k + 3));
    }
  }

  private static double[] textbook(double[] theta, double[] y, double[] u) {
    double gainE = theta[0];
    double gainI = theta[1];
    double a = theta[2];
    double b = theta[3];
    double c = theta[4];
    double s0 = sigmoid(theta, y[1] - y[2]);
    double s1 = theta[6] * c * sigmoid(theta, theta[5] * c * y[0]);
    double s2 = theta[8] * c * sigmoid(theta, theta[7] * c * y[0]);
    return new double[] {
      gainE * a * (u[1] + s0) - 2 * a * y[3] - a * a * y[0],
      gainE * a * (u[0] + s1) - 2 * a * y[4] - a * a * y[1],
      gainI * b * (u[2] + s2) - 2 * b * y[5] - b * b * y[2]
    };
  }

  private static double sigmoid(double[] theta, double v) {
    return 2 * theta[10] / (1 + Math.exp(theta[11] * (theta[9] - v)));
  }

  private static double[][] column(double[] values) {
    double[][] rows = new double[values.length][1];
    for (int k = 0; k < values.length; k++) {
      rows[k][0] = values[k];
    }
    return rows;
  }
}
