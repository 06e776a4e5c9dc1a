package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The family of densities that is learnt, and the size of the network in front of it: a mixture of
 * full-covariance normals over z, whose weights, means and precision factors are the outputs of a
 * network of {@code layers} hidden layers.
 *
 * <p>Where several numbers of normals are given the validation loss chooses: a larger one is taken
 * where it lowers the loss by more than 0.02 nat. In few dimensions more normals and wider layers
 * help (two moons: 8 x 64 is visibly worse than 16 x 128); in ten, one or two normals are enough.
 *
 * @param candidates the numbers of normals to choose from, K, in increasing order; each at least 1
 * @param width the number of units of each hidden layer; at least 1
 * @param layers the number of hidden layers; at least 1
 * @see <a href="https://publications.aston.ac.uk/id/eprint/373/">Bishop (1994), Mixture density
 *     networks</a>
 */
public record MixtureDensity(List<Integer> candidates, int width, int layers) {

  /**
   * Copies the candidates and checks the sizes.
   *
   * @param candidates not empty, increasing, each at least 1
   * @param width at least 1
   * @param layers at least 1
   * @throws IllegalArgumentException if a rule is broken
   */
  public MixtureDensity {
    candidates = List.copyOf(candidates);
    if (candidates.isEmpty() || candidates.get(0) < 1 || width < 1 || layers < 1) {
      throw new IllegalArgumentException(
          "a mixture density needs at least 1 component, width 1 and 1 hidden layer, but got "
              + candidates
              + ", "
              + width
              + " and "
              + layers);
    }
    for (int i = 1; i < candidates.size(); i++) {
      if (candidates.get(i) <= candidates.get(i - 1)) {
        throw new IllegalArgumentException(
            "numbers of components to choose from must increase, but were " + candidates);
      }
    }
  }

  /**
   * Creates a density of a fixed number of normals.
   *
   * @param components how many, K; at least 1
   * @param width units of each hidden layer; at least 1
   * @param layers hidden layers; at least 1
   */
  public MixtureDensity(int components, int width, int layers) {
    this(List.of(components), width, layers);
  }

  /**
   * Creates a density of a fixed number of normals behind two hidden layers.
   *
   * @param components how many, K; at least 1
   * @param width units of each hidden layer; at least 1
   */
  public MixtureDensity(int components, int width) {
    this(components, width, 2);
  }

  /**
   * {@return what works without thought: 1, 2, 4, 8 or 16 normals behind three hidden layers of 128
   * units}
   */
  public static MixtureDensity standard() {
    return new MixtureDensity(List.of(1, 2, 4, 8, 16), 128, 3);
  }

  /**
   * {@return the same network with a fixed number of normals}
   *
   * @param count how many, K; at least 1
   */
  public MixtureDensity components(int count) {
    return new MixtureDensity(count, width, layers);
  }

  /** Returns the units of the hidden layers, as a fresh array. */
  int[] hidden() {
    int[] units = new int[layers];
    Arrays.fill(units, width);
    return units;
  }

  @Override
  public String toString() {
    String numbers =
        candidates.stream().map(String::valueOf).collect(Collectors.joining(", ", "", ""));
    return "mixture of " + numbers + (candidates.equals(List.of(1)) ? " normal" : " normals");
  }
}
