package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Report;

/** The page of the quickstart: recording and prediction, marginals, calibration. */
final class QuickstartPage {
  private static final int MARGINAL_DRAWS = 20_000;
  private static final int BINS = 40;

  private static final String CODE =
      """
      var train = simulator.sample(prior, simulations, seed);
      var amortized = Snpe.of(prior).density(new MixtureDensity(8, 128, 3)).training(training)
          .after(Transform.principalComponents(40)).fit(train);
      var posterior = amortized.given(recording);
      Sbc.run(amortized, fresh, 999, seed + 200)""";

  private QuickstartPage() {}

  static Report of(QuickstartResult result) {
    return Report.titled("What one evoked potential tells about the Jansen-Rit column")
        .paragraph("Recording: " + result.experiment().name() + ".")
        .paragraph(result.verdict())
        .table(result.table())
        .heading("The recording, and what the posterior predicts")
        .figure(
            prediction(result),
            "The band holds 90 % of the evoked potentials simulated at parameters drawn from the"
                + " posterior, with sensor noise; the thin line is their median.")
        .heading("What is known of each parameter")
        .figure(
            marginals(result),
            "Posterior against prior. Where they are alike, the recording says nothing.")
        .heading("Can this posterior be trusted?")
        .paragraph(result.calibration().verdict())
        .figure(
            CalibrationFigure.of(result.calibration(), result.parameters()),
            "Left: intervals of each level should hold the truth that often. Right: ranks of the"
                + " truth among posterior draws should be uniform.")
        .table(result.calibration().table())
        .table(result.calibration().coverage().table())
        .made(CODE, result.train(), result.train().provenance());
  }

  static Figure prediction(QuickstartResult result) {
    TimeSeries recording = result.experiment().recording();
    double[] t = recording.times();
    return Figure.of(
            Panel.of("Posterior predictive", "time from the stimulus (s)", "potential (uV)")
                .band(
                    "predicted, 90 %",
                    t, result.predictedQuantile(0.05), result.predictedQuantile(0.95))
                .line("predicted, median", t, result.predictedQuantile(0.5))
                .line("recorded", t, recording.channel(0, 0))
                .verticalLine("stimulus", 0))
        .panelSize(860, 380);
  }

  static Figure marginals(QuickstartResult result) {
    var posterior = result.posterior().sample(MARGINAL_DRAWS, 1);
    var prior = result.experiment().prior().sample(MARGINAL_DRAWS, 1);
    List<Panel> panels = new ArrayList<>();
    for (Parameter p : result.parameters()) {
      Panel panel =
          Panel.of(p.symbol(), p.label(), p.densityLabel())
              .histogram("prior", prior.column(p), BINS)
              .histogram("posterior", posterior.column(p), BINS);
      panels.add(
          result.experiment().truth().isEmpty()
              ? panel
              : panel.verticalLine("truth", result.experiment().truth().get().get(p)));
    }
    return Figure.grid("Marginals", 2, panels);
  }
}
