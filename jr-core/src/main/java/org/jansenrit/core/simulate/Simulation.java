package org.jansenrit.core.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.integrate.Input;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.integrate.StepLimit;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.quantity.Time;

/**
 * How a model is run: from where, with which input, by which integrator, for how long. Immutable;
 * every method returns a new simulation. Say what to {@link #observe} to get something that can be
 * run.
 *
 * <p>Time zero is the end of the burn-in and the start of the recording.
 */
public final class Simulation {
  private final NeuralMassModel model;
  private final ParameterSet baseline;
  private final InitialState initial;
  private final List<Input> inputs;
  private final Integrator integrator;
  private final Time step;
  private final Time burnIn;
  private final Time duration;
  private final Execution execution;

  private Simulation(
      NeuralMassModel model,
      ParameterSet baseline,
      InitialState initial,
      List<Input> inputs,
      Integrator integrator,
      Time step,
      Time burnIn,
      Time duration,
      Execution execution) {
    this.model = model;
    this.baseline = baseline;
    this.initial = initial;
    this.inputs = List.copyOf(inputs);
    this.integrator = integrator;
    this.step = step;
    this.burnIn = burnIn;
    this.duration = duration;
    this.execution = execution;
  }

  /**
   * Starts from a model at its standard parameters, without input: one second by Heun's method at 1
   * ms.
   *
   * @param model the equations
   * @return the simulation, on all cores
   */
  public static Simulation of(NeuralMassModel model) {
    return new Simulation(
        model,
        model.spec().standard(),
        InitialState.ofModel(),
        List.of(),
        Integrator.heun(),
        Time.ms(1),
        Time.s(0),
        Time.s(1),
        Execution.allCores());
  }

  /**
   * {@return this simulation with {@code set} for the parameters that a table does not give}
   *
   * @param set over the parameters of the model, in drift order
   * @throws IllegalArgumentException if {@code set} is not over the model's parameters, in order
   */
  public Simulation baseline(ParameterSet set) {
    if (!set.parameters().equals(model.spec().parameters())) {
      throw new IllegalArgumentException(
          "baseline: expected the parameters "
              + model.spec().parameters()
              + " of "
              + model.spec().name()
              + ", but got "
              + set.parameters());
    }
    return new Simulation(
        model, set, initial, inputs, integrator, step, burnIn, duration, execution);
  }

  /**
   * {@return this simulation of another model, from its own initial state and with its own standard
   * parameters; drives stay at their ports}
   *
   * @param other the new equations
   * @throws IllegalArgumentException if {@code other} lacks a port that a drive enters, or the
   *     integrator does not go with it
   */
  public Simulation model(NeuralMassModel other) {
    Integration.require(other, integrator);
    inputs.forEach(input -> Integration.require(other.spec(), integrator, input));
    return new Simulation(
        other,
        other.spec().standard(),
        InitialState.ofModel(),
        inputs,
        integrator,
        step,
        burnIn,
        duration,
        execution);
  }

  /**
   * {@return this simulation started from {@code state}}
   *
   * @param state from which every simulation starts its burn-in
   * @throws IllegalArgumentException if it has not one value per variable
   */
  public Simulation initial(InitialState state) {
    state.require(model.spec());
    return new Simulation(
        model, baseline, state, inputs, integrator, step, burnIn, duration, execution);
  }

  /**
   * {@return this simulation with {@code drive} at {@code port}, in the unit of the port, in place
   * of what entered there}
   *
   * @param port where it enters
   * @param drive one realisation per simulation
   * @throws IllegalArgumentException if the model has no such port, or the drive has white noise
   *     and the port is not additive
   */
  public Simulation drive(Port port, Drive drive) {
    return drive(List.of(port), drive);
  }

  /**
   * {@return this simulation with one realisation of {@code drive} at each of {@code ports}}
   *
   * @param ports where it enters; all see the same random numbers
   * @param drive one realisation per simulation, in the unit of the ports
   * @throws IllegalArgumentException if there is no port, the model has no such port, or the drive
   *     has white noise and a port is not additive
   */
  public Simulation drive(List<Port> ports, Drive drive) {
    Input added = new Input(drive, ports);
    Integration.require(model.spec(), Integrator.euler(), added);
    List<Input> all = new ArrayList<>();
    for (Input old : inputs) {
      List<Port> left = old.ports().stream().filter(port -> !ports.contains(port)).toList();
      if (!left.isEmpty()) {
        all.add(new Input(old.drive(), left));
      }
    }
    all.add(added);
    return new Simulation(
        model, baseline, initial, all, integrator, step, burnIn, duration, execution);
  }

  /**
   * {@return this simulation with another scheme or step}
   *
   * @param method the scheme; whether it goes with model and drives is checked by {@link #observe}
   * @param newStep the time step; burn-in and duration must be multiples of it
   * @throws IllegalArgumentException if {@code newStep} is not positive
   */
  public Simulation integrator(Integrator method, Time newStep) {
    newStep.requirePositive("step");
    return new Simulation(
        model, baseline, initial, inputs, method, newStep, burnIn, duration, execution);
  }

  /**
   * {@return this simulation with {@code newBurnIn} before time zero, which is not recorded}
   *
   * @param newBurnIn zero or positive; a multiple of the step
   * @throws IllegalArgumentException if it is negative
   */
  public Simulation burnIn(Time newBurnIn) {
    if (newBurnIn.seconds() < 0) {
      throw new IllegalArgumentException("burn-in must not be negative, but was " + newBurnIn);
    }
    return new Simulation(
        model, baseline, initial, inputs, integrator, step, newBurnIn, duration, execution);
  }

  /**
   * {@return this simulation recorded for {@code newDuration}, after the burn-in}
   *
   * @param newDuration positive; a multiple of the step
   * @throws IllegalArgumentException if it is not positive
   */
  public Simulation duration(Time newDuration) {
    newDuration.requirePositive("duration");
    return new Simulation(
        model, baseline, initial, inputs, integrator, step, burnIn, newDuration, execution);
  }

  /**
   * {@return this simulation run on other threads, or with a listener to its progress}
   *
   * @param newExecution the threads and the listener
   */
  public Simulation execution(Execution newExecution) {
    return new Simulation(
        model, baseline, initial, inputs, integrator, step, burnIn, duration, newExecution);
  }

  /**
   * {@return a simulator that keeps what {@code monitor} sees}
   *
   * <p>A row of a table whose kernels are too fast for the step is not run: it counts as diverged,
   * as if it had exploded, and the others are as ever.
   *
   * @param <X> the kind of observation
   * @param monitor what is kept, and at which rate
   * @throws IllegalArgumentException if duration or burn-in are not multiples of the step, the step
   *     is too large for what decays fastest at the {@linkplain #baseline baseline} ({@link
   *     StepLimit}), a drive does not go with the integrator, or a free parameter appears twice
   *     with different ranges
   */
  public <X extends Observations> Simulator<X> observe(Monitor<X> monitor) {
    return BlockSimulator.of(this, monitor);
  }

  /**
   * Runs one simulation per row of {@code theta} side by side, in this thread, and shows their
   * states to {@code visitor} at each sample of the recording.
   *
   * @param theta the parameters; those of the model and its drives that are left out keep their
   *     values
   * @param streams row i draws from stream i of these
   * @param visitor called at every sample, in order; all rows are its lanes
   * @throws IllegalArgumentException if every row is too fast for the step; those that are, among
   *     others, are not finite
   */
  public void follow(ParameterTable theta, Streams streams, StateVisitor visitor) {
    BlockStart start = new BlockStart(this, theta, streams);
    start.requireStep();
    LaneBlock block = start.block(0, theta.size());
    Integration run = start.start(block);
    for (int k = burnInSteps(); k > 0; k--) {
      run.advance();
    }
    int samples = timeline().samples();
    for (int k = 0; k < samples; k++) {
      visitor.visit(k, run.state());
      run.advance();
    }
  }

  /** {@return the recorded part: its step and the number of its samples} */
  public Timeline timeline() {
    return new Timeline(step, duration.multipleOf(step, "duration"));
  }

  /** {@return the model} */
  public NeuralMassModel model() {
    return model;
  }

  StepLimit stepLimit() {
    return StepLimit.of(model, integrator, step);
  }

  /** {@return the parameters that a table does not give} */
  public ParameterSet baseline() {
    return baseline;
  }

  InitialState initial() {
    return initial;
  }

  List<Input> inputs() {
    return inputs;
  }

  Integrator integrator() {
    return integrator;
  }

  Execution execution() {
    return execution;
  }

  Time step() {
    return step;
  }

  int burnInSteps() {
    return burnIn.multipleOf(step, "burn-in");
  }

  @Override
  public String toString() {
    return "Simulation["
        + model.spec().name()
        + ", "
        + inputs
        + ", "
        + integrator
        + " at "
        + step
        + ", burn-in "
        + burnIn
        + ", duration "
        + duration
        + ", from "
        + initial
        + "]";
  }
}
