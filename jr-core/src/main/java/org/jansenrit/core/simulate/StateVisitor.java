package org.jansenrit.core.simulate;

/**
 * Looks at the states of simulations that run side by side, in double precision, and may move them:
 * for analyses. See {@link Simulation#follow}.
 */
@FunctionalInterface
public interface StateVisitor {
  /**
   * Sees the states at one sample; called for each in order.
   *
   * @param sample the number of the sample
   * @param y the states, {@code y[variable][lane]}, lane i being row i of the table; arrays may be
   *     longer. What is written to them is where the simulation goes on from; schemes that keep
   *     part of a step, as splitting does, take one step to notice.
   */
  void visit(int sample, double[][] y);
}
