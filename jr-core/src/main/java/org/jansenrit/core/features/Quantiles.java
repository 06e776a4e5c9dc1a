package org.jansenrit.core.features;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.quantity.Numbers;

/**
 * Quantiles over time, interpolated between the order statistics (definition 7 of Hyndman and Fan).
 *
 * @param levels each from 0 to 1; 0.5 is the median
 * @see <a href="https://doi.org/10.2307/2684934">Hyndman &amp; Fan (1996)</a>
 */
public record Quantiles(List<Double> levels) implements Summary {

  /**
   * Creates a summary.
   *
   * @param levels what is looked at; copied
   * @throws IllegalArgumentException if one is outside 0 to 1
   */
  public Quantiles {
    levels = List.copyOf(levels);
    for (double level : levels) {
      if (!(level >= 0 && level <= 1)) {
        throw new IllegalArgumentException("quantiles have levels from 0 to 1, but got " + levels);
      }
    }
  }

  /**
   * {@return the quantiles at {@code levels}, each from 0 to 1}
   *
   * @param levels 0.5 for the median, for instance
   * @throws IllegalArgumentException if one is outside 0 to 1
   */
  public static Quantiles at(double... levels) {
    return new Quantiles(DoubleStream.of(levels).boxed().toList());
  }

  @Override
  public Prepared prepare(SignalShape shape) {
    List<String> names =
        levels.stream()
            .map(level -> "quantile " + Numbers.shortest(level) + " (" + shape.unit() + ")")
            .toList();
    return new Prepared(names, x -> of(x.values()));
  }

  private double[] of(double[] x) {
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    return levels.stream().mapToDouble(level -> quantile(sorted, level)).toArray();
  }

  private static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  @Override
  public Archive toArchive() {
    return Saved.numbers(Archive.of("quantiles"), "levels", levels);
  }

  static Quantiles read(Archive archive) throws IOException {
    return new Quantiles(Saved.numbers(archive, "levels"));
  }

  @Override
  public String toString() {
    return "quantiles " + levels;
  }
}
