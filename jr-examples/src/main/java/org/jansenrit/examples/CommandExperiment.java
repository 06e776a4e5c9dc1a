package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Execution;
import org.jansenrit.core.simulate.Progress;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/** The experiment of the command line: the evoked potential of a column at one electrode. */
final class CommandExperiment {
  static final Time FROM = s(-26 / 128.0);
  static final Time TO = s(1);
  static final Frequency RATE = Frequency.hz(128);

  private static final Time PERIOD = s(1.25);

  private CommandExperiment() {}

  static Simulator<TimeSeries> simulator(
      int trials, double pulse, String channel, double sensorNoise, Progress progress) {
    if (trials < 1) {
      throw new IllegalArgumentException("--trials must be at least 1, but was " + trials);
    }
    Onsets onsets = Onsets.every(PERIOD, trials).from(s(26 / 128.0));
    return Simulation.of(JansenRit.model())
        .drive(
            JansenRit.P,
            Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), pulse), Noise.white(2)))
        .integrator(Integrator.heun(), s(1 / 512.0))
        .burnIn(s(1))
        .duration(s(PERIOD.seconds() * trials))
        .execution(Execution.allCores().progress(progress))
        .observe(
            Erp.of(onsets, FROM, TO)
                .rate(RATE)
                .channel(channel, 8)
                .sensorNoise(SensorNoise.white(sensorNoise)));
  }
}
