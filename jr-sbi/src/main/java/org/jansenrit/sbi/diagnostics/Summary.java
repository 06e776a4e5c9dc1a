package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;

/**
 * Mean and variance of a sample.
 *
 * @param mean its mean
 * @param variance its variance, with n - 1
 */
record Summary(double mean, double variance) {

  static Summary of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return new Summary(mean, squares / (values.length - 1));
  }

  double sd() {
    return Math.sqrt(variance);
  }
}
