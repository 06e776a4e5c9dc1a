package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/**
 * Sobol's indices of each value of an observation: which share of its variance over the prior a
 * parameter explains alone (first order), and which share it takes part in (total). Immutable.
 *
 * <p>Indices of the whole observation are those of its values, weighted by their variance.
 * Intervals are the central 95 % of a bootstrap over groups of neighbouring blocks; they are rather
 * wide, as the points of a Sobol sequence are more even than random ones.
 *
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. (2010)</a>
 * @see <a href="https://doi.org/10.1016/j.ress.2010.12.002">Lamboni et al. (2011), the whole</a>
 */
public final class SobolIndices {
  private static final int FEWEST = 16;

  /** Values that vary less than this share of the most varying one are left out of figures. */
  private static final double STILL = 1e-2;

  private static final String SHARE = "share of the variance (1)";

  private final List<Parameter> parameters;
  private final List<List<Index>> ofValues;
  private final List<Index> ofWhole;
  private final double[] variances;
  private final double[] times;
  private final int dropped;

  private SobolIndices(
      List<Parameter> parameters,
      List<List<Index>> ofValues,
      List<Index> ofWhole,
      double[] variances,
      double[] times,
      int dropped) {
    this.parameters = parameters;
    this.ofValues = ofValues;
    this.ofWhole = ofWhole;
    this.variances = variances;
    this.times = times;
    this.dropped = dropped;
  }

  /**
   * An index and where it lies; NaN for a value that does not vary.
   *
   * @param value the estimate
   * @param low the lower end of its interval of 95 %
   * @param high the upper end
   */
  public record Index(double value, double low, double high) {
    @Override
    public String toString() {
      return "%s (%s .. %s)".formatted(Texts.digits(value), Texts.digits(low), Texts.digits(high));
    }
  }

  static SobolIndices of(SaltelliDesign design, Observations x, double[] times, long seed) {
    boolean[] kept = kept(design, x);
    int dropped = (int) IntStream.range(0, kept.length).filter(b -> !kept[b]).count();
    if (kept.length - dropped < FEWEST) {
      throw new IllegalArgumentException(
          "only %d of %d blocks of simulations are finite, too few for indices; is the prior too wide?"
              .formatted(kept.length - dropped, kept.length));
    }
    int d = design.parameters().size();
    var bootstrap =
        new SobolBootstrap(groups(design, x, kept), d, Streams.of(seed).random(1, Streams.PRIOR));
    List<List<Index>> ofValues = new ArrayList<>();
    for (int k = 0; k < x.width(); k++) {
      ofValues.add(List.of(bootstrap.of(k)));
    }
    List<Index> whole = List.of(bootstrap.whole());
    if (Double.isNaN(whole.get(0).value())) {
      throw new IllegalArgumentException(
          "the observation is constant over the prior: there is no variance to explain");
    }
    double[] variances = IntStream.range(0, x.width()).mapToDouble(bootstrap::variance).toArray();
    return new SobolIndices(design.parameters(), ofValues, whole, variances, times, dropped);
  }

  private static boolean[] kept(SaltelliDesign design, Observations x) {
    int size = design.blockSize();
    boolean[] kept = new boolean[design.blocks()];
    for (int block = 0; block < kept.length; block++) {
      int at = block * size;
      kept[block] = IntStream.range(at, at + size).allMatch(x::isFinite);
    }
    return kept;
  }

  /** Neighbouring blocks in at most 64 groups. */
  private static List<SaltelliSums> groups(SaltelliDesign design, Observations x, boolean[] kept) {
    int size = design.blockSize();
    int count = Math.min(kept.length, 64);
    double[] center = center(x, size, kept);
    List<SaltelliSums> groups = new ArrayList<>();
    float[][] rows = new float[size][x.width()];
    for (int g = 0; g < count; g++) {
      SaltelliSums group = new SaltelliSums(size - 2, x.width());
      int end = (int) ((g + 1L) * kept.length / count);
      for (int block = (int) ((long) g * kept.length / count); block < end; block++) {
        if (kept[block]) {
          for (int i = 0; i < size; i++) {
            x.copyTo(block * size + i, rows[i], 0);
          }
          group.add(rows, center);
        }
      }
      groups.add(group);
    }
    return groups;
  }

  private static double[] center(Observations x, int size, boolean[] kept) {
    double[] mean = new double[x.width()];
    int[] rows = IntStream.range(0, kept.length).filter(b -> kept[b]).map(b -> b * size).toArray();
    float[] row = new float[mean.length];
    for (int at : rows) {
      x.copyTo(at, row, 0);
      for (int k = 0; k < mean.length; k++) {
        mean[k] += row[k] / (double) rows.length;
      }
    }
    return mean;
  }

  /** {@return the parameters} */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** {@return the number of values of the observation} */
  public int values() {
    return ofValues.size();
  }

  /** {@return how many blocks were dropped because a simulation in them was not finite} */
  public int dropped() {
    return dropped;
  }

  /**
   * {@return the share of the variance of the whole observation that {@code p} explains alone}
   *
   * @param p one of {@link #parameters()}
   */
  public Index first(Parameter p) {
    return ofWhole.get(index(p));
  }

  /**
   * {@return the share of the variance of the whole observation that {@code p} takes part in}
   *
   * @param p one of {@link #parameters()}
   */
  public Index total(Parameter p) {
    return ofWhole.get(parameters.size() + index(p));
  }

  /**
   * {@return the share of the variance of value {@code k} that {@code p} explains alone}
   *
   * @param p one of {@link #parameters()}
   * @param k the number of a value, from 0 on
   */
  public Index first(Parameter p, int k) {
    return ofValues.get(k).get(index(p));
  }

  /**
   * {@return the share of the variance of value {@code k} that {@code p} takes part in}
   *
   * @param p one of {@link #parameters()}
   * @param k the number of a value, from 0 on
   */
  public Index total(Parameter p, int k) {
    return ofValues.get(k).get(parameters.size() + index(p));
  }

  /**
   * {@return the variance of value {@code k} over the prior, in the square of its unit}
   *
   * @param k the number of a value, from 0 on
   */
  public double variance(int k) {
    return variances[k];
  }

  private int index(Parameter p) {
    return ParameterIndex.of(p, parameters);
  }

  /** {@return the indices of the whole observation} */
  public Table table() {
    Table table = Table.of("parameter", "first order", "95 %", "total", "95 %");
    for (Parameter p : parameters) {
      Index first = first(p);
      Index total = total(p);
      table =
          table.row(
              p.symbol(),
              Texts.digits(first.value()),
              Texts.digits(first.low()) + " .. " + Texts.digits(first.high()),
              Texts.digits(total.value()),
              Texts.digits(total.low()) + " .. " + Texts.digits(total.high()));
    }
    return table;
  }

  /**
   * Draws the indices of the whole observation with their intervals and, if it has many values, the
   * total ones along it, where it varies.
   *
   * @return one panel, or two
   */
  public Figure figure() {
    Panel whole =
        bars(
            bars(Panel.of("Whole observation", "parameter", SHARE), "first order", this::first),
            "total",
            this::total);
    whole = whole.categories(parameters.stream().map(Parameter::symbol).toArray(String[]::new));
    if (values() < 3) {
      return Figure.of(whole);
    }
    String axis = times.length > 0 ? "time (s)" : "number of the value";
    Panel along = Panel.of("Total, along it", axis, SHARE).yRange(0, 1);
    double still = STILL * Arrays.stream(variances).max().orElseThrow();
    for (Parameter p : parameters) {
      double[] shares = new double[values()];
      double[] x = new double[values()];
      for (int k = 0; k < shares.length; k++) {
        x[k] = times.length > 0 ? times[k] : k;
        shares[k] = variances[k] > still ? total(p, k).value() : Double.NaN;
      }
      along = along.line(p.symbol(), x, shares);
    }
    return Figure.grid("Sobol indices", 2, whole, along);
  }

  private Panel bars(Panel panel, String name, Function<Parameter, Index> index) {
    List<Index> indices = parameters.stream().map(index).toList();
    return panel.bars(
        name,
        IntStream.range(0, indices.size()).asDoubleStream().toArray(),
        indices.stream().mapToDouble(Index::value).toArray(),
        indices.stream().mapToDouble(Index::low).toArray(),
        indices.stream().mapToDouble(Index::high).toArray());
  }

  @Override
  public String toString() {
    return "SobolIndices[%d parameters, %d values, %d blocks dropped]"
        .formatted(parameters.size(), values(), dropped);
  }
}
