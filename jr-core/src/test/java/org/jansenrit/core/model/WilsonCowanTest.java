package org.jansenrit.core.model;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.InitialState;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WilsonCowanTest implements NeuralMassModelContract {

  @Override
  public NeuralMassModel model() {
    return WilsonCowan.model();
  }

  /** Wilson &amp; Cowan (1972), figure 11. */
  @Test
  void standardValuesAreThoseOfTheLimitCycle() {
    assertEquals(
        "{c_1 = 16, c_2 = 12, a_e = 1.3, theta_e = 4, r_e = 1, tau_e = 8 ms,"
            + " c_3 = 15, c_4 = 3, a_i = 2, theta_i = 3.7, r_i = 1, tau_i = 8 ms}",
        WilsonCowan.standard().toString());
  }

  /** The equations as printed, with {@code Math.exp}. */
  @Property
  void driftIsTheTextbookEquations(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] theta =
        WilsonCowan.standard().parameters().stream()
            .mapToDouble(p -> p.low() + random.nextDouble() * (p.high() - p.low()))
            .toArray();
    double[] y = {random.nextDouble() - 0.2, random.nextDouble() - 0.2};
    double[] u = {3 * random.nextDouble() - 1, 3 * random.nextDouble() - 1};
    double[][] out = new double[2][1];
    double[][] constants = model().prepare(column(theta), 1);
    model().drift(column(y), constants, column(u), out, 1);
    double[] expected = textbook(theta, y, u);
    assertEquals(expected[0], out[0][0], 1e-9);
    assertEquals(expected[1], out[1][0], 1e-9);
  }

  /**
   * The limit cycle of figure 11, against the textbook equations by RK4 at 0.02 ms: the engine at
   * 0.1 ms, from rest, until 0.3 s and more than seven cycles later.
   */
  @Test
  void limitCycleFollowsAnIndependentIntegration() {
    double[] mine = excitation(1.25, s(0), s(0.3), InitialState.zero());
    double[] y = new double[2];
    for (int k = 0; k < mine.length; k++) {
      assertEquals(y[0], mine[k], 1e-6, "t = " + k * 0.1 + " ms");
      for (int part = 0; part < 5; part++) {
        y = rungeKutta(y, new double[] {1.25, 0}, 2e-5);
      }
    }
  }

  /** Computed independently: RK4 at 0.1 ms in another language. */
  @ParameterizedTest
  @CsvSource({"1.25, 0.102559, 0.269659, 25.0227", "1.5, 0.147599, 0.282312, 37.6490"})
  void cyclesHaveTheReferenceExtremesAndFrequency(double p, double low, double high, double hertz) {
    double[] e = excitation(p, s(1), s(1), InitialState.zero());
    assertEquals(low, Arrays.stream(e).min().orElseThrow(), 1e-5);
    assertEquals(high, Arrays.stream(e).max().orElseThrow(), 1e-5);
    assertEquals(1, frequency(e) / hertz, 1e-3);
  }

  /** S is shifted so that rest without input is E = I = 0, exactly. */
  @Test
  void populationsRestAtZeroWithoutInput() {
    double[] kicked = excitation(0, s(1), ms(100), InitialState.of(0.1, 0));
    assertEquals(0, Arrays.stream(kicked).map(Math::abs).max().orElseThrow(), 1e-12);
  }

  /** Wilson &amp; Cowan (1972), theorem 3 and figure 12: cycles need an input above a threshold. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 3})
  void weakAndStrongInputBringThePopulationsToRest(double p) {
    double[] e = excitation(p, s(3), ms(200), InitialState.zero());
    double spread = Arrays.stream(e).max().orElseThrow() - Arrays.stream(e).min().orElseThrow();
    assertEquals(0, spread, 1e-6);
  }

  /** Wilson &amp; Cowan (1972), figure 4: the initial state decides; values by RK4 elsewhere. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.1, 0", "0.2, 0.1, 0.439752", "0.5, 0.3, 0.439752"})
  void hysteresisHasTwoStableStatesWithoutInput(double e, double i, double rest) {
    double[] seen =
        Simulation.of(model())
            .baseline(WilsonCowan.hysteresis())
            .initial(InitialState.of(e, i))
            .burnIn(s(1))
            .observe(Eeg.source())
            .simulate(WilsonCowan.hysteresis(), 1)
            .channel(0, 0);
    assertEquals(rest, seen[0], 1e-5);
    assertEquals(rest, seen[seen.length - 1], 1e-5);
  }

  @Test
  void whiteNoiseIsRefusedWithTheKindToUse() {
    Simulation simulation = Simulation.of(model());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> simulation.drive(WilsonCowan.P, Noise.white(0.1)));
    assertEquals(
        "white noise is not defined at port P of wilson-cowan-1972, which enters through a"
            + " nonlinearity; use Noise.ornsteinUhlenbeck instead",
        e.getMessage());
  }

  @Test
  void aTimeConstantInSecondsIsRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> WilsonCowan.standard().with(WilsonCowan.TAU_E, 0.008));
    assertEquals(
        "tau_e = 0.008 ms is outside [0.1, 1000.0] ms. Was it given in s? That is 8 ms.",
        e.getMessage());
  }

  @Test
  void theOutputIsTheExcitatoryActivity() {
    assertArrayEquals(new double[] {1, 0}, model().spec().output());
    assertEquals(
        "wilson-cowan-1972[variables [E, I], parameters [c_1, c_2, a_e, theta_e, r_e, tau_e, c_3,"
            + " c_4, a_i, theta_i, r_i, tau_i], ports [P, Q]]",
        WilsonCowan.model().toString());
  }

  /** E at the standard set, each 0.1 ms. */
  private static double[] excitation(double p, Time burnIn, Time duration, InitialState initial) {
    return Simulation.of(WilsonCowan.model())
        .drive(WilsonCowan.P, Stimulus.constant(p))
        .initial(initial)
        .integrator(Integrator.rungeKutta4(), ms(0.1))
        .burnIn(burnIn)
        .duration(duration)
        .observe(Eeg.source())
        .simulate(WilsonCowan.standard(), 1)
        .channel(0, 0);
  }

  /** Mean frequency between the first and the last upward crossing of the middle. */
  private static double frequency(double[] e) {
    double high = Arrays.stream(e).max().orElseThrow();
    double middle = (high + Arrays.stream(e).min().orElseThrow()) / 2;
    int[] crossings =
        IntStream.range(1, e.length).filter(k -> e[k - 1] < middle && e[k] >= middle).toArray();
    int last = crossings.length - 1;
    return last / (1e-4 * (crossings[last] - crossings[0]));
  }

  private static double[] rungeKutta(double[] y, double[] u, double h) {
    double[] theta = WilsonCowan.standard().toArray();
    double[] a = textbook(theta, y, u);
    double[] b = textbook(theta, along(y, a, h / 2), u);
    double[] c = textbook(theta, along(y, b, h / 2), u);
    double[] d = textbook(theta, along(y, c, h), u);
    return new double[] {
      y[0] + h / 6 * (a[0] + 2 * b[0] + 2 * c[0] + d[0]),
      y[1] + h / 6 * (a[1] + 2 * b[1] + 2 * c[1] + d[1])
    };
  }

  private static double[] along(double[] y, double[] slope, double h) {
    return new double[] {y[0] + h * slope[0], y[1] + h * slope[1]};
  }

  private static double[] textbook(double[] theta, double[] y, double[] u) {
    return new double[] {
      population(Arrays.copyOfRange(theta, 0, 6), y, y[0], u[0]),
      population(Arrays.copyOfRange(theta, 6, 12), y, y[1], u[1])
    };
  }

  private static double population(double[] p, double[] y, double own, double input) {
    double a = p[2];
    double theta = p[3];
    double x = p[0] * y[0] - p[1] * y[1] + input;
    double response = 1 / (1 + Math.exp(-a * (x - theta))) - 1 / (1 + Math.exp(a * theta));
    double k = 1 - 1 / (1 + Math.exp(a * theta));
    return (-own + (k - p[4] * own) * response) / (p[5] * 1e-3);
  }

  private static double[][] column(double[] values) {
    return Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
  }
}
