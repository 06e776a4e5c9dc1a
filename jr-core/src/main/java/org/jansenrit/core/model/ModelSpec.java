package org.jansenrit.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a model is made of: state variables, parameters and ports, each in the order in which {@link
 * NeuralMassModel#drift} sees them, and the output that an electrode follows. Immutable; every
 * method returns a new specification.
 */
public final class ModelSpec {
  private final String name;
  private final List<Variable> variables;
  private final List<Parameter> parameters;
  private final List<Port> ports;
  private final String outputUnit;
  private final double[] output;

  private ModelSpec(
      String name,
      List<Variable> variables,
      List<Parameter> parameters,
      List<Port> ports,
      String outputUnit,
      double[] output) {
    this.name = name;
    this.variables = distinct(variables, "variable");
    this.parameters = distinct(parameters, "parameter");
    this.ports = distinct(ports, "port");
    this.outputUnit = outputUnit;
    this.output = output;
  }

  /**
   * Starts an empty specification of a model called {@code name}.
   *
   * @param name what messages and files call it: author and year, {@code "jansen-rit-1995"}
   * @return a specification without variables, parameters and ports
   */
  public static ModelSpec named(String name) {
    return new ModelSpec(name, List.of(), List.of(), List.of(), "1", new double[0]);
  }

  /**
   * Adds a state variable.
   *
   * @param symbol its symbol in the source paper; not yet taken
   * @param unit its unit, {@code "1"} for none
   * @param initial where it starts unless the simulation says otherwise, in that unit; finite
   * @return this with one more variable, the last in drift order
   * @throws IllegalArgumentException if there is a variable of this symbol, or {@code initial} is
   *     not finite
   */
  public ModelSpec state(String symbol, String unit, double initial) {
    Variable added = new Variable(symbol, unit, initial);
    return new ModelSpec(
        name, plus(variables, List.of(added)), parameters, ports, outputUnit, output);
  }

  /**
   * Adds parameters, in drift order.
   *
   * @param added one or more, of symbols that are not yet taken
   * @return this with more parameters, behind those it has
   * @throws IllegalArgumentException if a symbol appears twice
   */
  public ModelSpec parameters(Parameter... added) {
    return new ModelSpec(
        name, variables, plus(parameters, List.of(added)), ports, outputUnit, output);
  }

  /**
   * Adds ports, in drift order.
   *
   * @param added one or more, of symbols that are not yet taken
   * @return this with more ports, behind those it has
   * @throws IllegalArgumentException if a symbol appears twice
   */
  public ModelSpec ports(Port... added) {
    return new ModelSpec(
        name, variables, parameters, plus(ports, List.of(added)), outputUnit, output);
  }

  /**
   * Sets the output, a weighted sum of the state variables; without it, the first variable is the
   * output.
   *
   * @param unit the unit of the output
   * @param weights one per variable so far, in order; variables left out at the end weigh nothing
   * @return this with another output
   * @throws IllegalArgumentException if there are more weights than variables
   */
  public ModelSpec output(String unit, double... weights) {
    if (weights.length > variables.size()) {
      throw new IllegalArgumentException(
          name + ": " + weights.length + " output weights for " + variables.size() + " variables");
    }
    double[] all = Arrays.copyOf(weights, variables.size());
    return new ModelSpec(name, variables, parameters, ports, unit, all);
  }

  /** {@return the model's name: {@code "jansen-rit-1995"}} */
  public String name() {
    return name;
  }

  /** {@return the state variables, in drift order} */
  public List<Variable> variables() {
    return variables;
  }

  /** {@return the parameters, in drift order} */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** {@return the ports, in drift order} */
  public List<Port> ports() {
    return ports;
  }

  /** {@return the unit of the output} */
  public String outputUnit() {
    return outputUnit.equals("1") && output.length == 0 ? variables.get(0).unit() : outputUnit;
  }

  /** {@return the weights of the output, one per variable, as a fresh array} */
  public double[] output() {
    double[] weights = Arrays.copyOf(output, variables.size());
    if (output.length == 0) {
      weights[0] = 1;
    }
    return weights;
  }

  /** {@return the published standard parameter set} */
  public ParameterSet standard() {
    return ParameterSet.of(
        parameters, parameters.stream().mapToDouble(Parameter::standard).toArray());
  }

  /**
   * {@return the place of {@code parameter} in drift order}
   *
   * @param parameter one of {@link #parameters()}
   * @throws IllegalArgumentException if the model has no such parameter
   */
  public int indexOf(Parameter parameter) {
    return find(parameters, parameter, "parameter " + parameter.symbol());
  }

  /**
   * {@return the place of {@code port} in drift order}
   *
   * @param port one of {@link #ports()}
   * @throws IllegalArgumentException if the model has no such port
   */
  public int indexOf(Port port) {
    return find(ports, port, "port " + port.symbol());
  }

  private <T> int find(List<T> list, T wanted, String what) {
    int i = list.indexOf(wanted);
    if (i < 0) {
      throw new IllegalArgumentException(name + " has no " + what + "; it has " + symbols(list));
    }
    return i;
  }

  private <T> List<T> distinct(List<T> list, String what) {
    List<String> symbols = list.stream().map(ModelSpec::symbol).toList();
    if (new HashSet<>(symbols).size() < symbols.size()) {
      throw new IllegalArgumentException(name + ": a " + what + " appears twice in " + symbols);
    }
    return List.copyOf(list);
  }

  private static <T> List<T> plus(List<T> list, List<T> added) {
    List<T> all = new ArrayList<>(list);
    all.addAll(added);
    return all;
  }

  private static String symbols(List<?> list) {
    return list.stream().map(ModelSpec::symbol).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String symbol(Object o) {
    if (o instanceof Parameter p) {
      return p.symbol();
    }
    return o instanceof Port q ? q.symbol() : ((Variable) o).symbol();
  }

  @Override
  public String toString() {
    return name
        + "[variables "
        + symbols(variables)
        + ", parameters "
        + symbols(parameters)
        + ", ports "
        + symbols(ports)
        + "]";
  }
}
