package org.jansenrit.core.drive;

import java.util.List;
import org.jansenrit.core.model.Parameter;

/**
 * A sum of independent stationary Ornstein-Uhlenbeck processes of mean zero.
 *
 * @param parts the processes, for a standard deviation of one of the whole
 * @param sd the standard deviation of the sum
 * @param name what it is called
 * @param times its correlation time or its band
 */
record RelaxationNoise(List<Part> parts, Scalar sd, String name, String times) implements Drive {

  /**
   * One process.
   *
   * @param tau its correlation time, in s
   * @param sd its standard deviation
   */
  record Part(double tau, double sd) {}

  @Override
  public Path start(LaneBlock block) {
    return new RelaxationPath(block, parts, sd.values(block));
  }

  @Override
  public List<Parameter> parameters() {
    return sd.parameters();
  }

  @Override
  public String toString() {
    return name + " of sd " + sd + ", " + times;
  }
}
