package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.model.Parameter;

/**
 * A combination of parameters: a unit vector in their logarithms or, against a prior, in its
 * standard deviations; and how well it is determined.
 *
 * @param parameters what it is a combination of; copied
 * @param weights one per parameter; squares sum to 1; copied
 * @param strength by how many standard deviations of the noise the observation moves, per unit
 *     along it; 1 / strength is the smallest possible standard deviation of what is estimated
 * @param scale what a weight is of
 */
public record Direction(
    List<Parameter> parameters, List<Double> weights, double strength, Scale scale) {
  /** What the weights of a direction are of. */
  public enum Scale {
    /** Logarithms: words are in per cent. */
    LOGARITHM("%"),
    /** Standard deviations of a prior, in the coordinates in which it is standard normal. */
    PRIOR("sd");

    private final String unit;

    Scale(String unit) {
      this.unit = unit;
    }
  }

  private static final double SMALL = 0.1;
  private static final double EQUAL = 0.02;

  /**
   * Creates a direction.
   *
   * @param parameters what it is a combination of; copied
   * @param weights one per parameter; copied
   * @param strength in standard deviations of the noise per unit along it
   * @param scale what a weight is of
   * @throws IllegalArgumentException if there are not as many weights as parameters
   */
  public Direction {
    parameters = List.copyOf(parameters);
    weights = List.copyOf(weights);
    if (parameters.size() != weights.size()) {
      throw new IllegalArgumentException(
          "a direction needs a weight for each of " + parameters + ", but got " + weights);
    }
  }

  /**
   * {@return the weight of {@code p}; 0 if this is not about it}
   *
   * @param p any parameter
   */
  public double weight(Parameter p) {
    int j = parameters.indexOf(p);
    return j < 0 ? 0 : weights.get(j);
  }

  /**
   * {@return this direction in words, without weights below a tenth of the largest: {@code "A_i up
   * with a_4 down by the same factor"}, {@code "A up by 1 % with B down by 0.62 %"}, {@code "J_ll
   * up by 1 sd with beta down by 0.29 sd"}}
   */
  public String inWords() {
    double largest = weights.stream().mapToDouble(Math::abs).max().orElse(0);
    double sign = leadingSign(largest);
    List<Integer> up = new ArrayList<>();
    List<Integer> down = new ArrayList<>();
    boolean equal = true;
    for (int j = 0; j < weights.size(); j++) {
      double weight = weights.get(j) * sign / largest;
      if (Math.abs(weight) >= SMALL) {
        (weight > 0 ? up : down).add(j);
        equal &= Math.abs(Math.abs(weight) - 1) <= EQUAL;
      }
    }
    String words = part(up, "up", equal, largest);
    if (!down.isEmpty()) {
      words += " with " + part(down, "down", equal, largest);
    }
    return words + (equal && up.size() + down.size() > 1 ? sameAmount() : "");
  }

  private String sameAmount() {
    return scale == Scale.LOGARITHM ? " by the same factor" : " by as many sds";
  }

  /** More parameters go up than down or, if as many, the first one does. */
  private double leadingSign(double largest) {
    double[] clear =
        weights.stream()
            .mapToDouble(w -> Math.abs(w) >= SMALL * largest ? Math.signum(w) : 0)
            .toArray();
    double majority = IntStream.range(0, clear.length).mapToDouble(j -> clear[j]).sum();
    double first =
        IntStream.range(0, clear.length)
            .mapToDouble(j -> clear[j])
            .filter(s -> s != 0)
            .findFirst()
            .orElse(1);
    return majority == 0 ? first : Math.signum(majority);
  }

  private String part(List<Integer> places, String way, boolean equal, double largest) {
    List<String> names = new ArrayList<>();
    for (int j : places) {
      String amount =
          " by " + Texts.rounded(Math.abs(weights.get(j)) / largest, 2) + " " + scale.unit;
      names.add(parameters.get(j).symbol() + (equal ? "" : " " + way + amount));
    }
    return String.join(", ", names) + (equal ? " " + way : "");
  }

  @Override
  public String toString() {
    return inWords() + ": strength " + Texts.digits(strength);
  }
}
