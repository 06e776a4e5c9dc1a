package org.jansenrit.sbi;

import java.util.Arrays;

/**
 * The family of densities that is learnt, and the size of the network in front of it: a mixture of
 * full-covariance normals over z, whose weights, means and precision factors are the outputs of a
 * network of {@code layers} hidden layers.
 *
 * <p>In few dimensions more components and wider layers help (two moons: 8 x 64 is visibly worse
 * than 16 x 128); in ten, one or two components are enough.
 *
 * @param components the number of normals, K; at least 1
 * @param width the number of units of each hidden layer; at least 1
 * @param layers the number of hidden layers; at least 1
 * @see <a href="https://publications.aston.ac.uk/id/eprint/373/">Bishop (1994), Mixture density
 *     networks</a>
 */
public record MixtureDensity(int components, int width, int layers) {

  /** Refuses sizes below 1. */
  public MixtureDensity {
    if (components < 1 || width < 1 || layers < 1) {
      throw new IllegalArgumentException(
          "a mixture density needs at least 1 component, width 1 and 1 hidden layer, but got "
              + components
              + ", "
              + width
              + " and "
              + layers);
    }
  }

  /** Two hidden layers of {@code width} units. */
  public MixtureDensity(int components, int width) {
    this(components, width, 2);
  }

  /** Returns what works without thought: 8 components behind two hidden layers of 64 units. */
  public static MixtureDensity standard() {
    return new MixtureDensity(8, 64);
  }

  /** Returns the units of the hidden layers, as a fresh array. */
  int[] hidden() {
    int[] units = new int[layers];
    Arrays.fill(units, width);
    return units;
  }

  @Override
  public String toString() {
    return "mixture of " + components + (components == 1 ? " normal" : " normals");
  }
}
