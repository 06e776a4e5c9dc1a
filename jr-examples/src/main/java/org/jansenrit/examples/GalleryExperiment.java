package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.training.Training;

/** The evoked potential from which the gallery learns, and how long. */
final class GalleryExperiment {
  static final Prior PRIOR =
      Prior.of(
          Prior.uniform(JansenRit.A, 2.6, 5),
          Prior.uniform(JansenRit.B, 17.6, 40),
          Prior.uniform(JansenRit.B_RATE, 25, 75));

  private GalleryExperiment() {}

  static Simulator<TimeSeries> simulator() {
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

  static Training training(boolean small) {
    return Training.standard().epochs(small ? 4 : 60).learningRate(2e-3).seed(1);
  }
}
