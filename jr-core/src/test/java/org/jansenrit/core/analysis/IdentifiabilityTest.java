package org.jansenrit.core.analysis;

import static org.jansenrit.core.analysis.Toys.POINT;
import static org.jansenrit.core.analysis.Toys.X;
import static org.jansenrit.core.analysis.Toys.Y;
import static org.jansenrit.core.analysis.Toys.Z;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IdentifiabilityTest {
  private static final Parameter[] NINE = {
    JansenRit.A,
    JansenRit.B,
    JansenRit.A_RATE,
    JansenRit.B_RATE,
    JansenRit.A_1,
    JansenRit.A_2,
    JansenRit.A_3,
    JansenRit.A_4,
    JansenRit.C
  };

  private static final Onsets ONSETS = Onsets.every(s(1), 60).from(ms(200));
  private static final Erp ERP = Erp.of(ONSETS, ms(-200), s(1));

  private static Simulation study(double drive) {
    Stimulus pulses = Stimulus.pulses(ONSETS, ms(50), 60);
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Drive.of(Stimulus.constant(drive), pulses))
        .integrator(Integrator.euler(), ms(1))
        .burnIn(ms(800))
        .duration(s(60.2));
  }

  /** x^2 y, exp(-z): the derivatives by the logarithms are 2 x^2 y, x^2 y and -z exp(-z). */
  @Test
  void derivativesByLogarithmsAreThoseOfAFormula() {
    var simulator = Toys.simulator(t -> new double[] {t[0] * t[0] * t[1], 100 * Math.exp(-t[2])});
    Jacobian jacobian = Identifiability.of(simulator).at(POINT).jacobian(1);
    assertArrayEquals(new double[] {24, 0}, jacobian.column(X), 1e-3);
    assertArrayEquals(new double[] {12, 0}, jacobian.column(Y), 1e-3);
    assertArrayEquals(new double[] {0, -50 * Math.exp(-0.5)}, jacobian.column(Z), 1e-3);
    double size = Math.hypot(12, 100 * Math.exp(-0.5));
    assertEquals(24 / size, jacobian.norm(X), 1e-5);
    assertTrue(jacobian.error(X) < 1e-4);
  }

  /**
   * Facts of the equations, at a stable rest: C scales all contacts, and A_i and a_4 enter as their
   * product, so that two directions change nothing. Norms computed independently, to three digits.
   */
  @Test
  void bothNullDirectionsOfAColumnAtRestAreFound() {
    IdentifiabilityReport report =
        Identifiability.of(study(60), ERP).at(NINE).noise(0.1).evaluate(1);
    double[] norms = {2.418, 0.830, 2.421, 0.708, 0.747, 0.612, 0.319, 0.830, 0.239};
    for (int j = 0; j < norms.length; j++) {
      assertEquals(norms[j], report.jacobian().norm(NINE[j]), 0.0015, NINE[j].symbol());
    }
    Information information = report.information();
    assertEquals(7, information.rank());
    List<Direction> all = information.directions();
    assertTrue(all.get(7).strength() < 1e-7 * all.get(0).strength());
    assertEquals(0, angle(all.get(7), all.get(8)), 1e-3);
    List<String> words = information.nullDirections().stream().map(Direction::inWords).toList();
    assertEquals(
        List.of(
            "B up with a_4 down by the same factor",
            "a_1, a_2, a_3, a_4 up with C down by the same factor"),
        words);
    assertTrue(report.inWords().contains("B up with a_4 down by the same factor changes nothing"));
    assertEquals(Double.POSITIVE_INFINITY, information.bound(JansenRit.A_4));
    assertTrue(information.bound(JansenRit.A) < 0.05);
    assertTrue(Double.isFinite(information.fixing(JansenRit.C, JansenRit.A_4).bound(JansenRit.B)));
    assertEquals(9, report.table().rows().size());
    assertTrue(report.figure().toSvg().contains("Spectrum"));
  }

  private static double angle(Direction one, Direction other) {
    double[][] known = {{0, 0, 0, 0, 1, 1, 1, 1, -1}, {0, 1, 0, 0, 0, 0, 0, -1, 0}};
    return Square.sineOfLargestAngle(known, new double[][] {weights(one), weights(other)});
  }

  private static double[] weights(Direction direction) {
    return Arrays.stream(NINE).mapToDouble(direction::weight).toArray();
  }

  /** What enters the inhibitory kernel from outside tells A_i from a_4. */
  @Test
  void aStimulusIntoTheInhibitoryPopulationTellsGainFromContacts() {
    Simulation both = study(60).drive(JansenRit.P_INHIBITORY, Stimulus.pulses(ONSETS, ms(50), 60));
    Information information =
        Identifiability.of(both.duration(s(5)), short5()).at(NINE).evaluate(1).information();
    assertEquals(8, information.rank());
    assertEquals(
        "a_1, a_2, a_3, a_4 up with C down by the same factor",
        information.nullDirections().get(0).inWords());
  }

  private static Erp short5() {
    return Erp.of(Onsets.every(s(1), 4).from(ms(200)), ms(-200), s(1));
  }

  /** Pulses on a column that cycles make it chaotic: a difference then measures the chaos. */
  @Test
  void aVerdictOnAChaoticColumnIsRefused() {
    IdentifiabilityReport report = Identifiability.of(study(120), ERP).at(JansenRit.A).evaluate(1);
    String why = report.refusal().orElseThrow();
    assertTrue(why.contains("two step sizes in A disagree"), why);
    assertTrue(why.contains("largest Lyapunov exponent is positive"), why);
    assertThrows(IllegalStateException.class, report::information);
    assertTrue(report.inWords().startsWith("No verdict: two step sizes"));
  }

  /** Parameters of drives and monitors move the observation as those of the model do. */
  @Test
  void gainsAndDelaysCountToo() {
    Parameter gain = Parameter.of("gain", "uV/mV", 4).possible(0.1, 100);
    Parameter delay = Parameter.of("delay", "ms", 10).possible(0, 100);
    Parameter height = Parameter.of("height", "1", 1.5).possible(0, 10);
    Onsets onset = Onsets.at(ms(100));
    Stimulus pulse = Stimulus.pulses(onset, ms(50), 60).times(height).after(delay);
    Simulation simulation =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(60), pulse))
            .burnIn(s(1))
            .duration(ms(700));
    Erp erp = Erp.of(onset, ms(-50), ms(500)).channel("Pz", 1).gain(gain);
    ParameterSet at = ParameterSet.of(List.of(JansenRit.A, gain, delay, height), 3.25, 4, 10, 1.5);
    Jacobian jacobian = Identifiability.of(simulation, erp).at(at).jacobian(1);
    // the ERP is proportional to its gain
    assertEquals(1, jacobian.norm(gain), 1e-5);
    double[] x = simulation.observe(erp).simulate(at, 1).row(0);
    assertArrayEquals(x, jacobian.column(gain), 1e-3);
    // and 2 ms later it is what it was: x(t) moves by -10 ms x'(t) per unit of log
    double[] later = jacobian.column(delay);
    for (int k = 51; k < 500; k++) {
      assertEquals(-10 * (x[k + 1] - x[k - 1]) / 2, later[k], 0.02 * 60, "sample " + k);
    }
    assertTrue(jacobian.norm(height) > 0.5);
    assertFalse(jacobian.doubt().isPresent());
  }

  /** The same noise in all simulations: differences do not see it. */
  @Test
  void noiseOfTheDriveIsCommonToAllSimulations() {
    Simulation noisy =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Noise.white(1)))
            .burnIn(s(0.5))
            .duration(s(0.5));
    Jacobian jacobian = Identifiability.of(noisy, Eeg.source()).at(JansenRit.A).jacobian(3);
    assertTrue(jacobian.error(JansenRit.A) < 1e-5, "error " + jacobian.error(JansenRit.A));
  }

  @Test
  void whatHasNoLogarithmOrLeavesTheRangeIsRefused() {
    Parameter offset = Parameter.of("offset", "mV", 0).possible(-1, 1);
    Identifiability any = Identifiability.of(Toys.linear(new double[][] {{1}}));
    assertEquals(
        "offset is 0 here, and has no logarithm: leave it out, or measure it from somewhere else,"
            + " by a parameter that is offset plus a constant",
        message(() -> any.at(offset)));
    assertEquals(
        "a step of 8 % from x = 1000 mV leaves its possible range; take a point further inside",
        message(() -> any.at(ParameterSet.of(List.of(X), 1000))));
    assertTrue(
        message(() -> Identifiability.of(study(60), ERP).at(X))
            .startsWith("this experiment has no parameter x"));
    assertTrue(message(() -> any.noise(0)).startsWith("noise needs a positive, finite"));
    assertThrows(IllegalStateException.class, () -> any.jacobian(1));
  }

  @Test
  void aStepThatLeavesTheMeaningfulRangeIsTold() {
    IdentifiabilityReport report =
        Identifiability.of(study(60).duration(s(5)), short5()).at(JansenRit.V_0).evaluate(1);
    assertTrue(report.inWords().contains("Steps in v_0 leave the meaningful range"));
  }

  @Test
  void aMonitorWithNoiseIsRefused() {
    Erp noisy = short5().channel("Pz", 1).sensorNoise(SensorNoise.white(1));
    Identifiability recipe = Identifiability.of(study(60).duration(s(5)), noisy).at(JansenRit.A);
    assertTrue(
        message(() -> recipe.evaluate(1)).startsWith("the observation adds noise of its own"));
  }

  @Test
  void whatIsConstantOrNotFiniteGivesNoVerdict() {
    var constant = Toys.simulator(t -> new double[] {5, 6});
    assertEquals(
        "the observation is constant: no parameter moves it",
        Identifiability.of(constant).at(POINT).evaluate(1).refusal().orElseThrow());
    var broken = Toys.simulator(t -> new double[] {t[1] > 3.001 ? Double.NaN : t[1]});
    assertEquals(
        "the observation is not finite a step in y away",
        Identifiability.of(broken).at(POINT).evaluate(1).refusal().orElseThrow());
    var never = Toys.simulator(t -> new double[] {Double.NaN});
    assertTrue(
        Identifiability.of(never).at(POINT).evaluate(1).refusal().orElseThrow().contains("finite"));
    var jumps = Toys.simulator(t -> new double[] {t[0] > 2 ? 1 : 0, t[1]});
    assertTrue(
        Identifiability.of(jumps)
            .at(POINT)
            .evaluate(1)
            .refusal()
            .orElseThrow()
            .startsWith("two step sizes in x disagree"));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
