package org.jansenrit.core.features;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;

/**
 * Mean, standard deviation, skewness and excess kurtosis over time.
 *
 * <p>Moments are those of the samples as they are, with n in the denominator. Skewness and kurtosis
 * of a constant signal are not defined.
 *
 * @param order the highest moment, 1 to 4
 */
public record Moments(int order) implements Summary {

  /**
   * Creates a summary.
   *
   * @param order the highest moment
   * @throws IllegalArgumentException if it is not from 1 to 4
   */
  public Moments {
    if (order < 1 || order > 4) {
      throw new IllegalArgumentException("moments go from 1 to 4, but were asked up to " + order);
    }
  }

  /**
   * {@return the moments up to {@code order}, 1 to 4}
   *
   * @param order the highest moment: 1 for the mean alone, 4 for all
   * @throws IllegalArgumentException if it is not from 1 to 4
   */
  public static Moments upTo(int order) {
    return new Moments(order);
  }

  @Override
  public Prepared prepare(SignalShape shape) {
    String unit = " (" + shape.unit() + ")";
    List<String> all = List.of("mean" + unit, "sd" + unit, "skewness (1)", "excess kurtosis (1)");
    return new Prepared(all.subList(0, order), x -> Arrays.copyOf(of(x.values()), order));
  }

  private static double[] of(double[] x) {
    double mean = mean(x);
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
    for (double value : x) {
      double d = value - mean;
      m2 += d * d;
      m3 += d * d * d;
      m4 += d * d * d * d;
    }
    double n = x.length;
    double variance = m2 / n;
    double sd = Math.sqrt(variance);
    return new double[] {mean, sd, m3 / n / (variance * sd), m4 / n / (variance * variance) - 3};
  }

  /** Returns the mean of {@code x}. */
  static double mean(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum / x.length;
  }

  @Override
  public Archive toArchive() {
    return Archive.of("moments").with("order", order);
  }

  static Moments read(Archive archive) throws IOException {
    return new Moments(archive.count("order"));
  }

  @Override
  public String toString() {
    return "moments up to " + order;
  }
}
