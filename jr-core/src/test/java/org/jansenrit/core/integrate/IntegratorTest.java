package org.jansenrit.core.integrate;

import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntegratorTest {
  private static final Drive SINE =
      Drive.of(Stimulus.constant(220), Stimulus.sine(Frequency.hz(12), 90));

  static List<Arguments> schemes() {
    return List.of(
        Arguments.of(Integrator.euler(), Stimulus.constant(220)),
        Arguments.of(Integrator.heun(), Stimulus.constant(220)),
        Arguments.of(Integrator.rungeKutta4(), Stimulus.constant(220)),
        Arguments.of(Integrator.splitting(), Stimulus.constant(220)),
        Arguments.of(Integrator.splitting(), SINE),
        Arguments.of(Integrator.euler(), SINE),
        Arguments.of(Integrator.heun(), SINE),
        Arguments.of(Integrator.rungeKutta4(), SINE));
  }

  /** Halving the step divides the error by 2 to the order, for drives that vary too. */
  @ParameterizedTest
  @MethodSource("schemes")
  void halvingTheStepDividesTheErrorByTwoToTheOrder(Integrator scheme, Drive drive) {
    double[] exact = stateAfter(s(0.128), Integrator.rungeKutta4(), 1.0 / 32_000, drive);
    double h = scheme.order() == 4 ? 1.0 / 1000 : 1.0 / 8000;
    double coarse = distance(stateAfter(s(0.128), scheme, h, drive), exact);
    double fine = distance(stateAfter(s(0.128), scheme, h / 2, drive), exact);
    double order = Math.log(coarse / fine) / Math.log(2);
    assertEquals(scheme.order(), order, 0.25, scheme + " with " + drive);
  }

  /** Jansen-Rit from the zero state at p = 220, RK4 at h = 2e-5 s, computed independently. */
  @Test
  void trajectoryFollowsTheReference() {
    double[] times = {0.05, 0.1, 0.2, 0.5, 1};
    double[] expected = {9.79749869, 6.973829364, 9.778131442, 7.582810394, 6.569000753};
    for (int i = 0; i < times.length; i++) {
      double y = outputAfter(s(times[i]), Integrator.rungeKutta4(), 2e-5, Stimulus.constant(220));
      assertEquals(1, y / expected[i], 1e-6, "t = " + times[i] + " s");
    }
  }

  /** The same reference at h = 1e-3 s: the scheme itself, not only its limit. */
  @Test
  void coarseRungeKuttaStepGivesTheReferenceValue() {
    double y = outputAfter(s(0.05), Integrator.rungeKutta4(), 1e-3, Stimulus.constant(220));
    assertEquals(9.797503448, y, 1e-8);
  }

  /**
   * White noise of intensity s through the kernel A a t exp(-a t) has variance s^2 A^2 / (4 a), at
   * any step. 4096 lanes x 25 independent times: relative standard error 0.5 %; Heun's own bias at
   * 1 ms is below 1 %.
   */
  @ParameterizedTest
  @MethodSource("steps")
  void varianceOfTheKernelDrivenByWhiteNoiseDoesNotDependOnTheStep(double step) {
    double intensity = 22;
    LaneBlock block =
        LaneBlock.of(
            0, 4096, 0, step, IntegratorTest::nearlyLinear, Streams.of(5), Streams.SENSORS);
    Integration run =
        Integration.start(
            JansenRit.model(),
            Integrator.heun(),
            block,
            List.of(new Input(Noise.white(intensity), List.of(JansenRit.P))));
    double sum = 0;
    int count = 0;
    for (int time = 0; time < 26; time++) {
      for (int k = 0; k < Math.round(0.1 / step); k++) {
        run.advance();
      }
      for (int lane = 0; time > 0 && lane < block.lanes(); lane++) {
        sum += run.state()[1][lane] * run.state()[1][lane];
        count++;
      }
    }
    double expected = intensity * intensity * 3.25 * 3.25 / (4 * 100);
    assertEquals(1, sum / count / expected, 0.025, "step " + step);
  }

  static List<Double> steps() {
    return List.of(1e-3, 5e-4, 2.5e-4);
  }

  @Test
  void refilledLaneEqualsTheRunAlone() {
    Drive drive =
        Drive.of(
            Stimulus.pulse(Time.ms(5), Time.ms(3), 60),
            Noise.white(4),
            Noise.ornsteinUhlenbeck(Time.ms(5), 3));
    for (Integrator scheme :
        List.of(Integrator.euler(), Integrator.heun(), Integrator.splitting())) {
      Integration together = start(scheme, 0, 5, drive);
      advance(together, 7);
      together.restart(2, 11);
      advance(together, 20);
      Integration alone = start(scheme, 11, 1, drive);
      advance(alone, 20);
      Integration undisturbed = start(scheme, 3, 1, drive);
      advance(undisturbed, 27);
      for (int v = 0; v < 6; v++) {
        assertEquals(alone.state()[v][0], together.state()[v][2], scheme + " variable " + v);
        assertEquals(undisturbed.state()[v][0], together.state()[v][3], "neighbour, " + v);
      }
    }
  }

  /**
   * With a negligible sigmoid the splitting scheme is exact in law at any step: variance s^2 A^2 /
   * (4 a) of the potential and a^2 times that of its velocity, uncorrelated; here at a step of 20
   * ms, twice the time constant. 4096 lanes x 20 independent times: standard error 0.5 %.
   */
  @Test
  void splittingKeepsTheStationaryLawOfTheKernelAtAnyStep() {
    Integration run = nearlyLinear(Integrator.splitting(), 0.02, 4096, JansenRit.P);
    double xx = 0;
    double xv = 0;
    double vv = 0;
    int count = 0;
    for (int time = 0; time < 21; time++) {
      advance(run, 10);
      for (int lane = 0; time > 0 && lane < 4096; lane++, count++) {
        double x = run.state()[1][lane];
        double v = run.state()[4][lane];
        xx += x * x;
        xv += x * v;
        vv += v * v;
      }
    }
    double variance = 22 * 22 * 3.25 * 3.25 / (4 * 100);
    assertEquals(1, xx / count / variance, 0.025);
    assertEquals(1, vv / count / (variance * 100 * 100), 0.025);
    assertEquals(0, xv / count / (variance * 100), 0.025);
  }

  /**
   * One white noise into two kernels of rates a and b: the stationary covariance of their
   * potentials is s^2 A B a b times the integral of s^2 exp(-(a + b) s), 2 / (a + b)^3.
   */
  @Test
  void splittingKeepsTheCovarianceOfKernelsThatShareANoise() {
    Integration run =
        nearlyLinear(Integrator.splitting(), 0.01, 4096, JansenRit.P, JansenRit.P_INHIBITORY);
    double sum = 0;
    int count = 0;
    for (int time = 0; time < 21; time++) {
      advance(run, 30);
      for (int lane = 0; time > 0 && lane < 4096; lane++, count++) {
        sum += run.state()[1][lane] * run.state()[2][lane];
      }
    }
    double expected = 22 * 22 * 3.25 * 22 * 100 * 50 * 2 / Math.pow(150, 3);
    assertEquals(1, sum / count / expected, 0.03);
  }

  /** Runs lanes at rest, whose sigmoid is negligible, under white noise of intensity 22. */
  static Integration nearlyLinear(Integrator scheme, double step, int lanes, Port... ports) {
    LaneBlock block =
        LaneBlock.of(
            0, lanes, 0, step, IntegratorTest::nearlyLinear, Streams.of(5), Streams.SENSORS);
    return Integration.start(
        JansenRit.model(), scheme, block, List.of(new Input(Noise.white(22), List.of(ports))));
  }

  @Test
  void splittingIsRefusedForModelsWithoutKernels() {
    Port port = new Port("u", "1/s", true);
    NeuralMassModel plain = new Difference(port, new Port("w", "1/s", true));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Integration.require(plain, Integrator.splitting()));
    assertEquals(
        "Strang splitting is for models made of kernels (KernelModel), which difference is not;"
            + " use Integrator.heun()",
        e.getMessage());
  }

  @Test
  void whiteNoiseIsRefusedByRungeKutta() {
    Input input = new Input(Noise.white(4), List.of(JansenRit.P));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Integration.require(JansenRit.model().spec(), Integrator.rungeKutta4(), input));
    assertTrue(e.getMessage().contains("use Integrator.heun()"), e.getMessage());
  }

  @Test
  void whiteNoiseIsRefusedWhereItWouldEnterThroughANonlinearity() {
    Port port = new Port("I1", "nA", false);
    ModelSpec spec = ModelSpec.named("wong-wang-2006").state("S1", "1", 0.1).ports(port);
    Input input = new Input(Noise.white(4), List.of(port));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Integration.require(spec, Integrator.euler(), input));
    assertEquals(
        "white noise is not defined at port I1 of wong-wang-2006, which enters through a"
            + " nonlinearity; use Noise.ornsteinUhlenbeck instead",
        e.getMessage());
  }

  @Test
  void drivesAtAPortThatDoesNotExistAreRefused() {
    Port stranger = new Port("q", "1/s", true);
    Input input = new Input(Stimulus.constant(1), List.of(stranger));
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Integration.require(JansenRit.model().spec(), Integrator.euler(), input));
    assertEquals("jansen-rit-1995 has no port q; it has [p, p_0, p_2]", e.getMessage());
  }

  /** The engine's own steps of the linear part agree with the model's derived drift. */
  @Test
  void kernelModelRunsAsItsDriftDoes() {
    JansenRit model = JansenRit.model();
    NeuralMassModel plain =
        new NeuralMassModel() {
          @Override
          public ModelSpec spec() {
            return model.spec();
          }

          @Override
          public double[][] prepare(double[][] theta, int lanes) {
            return model.prepare(theta, lanes);
          }

          @Override
          public void drift(double[][] y, double[][] c, double[][] u, double[][] d, int lanes) {
            model.drift(y, c, u, d, lanes);
          }
        };
    Drive drive = Drive.of(Stimulus.constant(220), Noise.white(4));
    for (Integrator scheme : List.of(Integrator.euler(), Integrator.heun())) {
      Integration kernels = start(model, scheme, 0, 5, drive);
      Integration drift = start(plain, scheme, 0, 5, drive);
      advance(kernels, 200);
      advance(drift, 200);
      for (int v = 0; v < 6; v++) {
        double expected = drift.state()[v][3];
        assertEquals(expected, kernels.state()[v][3], 1e-9 * Math.abs(expected), scheme + "");
      }
    }
  }

  /** dy/dt = u, so that y is the integral of what the ports received. */
  @Test
  void oneRealisationEntersSeveralPorts() {
    Port left = new Port("l", "1/s", true);
    Port right = new Port("r", "1/s", true);
    NeuralMassModel difference = new Difference(left, right);
    LaneBlock block = LaneBlock.of(0, 3, 0, 1e-3, (p, row) -> 0, Streams.of(1), Streams.SENSORS);
    Drive noise = Drive.of(Noise.white(4), Noise.ornsteinUhlenbeck(Time.ms(3), 2));
    Integration run =
        Integration.start(
            difference, Integrator.heun(), block, List.of(new Input(noise, List.of(left, right))));
    advance(run, 50);
    for (int lane = 0; lane < 3; lane++) {
      assertEquals(0, run.state()[0][lane]);
      assertTrue(Math.abs(run.state()[1][lane]) > 1e-3);
    }
  }

  private record Difference(Port left, Port right) implements NeuralMassModel {
    @Override
    public ModelSpec spec() {
      return ModelSpec.named("difference")
          .state("y", "1", 0)
          .state("sum", "1", 0)
          .ports(left, right);
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        dydt[0][i] = u[0][i] - u[1][i];
        dydt[1][i] = u[0][i] + u[1][i];
      }
    }
  }

  private static Integration start(Integrator scheme, long firstRow, int lanes, Drive drive) {
    return start(JansenRit.model(), scheme, firstRow, lanes, drive);
  }

  private static Integration start(
      NeuralMassModel model, Integrator scheme, long firstRow, int lanes, Drive drive) {
    LaneBlock block =
        LaneBlock.of(
            firstRow, lanes, 0, 1e-3, (p, row) -> p.standard(), Streams.of(3), Streams.SENSORS);
    return Integration.start(model, scheme, block, List.of(new Input(drive, List.of(JansenRit.P))));
  }

  static void advance(Integration run, int steps) {
    for (int k = 0; k < steps; k++) {
      run.advance();
    }
  }

  private static double nearlyLinear(Parameter p, long row) {
    return p.equals(JansenRit.E_0) ? 0.001 : p.standard();
  }

  /** Returns y1 - y2, in mV, after {@code time} from the zero state. */
  private static double outputAfter(Time time, Integrator scheme, double step, Drive drive) {
    double[] y = stateAfter(time, scheme, step, drive);
    return y[1] - y[2];
  }

  private static double[] stateAfter(Time time, Integrator scheme, double step, Drive drive) {
    LaneBlock block =
        LaneBlock.of(
            0,
            1,
            0,
            step / scheme.intervals(),
            (p, row) -> p.standard(),
            Streams.of(1),
            Streams.SENSORS);
    Integration run =
        Integration.start(
            JansenRit.model(), scheme, block, List.of(new Input(drive, List.of(JansenRit.P))));
    advance(run, time.multipleOf(Time.s(step), "time"));
    return Arrays.stream(run.state()).mapToDouble(variable -> variable[0]).toArray();
  }

  static double distance(double[] a, double[] b) {
    return Math.sqrt(
        IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
  }
}
