package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Epochs;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.Recording;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/**
 * An evoked potential, and the simulator that is to explain it.
 *
 * @param name what was recorded
 * @param prior over the parameters that are asked for
 * @param simulator the same experiment on the model
 * @param recording the evoked potential, 1 x 1 channel x samples, in uV
 * @param truth the parameters behind it, where they are known
 */
record EvokedExperiment(
    String name,
    Prior prior,
    Simulator<TimeSeries> simulator,
    TimeSeries recording,
    Optional<ParameterSet> truth) {

  /** Electrode potential per pyramidal potential: head, electrode and amplifier together. */
  static final Parameter GAIN =
      Parameter.of("gain", "uV/mV", 8).possible(0.01, 1000).meaningful(1, 40);

  /** From the stimulus on the screen to the input of the column. */
  static final Parameter DELAY =
      Parameter.of("delay", "ms", 200).possible(0, 600).meaningful(50, 400);

  private static final Time FROM = s(-26 / 128.0);
  private static final Time TO = s(1);
  private static final Frequency RATE = Frequency.hz(128);
  private static final Time STEP = s(1 / 512.0);
  private static final Time PERIOD = s(1.25);
  private static final int TRIALS = 80;
  private static final double FIXED_GAIN = 8;

  /** Single-trial noise of an EEG electrode, sd in uV, where the recording does not tell it. */
  private static final double NOISE = 10;

  private static final Prior COLUMN =
      Prior.of(
          Prior.uniform(JansenRit.A, 2.6, 5),
          Prior.uniform(JansenRit.B, 17.6, 40),
          Prior.truncatedNormal(JansenRit.A_RATE, 100, 25, 50, 150),
          Prior.truncatedNormal(JansenRit.B_RATE, 50, 12.5, 25, 75));

  /**
   * An experiment on the model itself: parameters drawn from the prior, which training never saw.
   */
  static EvokedExperiment simulated(long seed) {
    Simulator<TimeSeries> simulator =
        simulation(stimulus(TRIALS), TRIALS)
            .observe(erp(TRIALS).channel("Pz", FIXED_GAIN).sensorNoise(SensorNoise.white(NOISE)));
    ParameterSet truth = COLUMN.sample(1, seed).set(0);
    return new EvokedExperiment(
        "an evoked potential of the model, " + TRIALS + " trials",
        COLUMN,
        simulator,
        simulator.simulate(truth, seed),
        Optional.of(truth));
  }

  /**
   * A recorded experiment; gain and onset delay are free beside the model's parameters.
   *
   * @param file a recording
   * @param marker the stimulus to average over
   * @param channel the electrode
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if marker or channel are not in it, or fewer than two trials
   *     are whole
   */
  static EvokedExperiment recorded(Path file, String marker, String channel) throws IOException {
    Epochs epochs = Recording.read(file).pick(channel).epochs(marker, FROM, TO);
    Prior prior =
        Prior.of(COLUMN, Prior.logUniform(GAIN, GAIN.low(), GAIN.high()), Prior.uniform(DELAY));
    Simulator<TimeSeries> simulator =
        simulation(stimulus(epochs.size()).after(DELAY), epochs.size())
            .observe(
                erp(epochs.size())
                    .channel(channel, 1)
                    .gain(GAIN)
                    .sensorNoise(SensorNoise.of(epochs)));
    return new EvokedExperiment(
        name(epochs, marker + " at " + channel + " in " + file.getFileName()),
        prior,
        simulator,
        epochs.average(),
        Optional.empty());
  }

  private static String name(Epochs epochs, String what) {
    String leftOut = epochs.leftOut() == 0 ? "" : " (" + epochs.leftOut() + " left out)";
    return epochs.size() + " trials" + leftOut + " of " + what;
  }

  private static Onsets onsets(int trials) {
    return Onsets.every(PERIOD, trials).from(s(26 / 128.0));
  }

  private static Stimulus stimulus(int trials) {
    return Stimulus.pulses(onsets(trials), ms(50), 60);
  }

  private static Simulation simulation(Stimulus stimulus, int trials) {
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Drive.of(Stimulus.constant(60), stimulus, Noise.white(2)))
        .integrator(Integrator.heun(), STEP)
        .burnIn(s(1))
        .duration(s(PERIOD.seconds() * trials));
  }

  private static Erp erp(int trials) {
    return Erp.of(onsets(trials), FROM, TO).rate(RATE);
  }
}
