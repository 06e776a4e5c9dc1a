package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/**
 * The profile likelihood of one parameter: how far the noise-free observation at a point can still
 * be met when the parameter is somewhere else, all others being refitted. Flat where the parameter
 * cannot be known. Immutable.
 *
 * @see <a href="https://doi.org/10.1093/bioinformatics/btp358">Raue et al. (2009)</a>
 */
public final class Profile {
  /** The 95 % point of a chi-square law of one degree of freedom. */
  private static final double LEVEL_95 = 3.841459;

  private final Parameter parameter;
  private final double[] values;
  private final double[] misfits;
  private final ParameterSet[] refitted;

  private Profile(Parameter parameter, double[] values, double[] misfits, ParameterSet[] refitted) {
    this.parameter = parameter;
    this.values = values;
    this.misfits = misfits;
    this.refitted = refitted;
  }

  static Profile of(ProfileFit fit, ParameterSet point, Parameter p, double... grid) {
    double[] values = DoubleStream.of(grid).sorted().toArray();
    double[] misfits = new double[values.length];
    ParameterSet[] refitted = new ParameterSet[values.length];
    // outwards from the point, each fit starting where its neighbour ended
    int middle = 0;
    while (middle < values.length - 1 && values[middle] < point.get(p)) {
      middle++;
    }
    ParameterSet start = point;
    for (int k = middle; k < values.length; k++) {
      start = fit.at(p, values[k], start);
      refitted[k] = start;
      misfits[k] = fit.misfit(start);
    }
    start = point;
    for (int k = middle - 1; k >= 0; k--) {
      start = fit.at(p, values[k], start);
      refitted[k] = start;
      misfits[k] = fit.misfit(start);
    }
    return new Profile(p, values, misfits, refitted);
  }

  /** {@return the parameter} */
  public Parameter parameter() {
    return parameter;
  }

  /** {@return where it was fixed, in its unit, in increasing order} */
  public double[] values() {
    return values.clone();
  }

  /**
   * {@return the squared distance from the observation, in units of the variance of the noise:
   * twice the loss in log likelihood}
   */
  public double[] misfits() {
    return misfits.clone();
  }

  /**
   * {@return all parameters where the parameter was fixed at {@code values()[k]}}
   *
   * @param k a place in {@link #values()}, from 0 on
   */
  public ParameterSet refitted(int k) {
    return refitted[k];
  }

  /** {@return the misfit above which a value is rejected at 95 %: 3.84} */
  public static double rejected() {
    return LEVEL_95;
  }

  /**
   * Draws the profile and the level of rejection.
   *
   * @return one panel: the misfit against the parameter in its unit
   */
  public Figure figure() {
    Panel panel =
        Panel.of(
                "Profile likelihood of " + parameter.symbol(),
                parameter.label(),
                "2 x loss in log likelihood (1)")
            .line("profile", values, misfits)
            .horizontalLine("95 %", LEVEL_95);
    return Figure.of(panel);
  }

  @Override
  public String toString() {
    return "Profile[%s from %s to %s, misfit up to %s]"
        .formatted(
            parameter.symbol(),
            parameter.withUnit(values[0]),
            parameter.withUnit(values[values.length - 1]),
            Texts.digits(Arrays.stream(misfits).max().orElse(0)));
  }
}
