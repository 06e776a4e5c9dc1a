package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/**
 * The elementary effects of parameters on an observation: what it changes by when a parameter goes
 * through its whole prior, judged from steps over half of its quantiles at random places.
 * Immutable.
 *
 * <p>The mean size of an effect tells how much a parameter matters; its standard deviation, how far
 * that depends on where the others are. Effects on several values are put together by their root
 * mean square.
 *
 * @see <a href="https://doi.org/10.1016/j.envsoft.2006.10.004">Campolongo et al. (2007)</a>
 */
public final class MorrisScreening {
  private final List<Parameter> parameters;
  private final double[] size;
  private final double[] spread;
  private final int dropped;

  private MorrisScreening(List<Parameter> parameters, double[] size, double[] spread, int dropped) {
    this.parameters = parameters;
    this.size = size;
    this.spread = spread;
    this.dropped = dropped;
  }

  static MorrisScreening of(MorrisDesign design, Observations x) {
    int d = design.parameters().size();
    int[] kept =
        IntStream.range(0, design.paths())
            .filter(p -> IntStream.rangeClosed(0, d).allMatch(i -> x.isFinite(design.start(p) + i)))
            .toArray();
    if (kept.length < 2) {
      throw new IllegalArgumentException(
          "only %d of %d paths are finite, too few; is the prior too wide?"
              .formatted(kept.length, design.paths()));
    }
    double[][] sizes = new double[d][x.width()];
    double[][] sums = new double[d][x.width()];
    double[][] squares = new double[d][x.width()];
    for (int path : kept) {
      double[] before = x.row(design.start(path));
      for (int k = 0; k < d; k++) {
        double[] after = x.row(design.start(path) + k + 1);
        int j = design.order(path)[k];
        for (int v = 0; v < after.length; v++) {
          double effect = (after[v] - before[v]) / design.step(path, k);
          sizes[j][v] += Math.abs(effect) / kept.length;
          sums[j][v] += effect / kept.length;
          squares[j][v] += effect * effect / kept.length;
        }
        before = after;
      }
    }
    double[] size = new double[d];
    double[] spread = new double[d];
    for (int j = 0; j < d; j++) {
      size[j] = Jacobian.norm(sizes[j]) / Math.sqrt(x.width());
      spread[j] = spread(sums[j], squares[j], kept.length);
    }
    return new MorrisScreening(design.parameters(), size, spread, design.paths() - kept.length);
  }

  private static double spread(double[] means, double[] squares, int paths) {
    double sum = 0;
    for (int v = 0; v < means.length; v++) {
      sum += Math.max(0, squares[v] - means[v] * means[v]) * paths / (paths - 1.0);
    }
    return Math.sqrt(sum / means.length);
  }

  /** {@return the parameters, in the order of the prior} */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * {@return the mean size of the effects of {@code p}, mu*, in the unit of the observation}
   *
   * @param p one of {@link #parameters()}
   */
  public double size(Parameter p) {
    return size[index(p)];
  }

  /**
   * {@return the standard deviation of the effects of {@code p}, sigma, in the unit of the
   * observation}
   *
   * @param p one of {@link #parameters()}
   */
  public double spread(Parameter p) {
    return spread[index(p)];
  }

  /** {@return how many paths were dropped because a simulation on them was not finite} */
  public int dropped() {
    return dropped;
  }

  /** {@return the parameters, those of the largest effects first} */
  public List<Parameter> ranking() {
    List<Parameter> ranked = new ArrayList<>(parameters);
    ranked.sort(Comparator.comparingDouble(this::size).reversed());
    return ranked;
  }

  private int index(Parameter p) {
    return ParameterIndex.of(p, parameters);
  }

  /** {@return a row per parameter, those of the largest effects first} */
  public Table table() {
    Table table = Table.of("parameter", "mean size of effects", "sd of effects");
    for (Parameter p : ranking()) {
      table = table.row(p.symbol(), Texts.digits(size(p)), Texts.digits(spread(p)));
    }
    return table;
  }

  /**
   * Draws the size of the effects against their standard deviation, both from zero.
   *
   * @return one panel, a point per parameter, both axes in the unit of the observation
   */
  public Figure figure() {
    Panel panel =
        Panel.of(
                "Morris screening",
                "mean size of effects (unit of the observation)",
                "sd of effects (unit of the observation)")
            .xRange(0, end(size))
            .yRange(0, end(spread));
    for (Parameter p : parameters) {
      panel = panel.points(p.symbol(), new double[] {size(p)}, new double[] {spread(p)});
    }
    return Figure.of(panel);
  }

  /** Beyond the largest; somewhere if all are zero. */
  private static double end(double... values) {
    double largest = Arrays.stream(values).max().orElse(0);
    return largest > 0 ? 1.1 * largest : 1;
  }

  @Override
  public String toString() {
    return "MorrisScreening[%s; %d paths dropped]".formatted(Texts.symbols(ranking()), dropped);
  }
}
