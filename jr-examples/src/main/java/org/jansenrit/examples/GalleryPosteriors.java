package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.FittedEstimator;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.PairPlot;
import org.jansenrit.sbi.Posterior;
import org.jansenrit.sbi.Snpe;
import org.jansenrit.sbi.diagnostics.Calibration;
import org.jansenrit.sbi.diagnostics.CalibrationReport;
import org.jansenrit.sbi.diagnostics.PosteriorPredictive;

/** Figures of what is learnt: estimates, posteriors, and whether they can be trusted. */
final class GalleryPosteriors {
  private static final ParameterSet TRUTH = JansenRit.standard();

  private final Prior prior =
      Prior.of(
          Prior.uniform(JansenRit.A, 2.6, 5),
          Prior.uniform(JansenRit.B, 17.6, 40),
          Prior.uniform(JansenRit.B_RATE, 25, 75));

  private final boolean small;
  private final Simulator<TimeSeries> simulator = simulator();
  private final Dataset<TimeSeries> train;
  private final Dataset<TimeSeries> fresh;

  private GalleryPosteriors(boolean small) {
    this.small = small;
    this.train = simulator.sample(prior, small ? 300 : 4_000, 1);
    this.fresh = simulator.sample(prior, small ? 120 : 500, 2);
  }

  static List<GalleryItem> items(boolean small) {
    var gallery = new GalleryPosteriors(small);
    List<GalleryItem> items = new ArrayList<>(gallery.estimates());
    items.addAll(gallery.posteriors());
    return items;
  }

  private static Simulator<TimeSeries> simulator() {
    Onsets onsets = Onsets.every(ms(496), 8).from(ms(104));
    return Simulation.of(JansenRit.model())
        .drive(
            JansenRit.P,
            Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), 60), Noise.white(2)))
        .burnIn(s(0.5))
        .duration(s(4.2))
        .observe(
            Erp.of(onsets, ms(-104), ms(392))
                .rate(hz(125))
                .channel("Pz", 8)
                .sensorNoise(SensorNoise.white(10)));
  }

  private Training training() {
    return Training.standard().epochs(small ? 4 : 60).learningRate(2e-3).seed(1);
  }

  private List<GalleryItem> estimates() {
    var parts = train.split(0.8, 0.1, 3);
    FittedEstimator<TimeSeries> fitted =
        Estimators.mlp(64)
            .training(training())
            .after(Transform.principalComponents(20))
            .fit(parts.train(), parts.validation());
    return List.of(
        new GalleryItem(
            "Learning curves",
            "fitted.history().get().figure()",
            "Losses of training and validation; the dashed line is the epoch that was kept.",
            fitted.history().orElseThrow().figure()),
        new GalleryItem(
            "Recovery",
            "fitted.evaluate(fresh).figure()",
            "Estimates over the truth; the band holds 90 % of the estimates.",
            fitted.evaluate(fresh).figure()));
  }

  private List<GalleryItem> posteriors() {
    TimeSeries recording = simulator.simulate(TRUTH, 7);
    try (AmortizedPosterior<TimeSeries> amortized =
        Snpe.of(prior)
            .density(new MixtureDensity(4, 48))
            .training(training())
            .after(Transform.principalComponents(20))
            .fit(train)) {
      Posterior posterior = amortized.given(recording);
      CalibrationReport calibration = Calibration.run(amortized, fresh, small ? 99 : 499, 4);
      return List.of(
          new GalleryItem(
              "Pair plot",
              "PairPlot.of(posterior, truth)",
              "Marginals, draws, and the regions of highest density that hold 50 % and 90 %; dashed,"
                  + " the truth.",
              PairPlot.of(posterior, TRUTH)),
          new GalleryItem(
              "Posterior predictive",
              "PosteriorPredictive.run(posterior, simulator, recording, 200, 5).figure()",
              "What the posterior predicts, and what was recorded.",
              PosteriorPredictive.run(posterior, simulator, recording, small ? 60 : 400, 5)
                  .figure()),
          new GalleryItem(
              "Rank histograms",
              "calibration.sbc().rankHistogram()",
              "Flat if the posterior is right; the band holds 95 % of the bars then.",
              calibration.sbc().rankHistogram()),
          new GalleryItem(
              "Calibration: ranks, coverage, highest-density regions, TARP",
              "Calibration.run(amortized, fresh, 499, 4).figure()",
              "All within their bands if the posterior is right.",
              calibration.figure()));
    }
  }
}
