package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.function.Function;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.ParameterSet;

/**
 * The Whittle likelihood of a stationary recording: periodogram values at different frequencies are
 * taken to be independent, each exponential about the model's spectrum. An approximation that is
 * good for long recordings, and says nothing of phases or of what is not stationary.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1953.tb00139.x">Whittle (1953)</a>
 */
public final class WhittleLikelihood implements LogLikelihood {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final double[] periodogram;
  private final double segments;
  private final Function<ParameterSet, double[]> spectrum;

  private WhittleLikelihood(
      double[] periodogram, double segments, Function<ParameterSet, double[]> spectrum) {
    this.periodogram = periodogram;
    this.segments = segments;
    this.spectrum = spectrum;
  }

  /**
   * {@return the likelihood of one periodogram}
   *
   * @param periodogram power per frequency, all positive and finite
   * @param segments of how many independent segments it is the mean; at least 1
   * @param spectrum the expected power at the same frequencies, in the same unit, all positive and
   *     finite, which is asked of each parameter set
   * @throws IllegalArgumentException if a value is not positive and finite, or there is none
   */
  public static WhittleLikelihood of(
      double[] periodogram, double segments, Function<ParameterSet, double[]> spectrum) {
    if (periodogram.length == 0
        || Arrays.stream(periodogram).anyMatch(v -> !(v > 0 && v < INFINITY))) {
      throw new IllegalArgumentException(
          "a periodogram needs at least one value, all positive and finite, but was "
              + Arrays.toString(periodogram));
    }
    if (!(segments >= 1)) {
      throw new IllegalArgumentException("there must be at least 1 segment, but got " + segments);
    }
    return new WhittleLikelihood(periodogram.clone(), segments, spectrum);
  }

  @Override
  public double[] at(ParameterTable theta) {
    double[] log = new double[theta.size()];
    Arrays.setAll(log, i -> at(theta.set(i)));
    return log;
  }

  private double at(ParameterSet theta) {
    double[] expected = spectrum.apply(theta);
    if (expected.length != periodogram.length) {
      throw new ShapeException(
          "spectrum", periodogram.length + " values, as in the periodogram", expected.length + "");
    }
    double sum = 0;
    for (int f = 0; f < expected.length; f++) {
      sum += Math.log(require(expected[f], f, theta)) + periodogram[f] / expected[f];
    }
    return -segments * sum;
  }

  private static double require(double power, int f, ParameterSet theta) {
    if (!(power > 0 && power < INFINITY)) {
      throw new IllegalArgumentException(
          "the expected power at frequency %d, counted from 0, is %s at %s; it must be positive and"
                  .formatted(f, power, theta)
              + " finite");
    }
    return power;
  }

  @Override
  public String label() {
    return "Whittle likelihood (approximate) of " + periodogram.length + " frequencies";
  }

  @Override
  public String toString() {
    return label();
  }
}
