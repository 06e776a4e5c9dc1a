package org.jansenrit.sbi.diagnostics;

/** Distances between rows. */
final class Similarity {
  private Similarity() {}

  static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
