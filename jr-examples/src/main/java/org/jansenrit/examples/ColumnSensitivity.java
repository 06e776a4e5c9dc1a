package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jansenrit.core.analysis.BifurcationDiagram;
import org.jansenrit.core.analysis.Continuation;
import org.jansenrit.core.analysis.MorrisScreening;
import org.jansenrit.core.analysis.OneAtATime;
import org.jansenrit.core.analysis.Sensitivity;
import org.jansenrit.core.analysis.SobolIndices;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.simulate.Simulator;

/** Which parameters move the evoked potential over their ranges, and where its column changes. */
final class ColumnSensitivity {
  private static final long SEED = 2;

  private ColumnSensitivity() {}

  static Study run(Study study, boolean small) {
    RecoveryExperiment experiment = RecoveryExperiment.consistentUnits();
    Onsets onsets = Onsets.every(s(1), 60).from(ms(200));
    Simulator<TimeSeries> simulator =
        experiment.simulation().observe(Erp.of(onsets, ms(-200), s(1)));
    Sensitivity sensitivity = Sensitivity.of(simulator, nine());
    int blocks = small ? 64 : 1819;
    double before = cpuSeconds();
    SobolIndices sobol = sensitivity.sobol(blocks, SEED);
    double seconds = cpuSeconds() - before;
    MorrisScreening morris = sensitivity.morris(small ? 8 : 100, SEED);
    Results results = study.results();
    if (!small) {
      results =
          results
              .figure("20,009 Sobol runs of the ERP/CPU time", seconds, "s", 30, "<=")
              .note(
                  "20,009 Sobol runs of the ERP/CPU time", "15 s on 2 cores are 30 s of CPU time.");
    }
    for (var p : sobol.parameters()) {
      results = results.figure("Sobol total/" + p.symbol(), sobol.total(p).value(), "1");
    }
    OneAtATime one = OneAtATime.of(simulator, typical(), 0.5, 1.5, small ? 20 : 200, SEED);
    return study
        .with(results)
        .section(
            "Over the ranges",
            "Sobol indices of the evoked potential over the study's ranges, C from 65 to 1350; %d of %d blocks dropped."
                .formatted(sobol.dropped(), blocks))
        .with(sobol.table())
        .figure(sobol.figure(), "Shares of the variance, and along the evoked potential.")
        .paragraph("Morris screening ranks them alike:")
        .with(morris.table())
        .paragraph(
            "One parameter at a time, from half to one and a half times its typical value: the evoked potential, its squared difference from the mean, and the logarithm of that relative to the mean.")
        .figure(one.figure(JansenRit.B, "source"), "The gain of inhibition.")
        .figure(one.figure(JansenRit.C, "source"), "The number of synapses.")
        .figure(one.figure(JansenRit.A_1, "source"), "One contact probability.");
  }

  /** Uniform over the study's ranges. */
  private static Prior nine() {
    return Prior.of(
        Prior.of(
            Prior.uniform(JansenRit.A, 2.6, 9.75),
            Prior.uniform(JansenRit.B, 17.6, 110),
            Prior.uniform(JansenRit.A_RATE, 50, 150),
            Prior.uniform(JansenRit.B_RATE, 25, 75)),
        Prior.uniform(JansenRit.A_1),
        Prior.uniform(JansenRit.A_2),
        Prior.uniform(JansenRit.A_3),
        Prior.uniform(JansenRit.A_4),
        Prior.uniform(JansenRit.C));
  }

  private static ParameterSet typical() {
    double[] values = new double[ColumnStudy.NINE.length];
    for (int j = 0; j < values.length; j++) {
      values[j] = ColumnStudy.NINE[j].standard();
    }
    return ParameterSet.of(java.util.List.of(ColumnStudy.NINE), values);
  }

  /** A small run leaves out the sweeps for rhythms. */
  static Study bifurcations(Study study, boolean small) {
    Continuation input = Continuation.of(JansenRit.model()).along(JansenRit.P, -60, 400);
    BifurcationDiagram diagram = (small ? input.cycles(0, ms(1), s(1), s(1)) : input).diagram();
    double[] folds = {-41.3014, 113.5863};
    double[] hopfs = {-12.1475, 89.8291, 315.6964};
    Results results = study.results();
    for (int k = 0; k < folds.length; k++) {
      double off = Math.abs(diagram.folds().get(k).value() / folds[k] - 1);
      results = results.figure("fold at " + folds[k] + "/off by", off, "1", 1e-4, "<=");
    }
    for (int k = 0; k < hopfs.length; k++) {
      double off = Math.abs(diagram.hopfPoints().get(k).value() / hopfs[k] - 1);
      results = results.figure("Hopf point at " + hopfs[k] + "/off by", off, "1", 1e-4, "<=");
    }
    return study
        .with(results)
        .section("Where the column changes", words(diagram))
        .with(diagram.table())
        .figure(diagram.figure(), "Rest and rhythms of the standard column over its input.");
  }

  private static String words(BifurcationDiagram diagram) {
    var both = diagram.bistable();
    if (both.isEmpty()) {
      return "Folds and Hopf points along the constant input, by continuation.";
    }
    return "Folds and Hopf points along the constant input, by continuation. Where the input comes from matters between %.0f and %.0f 1/s (where the sweeps were): two ways to rest, or rest and a rhythm, or two rhythms."
        .formatted(both.get(0), both.get(both.size() - 1));
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
