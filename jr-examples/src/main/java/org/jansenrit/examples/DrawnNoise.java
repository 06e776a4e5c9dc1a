package org.jansenrit.examples;

import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.math.Streams;

/**
 * Adds one of many draws of the noise of some features, picked anew for each row: where a draw
 * itself takes longer than the simulation that it is added to.
 */
final class DrawnNoise implements Augmentation<Features> {
  private final Features draws;

  /**
   * Takes draws.
   *
   * @param draws noise by itself, one draw per row
   */
  DrawnNoise(Features draws) {
    this.draws = draws;
  }

  @Override
  public Features apply(Features x, Streams streams) {
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      UniformRandomProvider random = streams.random(i, Streams.SENSORS);
      double[] noise = draws.row(random.nextInt(draws.size()));
      rows[i] = x.row(i);
      for (int j = 0; j < noise.length; j++) {
        rows[i][j] += noise[j];
      }
    }
    return Features.of(rows, x.names());
  }

  @Override
  public String toString() {
    return draws.size() + " draws of sensor noise";
  }
}
