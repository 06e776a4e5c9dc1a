package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;

/** Points that differ from one by a step in the logarithm of one parameter. */
final class LogSteps {
  private final ParameterSet point;
  private final double[] steps;

  /**
   * Takes steps in log units.
   *
   * @throws IllegalArgumentException if a parameter is zero at {@code point}, or a step leaves its
   *     possible range
   */
  LogSteps(ParameterSet point, double... steps) {
    this.point = point;
    this.steps = steps;
    for (Parameter p : point.parameters()) {
      requireLog(p, point.get(p));
      for (double step : steps) {
        requirePossible(p, point.get(p), step);
        requirePossible(p, point.get(p), -step);
      }
    }
  }

  private static void requireLog(Parameter p, double value) {
    if (value == 0) {
      throw new IllegalArgumentException(
          "%s is 0 here, and has no logarithm: leave it out, or measure it from somewhere else, by a parameter that is %s plus a constant"
              .formatted(p.symbol(), p.symbol()));
    }
  }

  private static void requirePossible(Parameter p, double value, double step) {
    if (!p.isPossible(value * Math.exp(step))) {
      throw new IllegalArgumentException(
          "a step of %s %% from %s = %s leaves its possible range; take a point further inside"
              .formatted(Texts.digits(100 * Math.abs(step)), p.symbol(), p.withUnit(value)));
    }
  }

  /** Returns which parameters leave their meaningful range by the largest step. */
  List<Parameter> leavingMeaningful() {
    List<Parameter> leaving = new ArrayList<>();
    for (Parameter p : point.parameters()) {
      double up = point.get(p) * Math.exp(steps[0]);
      double down = point.get(p) * Math.exp(-steps[0]);
      if (Math.min(up, down) < p.low() || Math.max(up, down) > p.high()) {
        leaving.add(p);
      }
    }
    return leaving;
  }

  /** Returns two rows per parameter and step: up, then down. */
  ParameterTable table() {
    List<double[]> rows = new ArrayList<>();
    for (int j = 0; j < point.parameters().size(); j++) {
      for (double step : steps) {
        rows.add(moved(j, step));
        rows.add(moved(j, -step));
      }
    }
    return ParameterTable.of(point.parameters(), rows.toArray(double[][]::new));
  }

  private double[] moved(int parameter, double step) {
    double[] values = point.toArray();
    values[parameter] *= Math.exp(step);
    return values;
  }
}
