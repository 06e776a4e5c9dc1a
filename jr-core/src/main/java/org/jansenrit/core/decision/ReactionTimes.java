package org.jansenrit.core.decision;

import java.util.Arrays;

/** Statistics of rising reaction times; NaN if there are too few. */
final class ReactionTimes {
  private ReactionTimes() {}

  static double mean(double[] times) {
    return Arrays.stream(times).average().orElse(Double.NaN);
  }

  /** Returns the standard deviation of the population that {@code times} are drawn from. */
  static double sd(double[] times) {
    return Math.sqrt(moments(times)[0] * times.length / (times.length - 1));
  }

  /** Returns the third central moment over the cube of the root of the second; 0 if all agree. */
  static double skewness(double[] times) {
    double[] moments = moments(times);
    return moments[0] == 0 ? 0 : moments[1] / (moments[0] * Math.sqrt(moments[0]));
  }

  /** Returns the second and the third central moment. */
  private static double[] moments(double[] times) {
    double mean = mean(times);
    double second = 0;
    double third = 0;
    for (double t : times) {
      double squared = (t - mean) * (t - mean);
      second += squared;
      third += squared * (t - mean);
    }
    return new double[] {second / times.length, third / times.length};
  }

  /**
   * Returns a quantile, linear between order statistics.
   *
   * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman &amp; Fan (1996), type
   *     7</a>
   */
  static double quantile(double[] times, double probability) {
    if (times.length == 0) {
      return Double.NaN;
    }
    double at = probability * (times.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, times.length - 1);
    return times[below] + (at - below) * (times[above] - times[below]);
  }
}
