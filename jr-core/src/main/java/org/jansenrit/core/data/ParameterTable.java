package org.jansenrit.core.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;

/** n rows of values of the same few parameters, each in its own unit. Immutable. */
public final class ParameterTable {
  private final List<Parameter> parameters;
  private final double[][] rows;

  private ParameterTable(List<Parameter> parameters, double[][] rows) {
    this.parameters = parameters;
    this.rows = rows;
  }

  /**
   * Creates a table.
   *
   * @param parameters one per column
   * @param rows {@code rows[n][parameters.size()]}, each column in the unit of its parameter
   * @return the table, which keeps a copy
   * @throws ShapeException if a row has another length
   */
  public static ParameterTable of(List<Parameter> parameters, double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != parameters.size()) {
        throw new ShapeException(
            "row " + i + " of the parameter table",
            parameters.size() + " values " + parameters,
            rows[i].length + "");
      }
      copy[i] = rows[i].clone();
    }
    return new ParameterTable(List.copyOf(parameters), copy);
  }

  /** Wraps {@code rows}, which have the right length and must not be written to from now on. */
  static ParameterTable wrap(List<Parameter> parameters, double[][] rows) {
    return new ParameterTable(parameters, rows);
  }

  /**
   * {@return a table of one row}
   *
   * @param set whose parameters become the columns
   */
  public static ParameterTable of(ParameterSet set) {
    return new ParameterTable(set.parameters(), new double[][] {set.toArray()});
  }

  /** {@return the parameters, in column order} */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** {@return the number of rows, n} */
  public int size() {
    return rows.length;
  }

  /**
   * {@return row {@code i} as a fresh array}
   *
   * @param i from 0 on
   */
  public double[] row(int i) {
    return rows[i].clone();
  }

  /**
   * {@return one value, in the unit of {@code parameters().get(column)}}
   *
   * @param row from 0 on
   * @param column from 0 on
   */
  public double get(int row, int column) {
    return rows[row][column];
  }

  /**
   * {@return row {@code i} as a parameter set}
   *
   * @param i from 0 on
   * @throws IllegalArgumentException if a value is not possible
   */
  public ParameterSet set(int i) {
    return ParameterSet.of(parameters, rows[i]);
  }

  /**
   * {@return all values of {@code parameter}, in its unit, as a fresh array}
   *
   * @param parameter one of {@link #parameters()}
   * @throws IllegalArgumentException if the table has no such parameter
   */
  public double[] column(Parameter parameter) {
    int j = parameters.indexOf(parameter);
    if (j < 0) {
      throw new IllegalArgumentException(
          "no parameter " + parameter + " here; there are " + parameters);
    }
    double[] column = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      column[i] = rows[i][j];
    }
    return column;
  }

  /**
   * Refuses parameters that a simulator does not have, and values that are not possible.
   *
   * @param accepted the parameters that the simulator has
   * @throws IllegalArgumentException if there are others, or a value is outside its possible range
   */
  public void requireAmong(List<Parameter> accepted) {
    for (Parameter p : parameters) {
      if (!accepted.contains(p)) {
        throw new IllegalArgumentException(
            "this simulator has no parameter " + p.symbol() + "; it has " + accepted);
      }
    }
    for (double[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        parameters.get(j).require(row[j]);
      }
    }
  }

  /**
   * {@return the rows at {@code chosen}, in that order}
   *
   * @param chosen from 0 on, in any order; one may appear twice
   */
  public ParameterTable select(int... chosen) {
    double[][] some = new double[chosen.length][];
    for (int i = 0; i < chosen.length; i++) {
      some[i] = rows[chosen[i]];
    }
    return new ParameterTable(parameters, some);
  }

  /**
   * {@return these rows followed by those of {@code others}}
   *
   * @param others of the same parameters, in the same order
   * @throws ShapeException if those are of other parameters, or in another order
   */
  public ParameterTable append(ParameterTable others) {
    if (!parameters.equals(others.parameters)) {
      throw new ShapeException(
          "parameters to append", parameters.toString(), others.parameters.toString());
    }
    return new ParameterTable(
        parameters,
        Stream.concat(Arrays.stream(rows), Arrays.stream(others.rows)).toArray(double[][]::new));
  }

  @Override
  public String toString() {
    return "theta "
        + rows.length
        + " x "
        + parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
