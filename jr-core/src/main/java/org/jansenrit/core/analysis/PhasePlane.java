package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.model.Variable;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.report.Figure;

/**
 * Where a model of two variables goes from any state, under constant inputs and without noise: its
 * nullclines, equilibria, the direction of its flow and some of its paths. Immutable.
 *
 * <pre>{@code
 * PhasePlane.of(WilsonCowan.model()).input(WilsonCowan.P, 1.25).figure()
 * }</pre>
 *
 * <p>Paths are integrated by the classic Runge-Kutta method.
 */
public final class PhasePlane {
  private final NeuralMassModel model;
  private final ParameterSet theta;
  private final Map<Port, Double> inputs;
  private final List<List<Double>> starts;
  private final Run run;

  private record Run(Time duration, Time step) {}

  private PhasePlane(
      NeuralMassModel model,
      ParameterSet theta,
      Map<Port, Double> inputs,
      List<List<Double>> starts,
      Run run) {
    this.model = model;
    this.theta = theta;
    this.inputs = Map.copyOf(inputs);
    this.starts = List.copyOf(starts);
    this.run = run;
  }

  /**
   * Starts with {@code model} at its standard parameters, without input; paths last 1 s, in steps
   * of 0.5 ms.
   *
   * @param model the equations, of two variables
   * @return the recipe for a figure
   * @throws IllegalArgumentException if the model has not exactly two variables
   */
  public static PhasePlane of(NeuralMassModel model) {
    ModelSpec spec = model.spec();
    if (spec.variables().size() != 2) {
      throw new IllegalArgumentException(
          "a phase plane has two variables, but %s has %d: %s"
              .formatted(
                  spec.name(),
                  spec.variables().size(),
                  spec.variables().stream().map(Variable::symbol).toList()));
    }
    Run run = new Run(Time.s(1), Time.ms(0.5));
    return new PhasePlane(model, spec.standard(), Map.of(), List.of(), run);
  }

  /**
   * {@return this at other parameters}
   *
   * @param set over the parameters of the model, in drift order
   * @throws IllegalArgumentException if they are not those of the model
   */
  public PhasePlane at(ParameterSet set) {
    if (!set.parameters().equals(model.spec().parameters())) {
      throw new IllegalArgumentException(
          "expected the parameters %s of %s, but got %s"
              .formatted(model.spec().parameters(), model.spec().name(), set.parameters()));
    }
    return new PhasePlane(model, set, inputs, starts, run);
  }

  /**
   * {@return this with a constant input at {@code port}, in its unit}
   *
   * @param port where it enters
   * @param level any finite number
   * @throws IllegalArgumentException if the model has no such port, or the level is not finite
   */
  public PhasePlane input(Port port, double level) {
    model.spec().indexOf(port);
    if (!Double.isFinite(level)) {
      throw new IllegalArgumentException(port.symbol() + " must be finite, but was " + level);
    }
    Map<Port, Double> more = new HashMap<>(inputs);
    more.put(port, level);
    return new PhasePlane(model, theta, more, starts, run);
  }

  /**
   * {@return this with another path; the first one replaces that from the model's initial state}
   *
   * @param x where it starts, in the unit of the first variable
   * @param y where it starts, in the unit of the second variable
   * @throws IllegalArgumentException if one is not finite
   */
  public PhasePlane from(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a path starts at finite values, not " + x + ", " + y);
    }
    List<List<Double>> more = new ArrayList<>(starts);
    more.add(List.of(x, y));
    return new PhasePlane(model, theta, inputs, more, run);
  }

  /**
   * {@return this with paths of another length, in steps of {@code step}}
   *
   * @param duration positive
   * @param step the time step, positive
   * @throws IllegalArgumentException if one is not positive
   */
  public PhasePlane during(Time duration, Time step) {
    duration.requirePositive("duration of a path");
    step.requirePositive("step");
    return new PhasePlane(model, theta, inputs, starts, new Run(duration, step));
  }

  /**
   * Draws the plane round the paths.
   *
   * @return one panel whose axes are the two variables, each in its unit
   * @throws IllegalStateException if a path leaves all finite values
   */
  public Figure figure() {
    return new PhasePortrait(model.spec(), flow(), levelOfFirst(), paths()).figure();
  }

  private Flow flow() {
    return new Flow(model, theta.toArray(), levels(), !inputs().isEmpty(), 0);
  }

  private List<Port> inputs() {
    return model.spec().ports();
  }

  private double[] levels() {
    return inputs().stream().mapToDouble(p -> inputs.getOrDefault(p, 0.0)).toArray();
  }

  /** A flow wants one number to be free: here it stays where it is. */
  private double levelOfFirst() {
    return inputs().isEmpty() ? theta.toArray()[0] : levels()[0];
  }

  /** Returns, per path, the states at each step: {@code [path][step][variable]}. */
  private double[][][] paths() {
    List<Variable> variables = model.spec().variables();
    List<List<Double>> from =
        starts.isEmpty() ? List.of(variables.stream().map(Variable::initial).toList()) : starts;
    double[][][] paths = new double[from.size()][][];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = path(from.get(i).get(0), from.get(i).get(1));
    }
    return paths;
  }

  private double[][] path(double... start) {
    double step = run.step().seconds();
    double[][] states = new double[(int) Math.ceil(run.duration().seconds() / step) + 1][];
    RungeKutta method = new RungeKutta(flow(), step, start, 1);
    states[0] = start;
    for (int k = 1; k < states.length; k++) {
      method.advance(new double[] {levelOfFirst()});
      states[k] = method.states()[0].clone();
      if (!Double.isFinite(states[k][0] + states[k][1])) {
        throw new IllegalStateException(
            "the path from (%s, %s) leaves all finite values after %s; take a smaller step than %s"
                .formatted(start[0], start[1], Time.s(k * step), run.step()));
      }
    }
    return states;
  }

  @Override
  public String toString() {
    return "PhasePlane[%s, %d %s of %s]"
        .formatted(
            model.spec().name(),
            Math.max(1, starts.size()),
            starts.size() > 1 ? "paths" : "path",
            run.duration());
  }
}
