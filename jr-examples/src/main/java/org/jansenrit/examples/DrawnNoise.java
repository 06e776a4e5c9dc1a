package org.jansenrit.examples;

import org.apache.commons.rng.UniformRandomProvider;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.math.Streams;

/**
 * Adds normal noise to features, of which there are many draws: where a draw itself takes longer
 * than the simulation that it is added to.
 *
 * <p>Two of them are picked anew for each row and added with the cosine and the sine of an angle,
 * which has the law of either and is never seen again. With single draws, a network that reads far
 * more features than there are parameters learns by heart which one it is, and knows more than a
 * recording tells.
 */
final class DrawnNoise implements Augmentation<Features> {
  private final Features draws;

  /**
   * Takes draws.
   *
   * @param draws normal noise by itself, of mean 0, one draw per row
   */
  DrawnNoise(Features draws) {
    this.draws = draws;
  }

  @Override
  public Features apply(Features x, Streams streams) {
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      UniformRandomProvider random = streams.random(i, Streams.SENSORS);
      double[] one = draws.row(random.nextInt(draws.size()));
      double[] other = draws.row(random.nextInt(draws.size()));
      double angle = 2 * Math.PI * random.nextDouble();
      rows[i] = x.row(i);
      for (int j = 0; j < one.length; j++) {
        rows[i][j] += Math.cos(angle) * one[j] + Math.sin(angle) * other[j];
      }
    }
    return Features.of(rows, x.names());
  }

  @Override
  public String toString() {
    return draws.size() + " draws of sensor noise";
  }
}
