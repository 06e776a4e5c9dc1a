package org.jansenrit.inference;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** A setting that a search may choose, and what it may choose from. Immutable. */
public final class Hyperparameter {
  private final String name;
  private final String range;
  private final Draw draw;

  /** Draws a value. */
  private interface Draw {
    String from(UniformRandomProvider random);
  }

  private Hyperparameter(String name, String range, Draw draw) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a hyper-parameter needs a name");
    }
    this.name = name;
    this.range = range;
    this.draw = draw;
  }

  /**
   * {@return a number that is drawn evenly}
   *
   * @param name by which a {@link Candidate} is asked for the value; not blank
   * @param low the least value; finite
   * @param high the largest; at least {@code low}, finite
   * @throws IllegalArgumentException if the name is blank or the range does not rise
   */
  public static Hyperparameter uniform(String name, double low, double high) {
    requireRange(name, low, high);
    return new Hyperparameter(
        name,
        "uniform " + range(low, high),
        random -> Double.toString(low + (high - low) * random.nextDouble()));
  }

  /**
   * {@return a number whose logarithm is drawn evenly: for a learning rate or a weight decay}
   *
   * @param name by which a {@link Candidate} is asked for the value; not blank
   * @param low the least value; positive
   * @param high the largest; at least {@code low}, finite
   * @throws IllegalArgumentException if the name is blank, the range does not rise, or {@code low}
   *     is not positive
   */
  public static Hyperparameter logUniform(String name, double low, double high) {
    requireRange(name, low, high);
    requirePositive(name, low);
    return new Hyperparameter(
        name,
        "log-uniform " + range(low, high),
        random -> Double.toString(low * Math.exp(Math.log(high / low) * random.nextDouble())));
  }

  /**
   * {@return a whole number whose logarithm is drawn evenly: for units or batch sizes}
   *
   * @param name by which a {@link Candidate} is asked for the value; not blank
   * @param low the least value; at least 1
   * @param high the largest, which may be drawn too; at least {@code low}
   * @throws IllegalArgumentException if the name is blank, the range does not rise, or {@code low}
   *     is not positive
   */
  public static Hyperparameter count(String name, int low, int high) {
    requireRange(name, low, high);
    requirePositive(name, low);
    return new Hyperparameter(
        name,
        "whole, log-uniform " + range(low, high),
        random -> {
          double x = low * Math.exp(Math.log((high + 1.0) / low) * random.nextDouble());
          return Integer.toString(Math.min(high, (int) x));
        });
  }

  /**
   * {@return one of some texts or numbers, each drawn as often}
   *
   * @param name by which a {@link Candidate} is asked for the value; not blank
   * @param choices texts, or numbers, which are kept as texts
   * @throws IllegalArgumentException if the name is blank or there are no choices
   */
  public static Hyperparameter among(String name, Object... choices) {
    List<String> texts = Arrays.stream(choices).map(String::valueOf).toList();
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(name + " needs something to choose from");
    }
    return new Hyperparameter(
        name, "one of " + texts, random -> texts.get(random.nextInt(texts.size())));
  }

  private static void requireRange(String name, double low, double high) {
    if (!(low <= high) || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(
          name + " needs a range that rises, but it was " + range(low, high));
    }
  }

  private static void requirePositive(String name, double low) {
    if (!(low > 0)) {
      throw new IllegalArgumentException(
          name + " is drawn by its logarithm and must be positive, but may be " + shortest(low));
    }
  }

  private static String range(double low, double high) {
    return shortest(low) + " to " + shortest(high);
  }

  /** {@return the name by which a {@link Candidate} is asked for the value} */
  public String name() {
    return name;
  }

  String draw(UniformRandomProvider random) {
    return draw.from(random);
  }

  @Override
  public String toString() {
    return name + " " + range;
  }
}
