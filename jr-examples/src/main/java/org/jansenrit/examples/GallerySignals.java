package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Dipole;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.Epochs;
import org.jansenrit.core.eeg.Event;
import org.jansenrit.core.eeg.Evoked;
import org.jansenrit.core.eeg.HeadModel;
import org.jansenrit.core.eeg.LeadField;
import org.jansenrit.core.eeg.Montage;
import org.jansenrit.core.eeg.Recording;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.features.Welch;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;

/** Figures of signals: simulated, recorded, on the scalp, as spectra. */
final class GallerySignals {
  private static final int TRIALS = 30;

  private GallerySignals() {}

  static List<GalleryItem> items() {
    Recording recording = recording();
    Epochs epochs = recording.epochs("square", ms(-100), ms(500));
    Evoked evoked = Evoked.of("square", epochs.size(), epochs.average());
    TimeSeries many = responses();
    return List.of(
        new GalleryItem(
            "Time series",
            "simulator.simulate(JansenRit.standard(), 1).figure()",
            "One simulation of the alpha rhythm.",
            simulation().observe(Eeg.source()).simulate(JansenRit.standard(), 1).figure()),
        new GalleryItem(
            "Time series of many simulations",
            "simulator.sample(prior, 200, 1).x().figure()",
            "The median and the band that holds 90 % of simulations drawn from a prior.",
            many.figure()),
        new GalleryItem(
            "Event-related potential",
            "recording.epochs(\"square\", ms(-100), ms(500)).figure(\"F3\", \"Oz\")",
            "The mean over trials and the band that holds the true mean with 95 %.",
            epochs.figure("F3", "Oz")),
        new GalleryItem(
            "Butterfly and global field power",
            "evoked.figure()",
            "All 64 channels, and below them how strong the field is.",
            evoked.figure()),
        new GalleryItem(
            "Scalp topography",
            "evoked.topography(Montage.biosemi64(), ms(80), ms(140), ms(250))",
            "Interpolated between the electrodes, which are the dots.",
            evoked.topography(Montage.biosemi64(), ms(80), ms(140), ms(250))),
        new GalleryItem(
            "Spectrum",
            "Welch.segments(s(2)).figure(recording.pick(\"F3\", \"Oz\").asTimeSeries())",
            "Power spectral densities of two channels.",
            Welch.segments(s(2)).figure(recording.pick("F3", "Oz").asTimeSeries())));
  }

  private static Simulation simulation() {
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Drive.of(Stimulus.constant(120), Noise.white(2)))
        .duration(s(2));
  }

  private static TimeSeries responses() {
    Prior prior =
        Prior.of(Prior.uniform(JansenRit.A, 2.6, 5), Prior.uniform(JansenRit.B, 17.6, 40));
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulse(ms(200), ms(50), 120)))
        .duration(s(1))
        .observe(Eeg.source())
        .sample(prior, 200, 1)
        .x();
  }

  private static Recording recording() {
    LeadField field =
        LeadField.of(
            Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal());
    TimeSeries eeg =
        Simulation.of(JansenRit.model())
            .drive(
                JansenRit.P,
                Drive.of(
                    Stimulus.constant(60),
                    Stimulus.pulses(Onsets.every(s(1), TRIALS).from(ms(500)), ms(50), 120),
                    Noise.white(2)))
            .duration(s(TRIALS + 1))
            .observe(Eeg.through(field).rate(hz(250)).sensorNoise(SensorNoise.white(0.5)))
            .simulate(JansenRit.standard(), 1);
    List<Event> events =
        IntStream.range(0, TRIALS).mapToObj(i -> Event.stimulus("square", 125 + 250 * i)).toList();
    return Recording.of(eeg, events);
  }
}
