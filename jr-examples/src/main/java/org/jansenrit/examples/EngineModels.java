package org.jansenrit.examples;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.integrate.Input;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.model.WilsonCowan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the engine benchmark times of models that anyone might write: one loop, or small ones. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineModels {
  private static final int LANES = EngineKernels.LANES;
  private static final int STEPS = EngineKernels.STEPS;

  private Integration column;
  private Integration loopByEuler;
  private Integration loopByHeun;
  private Integration lanesByEuler;
  private Integration lanesByHeun;

  /** Starts all of them. */
  @Setup
  public void start() {
    Drive noisy = Drive.of(Stimulus.constant(220), Noise.white(2));
    Drive constant = Stimulus.constant(1.25);
    column = start(new ColumnLoop(), Integrator.euler(), JansenRit.P, noisy);
    loopByEuler = start(new PopulationsLoop(), Integrator.euler(), WilsonCowan.P, constant);
    loopByHeun = start(new PopulationsLoop(), Integrator.heun(), WilsonCowan.P, constant);
    lanesByEuler = start(WilsonCowan.model(), Integrator.euler(), WilsonCowan.P, constant);
    lanesByHeun = start(WilsonCowan.model(), Integrator.heun(), WilsonCowan.P, constant);
  }

  private static Integration start(
      NeuralMassModel model, Integrator scheme, Port port, Drive drive) {
    LaneBlock block =
        LaneBlock.of(0, LANES, 0, 1e-3, (p, row) -> p.standard(), Streams.of(1), Streams.SENSORS);
    return Integration.start(model, scheme, block, List.of(new Input(drive, List.of(port))));
  }

  /**
   * Steps Jansen-Rit with white noise by Euler-Maruyama, all equations in one loop with Math.exp.
   *
   * @return the state after the last step, variables x lanes, mV and mV/s
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public double[][] columnInOneLoop() {
    return run(column);
  }

  /**
   * Steps Wilson-Cowan by Euler, in one loop with Math.exp.
   *
   * @return the state after the last step, variables x lanes
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public double[][] wilsonCowanInOneLoopByEuler() {
    return run(loopByEuler);
  }

  /**
   * Steps Wilson-Cowan by Heun, in one loop with Math.exp.
   *
   * @return the state after the last step, variables x lanes
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public double[][] wilsonCowanInOneLoopByHeun() {
    return run(loopByHeun);
  }

  /**
   * Steps the library's Wilson-Cowan model by Euler.
   *
   * @return the state after the last step, variables x lanes
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public double[][] wilsonCowanByEuler() {
    return run(lanesByEuler);
  }

  /**
   * Steps the library's Wilson-Cowan model by Heun.
   *
   * @return the state after the last step, variables x lanes
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public double[][] wilsonCowanByHeun() {
    return run(lanesByHeun);
  }

  private static double[][] run(Integration run) {
    for (int k = 0; k < STEPS; k++) {
      run.advance();
    }
    return run.state();
  }

  /** The equations of Jansen and Rit as the paper has them. */
  private record ColumnLoop() implements NeuralMassModel {
    @Override
    public ModelSpec spec() {
      return JansenRit.model().spec();
    }

    @Override
    public void drift(double[][] y, double[][] p, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        double excitation = p[0][i] * p[2][i];
        double c = p[4][i];
        dydt[0][i] = y[3][i];
        dydt[1][i] = y[4][i];
        dydt[2][i] = y[5][i];
        double pyramidal = rate(y[1][i] - y[2][i], p, i);
        double excitatory = u[0][i] + p[6][i] * c * rate(p[5][i] * c * y[0][i], p, i);
        double inhibitory = p[8][i] * c * rate(p[7][i] * c * y[0][i], p, i);
        dydt[3][i] = excitation * pyramidal - p[2][i] * (2 * y[3][i] + p[2][i] * y[0][i]);
        dydt[4][i] = excitation * excitatory - p[2][i] * (2 * y[4][i] + p[2][i] * y[1][i]);
        dydt[5][i] = p[1][i] * p[3][i] * inhibitory - p[3][i] * (2 * y[5][i] + p[3][i] * y[2][i]);
      }
    }

    private static double rate(double v, double[][] p, int i) {
      return 2 * p[10][i] / (1 + Math.exp(p[11][i] * (p[9][i] - v)));
    }
  }

  /** The loop of the page on models of one's own. */
  private record PopulationsLoop() implements NeuralMassModel {
    @Override
    public ModelSpec spec() {
      return WilsonCowan.model().spec();
    }

    @Override
    public void drift(double[][] y, double[][] theta, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        double e = y[0][i];
        double n = y[1][i];
        double rate = 1e3 / theta[5][i];
        double excited = response(theta[0][i] * e - 12 * n + u[0][i], 1.3, 4);
        dydt[0][i] = rate * ((0.99451 - e) * excited - e);
        dydt[1][i] = rate * ((0.99939 - n) * response(15 * e - 3 * n, 2, 3.7) - n);
      }
    }

    private static double response(double x, double a, double theta) {
      return 1 / (1 + Math.exp(a * (theta - x))) - 1 / (1 + Math.exp(a * theta));
    }
  }
}
