package org.jansenrit.examples;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Table;

/** The page of {@link ErpRecoveryStudy}: what is recoverable, by which network, and why. */
final class RecoveryPage {
  private RecoveryPage() {}

  static Report of(RecoveryFindings findings, RecoveryBounds bounds) {
    Report page =
        Report.titled("Which parameters of a Jansen-Rit column does its evoked potential tell?")
            .paragraph(
                "A published benchmark, run again: the equations with its two slips of unit, and"
                    + " with the units mended. Correlation of estimate and truth on simulations"
                    + " that nothing was learnt from.");
    for (String verdict : findings.verdicts()) {
      page = page.paragraph(verdict);
    }
    page = page.heading("Why").paragraph(WHY).paragraph(READING);
    for (RecoverySetting setting : RecoverySetting.values()) {
      page = heat(page, findings, setting);
    }
    return RecoveryFigures.addTo(bounds.addTo(page, findings), findings)
        .heading("What it costs")
        .paragraph(
            "CPU time on one thread per 1000 simulations and epoch, median over the cells; the"
                + " time of the wall depends on what else the machine does.")
        .table(cost(findings));
  }

  private static final String WHY =
      "As published, the sigmoid is flat (a slope of 0.56 per volt in place of per millivolt) and"
          + " tiny (a maximal rate of 0.05 1/s): the column is nearly a linear filter of the pulses."
          + " Its two time constants and the gains of the kernels shape the response; connectivity"
          + " moves it by some 0.003 %, which ridge regression and the published network on 64 raw"
          + " channels do not see, or only just. What networks still see of it once the channels"
          + " are projected on their common pattern, or whitened, is in the"
          + " rows below. With the units mended connectivity bends the response by percents, and"
          + " is recovered from enough simulations. Ranges in which C reaches 1350 saturate the"
          + " sigmoids and hide what the physiological ranges show. Where no pulse enters the"
          + " inhibitory kernel, B and a_4 act only through their product.";

  private static final String READING =
      "All estimators but those \"on 64 channels\" or \"as published\" and the graph transformer"
          + " read the first spatial component of the channels: one dipole has one pattern, so it"
          + " holds all that the channels tell, with a 64th of the data. Networks read it whitened"
          + " over time, in 80 directions, or as many as vary; ridge regression, the MLP and SNPE read 80 principal"
          + " components. All transforms were fitted to training sets only. \"Error\" is the mean squared"
          + " error of parameters scaled to 0..1 over all simulations. CMA-ES fits 64 of the"
          + " recordings one by one on the simulator itself.";

  private static Report heat(Report page, RecoveryFindings findings, RecoverySetting setting) {
    List<RecoveryCell> cells =
        findings.cells().stream().filter(c -> c.key().setting() == setting).toList();
    if (cells.isEmpty()) {
      return page;
    }
    Report more = page.heading("Correlations: " + setting.title());
    for (int size : new int[] {findings.largeSize(), findings.smallSize()}) {
      List<RecoveryCell> some =
          cells.stream()
              .filter(c -> c.key().size() == size)
              .filter(c -> c.key().method() != RecoveryMethod.SINGLE_SAMPLES)
              .toList();
      boolean published = setting == RecoverySetting.AS_PUBLISHED && size == findings.smallSize();
      if (!some.isEmpty()) {
        more = more.paragraph(size + " simulations.").heatTable(table(some, published), 0, 1);
      }
    }
    return more;
  }

  private static Table table(List<RecoveryCell> cells, boolean published) {
    List<Parameter> parameters = cells.get(0).truth().parameters();
    var symbols = parameters.stream().map(Parameter::symbol);
    Table table = Table.of(row(List.of("sensors", "estimator"), symbols, "error"));
    if (published) {
      var theirs = parameters.stream().map(p -> two(RecoveryGoals.PUBLISHED.get(p)));
      table =
          table.row(
              row(
                  List.of("noise 1.0", "published: EEGTransformer"),
                  theirs,
                  four(RecoveryGoals.PUBLISHED_ERROR)));
    }
    List<RecoveryCell> byNoise =
        cells.stream().sorted(Comparator.comparingDouble(c -> c.key().noise())).toList();
    for (RecoveryCell cell : byNoise) {
      var correlations = parameters.stream().map(p -> two(cell.correlation(p)));
      List<String> first = List.of("noise " + cell.key().noise(), cell.key().method().title());
      table = table.row(row(first, correlations, four(cell.scaledError())));
    }
    return table;
  }

  private static String[] row(List<String> first, Stream<String> middle, String last) {
    return Stream.of(first.stream(), middle, Stream.of(last))
        .flatMap(s -> s)
        .toArray(String[]::new);
  }

  private static Table cost(RecoveryFindings findings) {
    Table table = Table.of("estimator", "CPU s per 1000 and epoch", "CPU s in all, large");
    for (RecoveryMethod method : RecoveryMethod.values()) {
      List<RecoveryCell> cells =
          findings.cells().stream().filter(c -> c.key().method() == method).toList();
      double[] each = cells.stream().mapToDouble(RecoveryCell::secondsPerThousand).toArray();
      double[] all =
          cells.stream()
              .filter(c -> c.key().size() == findings.largeSize())
              .mapToDouble(RecoveryCell::seconds)
              .toArray();
      table = table.row(method.title(), median(each), median(all));
    }
    return table;
  }

  private static String median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return Optional.of(sorted).filter(s -> s.length > 0).map(s -> two(s[s.length / 2])).orElse("-");
  }

  private static String two(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String four(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
