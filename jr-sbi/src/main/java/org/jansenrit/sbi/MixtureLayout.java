package org.jansenrit.sbi;

/**
 * Where the numbers of a mixture are in the outputs of a network: component after component, each a
 * logit, d means, d logarithms of the diagonal, d (d - 1) / 2 off-diagonals row by row.
 *
 * @param components the number of components, K
 * @param dimensions the number of parameters, d
 */
record MixtureLayout(int components, int dimensions) {

  /** Returns the numbers per component. */
  int stride() {
    return 1 + 2 * dimensions + dimensions * (dimensions - 1) / 2;
  }

  /** Returns the number of outputs. */
  int size() {
    return components * stride();
  }

  /** Returns where component {@code k} begins, with its logit. */
  int logit(int k) {
    return k * stride();
  }

  /** Returns where the means of component {@code k} begin. */
  int mean(int k) {
    return logit(k) + 1;
  }

  /** Returns where the logarithms of the diagonal of component {@code k} begin. */
  int diagonal(int k) {
    return mean(k) + dimensions;
  }
}
