package org.jansenrit.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;
import org.jansenrit.sbi.CredibleInterval;
import org.jansenrit.sbi.Posterior;
import org.jansenrit.sbi.diagnostics.SbcReport;

/**
 * What the quickstart found.
 *
 * @param experiment what was asked
 * @param train what was learnt from
 * @param posterior the answer
 * @param draws parameter sets drawn from it
 * @param predicted fresh experiments at those parameter sets, sensor noise included
 * @param calibration how the posterior did on simulations that it had not seen
 * @param seconds wall time, in s
 */
record QuickstartResult(
    EvokedExperiment experiment,
    Dataset<TimeSeries> train,
    Posterior posterior,
    ParameterTable draws,
    TimeSeries predicted,
    SbcReport calibration,
    double seconds) {

  static final double LEVEL = 0.9;
  private static final int PRIOR_DRAWS = 20_000;

  /** A point of z this far out stands for the edge of the prior's support. */
  private static final double EDGE = 40;

  List<Parameter> parameters() {
    return experiment.prior().parameters();
  }

  /** One line per parameter: prior range, posterior mean and 90 % interval, truth, shrinkage. */
  Table table() {
    Table table =
        Table.of(
            "parameter",
            "unit",
            "prior range",
            "mean",
            "90 % from",
            "90 % to",
            "truth",
            "shrinkage");
    for (Parameter p : parameters()) {
      CredibleInterval interval = posterior.interval(p, LEVEL);
      table =
          table.row(
              p.symbol(),
              p.unit(),
              priorRange(p),
              format(posterior.mean().get(p)),
              format(interval.low()),
              format(interval.high()),
              experiment.truth().map(set -> format(set.get(p))).orElse("unknown"),
              String.format(Locale.ROOT, "%.2f", shrinkage(p)));
    }
    return table;
  }

  private String priorRange(Parameter p) {
    double[] z = new double[parameters().size()];
    int j = parameters().indexOf(p);
    Arrays.fill(z, -EDGE);
    double low = experiment.prior().fromNormal(z)[j];
    Arrays.fill(z, EDGE);
    return format(low) + " .. " + format(experiment.prior().fromNormal(z)[j]);
  }

  /** Returns 1 - posterior variance / prior variance: 0 if nothing was learnt, 1 if everything. */
  double shrinkage(Parameter p) {
    Prior prior = experiment.prior();
    double[] values = prior.sample(PRIOR_DRAWS, 0).column(p);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return 1 - posterior.sd(p) * posterior.sd(p) / variance;
  }

  /** Returns, per sample, the quantile of {@code probability} over the predicted experiments. */
  double[] predictedQuantile(double probability) {
    double[][] rows = new double[predicted.size()][];
    Arrays.setAll(rows, predicted::row);
    double[] quantile = new double[predicted.samples()];
    for (int k = 0; k < quantile.length; k++) {
      double[] values = new double[predicted.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = rows[i][k];
      }
      Arrays.sort(values);
      quantile[k] = values[(int) Math.round(probability * (values.length - 1))];
    }
    return quantile;
  }

  /** Returns the share of recorded samples inside the 90 % band of the predicted experiments. */
  double predictiveCoverage() {
    double[] low = predictedQuantile((1 - LEVEL) / 2);
    double[] high = predictedQuantile((1 + LEVEL) / 2);
    double[] seen = experiment.recording().channel(0, 0);
    int inside = 0;
    for (int k = 0; k < seen.length; k++) {
      inside += seen[k] >= low[k] && seen[k] <= high[k] ? 1 : 0;
    }
    return inside / (double) seen.length;
  }

  /** Returns the share of the recording's power that the median prediction explains. */
  double explained() {
    double[] middle = predictedQuantile(0.5);
    double[] seen = experiment.recording().channel(0, 0);
    double left = 0;
    double power = 0;
    for (int k = 0; k < seen.length; k++) {
      left += (seen[k] - middle[k]) * (seen[k] - middle[k]);
      power += seen[k] * seen[k];
    }
    return 1 - left / power;
  }

  /** Says in plain words how well the model covers the recording, and what was learnt. */
  String verdict() {
    return fit()
        + " "
        + learnt()
        + " On "
        + calibration.simulations()
        + " fresh simulations the posterior is "
        + calibration.verdict()
        + ".";
  }

  private String fit() {
    double covered = predictiveCoverage();
    String judgement =
        covered >= 0.85
            ? "The model covers the recording"
            : covered >= 0.6
                ? "The model covers the recording in part"
                : "The model does not cover the recording: do not trust the parameters";
    return String.format(
        Locale.ROOT,
        "%s: %.0f %% of the recorded samples lie inside the 90 %% band of what the posterior"
            + " predicts (90 expected), and the median prediction explains %.0f %% of the power.",
        judgement,
        100 * covered,
        100 * explained());
  }

  private String learnt() {
    List<String> known =
        parameters().stream().filter(p -> shrinkage(p) >= 0.5).map(Parameter::symbol).toList();
    List<String> unknown =
        parameters().stream().filter(p -> shrinkage(p) < 0.5).map(Parameter::symbol).toList();
    return (known.isEmpty()
            ? "It determines no parameter well."
            : "It determines " + String.join(", ", known) + " (variance at least halved).")
        + (unknown.isEmpty() ? "" : " It says little about " + String.join(", ", unknown) + ".");
  }

  /** Adds the figures that were asked for. */
  Results addTo(Results results) {
    Results all =
        results.figure("SBC p (Holm), smallest", calibration.smallestP(), "1", 0.01, ">=");
    for (Parameter p : parameters()) {
      double share = calibration.coverage().share(p, LEVEL);
      all =
          all.figure("coverage of 90 % intervals/" + p.symbol(), share, "1")
              .figure(
                  "coverage of 90 % intervals, off by/" + p.symbol(),
                  Math.abs(share - LEVEL),
                  "1",
                  0.03,
                  "<=")
              .figure("shrinkage/" + p.symbol(), shrinkage(p), "1");
    }
    return all.figure("recorded samples inside the 90 % band", predictiveCoverage(), "1")
        .figure("power explained", explained(), "1");
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
