package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.jansenrit.core.analysis.Direction;
import org.jansenrit.core.analysis.IdentifiabilityReport;
import org.jansenrit.core.analysis.Information;
import org.jansenrit.core.analysis.PriorBound;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;

/** What estimators and posteriors achieve over a prior, beside the best that anything can. */
final class AchievedErrors {
  private static final double NOISE_OF_EEG = 1e4;

  private final ProjectedColumn column = new ProjectedColumn();
  private final Prior prior = column.prior();
  private final boolean small;
  private final Dataset<TimeSeries> columns;
  private final List<Integer> kept = new ArrayList<>();
  private final List<Information> local = new ArrayList<>();
  private int refused;

  private AchievedErrors(boolean small) {
    this.small = small;
    this.columns = column.simulator(0).sample(prior, small ? 3 : 60, 12).finite();
    for (int i = 0; i < columns.size(); i++) {
      IdentifiabilityReport report = column.recipe(1).at(columns.theta().set(i)).evaluate(1);
      if (report.refusal().isPresent()) {
        refused++;
      } else {
        kept.add(i);
        local.add(report.information());
      }
    }
  }

  static Study run(Study study, boolean small) {
    return new AchievedErrors(small).addTo(study);
  }

  private Study addTo(Study study) {
    String introduction =
        String.format(
            Locale.ROOT,
            "Columns in physiological ranges, C known, stimulus into all populations, 250 Hz, the 64 channels projected on the pattern of the dipole; %d simulations to learn from. Errors are in standard deviations of the prior, in the coordinates in which it is normal: 1 if nothing is learnt. Each number is a median over %d fresh columns (of absolute errors over 0.6745, of posterior sds, of bounds with the prior at each column); %d more had no verdict, as they are chaotic or at the edge of it. \"Fitted\" is a least-squares fit of the equations that starts at the MLP's estimate. The last column holds for any estimator whatever, on average over %d draws; a few very informative columns make it loose.",
            simulations(),
            kept.size(),
            refused,
            draws());
    Study with = study.section("Achieved errors, beside the best possible", introduction);
    with = level(with, 1, "noise of the study");
    with = level(with, NOISE_OF_EEG, "noise of EEG");
    return with.paragraph(
        "Where a fit of the equations comes down to the bound and a network does not, learning is the limit; where both stay near it, what the potential tells is.");
  }

  private int draws() {
    return small ? 2 : 40;
  }

  private int simulations() {
    return small ? 200 : 6000;
  }

  private Study level(Study study, double factor, String name) {
    Dataset<TimeSeries> test = column.simulator(factor).sample(prior, small ? 3 : 60, 12).finite();
    var learnt =
        LearntColumn.of(
            column.simulator(factor).sample(prior, simulations(), 11).finite(),
            test.select(kept.stream().mapToInt(i -> i).toArray()),
            small);
    double[][] fitted = fitted(learnt, factor);
    PriorBound everywhere = column.recipe(factor).over(prior, draws(), 13);
    Table table =
        Table.of(
            "error / sd of the prior",
            "ridge",
            "MLP",
            "posterior",
            "fitted",
            "bound",
            "bound of van Trees");
    Results results = study.results();
    Ratios network = new Ratios();
    Ratios equations = new Ratios();
    for (int j = 0; j < prior.parameters().size(); j++) {
      Parameter p = prior.parameters().get(j);
      int place = j;
      double mlp = median(i -> Math.abs(learnt.mlp(i)[place] - learnt.truth(i)[place])) / 0.6745;
      double ridge =
          median(i -> Math.abs(learnt.ridge(i)[place] - learnt.truth(i)[place])) / 0.6745;
      double fit = median(i -> Math.abs(fitted[i][place] - learnt.truth(i)[place])) / 0.6745;
      double posterior = median(i -> Math.sqrt(1 - learnt.posterior(i).shrinkage(p)));
      double bound = median(i -> bound(i, factor, p));
      network.add(mlp / bound);
      equations.add(fit / bound);
      table =
          table.row(
              p.symbol(),
              format(ridge),
              format(mlp),
              format(posterior),
              format(fit),
              format(bound),
              format(everywhere.sd(p)));
      results =
          results
              .figure(name + "/MLP/" + p.symbol(), mlp, "prior sd")
              .figure(name + "/posterior/" + p.symbol(), posterior, "prior sd")
              .figure(name + "/fitted equations/" + p.symbol(), fit, "prior sd")
              .figure(name + "/bound/" + p.symbol(), bound, "prior sd");
    }
    double cosine = median(i -> cosine(learnt, i, factor));
    results =
        results.figure(name + "/cosine of predicted and achieved widest direction", cosine, "1");
    return study
        .with(results)
        .paragraph(heading(factor, name, cosine, learnt))
        .with(table)
        .paragraph(
            "Errors of the MLP are %s times the bounds, those of the fitted equations %s times."
                .formatted(network, equations));
  }

  /** The smallest and the largest of some ratios. */
  private static final class Ratios {
    private double least = Double.POSITIVE_INFINITY;
    private double most;

    void add(double ratio) {
      least = Math.min(least, ratio);
      most = Math.max(most, ratio);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.2g to %.2g", least, most);
    }
  }

  private String heading(double factor, String name, double cosine, LearntColumn learnt) {
    return String.format(
        Locale.ROOT,
        "With the %s, %.3g uV per raw sample: the widest direction of the posterior, and the one that the information predicts, have a cosine of %.2f in the median; for the first column they are \"%s\" and \"%s\".",
        name,
        0.2 * Math.sqrt(factor),
        cosine,
        widest(learnt.posterior(0).directionsAgainstPrior()).inWords(),
        widest(predicted(0, factor)).inWords());
  }

  private double[][] fitted(LearntColumn learnt, double factor) {
    double[][] start = new double[kept.size()][];
    double[][] observed = new double[kept.size()][];
    Arrays.setAll(start, learnt::mlp);
    Arrays.setAll(observed, learnt::observed);
    double sd = ProjectedColumn.sd(factor);
    double coarse = ProjectedColumn.sd(NOISE_OF_EEG);
    return new EquationFit(column, small ? 1 : 10, observed)
        .from(start, 10 * coarse, coarse, Math.max(sd, coarse / 10), sd, sd);
  }

  private List<Direction> predicted(int i, double factor) {
    return local.get(i).times(1 / factor).with(prior).directionsAgainst(prior);
  }

  private double bound(int i, double factor, Parameter p) {
    return Math.sqrt(
        predicted(i, factor).stream()
            .mapToDouble(d -> Math.pow(d.weight(p) / d.strength(), 2))
            .sum());
  }

  private double cosine(LearntColumn learnt, int i, double factor) {
    Direction achieved = widest(learnt.posterior(i).directionsAgainstPrior());
    Direction expected = widest(predicted(i, factor));
    double product = 0;
    for (Parameter p : prior.parameters()) {
      product += achieved.weight(p) * expected.weight(p);
    }
    return Math.abs(product);
  }

  private static Direction widest(List<Direction> directions) {
    return directions.get(directions.size() - 1);
  }

  private double median(IntToDoubleFunction of) {
    double[] sorted = new double[kept.size()];
    Arrays.setAll(sorted, of);
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }
}
