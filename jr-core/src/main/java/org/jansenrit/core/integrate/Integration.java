package org.jansenrit.core.integrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.KernelModel;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Port;

/**
 * One block of lanes on its way through time: the engine below {@code Simulation}, and for tasks
 * whose trials have clocks of their own. Used by one thread.
 */
public final class Integration {
  private final NeuralMassModel model;
  private final Integrator method;
  private final LaneBlock block;
  private final double step;
  private final double[][] theta;
  private final double[][] y;
  private final double[][][] inputs;
  private final boolean[] written;
  private final List<DriveRun> drives;
  private final Optional<KernelBlock> kernels;
  private final Scheme scheme;

  /**
   * What the model prepared; not before a scheme asks for the drift, which those by kernels do not.
   */
  private double[][] constants;

  /** Whether a lane has started since the inputs were read. */
  private boolean isFresh = true;

  private Integration(
      NeuralMassModel model, Integrator method, LaneBlock block, List<Input> drives) {
    ModelSpec spec = model.spec();
    this.model = model;
    this.method = method;
    this.block = block;
    this.step = block.interval() * method.intervals();
    this.theta = arrays(spec.parameters().size());
    this.y = arrays(spec.variables().size());
    this.inputs = new double[method.intervals()][][];
    Arrays.setAll(inputs, i -> arrays(spec.ports().size()));
    this.written = new boolean[spec.ports().size()];
    this.drives = new ArrayList<>();
    for (int i = 0; i < drives.size(); i++) {
      LaneBlock own = block.in(Streams.part(Streams.DRIVES, i));
      this.drives.add(new DriveRun(drives.get(i), spec, own, step, !stepsKernels()));
    }
    readParameters();
    this.kernels =
        stepsKernels()
            ? Optional.of(new KernelBlock((KernelModel) model, theta, lanes(), this.drives))
            : Optional.empty();
    this.scheme = method.start(this);
  }

  /**
   * Starts all lanes of {@code block} from the model's initial state.
   *
   * @param model the equations
   * @param method the scheme; the interval of {@code block} is the step over {@link
   *     Integrator#intervals}
   * @param block the lanes, at interval zero
   * @param drives what enters; ports left out are silent
   * @return the lanes at interval zero, ready to {@link #advance}
   * @throws IllegalArgumentException if white noise enters a port that is not additive, or a scheme
   *     that cannot take it, or the model has no such port
   */
  public static Integration start(
      NeuralMassModel model, Integrator method, LaneBlock block, List<Input> drives) {
    require(model, method);
    drives.forEach(input -> require(model.spec(), method, input));
    Integration run = new Integration(model, method, block, drives);
    for (int lane = 0; lane < block.lanes(); lane++) {
      run.setInitial(lane);
    }
    return run;
  }

  /**
   * Checks that {@code method} can step {@code model}.
   *
   * @param model the equations
   * @param method the scheme
   * @throws IllegalArgumentException if the scheme needs the kernels of a kernel model, and it is
   *     none
   */
  public static void require(NeuralMassModel model, Integrator method) {
    if (method.needsKernels() && !(model instanceof KernelModel)) {
      throw new IllegalArgumentException(
          method
              + " is for models made of kernels (KernelModel), which "
              + model.spec().name()
              + " is not; use Integrator.heun()");
    }
  }

  /**
   * Checks that {@code input} may enter {@code spec} under {@code method}.
   *
   * @param spec what the model is made of
   * @param method the scheme
   * @param input a drive and the ports it enters
   * @throws IllegalArgumentException if the model has no such port, or white noise enters a port
   *     that is not additive or a scheme that cannot take it
   */
  public static void require(ModelSpec spec, Integrator method, Input input) {
    for (Port port : input.ports()) {
      spec.indexOf(port);
      if (input.drive().isWhite() && !port.additive()) {
        throw new IllegalArgumentException(
            "white noise is not defined at port "
                + port.symbol()
                + " of "
                + spec.name()
                + ", which enters through a nonlinearity; use Noise.ornsteinUhlenbeck instead");
      }
    }
    if (input.drive().isWhite() && !method.takesWhiteNoise()) {
      throw new IllegalArgumentException(
          method
              + " is for drives without white noise, but "
              + input
              + " has some; use Integrator.heun() or Integrator.euler()");
    }
  }

  /** {@return the states, {@code [variable][lane]}; live, and longer than the number of lanes} */
  public double[][] state() {
    return y;
  }

  /** {@return the number of lanes} */
  public int lanes() {
    return block.lanes();
  }

  private boolean stepsKernels() {
    return method.stepsKernels() && model instanceof KernelModel;
  }

  /** Advances all lanes by one step. */
  public void advance() {
    int last = inputs.length - 1;
    for (int part = 0; part < last; part++) {
      readInputs(part);
      block.clock().tick();
    }
    readInputs(last);
    scheme.step();
    block.clock().tick();
  }

  /** Writes the means of all drives over the present interval, unless all are as they were. */
  private void readInputs(int part) {
    boolean changed = inputs.length > 1 || isFresh;
    for (DriveRun drive : drives) {
      changed |= drive.changes();
    }
    if (changed) {
      Arrays.fill(written, false);
      for (DriveRun drive : drives) {
        drive.addTo(inputs[part], written);
      }
      scheme.inputsChanged();
      isFresh = false;
    }
  }

  /**
   * Refills {@code lane} with the simulation of {@code row}, from the model's initial state.
   *
   * @param lane from 0 on
   * @param row the row of the parameter table that the lane goes on with
   */
  public void restart(int lane, long row) {
    block.restart(lane, row);
    drives.forEach(drive -> drive.restart(lane));
    readParameters();
    constants = null;
    kernels.ifPresent(linear -> linear.prepare(theta));
    scheme.restart(lane);
    isFresh = true;
    setInitial(lane);
  }

  private void readParameters() {
    for (int p = 0; p < theta.length; p++) {
      double[] values = block.values(model.spec().parameters().get(p));
      System.arraycopy(values, 0, theta[p], 0, lanes());
    }
  }

  private void setInitial(int lane) {
    for (int v = 0; v < y.length; v++) {
      y[v][lane] = model.spec().variables().get(v).initial();
    }
  }

  /** Returns the linear part, if the model has one that the engine may step itself. */
  Optional<KernelBlock> kernels() {
    return kernels;
  }

  double step() {
    return step;
  }

  double[][] input(int part) {
    return inputs[part];
  }

  void drift(double[][] state, double[][] input, double[][] dydt) {
    if (constants == null) {
      constants = model.prepare(theta, lanes());
    }
    model.drift(state, constants, input, dydt, lanes());
  }

  List<DriveRun> drives() {
    return drives;
  }

  /** Returns arrays over the lanes of this block. */
  double[][] arrays(int count) {
    double[][] arrays = new double[count][];
    Arrays.setAll(arrays, i -> Lanes.array(block.lanes()));
    return arrays;
  }

  @Override
  public String toString() {
    return "Integration[" + lanes() + " lanes, " + method + " at " + step + " s]";
  }
}
