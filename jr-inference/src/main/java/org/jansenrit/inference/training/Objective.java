package org.jansenrit.inference.training;

/**
 * What the outputs of a network are scored by, in plain Java.
 *
 * <p>The gradient that it computes enters the graph of the network as a constant, so that a loss of
 * one's own needs no engine, and may compute in double precision.
 */
public interface Objective {

  /** {@return the number of outputs per row; at least 1} */
  int outputs();

  /**
   * Scores the outputs of some rows. Must not keep the arrays.
   *
   * @param rows the numbers of the rows, in the data set that the network is fitted to
   * @param outputs {@code rows.length x outputs()} values, row after row, all finite
   * @param gradient receives the derivative of the returned mean by each output, in the same order;
   *     all zero before; null where only the value is wanted
   * @return the mean loss over the rows
   */
  double evaluate(int[] rows, float[] outputs, float[] gradient);

  /**
   * Hears how far training is, before each of its epochs. The gradient may depend on it, so that
   * early epochs look for more than the loss alone tells; the loss must not, so that epochs can be
   * compared.
   *
   * @param share of the epochs that are over, from 0 to below 1
   */
  default void begin(double share) {}

  /**
   * Says where the last layer starts.
   *
   * @param bias receives the first bias of each output; 0 before
   * @param weightFactor receives a factor on the first weights of each output; 1 before
   */
  default void initialHead(float[] bias, float[] weightFactor) {}
}
