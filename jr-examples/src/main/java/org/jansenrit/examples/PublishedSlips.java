package org.jansenrit.examples;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;
import org.jansenrit.core.simulate.Simulator;

/** What each slip of unit of a published benchmark does to what can be known. */
final class PublishedSlips {
  /** Of +20 % of a parameter, found by running the study's equations. */
  private static final Map<Parameter, Double> PUBLISHED =
      Map.of(
          JansenRit.B, 0.217,
          JansenRit.B_RATE, 0.187,
          JansenRit.A, 0.0193,
          JansenRit.A_RATE, 0.0165);

  private PublishedSlips() {}

  static Study run(Study study) {
    Map<String, RecoveryExperiment> variants = new LinkedHashMap<>();
    RecoveryExperiment published = RecoveryExperiment.asPublished();
    ParameterSet slips = JansenRit.asPublished();
    variants.put("as published", published);
    variants.put("v_max 5 1/s", published.parameters(slips.with(JansenRit.E_0, 2.5)));
    variants.put("v_max 50 1/s", published.parameters(slips.with(JansenRit.E_0, 25)));
    variants.put("r 0.56 1/mV", published.parameters(slips.with(JansenRit.R, 0.56)));
    variants.put("drive 60", published.constantDrive(60));
    variants.put("consistent units, drive 60", RecoveryExperiment.consistentUnits());
    Table table =
        Table.of(
            "+20 % of",
            "as published", "v_max 5 1/s", "v_max 50 1/s", "r 0.56 1/mV", "drive 60", "consistent");
    Results results = study.results();
    for (Parameter p : ColumnStudy.NINE) {
      String[] row = new String[variants.size() + 1];
      row[0] = p.symbol();
      int column = 1;
      for (var variant : variants.entrySet()) {
        double change = change(variant.getValue(), p);
        row[column++] = String.format(Locale.ROOT, "%.2g", change);
        results = figure(results, variant.getKey(), p, change);
      }
      table = table.row(row);
    }
    return study
        .with(results)
        .section(
            "The units of the published study, one slip mended at a time",
            "Relative change of the evoked potential when one parameter grows by a fifth. The last column has consistent units on a drive of 60 1/s.")
        .with(table);
  }

  private static Results figure(Results results, String variant, Parameter p, double change) {
    String name = variant + "/+20 % of " + p.symbol();
    if (!variant.equals("as published")) {
      return results.figure(name, change, "1");
    }
    if (!PUBLISHED.containsKey(p)) {
      return results.figure(name, change, "1", 1e-4, "<=");
    }
    double off = Math.abs(change / PUBLISHED.get(p) - 1);
    return results.figure(name, change, "1").figure(name + "/off by", off, "1", 0.01, "<=");
  }

  /** The norm of the difference over that of the potential, without noise. */
  private static double change(RecoveryExperiment experiment, Parameter p) {
    Simulator<TimeSeries> simulator =
        experiment.simulation().observe(experiment.erp().sensorNoise(SensorNoise.none()));
    double base = experiment.simulation().baseline().get(p);
    ParameterTable theta =
        ParameterTable.of(java.util.List.of(p), new double[][] {{base}, {1.2 * base}});
    TimeSeries x = simulator.simulate(theta, Streams.of(1));
    double[] before = x.row(0);
    double[] after = x.row(1);
    double off = 0;
    double size = 0;
    for (int k = 0; k < before.length; k++) {
      off += (after[k] - before[k]) * (after[k] - before[k]);
      size += before[k] * before[k];
    }
    return Math.sqrt(off / size);
  }
}
