package org.jansenrit.core.eeg;

import java.util.List;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Monitor;
import org.jansenrit.core.simulate.Timeline;

/**
 * Keeps the event-related potential: the mean over trials of the EEG round each stimulus onset,
 * less its mean before the onset. Averages while it runs. Immutable.
 *
 * <p>Trials whose window leaves the recording are left out; the noise of the average is drawn
 * directly, overlapping windows sharing theirs.
 *
 * @see <a href="https://doi.org/10.1016/j.neuroimage.2003.07.015">David &amp; Friston (2003)</a>
 */
public final class Erp implements Monitor<TimeSeries> {
  private final Onsets onsets;
  private final Time from;
  private final Time to;
  private final Sensors sensors;
  private final Frequency rate;

  private Erp(Onsets onsets, Time from, Time to, Sensors sensors, Frequency rate) {
    this.onsets = onsets;
    this.from = from;
    this.to = to;
    this.sensors = sensors;
    this.rate = rate;
  }

  /**
   * {@return a monitor that keeps the ERP of the model's output itself}
   *
   * @param onsets when the stimuli come
   * @param from start of the window relative to an onset; negative for a baseline
   * @param to end of the window relative to an onset; after {@code from}
   * @throws IllegalArgumentException if {@code to} is not after {@code from}
   */
  public static Erp of(Onsets onsets, Time from, Time to) {
    if (to.compareTo(from) <= 0) {
      throw new IllegalArgumentException(
          "the window must end after it starts, but was [" + from + ", " + to + "]");
    }
    return new Erp(onsets, from, to, Sensors.source(), null);
  }

  /**
   * {@return this monitor keeping one channel}
   *
   * @param channel its name
   * @param gain uV at the channel per unit of the model's output; finite
   * @throws IllegalArgumentException if the gain is not finite
   */
  public Erp channel(String channel, double gain) {
    return with(sensors.seenBy(Sensors.single(channel, gain)));
  }

  /**
   * {@return this monitor keeping the channels of a lead field, whose one source is a dipole of 1
   * nAm per mV of the model's output; {@link #gain} makes it stronger}
   *
   * @param field the gains of one source, in uV per nAm
   * @throws IllegalArgumentException if the lead field has more than one source
   */
  public Erp through(LeadField field) {
    return with(sensors.seenBy(Sensors.through(field)));
  }

  /**
   * {@return this monitor with all channels multiplied by the free parameter {@code gain}}
   *
   * @param gain a parameter without unit or, with a lead field, in nAm per mV
   */
  public Erp gain(Parameter gain) {
    return with(sensors.withGain(gain));
  }

  /**
   * {@return this monitor with {@code noise} in each raw sample of each channel} The noise of the
   * average is drawn directly, from its exact distribution.
   *
   * @param noise per raw sample, in uV
   */
  public Erp sensorNoise(SensorNoise noise) {
    return with(sensors.withNoise(noise, false));
  }

  /**
   * {@return the same with noise drawn for every raw sample and then averaged, as an experiment
   * does it: the same distribution, at many times the cost} For checks.
   *
   * @param noise per raw sample, in uV
   */
  public Erp noiseSampleBySample(SensorNoise noise) {
    return with(sensors.withNoise(noise, true));
  }

  /**
   * {@return this monitor with its noise scaled, in each simulation, to a signal-to-noise ratio as
   * {@link #snr} defines it}
   *
   * @param decibels in dB; finite
   * @throws IllegalArgumentException if it is not finite
   */
  public Erp atSnr(double decibels) {
    return with(sensors.atSnr(decibels));
  }

  /**
   * {@return this monitor with signal and noise against {@code reference}}
   *
   * @param reference what the channels of the lead field are taken against
   */
  public Erp reference(Reference reference) {
    return with(sensors.against(reference));
  }

  /**
   * {@return this monitor keeping every k-th step, so as to give {@code newRate}, after a low-pass
   * filter of zero phase: up to 0.3 of that rate it passes within 1 %, and nothing above 1 % folds
   * back from beyond half of it}
   *
   * @param newRate a rate that divides that of the steps; {@link #open} refuses any other
   */
  public Erp rate(Frequency newRate) {
    return new Erp(onsets, from, to, sensors, newRate);
  }

  /**
   * {@return a monitor that keeps the signal-to-noise ratio of what this one keeps, in dB: one
   * feature per simulation}
   *
   * <pre>
   * SNR = 10 log10(mean of s^2 / mean of the variance of n)
   * </pre>
   *
   * <p>over all channels and samples of the average, with s the average as it would be without
   * sensor noise, and n the sensor noise in the average; both against the reference and less their
   * baseline. Noise is taken by its variance, not as it was drawn, so that multiplying it by k
   * lowers the ratio by 20 log10(k). Infinite without noise.
   */
  public Monitor<Features> snr() {
    Erp source = with(Sensors.source().withGains(sensors.freeGain()));
    return new SnrMonitor(source, this::view);
  }

  /**
   * {@return the noise of this monitor's sensors by itself, to be added to what the same monitor
   * kept without: each epoch of a training can then have another draw} Like the noise of the
   * monitor, it is that of the average over trials, against the reference and less its baseline.
   *
   * @param timeline of the simulation: {@link org.jansenrit.core.simulate.Simulation#timeline()}
   * @throws IllegalArgumentException if this monitor has no noise, or scales it to each signal
   */
  public Augmentation<TimeSeries> freshNoise(Timeline timeline) {
    return new FreshNoise(sensors, view(timeline), window(timeline).samples());
  }

  private SensorView view(Timeline timeline) {
    return new SensorView(sensors, window(timeline), kept(timeline));
  }

  private TrialWindow window(Timeline timeline) {
    return TrialWindow.round(onsets, from, to, timeline, kept(timeline));
  }

  private Frequency kept(Timeline timeline) {
    return rate == null ? timeline.rate() : rate;
  }

  private Erp with(Sensors newSensors) {
    return new Erp(onsets, from, to, newSensors, rate);
  }

  @Override
  public Recorder<TimeSeries> open(ModelSpec spec, Timeline timeline, int simulations) {
    Frequency kept = kept(timeline);
    TrialWindow window = window(timeline);
    LowPass filter = new LowPass(timeline.stepsPer(kept), timeline.samples());
    return new SensorMonitor(sensors, window, filter, spec, kept, simulations);
  }

  @Override
  public List<Parameter> parameters() {
    return sensors.freeGain();
  }

  @Override
  public String toString() {
    return "ERP of "
        + sensors
        + ", "
        + onsets
        + ", window ["
        + from
        + ", "
        + to
        + "]"
        + (rate == null ? "" : " at " + rate);
  }
}
