package org.jansenrit.sbi.diagnostics;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.BinomialTest;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/** How often central intervals held the truth, parameter by parameter. Immutable. */
public final class CoverageReport {
  /** The levels that are tested and printed. */
  public static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);

  private static final int GRID = 20;

  private final Ranks ranks;
  private final List<Row> rows;

  CoverageReport(Ranks ranks) {
    this.ranks = ranks;
    double[] p = Holm.adjust(parameters().mapToDouble(this::p).toArray());
    this.rows = parameters().boxed().flatMap(j -> tested(j, p[j])).toList();
  }

  private IntStream parameters() {
    return IntStream.range(0, ranks.parameters.size());
  }

  private Stream<Row> tested(int j, double p) {
    return LEVELS.stream().map(level -> row(j, level, p));
  }

  private Row row(int j, double level, double p) {
    int n = ranks.simulations();
    double share = inside(j, level) / (double) n;
    double error = Math.sqrt(level * (1 - level) / n);
    return new Row(ranks.parameters.get(j), level, share, error, p);
  }

  private int inside(int j, double level) {
    return (int)
        Arrays.stream(ranks.uniform[j]).filter(u -> Math.abs(u - 0.5) <= level / 2).count();
  }

  private double p(int j) {
    return Holm.smallest(LEVELS.stream().mapToDouble(level -> p(j, level)).toArray());
  }

  private double p(int j, double level) {
    return BinomialTest.withDefaults()
        .test(ranks.simulations(), inside(j, level), level)
        .getPValue();
  }

  /**
   * One parameter at one level.
   *
   * @param parameter the parameter
   * @param level the probability that the intervals should hold
   * @param share the share of truths that they held
   * @param standardError the binomial standard error of that share if the posterior is right
   * @param p p-value of all levels of this parameter together (exact binomial tests), adjusted for
   *     all parameters
   */
  public record Row(
      Parameter parameter, double level, double share, double standardError, double p) {

    /** {@return whether fewer truths are inside than promised} */
    public boolean overconfident() {
      return share < level;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %s %% intervals hold %.1f %% +- %.1f %% (p = %.2g)",
          parameter.symbol(),
          shortest(100 * level),
          100 * share,
          100 * standardError,
          p);
    }
  }

  /** {@return one row per parameter and level of {@link #LEVELS}, parameter by parameter} */
  public List<Row> rows() {
    return rows;
  }

  /** {@return the number of simulations that were looked at} */
  public int simulations() {
    return ranks.simulations();
  }

  /** {@return how many simulations were left out because they are not finite} */
  public int excluded() {
    return ranks.excluded();
  }

  /**
   * {@return the share of truths inside central intervals of one parameter}
   *
   * @param parameter one of those tested
   * @param level in (0, 1)
   * @throws IllegalArgumentException if the level is not in (0, 1), or the parameter was not tested
   */
  public double share(Parameter parameter, double level) {
    return inside(ranks.index(parameter), requireLevel(level)) / (double) simulations();
  }

  static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "the level must be between 0 and 1, but was "
              + level
              + (level > 1 && level <= 100 ? ". Was it given in percent?" : ""));
    }
    return level;
  }

  /** {@return the levels of a curve, 0.05 to 0.95 in steps of 0.05, as a fresh array} */
  public double[] grid() {
    return IntStream.range(1, GRID).mapToDouble(i -> i / (double) GRID).toArray();
  }

  /**
   * {@return the share of truths inside, at each level of {@link #grid}, as a fresh array}
   *
   * @param parameter one of those tested
   * @throws IllegalArgumentException if it was not tested
   */
  public double[] curve(Parameter parameter) {
    return DoubleStream.of(grid()).map(level -> share(parameter, level)).toArray();
  }

  /**
   * {@return a figure of the share of truths inside central intervals over their level, a line per
   * parameter}
   */
  public Figure figure() {
    return Figure.of(panel());
  }

  Panel panel() {
    Panel panel =
        Panel.of("Coverage of central intervals", "level (1)", "share inside (1)").identityLine();
    for (Parameter p : ranks.parameters) {
      panel = panel.line(p.symbol(), grid(), curve(p));
    }
    return panel;
  }

  /** {@return whether no parameter is rejected at 1 %, all of them taken together} */
  public boolean calibrated() {
    return rows.stream().allMatch(row -> row.p() >= Uniformity.LEVEL);
  }

  /** {@return the verdict in words} */
  public String verdict() {
    if (calibrated()) {
      return "calibrated: no parameter is rejected at 1 %";
    }
    return parameters()
        .filter(j -> rows.get(j * LEVELS.size()).p() < Uniformity.LEVEL)
        .mapToObj(this::finding)
        .collect(Collectors.joining(", ", "not calibrated: ", ""));
  }

  /** The level that is missed by most standard errors says in which direction. */
  private String finding(int j) {
    Row worst =
        rows.subList(j * LEVELS.size(), (j + 1) * LEVELS.size()).stream()
            .max(
                Comparator.comparingDouble(
                    row -> Math.abs(row.share() - row.level()) / row.standardError()))
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s (%s: %s %% intervals hold %.1f %%, p = %.2g)",
        worst.parameter().symbol(),
        worst.overconfident() ? "overconfident" : "underconfident",
        shortest(100 * worst.level()),
        100 * worst.share(),
        worst.p());
  }

  /**
   * {@return a table, one line per parameter: the share of truths inside intervals of each level,
   * in percent}
   */
  public Table table() {
    List<String> header = new ArrayList<>(List.of("parameter"));
    LEVELS.forEach(level -> header.add(shortest(100 * level) + " %"));
    header.add("p, all");
    Table table = Table.of(header.toArray(String[]::new));
    for (int j = 0; j < ranks.parameters.size(); j++) {
      List<Row> mine = rows.subList(j * LEVELS.size(), (j + 1) * LEVELS.size());
      List<String> row = new ArrayList<>(List.of(ranks.parameters.get(j).toString()));
      mine.forEach(one -> row.add(cell(one)));
      row.add(String.format(Locale.ROOT, "%.2g", mine.get(0).p()));
      table = table.row(row.toArray(String[]::new));
    }
    return table;
  }

  /**
   * {@return the numbers behind the figure, for NumPy} They are {@code coverage/level}, {@link
   * #grid}, and {@code coverage/share_inside/A} of a parameter A, one per level.
   */
  public NumpyFile arrays() {
    double[] levels = grid();
    NumpyFile arrays = NumpyFile.empty().with("coverage/level", levels, levels.length);
    for (Parameter p : ranks.parameters) {
      arrays = arrays.with("coverage/share_inside/" + p.symbol(), curve(p), levels.length);
    }
    return arrays;
  }

  /** {@return one line: how many were looked at, and the verdict} */
  @Override
  public String toString() {
    return "Coverage, " + ranks + ": " + verdict();
  }

  private static String cell(Row row) {
    return String.format(Locale.ROOT, "%.1f ± %.1f", 100 * row.share(), 100 * row.standardError());
  }
}
