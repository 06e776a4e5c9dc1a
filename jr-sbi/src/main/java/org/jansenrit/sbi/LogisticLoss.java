package org.jansenrit.sbi;

import org.jansenrit.inference.training.Objective;

/**
 * The mean of -log of the probability of a row's own kind, the output being the log odds of the
 * second kind.
 *
 * @param rows the number of rows
 * @param first how many rows are of the first kind; they come first
 */
record LogisticLoss(int rows, int first) implements Objective {

  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public double evaluate(int[] some, float[] outputs, float[] gradient) {
    double sum = 0;
    for (int b = 0; b < some.length; b++) {
      double sign = some[b] < first ? 1 : -1;
      double odds = sign * outputs[b];
      // log(1 + e^odds), without overflow
      sum += Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)));
      if (gradient != null) {
        gradient[b] = (float) (sign / (1 + Math.exp(-odds)) / some.length);
      }
    }
    return sum / some.length;
  }
}
