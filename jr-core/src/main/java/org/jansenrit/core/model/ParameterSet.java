package org.jansenrit.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One point in a model's parameter space. An immutable value: equal if all its numbers are. */
public final class ParameterSet {
  private final List<Parameter> parameters;
  private final double[] values;

  private ParameterSet(List<Parameter> parameters, double[] values) {
    this.parameters = parameters;
    this.values = values;
  }

  /**
   * Creates a parameter set.
   *
   * @param parameters those of a model, in drift order
   * @param values one per parameter, each in its own unit
   * @return the set, which keeps a copy of both
   * @throws IllegalArgumentException if the numbers of parameters and values differ, or a value is
   *     not possible
   */
  public static ParameterSet of(List<Parameter> parameters, double... values) {
    if (parameters.size() != values.length) {
      throw new IllegalArgumentException(
          "expected "
              + parameters.size()
              + " values for "
              + parameters
              + ", but got "
              + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      parameters.get(i).require(values[i]);
    }
    return new ParameterSet(List.copyOf(parameters), values.clone());
  }

  /**
   * {@return the value of {@code parameter}, in its unit}
   *
   * @param parameter one of {@link #parameters()}
   * @throws IllegalArgumentException if this has no such parameter
   */
  public double get(Parameter parameter) {
    return values[indexOf(parameter)];
  }

  /**
   * {@return a copy of this set in which {@code parameter} is {@code value}, in its unit}
   *
   * @param parameter one of {@link #parameters()}
   * @param value in the unit of {@code parameter}
   * @throws IllegalArgumentException if this has no such parameter, or the value is not possible
   */
  public ParameterSet with(Parameter parameter, double value) {
    double[] copy = values.clone();
    copy[indexOf(parameter)] = parameter.require(value);
    return new ParameterSet(parameters, copy);
  }

  /** {@return the parameters, in order} */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** {@return the values in the order of the parameters, as a fresh array} */
  public double[] toArray() {
    return values.clone();
  }

  private int indexOf(Parameter parameter) {
    int i = parameters.indexOf(parameter);
    if (i < 0) {
      throw new IllegalArgumentException(
          "no parameter " + parameter + " here; there are " + parameters);
    }
    return i;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ParameterSet other
        && parameters.equals(other.parameters)
        && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    return 31 * parameters.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return IntStream.range(0, values.length)
        .mapToObj(i -> parameters.get(i).symbol() + " = " + parameters.get(i).withUnit(values[i]))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
