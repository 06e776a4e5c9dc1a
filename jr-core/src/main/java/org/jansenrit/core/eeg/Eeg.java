package org.jansenrit.core.eeg;

import java.util.List;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.Monitor;
import org.jansenrit.core.simulate.Timeline;

/** Keeps the ongoing EEG: the model's output at each sample, seen by sensors. Immutable. */
public final class Eeg implements Monitor<TimeSeries> {
  private final Sensors sensors;
  private final Frequency rate;

  private Eeg(Sensors sensors, Frequency rate) {
    this.sensors = sensors;
    this.rate = rate;
  }

  /** {@return a monitor that keeps the model's output itself, in its own unit, without noise} */
  public static Eeg source() {
    return new Eeg(Sensors.source(), null);
  }

  /**
   * {@return a monitor that keeps one channel}
   *
   * @param channel its name
   * @param gain uV at the channel per unit of the model's output; finite
   * @throws IllegalArgumentException if the gain is not finite
   */
  public static Eeg channel(String channel, double gain) {
    return new Eeg(Sensors.single(channel, gain), null);
  }

  /**
   * {@return a monitor that keeps the channels of a lead field, whose one source is a dipole of 1
   * nAm per mV of the model's output} {@link #gain} makes it stronger.
   *
   * @param field the gains of one source, in uV per nAm
   * @throws IllegalArgumentException if the lead field has more than one source
   */
  public static Eeg through(LeadField field) {
    return new Eeg(Sensors.through(field), null);
  }

  /**
   * {@return this monitor with all channels multiplied by the free parameter {@code gain}}
   *
   * @param gain a parameter without unit or, with a lead field, in nAm per mV
   */
  public Eeg gain(Parameter gain) {
    return with(sensors.withGain(gain));
  }

  /**
   * {@return this monitor with {@code noise} added to each channel}
   *
   * @param noise per sample that is kept, in uV
   */
  public Eeg sensorNoise(SensorNoise noise) {
    return with(sensors.withNoise(noise, false));
  }

  /**
   * {@return this monitor with its noise scaled, in each simulation, to a signal-to-noise ratio as
   * {@link #snr} defines it}
   *
   * @param decibels in dB; finite
   * @throws IllegalArgumentException if it is not finite
   */
  public Eeg atSnr(double decibels) {
    return with(sensors.atSnr(decibels));
  }

  /**
   * {@return this monitor with signal and noise against {@code reference}}
   *
   * @param reference what the channels of the lead field are taken against
   */
  public Eeg reference(Reference reference) {
    return with(sensors.against(reference));
  }

  /**
   * {@return a monitor that keeps the signal-to-noise ratio of what this one keeps, in dB: one
   * feature per simulation, by the formula of {@link Erp#snr}, over the whole recording}
   */
  public Monitor<Features> snr() {
    Eeg source = with(Sensors.source().withGains(sensors.freeGain()));
    return new SnrMonitor(source, this::view);
  }

  /**
   * {@return this monitor keeping every k-th step, so as to give {@code newRate}, after a low-pass
   * filter of zero phase: up to 0.3 of that rate it passes within 1 %, and nothing above 1 % folds
   * back from beyond half of it}
   *
   * @param newRate a rate that divides that of the steps; {@link #open} refuses any other
   */
  public Eeg rate(Frequency newRate) {
    return new Eeg(sensors, newRate);
  }

  private Eeg with(Sensors newSensors) {
    return new Eeg(newSensors, rate);
  }

  /**
   * {@return the noise of this monitor's sensors by itself, to be added to what the same monitor
   * kept without: each epoch of a training can then have another draw} Like the noise of the
   * monitor, it is against the reference.
   *
   * @param timeline of the simulation: {@link org.jansenrit.core.simulate.Simulation#timeline()}
   * @throws IllegalArgumentException if this monitor has no noise, or scales it to each signal
   */
  public Augmentation<TimeSeries> freshNoise(Timeline timeline) {
    return new FreshNoise(
        sensors, view(timeline), TrialWindow.whole(timeline, kept(timeline)).samples());
  }

  private SensorView view(Timeline timeline) {
    Frequency kept = kept(timeline);
    return new SensorView(sensors, TrialWindow.whole(timeline, kept), kept);
  }

  private Frequency kept(Timeline timeline) {
    return rate == null ? timeline.rate() : rate;
  }

  @Override
  public Recorder<TimeSeries> open(ModelSpec spec, Timeline timeline, int simulations) {
    Frequency kept = kept(timeline);
    TrialWindow window = TrialWindow.whole(timeline, kept);
    LowPass filter = new LowPass(timeline.stepsPer(kept), timeline.samples());
    return new SensorMonitor(sensors, window, filter, spec, kept, simulations);
  }

  @Override
  public List<Parameter> parameters() {
    return sensors.freeGain();
  }

  @Override
  public String toString() {
    return "EEG of " + sensors + (rate == null ? "" : " at " + rate);
  }
}
