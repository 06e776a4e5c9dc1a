package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jansenrit.core.analysis.Direction;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.analysis.Information;
import org.jansenrit.core.analysis.Profile;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Dipole;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.HeadModel;
import org.jansenrit.core.eeg.LeadField;
import org.jansenrit.core.eeg.Montage;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.eeg.Reference;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.simulate.Simulation;

/** What an experiment on a column can be changed in, and what that buys. */
final class ColumnExperiments {
  private static final long SEED = 1;
  private static final Onsets ONSETS = Onsets.every(s(1), 60).from(ms(200));

  private ColumnExperiments() {}

  /** Both systems of units, with the stimulus into the pyramidal loop alone and into all. */
  static Study units(Study study) {
    Map<String, Information> four = new LinkedHashMap<>();
    four.put("published, pyramidal", pyramidal(RecoveryExperiment.asPublished()));
    four.put("published, all", information(RecoveryExperiment.asPublished()));
    four.put("consistent, pyramidal", pyramidal(RecoveryExperiment.consistentUnits()));
    four.put("consistent, all", information(RecoveryExperiment.consistentUnits()));
    Map<String, Information> fixed = new LinkedHashMap<>();
    four.forEach((name, one) -> fixed.put(name, one.fixing(JansenRit.C)));
    var results = study.results();
    for (var one : fixed.entrySet()) {
      results =
          results
              .figure(one.getKey() + "/rank", four.get(one.getKey()).rank(), "1")
              .figure(
                  one.getKey() + "/bound on a_1 alone",
                  100 * one.getValue().boundAlone(JansenRit.A_1),
                  "%");
    }
    return study
        .with(results)
        .section(
            "Two systems of units, two stimuli",
            String.format(
                Locale.ROOT,
                "The smallest possible standard deviations of the nine parameters, C known, with the study's noise of 0.2 uV per raw sample, 64 channels and 59 trials. As published the contacts move the potential so little that even one of them alone, all else known, would be known to %.0f %% at best; in consistent units to %.2g %%. As published and with the stimulus into the pyramidal loop alone, next to nothing reaches the inhibitory population.",
                100 * fixed.get("published, all").boundAlone(JansenRit.A_1),
                100 * fixed.get("consistent, all").boundAlone(JansenRit.A_1)))
        .with(Information.compare(fixed))
        .figure(spectra(four), "Strength of the directions, all nine parameters free.");
  }

  private static Information information(RecoveryExperiment experiment) {
    return ColumnStudy.of(experiment).at(ColumnStudy.NINE).evaluate(SEED).information();
  }

  private static Information pyramidal(RecoveryExperiment experiment) {
    return information(experiment.stimulating(JansenRit.P));
  }

  private static Figure spectra(Map<String, Information> experiments) {
    Panel panel = Panel.of("Spectra", "direction", "log10 of strength (noise sd per unit of log)");
    for (var one : experiments.entrySet()) {
      List<Direction> all = one.getValue().directions();
      double[] number = new double[all.size()];
      Arrays.setAll(number, k -> k + 1);
      double[] log = all.stream().mapToDouble(d -> Math.log10(d.strength())).toArray();
      panel = panel.line(one.getKey(), number, log);
    }
    return Figure.of(panel);
  }

  /** Amplitude, trials, channels, noise, drive. */
  static Study compared(Study study) {
    RecoveryExperiment all = RecoveryExperiment.consistentUnits();
    Information base = information(all);
    Map<String, Information> experiments = new LinkedHashMap<>();
    experiments.put("as it is", base);
    experiments.put("pulses 30", at(amplitude(30), cap(Montage.biosemi64())));
    experiments.put("pulses 120", at(amplitude(120), cap(Montage.biosemi64())));
    experiments.put("drive 30", information(all.constantDrive(30)));
    experiments.put("trials x 4", base.times(4));
    experiments.put("32 ch.", at(all.simulation(), cap(Montage.biosemi32())));
    experiments.put("3 ch.", at(all.simulation(), cap(three())));
    experiments.put("noise x 100", base.times(1e-4));
    experiments.replaceAll((name, one) -> one.fixing(JansenRit.C));
    experiments.put("a_k known", base.fixing(ColumnStudy.contacts()));
    Results results = study.results();
    for (var one : experiments.entrySet()) {
      if (one.getValue().parameters().contains(JansenRit.A_1)) {
        double bound = 100 * one.getValue().bound(JansenRit.A_1);
        results = results.figure("experiments/" + one.getKey() + "/bound on a_1", bound, "%");
      }
    }
    return study
        .with(results)
        .paragraph(
            "Experiments compared: bounds on the nine parameters, C known but in the last column. The pulses are 60 1/s and the drive is 60 1/s otherwise, the cap has 64 channels (32 of BioSemi, or F3, Cz and Pz), and noise of 20 uV per raw sample, a hundred times that of the published study, is that of EEG.")
        .with(Information.compare(experiments));
  }

  private static Montage three() {
    return Montage.international1020().pick("F3", "Cz", "Pz");
  }

  private static Information at(Simulation simulation, Erp erp) {
    return Identifiability.of(simulation, erp)
        .at(ColumnStudy.NINE)
        .noise(ColumnStudy.NOISE)
        .evaluate(SEED)
        .information();
  }

  private static Erp cap(Montage montage) {
    LeadField field =
        LeadField.of(montage, HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal()).times(6);
    return Erp.of(ONSETS, ms(-200), s(1)).through(field).reference(Reference.average());
  }

  private static Simulation amplitude(double height) {
    Stimulus pulses = Stimulus.pulses(ONSETS, ms(50), height);
    return RecoveryExperiment.consistentUnits()
        .simulation()
        .drive(JansenRit.P, Drive.of(Stimulus.constant(60), pulses))
        .drive(JansenRit.P_INTERNEURONS, pulses.times(0.56))
        .drive(JansenRit.P_INHIBITORY, pulses);
  }

  /** Flat where the parameter cannot be known. */
  static Study profiles(Study study, boolean small) {
    RecoveryExperiment all = RecoveryExperiment.consistentUnits();
    double[] grid = new double[small ? 3 : 9];
    Arrays.setAll(grid, k -> JansenRit.B.standard() * (0.996 + 0.008 * k / (grid.length - 1)));
    Profile known = profile(all, grid);
    Profile open = profile(all.stimulating(JansenRit.P), grid);
    Panel panel =
        Panel.of("Profile likelihood of B", "B (mV)", "misfit (chi-square)")
            .line("stimulus into all", grid, known.misfits())
            .line("into the pyramidal loop alone", grid, open.misfits())
            .horizontalLine("95 %", 3.84)
            .yRange(0, 12);
    double largest = Arrays.stream(open.misfits()).max().orElseThrow();
    return study
        .with(
            study
                .results()
                .figure(
                    "profile of B, pyramidal loop alone/largest misfit", largest, "1", 0.1, "<=")
                .figure(
                    "profile of B, stimulus into all/misfit at 0.4 %",
                    known.misfits()[grid.length - 1], "1"))
        .figure(
            Figure.of(panel),
            "How far B can be moved, all others but C refitted: flat without a stimulus into the inhibitory population, since a_4 makes up for it.");
  }

  private static Profile profile(RecoveryExperiment experiment, double... grid) {
    return ColumnStudy.of(experiment)
        .at(Arrays.copyOf(ColumnStudy.NINE, ColumnStudy.NINE.length - 1))
        .profile(JansenRit.B, SEED, grid);
  }
}
