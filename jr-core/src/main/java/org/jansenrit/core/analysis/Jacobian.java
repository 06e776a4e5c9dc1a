package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/**
 * How an observation moves when the logarithms of parameters do: one column per parameter, one row
 * per value of the observation. Immutable.
 */
public final class Jacobian {
  /** Two estimates of a column that differ by more than this do not count as a derivative. */
  private static final double TRUSTED = 0.01;

  private final ParameterSet point;
  private final double[][] columns;
  private final double[] errors;
  private final double size;

  Jacobian(ParameterSet point, double[][] columns, double[] errors, double size) {
    this.point = point;
    this.columns = columns;
    this.errors = errors;
    this.size = size;
  }

  /** Differentiates a response about {@code point} with steps of {@code largest}, halved. */
  static Jacobian of(Response.Around response, ParameterSet point, double largest, int levels) {
    double[] steps = new double[levels];
    Arrays.setAll(steps, k -> Math.scalb(largest, -k));
    double[][] rows = response.deviations(new LogSteps(point, steps).table());
    int parameters = point.parameters().size();
    double[][] columns = new double[parameters][];
    double[] errors = new double[parameters];
    for (int j = 0; j < parameters; j++) {
      double[][] differences = new double[levels][];
      for (int k = 0; k < levels; k++) {
        int at = 2 * (j * levels + k);
        differences[k] = difference(rows[at], rows[at + 1], 2 * steps[k]);
      }
      Extrapolation limit = Extrapolation.of(differences);
      columns[j] = limit.derivative();
      errors[j] = limit.error();
    }
    return new Jacobian(point, columns, errors, norm(response.reference()));
  }

  private static double[] difference(double[] up, double[] down, double by) {
    double[] slope = new double[up.length];
    Arrays.setAll(slope, k -> (up[k] - down[k]) / by);
    return slope;
  }

  static double norm(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(v -> v * v).sum());
  }

  /** {@return where this is the derivative} */
  public ParameterSet point() {
    return point;
  }

  /** {@return the parameters, one per column} */
  public List<Parameter> parameters() {
    return point.parameters();
  }

  /** {@return the number of values of the observation} */
  public int values() {
    return columns[0].length;
  }

  /**
   * {@return the derivative by the logarithm of {@code p}, in the unit of the observation}
   *
   * @param p one of {@link #parameters()}
   */
  public double[] column(Parameter p) {
    return columns[index(p)].clone();
  }

  /**
   * {@return the norm of the column of {@code p} over that of the observation: by how much of
   * itself the observation moves, per unit of log {@code p}}
   *
   * @param p one of {@link #parameters()}
   */
  public double norm(Parameter p) {
    return norm(columns[index(p)]) / size;
  }

  /**
   * {@return how far two estimates of the column of {@code p} differ, over its norm}
   *
   * @param p one of {@link #parameters()}
   */
  public double error(Parameter p) {
    double largest = Arrays.stream(columns).mapToDouble(Jacobian::norm).max().orElse(0);
    double own = norm(columns[index(p)]);
    return errors[index(p)] / Math.max(own, 1e-6 * largest);
  }

  /** Returns the largest error of a column over the largest norm of one. */
  double relativeError() {
    double largest = Arrays.stream(columns).mapToDouble(Jacobian::norm).max().orElse(0);
    return Arrays.stream(errors).max().orElse(0) / largest;
  }

  private int index(Parameter p) {
    return ParameterIndex.of(p, parameters());
  }

  /**
   * {@return why this is no derivative, if it is none: the observation is not finite, does not move
   * at all, or two step sizes disagree by more than 1 %}
   */
  public Optional<String> doubt() {
    if (!Double.isFinite(size)) {
      return Optional.of("the observation is not finite at " + point);
    }
    for (Parameter p : parameters()) {
      if (!Double.isFinite(norm(columns[index(p)]))) {
        return Optional.of("the observation is not finite a step in " + p.symbol() + " away");
      }
    }
    if (Arrays.stream(columns).allMatch(column -> norm(column) == 0)) {
      return Optional.of("the observation is constant: no parameter moves it");
    }
    return parameters().stream()
        .filter(p -> !(error(p) <= TRUSTED))
        .findFirst()
        .map(
            p ->
                "two step sizes in %s disagree by %s %%, more than 1 %%"
                    .formatted(p.symbol(), Texts.digits(100 * error(p))));
  }

  /**
   * Draws a map of the sizes of the derivatives over parameters and values, relative to the root
   * mean square of the observation: which parameter moves which part of it.
   *
   * @return one panel: parameters from left to right, values of the observation from below
   * @throws IllegalArgumentException if a derivative is not finite; see {@link #doubt}
   */
  public Figure figure() {
    String[] symbols = parameters().stream().map(Parameter::symbol).toArray(String[]::new);
    double typical = size / Math.sqrt(values());
    double[][] map = new double[values()][symbols.length];
    for (int k = 0; k < map.length; k++) {
      for (int j = 0; j < symbols.length; j++) {
        map[k][j] = Math.abs(columns[j][k]) / typical;
      }
    }
    return Figure.of(
        Panel.of("What parameters move", "parameter", "number of the value (1)")
            .heat(
                "size of the change per unit of log (1)",
                new double[] {-0.5, symbols.length - 0.5},
                new double[] {-0.5, map.length - 0.5},
                map)
            .categories(symbols));
  }

  /** Returns values x parameters. */
  DMatrixRMaj matrix() {
    DMatrixRMaj matrix = new DMatrixRMaj(values(), columns.length);
    for (int j = 0; j < columns.length; j++) {
      for (int k = 0; k < columns[j].length; k++) {
        matrix.set(k, j, columns[j][k]);
      }
    }
    return matrix;
  }

  @Override
  public String toString() {
    return "Jacobian[" + values() + " values by log of " + parameters() + ", at " + point + "]";
  }
}
