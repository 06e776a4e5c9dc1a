package org.jansenrit.examples;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.integrate.Input;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.LaneRandom;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the engine benchmark times: Jansen-Rit columns with white noise, one output recorded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineKernels {
  static final int LANES = 384;
  static final int STEPS = 1000;
  private static final double STEP = 1e-3;
  private static final Drive DRIVE = Drive.of(Stimulus.constant(220), Noise.white(2));

  private final float[] recorded = new float[LANES];
  private final double[] z1 = new double[LANES];
  private final double[] z2 = new double[LANES];
  private Integration euler;
  private Integration eulerByDrift;
  private Integration heun;
  private Integration heunByDrift;
  private Integration splitting;
  private LaneRandom random;
  private ScalarColumn scalar;

  /** Starts all of them from the same state. */
  @Setup
  public void start() {
    euler = start(JansenRit.model(), Integrator.euler());
    eulerByDrift = start(new DriftOnly(), Integrator.euler());
    heun = start(JansenRit.model(), Integrator.heun());
    heunByDrift = start(new DriftOnly(), Integrator.heun());
    splitting = start(JansenRit.model(), Integrator.splitting());
    random = new LaneRandom(LANES);
    for (int lane = 0; lane < LANES; lane++) {
      random.seed(lane, Streams.of(1).key(lane, 0));
    }
    scalar = new ScalarColumn();
  }

  private static Integration start(NeuralMassModel model, Integrator scheme) {
    LaneBlock block =
        LaneBlock.of(0, LANES, 0, STEP, (p, row) -> p.standard(), Streams.of(1), Streams.SENSORS);
    return Integration.start(model, scheme, block, List.of(new Input(DRIVE, List.of(JansenRit.P))));
  }

  /**
   * Takes steps by Euler-Maruyama, the linear part stepped by the engine.
   *
   * @return y1 - y2 after the last step, mV, by lane
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public float[] eulerByKernels() {
    return run(euler);
  }

  /**
   * Takes steps by Euler-Maruyama through the model's generic drift.
   *
   * @return y1 - y2 after the last step, mV, by lane
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public float[] eulerByDrift() {
    return run(eulerByDrift);
  }

  /**
   * Takes steps by Heun's scheme, the linear part stepped by the engine.
   *
   * @return y1 - y2 after the last step, mV, by lane
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public float[] heunByKernels() {
    return run(heun);
  }

  /**
   * Takes steps by Heun's scheme through the model's generic drift.
   *
   * @return y1 - y2 after the last step, mV, by lane
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public float[] heunByDrift() {
    return run(heunByDrift);
  }

  /**
   * Takes steps by Strang splitting.
   *
   * @return y1 - y2 after the last step, mV, by lane
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public float[] splitting() {
    return run(splitting);
  }

  /**
   * Draws standard normals.
   *
   * @return the last ones of each lane
   */
  @Benchmark
  @OperationsPerInvocation(2 * LANES * STEPS)
  public double[] gaussians() {
    for (int k = 0; k < STEPS; k++) {
      random.pair(z1, z2);
    }
    return z1;
  }

  /**
   * Steps one trajectory at a time, with Math.exp and a ziggurat: what one would write without
   * lanes.
   *
   * @return y1 - y2 of one of the last steps, mV
   */
  @Benchmark
  @OperationsPerInvocation(LANES * STEPS)
  public double scalarLoop() {
    return scalar.run(LANES * STEPS);
  }

  private float[] run(Integration run) {
    double[] plus = run.state()[1];
    double[] minus = run.state()[2];
    for (int k = 0; k < STEPS; k++) {
      run.advance();
      for (int i = 0; i < LANES; i++) {
        recorded[i] = (float) (plus[i] - minus[i]);
      }
    }
    return recorded;
  }

  /** Jansen-Rit without its kernels, as a model of a user's own would be. */
  private record DriftOnly() implements NeuralMassModel {
    @Override
    public ModelSpec spec() {
      return JansenRit.model().spec();
    }

    @Override
    public double[][] prepare(double[][] theta, int lanes) {
      return JansenRit.model().prepare(theta, lanes);
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      JansenRit.model().drift(y, c, u, dydt, lanes);
    }
  }

  /** The textbook equations for one column. */
  private static final class ScalarColumn {
    private final ZigguratSampler.NormalizedGaussian normal =
        ZigguratSampler.NormalizedGaussian.of(Streams.of(1).random(0, 0));
    private final float[] recorded = new float[LANES];
    private double y0;
    private double y1;
    private double y2;
    private double y3;
    private double y4;
    private double y5;

    double run(int steps) {
      for (int k = 0; k < steps; k++) {
        double p = 220 + 2 / Math.sqrt(STEP) * normal.sample();
        double d3 = 3.25 * 100 * rate(y1 - y2) - 200 * y3 - 10_000 * y0;
        double d4 = 325 * (p + 108 * rate(135 * y0)) - 200 * y4 - 10_000 * y1;
        double d5 = 22 * 50 * 33.75 * rate(33.75 * y0) - 100 * y5 - 2500 * y2;
        y0 += STEP * y3;
        y1 += STEP * y4;
        y2 += STEP * y5;
        y3 += STEP * d3;
        y4 += STEP * d4;
        y5 += STEP * d5;
        recorded[k % LANES] = (float) (y1 - y2);
      }
      return recorded[0];
    }

    private static double rate(double v) {
      return 5 / (1 + Math.exp(0.56 * (6 - v)));
    }
  }
}
