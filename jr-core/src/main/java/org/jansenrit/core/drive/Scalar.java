package org.jansenrit.core.drive;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Numbers;

/** A number that is fixed, or a free parameter with a value per lane. */
record Scalar(double fixed, List<Parameter> parameters) {

  static Scalar of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a drive needs finite numbers, but got " + value);
    }
    return new Scalar(value, List.of());
  }

  static Scalar of(Parameter parameter) {
    return new Scalar(Double.NaN, List.of(parameter));
  }

  boolean isFixed() {
    return parameters.isEmpty();
  }

  /** Returns one value per lane; live: a lane that is refilled changes its element. */
  double[] values(LaneBlock block) {
    if (!isFixed()) {
      return block.values(parameters.get(0));
    }
    double[] values = new double[block.lanes()];
    Arrays.fill(values, fixed);
    return values;
  }

  @Override
  public String toString() {
    return isFixed() ? Numbers.shortest(fixed) : parameters.get(0).symbol();
  }
}
