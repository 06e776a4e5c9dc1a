package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.model.Variable;
import org.jansenrit.core.quantity.Time;

/**
 * How the rest and the rhythms of a model change with one constant input or one parameter: a recipe
 * for a {@link BifurcationDiagram}, for any model. Immutable.
 *
 * <pre>{@code
 * Continuation.of(JansenRit.model()).along(JansenRit.P, -60, 400).diagram()
 * }</pre>
 *
 * <p>Curves of equilibria are followed by pseudo-arclength through their folds, from all equilibria
 * that Newton's method finds at five values from states that the model visits; a curve that leaves
 * the range is followed half a range further, in case it comes back. A curve that is joined to none
 * of these states may be missed. Cycles are found by simulation, up and down, so that only stable
 * ones are, by the classic Runge-Kutta method.
 */
public final class Continuation {
  private static final double BEYOND = 0.5;
  private static final int STARTS = 5;

  private final NeuralMassModel model;
  private final ParameterSet theta;
  private final Map<Port, Double> inputs;
  private final Free free;
  private final Sweep sweep;

  /** What is varied: a port or a parameter. */
  private record Free(
      String symbol, String unit, boolean input, int index, double low, double high) {
    @Override
    public String toString() {
      return symbol + " from " + low + " to " + high + (unit.equals("1") ? "" : " " + unit);
    }
  }

  private record Sweep(int values, Time step, Time settle, Time record) {}

  private Continuation(
      NeuralMassModel model, ParameterSet theta, Map<Port, Double> inputs, Free free, Sweep sweep) {
    this.model = model;
    this.theta = theta;
    this.inputs = Map.copyOf(inputs);
    this.free = free;
    this.sweep = sweep;
  }

  /**
   * Starts with {@code model} at its standard parameters, without input; cycles at 60 values, each
   * for 2 s after 1 s, in steps of 1 ms.
   *
   * @param model the equations
   * @return the recipe; say what varies by {@link #along(Port, double, double)} or {@link
   *     #along(Parameter, double, double)}
   */
  public static Continuation of(NeuralMassModel model) {
    Sweep sweep = new Sweep(60, Time.ms(1), Time.s(1), Time.s(2));
    return new Continuation(model, model.spec().standard(), Map.of(), null, sweep);
  }

  /**
   * {@return this at other parameters, all of the model's}
   *
   * @param set over the parameters of the model, in drift order
   * @throws IllegalArgumentException if it is over others
   */
  public Continuation at(ParameterSet set) {
    if (!set.parameters().equals(model.spec().parameters())) {
      throw new IllegalArgumentException(
          "expected the parameters %s of %s, but got %s"
              .formatted(model.spec().parameters(), model.spec().name(), set.parameters()));
    }
    return new Continuation(model, set, inputs, free, sweep);
  }

  /**
   * {@return this with a constant input at {@code port}, in its unit}
   *
   * @param port where it enters
   * @param level any finite number
   * @throws IllegalArgumentException if the model has no such port
   */
  public Continuation input(Port port, double level) {
    model.spec().indexOf(port);
    requireFinite(port.symbol(), level, level);
    Map<Port, Double> more = new HashMap<>(inputs);
    more.put(port, level);
    return new Continuation(model, theta, more, free, sweep);
  }

  /**
   * {@return this along the constant input at {@code port}}
   *
   * @param port where it enters
   * @param from the lowest level, in the unit of the port
   * @param to the highest level, in the unit of the port
   * @throws IllegalArgumentException if the model has no such port or the range is empty
   */
  public Continuation along(Port port, double from, double to) {
    int index = model.spec().indexOf(port);
    requireFinite(port.symbol(), from, to);
    Free input = new Free(port.symbol(), port.unit(), true, index, from, to);
    return new Continuation(model, theta, inputs, input, sweep);
  }

  /**
   * {@return this along {@code parameter}}
   *
   * @param parameter one of the model's
   * @param from its lowest value, in its unit
   * @param to its highest value, in its unit
   * @throws IllegalArgumentException if the model has no such parameter, the range is empty, or not
   *     all of it is possible
   */
  public Continuation along(Parameter parameter, double from, double to) {
    int index = model.spec().indexOf(parameter);
    requireFinite(parameter.symbol(), parameter.require(from), parameter.require(to));
    Free varied = new Free(parameter.symbol(), parameter.unit(), false, index, from, to);
    return new Continuation(model, theta, inputs, varied, sweep);
  }

  private void requireFinite(String symbol, double from, double to) {
    if (!(from <= to) || Double.isInfinite(to - from)) {
      throw new IllegalArgumentException(
          "%s must go from a lower to a higher value, both finite, but from %s to %s"
              .formatted(symbol, from, to));
    }
  }

  /**
   * {@return this with cycles looked for at {@code values} values, for {@code record} after {@code
   * settle} each, again and again while they still grow or shrink, at most ten times, in steps of
   * {@code step}; at none, if {@code values} is 0}
   *
   * @param values how many, evenly spaced over the range, both ends included; 0, or at least 2
   * @param step the time step, positive
   * @param settle what is left out before each recording; zero or positive
   * @param record what is looked at; positive
   * @throws IllegalArgumentException if a number is none of that
   */
  public Continuation cycles(int values, Time step, Time settle, Time record) {
    step.requirePositive("step");
    record.requirePositive("recording of a cycle");
    if (values < 0 || values == 1 || settle.seconds() < 0) {
      throw new IllegalArgumentException(
          "cycles are looked for at 0 or at least 2 values, after a time that is not negative, but got "
              + values
              + " and "
              + settle);
    }
    return new Continuation(model, theta, inputs, free, new Sweep(values, step, settle, record));
  }

  /**
   * Follows all equilibria and sweeps for cycles.
   *
   * @return what was found within the range
   * @throws IllegalStateException if what varies has not been said, or its range is a point
   */
  public BifurcationDiagram diagram() {
    if (free == null || !(free.low() < free.high())) {
      throw new IllegalStateException("say what to vary, over which range, by along(...)");
    }
    Flow flow = flow();
    double[] initial = model.spec().variables().stream().mapToDouble(Variable::initial).toArray();
    List<double[]> visited = visited(flow, initial);
    Newton newton = new Newton(flow, sizes(visited));
    double width = free.high() - free.low();
    BranchWalk walk =
        new BranchWalk(
            flow,
            newton,
            bounded(free.low() - BEYOND * width),
            bounded(free.high() + BEYOND * width));
    Branches branches = new Branches(newton, walk);
    for (double lambda : spaced(STARTS)) {
      visited.forEach(state -> branches.follow(state, lambda));
    }
    List<Cycle> cycles =
        sweep.values() == 0
            ? List.of()
            : new CycleSweep(flow, sweep.step(), sweep.settle(), sweep.record())
                .over(spaced(sweep.values()), initial);
    ModelSpec spec = model.spec();
    String axis = free.symbol() + " (" + free.unit() + ")";
    return new BifurcationDiagram(
        spec.name(),
        axis,
        "output (" + spec.outputUnit() + ")",
        free.low(),
        free.high(),
        branches.found(),
        cycles);
  }

  private Flow flow() {
    ModelSpec spec = model.spec();
    double[] levels = spec.ports().stream().mapToDouble(p -> inputs.getOrDefault(p, 0.0)).toArray();
    return new Flow(model, theta.toArray(), levels, free.input(), free.index());
  }

  /** A parameter is not followed to where it is not possible. */
  private double bounded(double value) {
    if (free.input()) {
      return value;
    }
    Parameter p = model.spec().parameters().get(free.index());
    return Math.max(p.lowest(), Math.min(p.highest(), value));
  }

  private double[] spaced(int count) {
    double[] values = new double[count];
    Arrays.setAll(values, k -> free.low() + (free.high() - free.low()) * k / (count - 1));
    return values;
  }

  /** States that the model visits from its initial one, at each of the starting values. */
  private List<double[]> visited(Flow flow, double[] initial) {
    List<double[]> states = new ArrayList<>(List.of(initial));
    double[] lambdas = spaced(STARTS);
    RungeKutta run = new RungeKutta(flow, sweep.step().seconds(), initial, STARTS);
    int every = (int) Math.max(1, Math.rint(0.02 / sweep.step().seconds()));
    for (int k = 1; k <= 50 * every; k++) {
      run.advance(lambdas);
      if (k % every == 0) {
        for (double[] state : run.states()) {
          states.add(state.clone());
        }
      }
    }
    states.removeIf(state -> !Arrays.stream(state).allMatch(Double::isFinite));
    return states;
  }

  private double[] sizes(List<double[]> states) {
    double[] sizes = new double[states.get(0).length + 1];
    for (double[] state : states) {
      for (int v = 0; v < state.length; v++) {
        sizes[v] = Math.max(sizes[v], Math.abs(state[v]));
      }
    }
    for (int v = 0; v < sizes.length - 1; v++) {
      sizes[v] = sizes[v] > 0 ? sizes[v] : 1;
    }
    sizes[sizes.length - 1] = free.high() - free.low();
    return sizes;
  }

  @Override
  public String toString() {
    return "Continuation[" + model.spec().name() + ", along " + free + "]";
  }
}
