package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Table;

/** What simulation-based calibration found, parameter by parameter. Immutable. */
public final class SbcReport {
  private final Ranks ranks;
  private final List<Row> rows;

  SbcReport(Ranks ranks, double[] priorVariances) {
    this.ranks = ranks;
    int d = ranks.parameters.size();
    List<Uniformity> tests =
        IntStream.range(0, d).mapToObj(j -> Uniformity.of(ranks.uniform[j])).toList();
    double[] p = Holm.adjust(tests.stream().mapToDouble(Uniformity::p).toArray());
    this.rows =
        IntStream.range(0, d)
            .mapToObj(j -> row(ranks, j, tests.get(j), p[j], priorVariances[j]))
            .toList();
  }

  private static Row row(Ranks ranks, int j, Uniformity test, double p, double priorVariance) {
    Summary score = Summary.of(ranks.score[j]);
    double shrinkage = 1 - Summary.of(ranks.variance[j]).mean() / priorVariance;
    return new Row(
        ranks.parameters.get(j),
        test.ks(),
        test.ksP(),
        test.spread(),
        test.spreadP(),
        p,
        test.finding(p),
        shrinkage,
        score.mean(),
        score.sd());
  }

  /**
   * One parameter.
   *
   * @param parameter the parameter
   * @param ks largest gap between the ranks' distribution and the uniform one
   * @param ksP p-value of that gap
   * @param spread excess of the ranks' mean square distance from the middle, in standard errors:
   *     positive if the posterior is too narrow
   * @param spreadP p-value of that excess; it sees wrong widths that the gap hardly sees
   * @param p p-value of both tests together, adjusted for all parameters after Holm
   * @param finding {@code "uniform"}, or what is wrong: {@code "posterior too narrow"}
   * @param shrinkage 1 - mean posterior variance / prior variance: 0 if nothing was learnt, 1 if
   *     everything
   * @param scoreMean mean of (posterior mean - truth) / posterior sd; about 0
   * @param scoreSd its standard deviation; about 1
   * @see <a href="https://doi.org/10.1037/met0000275">Schad, Betancourt &amp; Vasishth (2021), on
   *     shrinkage and z scores</a>
   */
  public record Row(
      Parameter parameter,
      double ks,
      double ksP,
      double spread,
      double spreadP,
      double p,
      String finding,
      double shrinkage,
      double scoreMean,
      double scoreSd) {

    @Override
    public String toString() {
      return format(
          "%s: %s (p = %.2g), shrinkage %.2f, z score %.2f +- %.2f",
          parameter.symbol(), finding, p, shrinkage, scoreMean, scoreSd);
    }
  }

  /** {@return one row per parameter, in order} */
  public List<Row> rows() {
    return rows;
  }

  /**
   * {@return the row of one parameter}
   *
   * @param parameter one of those tested
   * @throws IllegalArgumentException if it was not tested
   */
  public Row row(Parameter parameter) {
    return rows.get(ranks.index(parameter));
  }

  /** {@return the number of simulations that were ranked} */
  public int simulations() {
    return ranks.simulations();
  }

  /** {@return the number of posterior draws per simulation, L} */
  public int draws() {
    return ranks.draws();
  }

  /** {@return how many simulations were left out because they are not finite} */
  public int excluded() {
    return ranks.excluded();
  }

  /**
   * {@return the rank of each truth among its draws, 0 to L, as a fresh array}
   *
   * @param parameter one of those tested
   * @throws IllegalArgumentException if it was not tested
   */
  public int[] ranks(Parameter parameter) {
    return ranks.rank[ranks.index(parameter)].clone();
  }

  /**
   * {@return (rank + u) / (L + 1) with u uniform, one per simulation, as a fresh array}
   *
   * @param parameter one of those tested
   * @throws IllegalArgumentException if it was not tested
   */
  public double[] uniforms(Parameter parameter) {
    return ranks.uniform[ranks.index(parameter)].clone();
  }

  /**
   * {@return (posterior mean - truth) / posterior sd, one per simulation, as a fresh array}
   *
   * @param parameter one of those tested
   * @throws IllegalArgumentException if it was not tested
   */
  public double[] scores(Parameter parameter) {
    return ranks.score[ranks.index(parameter)].clone();
  }

  /** {@return the smallest p of all parameters, Holm's correction included} */
  public double smallestP() {
    return rows().stream().mapToDouble(Row::p).min().orElseThrow();
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
    return rows.stream()
        .filter(row -> row.p() < Uniformity.LEVEL)
        .map(row -> format("%s (%s, p = %.2g)", row.parameter().symbol(), row.finding(), row.p()))
        .collect(Collectors.joining(", ", "not calibrated: ", ""));
  }

  /**
   * {@return the numbers behind the tests, for NumPy} They are {@code sbc/draws}, L; {@code
   * sbc/rank/A} and {@code sbc/z_score/A} of a parameter A, one per simulation each.
   */
  public NumpyFile arrays() {
    NumpyFile arrays = NumpyFile.empty().with("sbc/draws", draws());
    for (Parameter p : ranks.parameters) {
      double[] rank = Arrays.stream(ranks(p)).asDoubleStream().toArray();
      arrays = arrays.with("sbc/rank/" + p.symbol(), rank, rank.length);
      arrays = arrays.with("sbc/z_score/" + p.symbol(), scores(p), rank.length);
    }
    return arrays;
  }

  /**
   * {@return a figure of the ranks' distribution functions less the uniform one, with the band that
   * holds 95 % of right posteriors, one parameter at a time}
   *
   * @see <a href="https://arxiv.org/abs/2103.10522">Saeilynoja et al. (2022)</a>
   */
  public Figure figure() {
    return Figure.of(panel());
  }

  Panel panel() {
    Panel panel = Panel.of("Ranks of the truth", "rank (1)", "share below - rank (1)");
    EcdfBand band = EcdfBand.of(simulations());
    double[] points = band.points();
    double[] low = UniformValues.minus(band.low(), points);
    panel = panel.band("95 % of uniform", points, low, UniformValues.minus(band.high(), points));
    for (Parameter p : ranks.parameters) {
      double[] shares = band.shares(ranks.uniform[ranks.index(p)]);
      panel = panel.line(p.symbol(), points, UniformValues.minus(shares, points));
    }
    return panel;
  }

  /**
   * {@return a histogram of the ranks of each parameter, with the band that holds 95 % of the bars
   * of a right posterior} Bars that rise in the middle mean a posterior that is too wide; at the
   * ends, too narrow; at one end, shifted.
   *
   * @see <a href="https://arxiv.org/abs/1804.06788">Talts et al. (2018)</a>
   */
  public Figure rankHistogram() {
    List<Panel> panels = ranks.parameters.stream().map(this::histogram).toList();
    return Figure.grid("Ranks of " + simulations() + " truths", 3, panels).panelSize(320, 240);
  }

  private Panel histogram(Parameter parameter) {
    int bins = Math.max(5, Math.min(20, simulations() / 20));
    double[] counts = new double[bins];
    for (double u : ranks.uniform[ranks.index(parameter)]) {
      counts[Math.min(bins - 1, (int) (u * bins))]++;
    }
    double[] middles = IntStream.range(0, bins).mapToDouble(k -> (k + 0.5) / bins).toArray();
    var bar = BinomialDistribution.of(simulations(), 1.0 / bins);
    double[] ends = {0, 1};
    double low = bar.inverseCumulativeProbability(0.025);
    double high = bar.inverseSurvivalProbability(0.025);
    return Panel.of(parameter.symbol(), "rank (1)", "simulations")
        .bars("", middles, counts)
        .band("95 % of right posteriors", ends, new double[] {low, low}, new double[] {high, high})
        .horizontalLine("", simulations() / (double) bins)
        .xRange(0, 1);
  }

  /** {@return how often central intervals hold the truth, from the same draws} */
  public CoverageReport coverage() {
    return new CoverageReport(ranks);
  }

  /** {@return a table, one line per parameter: both tests, shrinkage, and z scores} */
  public Table table() {
    Table table =
        Table.of(
            "parameter",
            "KS",
            "p of KS",
            "spread",
            "p of spread",
            "p, all",
            "shrinkage",
            "z mean",
            "z sd",
            "ranks");
    for (Row r : rows) {
      table =
          table.row(
              r.parameter.toString(),
              format("%.3f", r.ks),
              format("%.2g", r.ksP),
              format("%.1f", r.spread),
              format("%.2g", r.spreadP),
              format("%.2g", r.p),
              format("%.3f", r.shrinkage),
              format("%.2f", r.scoreMean),
              format("%.2f", r.scoreSd),
              r.finding);
    }
    return table;
  }

  /** {@return one line: how many were ranked, and the verdict} */
  @Override
  public String toString() {
    return "SBC, " + ranks + ": " + verdict();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
