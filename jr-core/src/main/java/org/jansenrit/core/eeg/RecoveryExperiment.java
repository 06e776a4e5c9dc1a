package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.List;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/**
 * The experiment of a published benchmark: recover the parameters of a Jansen-Rit column from its
 * evoked potential at 64 electrodes. Immutable; every method returns a new experiment.
 *
 * <p>Explicit Euler at 1 ms; a transient of 0.8 s; 60 pulses of 60 1/s for 50 ms, one a second,
 * into the excitatory and the inhibitory kernel, and 0.56 times as high into that of the
 * interneurons. The source is one dipole in the left caudal middle frontal gyrus, seen by the
 * BioSemi-64 cap against the average of all electrodes. Windows from -200 ms to 1 s, less their
 * baseline, are averaged: the last leaves the recording of 60.2 s by one sample, so that 59 of 60
 * count. One simulation is 64 channels x 1201 samples at 1000 Hz, in uV.
 *
 * <p>What differs from the study: the head is four spheres in place of a boundary element model of
 * fsaverage, and priors are cut where a parameter has no meaning (the study draws 1.6 % negative
 * rates b_e and 1.4 % negative C).
 *
 * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2024), Benchmarking deep
 *     Jansen-Rit parameter inference</a>
 */
public final class RecoveryExperiment {
  private static final Onsets ONSETS = Onsets.every(s(1), 60).from(ms(200));
  private static final double HEIGHT = 60;

  /** The study multiplies the pulses into the interneurons by its slope r, 0.56. */
  private static final double INTERNEURONS = 0.56;

  /** The standard deviation of the ad hoc EEG covariance of MNE-Python, in uV. */
  private static final double AD_HOC = 0.2;

  private static final Frequency RAW = Frequency.hz(1000);

  private final String name;
  private final ParameterSet typical;
  private final Prior prior;
  private final double drive;
  private final List<Port> stimulated;
  private final double noiseFactor;
  private final boolean sampleBySample;
  private final double strength;
  private final Frequency rate;

  private RecoveryExperiment(
      String name,
      ParameterSet typical,
      Prior prior,
      double drive,
      List<Port> stimulated,
      double noiseFactor,
      boolean sampleBySample,
      double strength,
      Frequency rate) {
    this.name = name;
    this.typical = typical;
    this.prior = prior;
    this.drive = drive;
    this.stimulated = List.copyOf(stimulated);
    this.noiseFactor = noiseFactor;
    this.sampleBySample = sampleBySample;
    this.strength = strength;
    this.rate = rate;
  }

  /**
   * {@return the experiment with the study's two slips of unit, {@link JansenRit#asPublished()},
   * its ranges and no constant drive} The column is nearly a linear filter: connectivity cannot be
   * recovered, by any estimator.
   */
  public static RecoveryExperiment asPublished() {
    return of("as published", JansenRit.asPublished(), 0);
  }

  /**
   * {@return the same experiment with the units mended, {@link JansenRit#standard()}, on a constant
   * drive of 60 1/s, at which the column rests between pulses; the study's ranges}
   */
  public static RecoveryExperiment consistentUnits() {
    return of("consistent units", JansenRit.standard(), 60);
  }

  private static RecoveryExperiment of(String name, ParameterSet typical, double drive) {
    List<Port> all = List.of(JansenRit.P, JansenRit.P_INTERNEURONS, JansenRit.P_INHIBITORY);
    return new RecoveryExperiment(
        name, typical, RecoveryPriors.study(), drive, all, 1, false, 6, RAW);
  }

  /**
   * {@return this experiment with other values for the parameters that the prior does not draw: one
   * slip of unit mended at a time, for instance}
   *
   * @param set all parameters of the model
   */
  public RecoveryExperiment parameters(ParameterSet set) {
    return new RecoveryExperiment(
        name, set, prior, drive, stimulated, noiseFactor, sampleBySample, strength, rate);
  }

  /**
   * {@return this experiment with the study's ranges: each of nine parameters normal, its mean the
   * middle of the range, its standard deviation a quarter of it}
   */
  public RecoveryExperiment studyRanges() {
    return prior(RecoveryPriors.study());
  }

  /**
   * {@return this experiment with ranges in which columns are alive: A uniform in 2.6..5 mV, B in
   * 17.6..40 mV, a and b normal within 50..150 and 25..75 1/s, contacts as in the study, C fixed at
   * 135}
   */
  public RecoveryExperiment physiologicalRanges() {
    return prior(RecoveryPriors.physiological());
  }

  /**
   * {@return this experiment with parameters drawn from a prior of your own}
   *
   * @param newPrior over parameters of the model
   */
  public RecoveryExperiment prior(Prior newPrior) {
    return new RecoveryExperiment(
        name, typical, newPrior, drive, stimulated, noiseFactor, sampleBySample, strength, rate);
  }

  /**
   * {@return this experiment on a constant drive into the excitatory kernel}
   *
   * @param level in 1/s: 0 as published; 60 at rest; 120 for a column that oscillates
   * @throws IllegalArgumentException if it is not finite
   */
  public RecoveryExperiment constantDrive(double level) {
    Stimulus.constant(level);
    return new RecoveryExperiment(
        name, typical, prior, level, stimulated, noiseFactor, sampleBySample, strength, rate);
  }

  /**
   * {@return this experiment with the pulses at some of their ports only: {@code JansenRit.P} for
   * the pyramidal loop alone, with which only the product of B and a_4 can be known}
   *
   * @param ports one or more of the model's, each in 1/s
   * @throws IllegalArgumentException if there is none, or one that the model does not have
   */
  public RecoveryExperiment stimulating(Port... ports) {
    if (ports.length == 0) {
      throw new IllegalArgumentException("pulses must enter somewhere, but no port was given");
    }
    var changed =
        new RecoveryExperiment(
            name,
            typical,
            prior,
            drive,
            List.of(ports),
            noiseFactor,
            sampleBySample,
            strength,
            rate);
    changed.simulation();
    return changed;
  }

  /**
   * {@return this experiment with sensor noise of 0.2 uV times the square root of {@code factor} in
   * each raw sample}
   *
   * @param factor what the study multiplies its noise covariance by; zero or positive
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public RecoveryExperiment noiseFactor(double factor) {
    if (!(factor >= 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException(
          "noise factor must be zero or positive, and finite, but was " + factor);
    }
    return new RecoveryExperiment(
        name, typical, prior, drive, stimulated, factor, sampleBySample, strength, rate);
  }

  /**
   * {@return this experiment with its noise drawn for every raw sample and then averaged, as {@link
   * Erp#noiseSampleBySample} does: the same distribution, at many times the cost} For checks.
   */
  public RecoveryExperiment noiseSampleBySample() {
    return new RecoveryExperiment(
        name, typical, prior, drive, stimulated, noiseFactor, true, strength, rate);
  }

  /**
   * {@return this experiment with a source of another strength}
   *
   * @param moment the dipole moment in nAm per mV of the model's output; 6 by default, with which
   *     the median peak of {@link #asPublished()} at the best electrode is about 100 uV, as in the
   *     study, whose source is a patch of cortex of 10 mm with 1 nAm per mV at each of its points
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public RecoveryExperiment strength(double moment) {
    if (!(moment > 0) || Double.isInfinite(moment)) {
      throw new IllegalArgumentException(
          "source strength must be positive and finite, but was " + moment + " nAm/mV");
    }
    return new RecoveryExperiment(
        name, typical, prior, drive, stimulated, noiseFactor, sampleBySample, moment, rate);
  }

  /**
   * {@return this experiment kept at a lower rate, after a low-pass filter: at 250 Hz a simulation
   * takes a quarter of the memory} The noise keeps its density in uV&sup2;/Hz, so that its standard
   * deviation per kept sample is smaller by the square root of the ratio of the rates.
   *
   * @param kept a rate that divides 1000 Hz
   * @throws IllegalArgumentException if it does not divide 1000 Hz
   */
  public RecoveryExperiment rate(Frequency kept) {
    var changed =
        new RecoveryExperiment(
            name, typical, prior, drive, stimulated, noiseFactor, sampleBySample, strength, kept);
    changed.simulator();
    return changed;
  }

  /** {@return the distribution of the parameters} */
  public Prior prior() {
    return prior;
  }

  /** {@return the experiment as a simulator: n x 64 channels x 1201 samples at 1000 Hz, in uV} */
  public Simulator<TimeSeries> simulator() {
    return simulation().observe(erp());
  }

  /**
   * {@return the sensor noise of this experiment by itself, to be added to simulations made with
   * {@code noiseFactor(0)}}
   *
   * @throws IllegalArgumentException if the noise factor is zero
   */
  public Augmentation<TimeSeries> freshNoise() {
    return erp().freshNoise(simulation().timeline());
  }

  /**
   * {@return the signal-to-noise ratio of the same experiment, in dB: n x 1; see {@link Erp#snr}}
   */
  public Simulator<Features> snr() {
    return simulation().observe(erp().snr());
  }

  /**
   * Draws parameters, runs the experiment and leaves out what the study leaves out: simulations
   * that are not finite, and those whose mean absolute potential is an outlier.
   *
   * @param n how many to draw; fewer are kept
   * @param seed decides all random numbers; simulation i depends on the seed and on i only
   * @return the simulations that are kept, with their signal-to-noise ratios, and how many were
   *     left out
   */
  public RecoveryData sample(int n, long seed) {
    Features snr = snr().sample(prior, n, seed).x();
    return RecoveryData.screened(simulator().sample(prior, n, seed), snr);
  }

  /** {@return how the column is run, before anything is kept of it} */
  public Simulation simulation() {
    Simulation simulation =
        Simulation.of(JansenRit.model())
            .baseline(typical)
            .drive(JansenRit.P, Stimulus.constant(drive));
    for (Port port : stimulated) {
      simulation = simulation.drive(port, drive(port));
    }
    return simulation.integrator(Integrator.euler(), ms(1)).burnIn(ms(800)).duration(s(60.2));
  }

  private Drive drive(Port port) {
    Stimulus pulses = Stimulus.pulses(ONSETS, ms(50), HEIGHT);
    if (port.equals(JansenRit.P)) {
      return Drive.of(Stimulus.constant(drive), pulses);
    }
    return port.equals(JansenRit.P_INTERNEURONS) ? pulses.times(INTERNEURONS) : pulses;
  }

  /** {@return what is kept: the evoked potential with its sensor noise} */
  public Erp erp() {
    SensorNoise noise =
        SensorNoise.white(AD_HOC * Math.sqrt(noiseFactor * rate.hertz() / RAW.hertz()));
    Erp erp =
        Erp.of(ONSETS, ms(-200), s(1)).rate(rate).through(field()).reference(Reference.average());
    return sampleBySample ? erp.noiseSampleBySample(noise) : erp.sensorNoise(noise);
  }

  private LeadField field() {
    return LeadField.of(
            Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal())
        .times(strength);
  }

  @Override
  public String toString() {
    return "RecoveryExperiment["
        + name
        + ", constant drive "
        + shortest(drive)
        + " 1/s, pulses into "
        + stimulated.stream().map(Port::symbol).toList()
        + ", noise factor "
        + shortest(noiseFactor)
        + (sampleBySample ? " sample by sample" : "")
        + ", "
        + shortest(strength)
        + " nAm/mV, "
        + rate
        + "; "
        + prior
        + "]";
  }
}
