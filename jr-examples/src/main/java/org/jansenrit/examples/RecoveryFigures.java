package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Table;

/** What {@link RecoveryPage} draws. */
final class RecoveryFigures {
  private static final List<RecoverySetting> MAIN =
      Arrays.stream(RecoverySetting.values()).filter(RecoverySetting::isMain).toList();

  /** Simulations from which the signal-to-noise ratio is measured. */
  private static final int MEASURED = 256;

  private RecoveryFigures() {}

  static Report addTo(Report page, RecoveryFindings findings) {
    Report more = page.heading("Noise");
    for (RecoverySetting setting : MAIN) {
      more = byNoise(more, findings, setting);
    }
    more = more.table(signalToNoise(findings)).heading("Estimate against truth");
    for (RecoverySetting setting : MAIN) {
      more = regression(more, findings, setting);
    }
    return learning(more.heading("Learning curves"), findings);
  }

  /** The correlation of each parameter over the noise factor, by the best network. */
  private static Report byNoise(Report page, RecoveryFindings findings, RecoverySetting setting) {
    int size = findings.largeSize();
    double[] noises =
        setting.noises().stream()
            .filter(noise -> findings.best(setting, noise, size).isPresent())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (noises.length < 2) {
      return page;
    }
    List<RecoveryCell> best =
        Arrays.stream(noises)
            .mapToObj(noise -> findings.best(setting, noise, size).orElseThrow())
            .toList();
    Panel panel = Panel.of(setting.title(), "noise factor (1)", "correlation (1)").yRange(-0.1, 1);
    for (Parameter p : best.get(0).truth().parameters()) {
      double[] r = best.stream().mapToDouble(cell -> cell.correlation(p)).toArray();
      panel = panel.line(p.symbol(), noises, r);
    }
    return page.figure(
        Figure.of(panel).panelSize(760, 360),
        "Correlation of the best network at each noise factor, " + size + " simulations.");
  }

  /** Signal-to-noise ratios: measured at factor 1; each other differs by its decibels. */
  private static Table signalToNoise(RecoveryFindings findings) {
    Table table = Table.of("setting", "noise factor", "median SNR (dB)");
    for (RecoverySetting setting : MAIN) {
      if (findings.cells().stream().anyMatch(c -> c.key().setting() == setting)) {
        RecoveryExperiment experiment = setting.experiment().noiseFactor(1).rate(Frequency.hz(250));
        double[] snr = sorted(experiment);
        double median = snr[snr.length / 2];
        for (double noise : setting.noises().stream().mapToDouble(n -> n).sorted().toArray()) {
          String ratio =
              noise == 0
                  ? "no noise"
                  : String.format(Locale.ROOT, "%.1f", median - 10 * Math.log10(noise));
          table = table.row(setting.title(), noise + "", ratio);
        }
      }
    }
    return table;
  }

  private static double[] sorted(RecoveryExperiment experiment) {
    var snr = experiment.snr().sample(experiment.prior(), MEASURED, 1).x();
    return IntStream.range(0, snr.size())
        .mapToDouble(i -> snr.row(i)[0])
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  private static Report regression(
      Report page, RecoveryFindings findings, RecoverySetting setting) {
    var best = findings.best(setting, 1, findings.largeSize());
    if (best.isEmpty()) {
      return page;
    }
    RecoveryCell cell = best.get();
    List<Panel> panels = new ArrayList<>();
    for (Parameter p : cell.truth().parameters()) {
      String unit = " (" + p.unit() + ")";
      panels.add(
          Panel.of(
                  String.format(Locale.ROOT, "%s: r %.2f", p.symbol(), cell.correlation(p)),
                  "truth" + unit,
                  "estimate" + unit)
              .points("", cell.truth().column(p), cell.estimates().column(p))
              .identityLine());
    }
    return page.figure(
        Figure.grid(setting.title(), 3, panels).panelSize(300, 260),
        cell.key().method().title()
            + ", noise factor 1, "
            + cell.key().size()
            + " simulations: "
            + cell.truth().size()
            + " that nothing was learnt from.");
  }

  private static Report learning(Report page, RecoveryFindings findings) {
    List<Panel> panels = new ArrayList<>();
    for (RecoverySetting setting : MAIN) {
      Panel panel = Panel.of(setting.title(), "epoch (1)", "loss on validation (1)").yRange(0, 1.2);
      boolean any = false;
      for (RecoveryCell cell : findings.at(setting, 1, findings.largeSize())) {
        if (cell.key().method().isNetwork() && cell.validationLoss().size() > 1) {
          panel = panel.line(cell.key().method().title(), epochs(cell), losses(cell));
          any = true;
        }
      }
      if (any) {
        panels.add(panel);
      }
    }
    return panels.isEmpty()
        ? page
        : page.figure(
            Figure.grid("Learning", 1, panels).panelSize(760, 320),
            "Mean squared error of parameters scaled to standard deviation 1, by epoch.");
  }

  private static double[] epochs(RecoveryCell cell) {
    return IntStream.rangeClosed(1, cell.validationLoss().size()).asDoubleStream().toArray();
  }

  private static double[] losses(RecoveryCell cell) {
    return cell.validationLoss().stream().mapToDouble(loss -> Math.min(1.2, loss)).toArray();
  }
}
