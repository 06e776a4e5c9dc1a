package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.PairPlot;
import org.jansenrit.sbi.Posterior;
import org.jansenrit.sbi.Snpe;
import org.jansenrit.sbi.diagnostics.C2st;
import org.jansenrit.sbi.diagnostics.Calibration;
import org.jansenrit.sbi.diagnostics.CalibrationReport;
import org.jansenrit.sbi.diagnostics.LocalC2st;
import org.jansenrit.sbi.diagnostics.Misspecification;
import org.jansenrit.sbi.diagnostics.PosteriorPredictive;

/** Figures of posteriors, and of whether they can be trusted. */
final class GalleryPosteriors {
  private static final ParameterSet TRUTH = JansenRit.standard();

  private final boolean small;
  private final Simulator<TimeSeries> simulator = GalleryExperiment.simulator();
  private final Dataset<TimeSeries> train;
  private final Dataset<TimeSeries> fresh;
  private final TimeSeries recording;

  GalleryPosteriors(boolean small) {
    this.small = small;
    this.train = simulator.sample(GalleryExperiment.PRIOR, small ? 300 : 4_000, 1);
    this.fresh = simulator.sample(GalleryExperiment.PRIOR, small ? 120 : 500, 2);
    this.recording = simulator.simulate(TRUTH, 7);
  }

  List<GalleryItem> items() {
    try (AmortizedPosterior<TimeSeries> amortized =
        Snpe.of(GalleryExperiment.PRIOR)
            .density(new MixtureDensity(4, 48))
            .training(GalleryExperiment.training(small))
            .after(Transform.principalComponents(20))
            .fit(train)) {
      List<GalleryItem> items = new ArrayList<>(posterior(amortized.given(recording)));
      items.addAll(calibration(Calibration.run(amortized, fresh, small ? 99 : 499, 4)));
      items.addAll(observation(amortized));
      return items;
    }
  }

  private List<GalleryItem> posterior(Posterior posterior) {
    return List.of(
        new GalleryItem(
            "Pair plot",
            "PairPlot.of(posterior, truth)",
            "Marginals, draws, and the regions of highest density that hold 50 % and 90 %; dashed,"
                + " the truth.",
            PairPlot.of(posterior, TRUTH)),
        new GalleryItem(
            "Posterior predictive",
            "PosteriorPredictive.run(posterior, simulator, recording, 400, 5).figure()",
            "What the posterior predicts, and what was recorded.",
            PosteriorPredictive.run(posterior, simulator, recording, small ? 60 : 400, 5).figure()),
        new GalleryItem(
            "Classifier two-sample test",
            "C2st.run(posterior.sample(500, 1), posterior.sample(500, 2), 3).figure()",
            "How well a network tells two sets of draws apart; here both are of one posterior.",
            C2st.run(
                    posterior.sample(small ? 60 : 500, 1), posterior.sample(small ? 60 : 500, 2), 3)
                .figure()));
  }

  private static List<GalleryItem> calibration(CalibrationReport calibration) {
    return List.of(
        new GalleryItem(
            "Rank histograms",
            "calibration.sbc().rankHistogram()",
            "Flat if the posterior is right; the band holds 95 % of the bars then.",
            calibration.sbc().rankHistogram()),
        new GalleryItem(
            "Ranks: difference of their distribution from the uniform one",
            "calibration.sbc().figure()",
            "Within the band as a whole, with 95 %, if the posterior is right.",
            calibration.sbc().figure()),
        new GalleryItem(
            "Coverage of central intervals",
            "calibration.coverage().figure()",
            "Above the line, intervals are too wide; below, too narrow.",
            calibration.coverage().figure()),
        new GalleryItem(
            "Coverage of regions of highest density",
            "calibration.expectedCoverage().figure()",
            "All parameters together, by density.",
            calibration.expectedCoverage().figure()),
        new GalleryItem(
            "TARP",
            "calibration.tarp().figure()",
            "All parameters together, by distance from points drawn at random.",
            calibration.tarp().figure()),
        new GalleryItem(
            "Calibration at a glance",
            "Calibration.run(amortized, fresh, 499, 4).figure()",
            "The four together: all within their bands if the posterior is right.",
            calibration.figure()));
  }

  private List<GalleryItem> observation(AmortizedPosterior<TimeSeries> amortized) {
    return List.of(
        new GalleryItem(
            "Local classifier test",
            "LocalC2st.run(amortized, fresh, recording, 30, 6).figure()",
            "Is the posterior right at this recording? The line is among the bars if nothing speaks"
                + " against it.",
            LocalC2st.run(amortized, fresh, recording, small ? 3 : 30, 6).figure()),
        new GalleryItem(
            "Misspecification",
            "Misspecification.run(train, recording).figure()",
            "Is the recording like the simulations at all?",
            Misspecification.run(train, recording).figure()));
  }
}
