package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.analysis.Information;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;

/**
 * How well the parameters of {@link ErpRecoveryStudy} could be known, beside what was done.
 *
 * <p>At draws from the prior, derivatives of the noise-free response give the covariance that a
 * posterior has where it is nearly normal; its mean over the draws is the error of the best
 * estimator, since all others lose more.
 *
 * @param bounds of each setting at noise factor 1; those whose derivatives mean nothing are missing
 */
record RecoveryBounds(List<Bound> bounds) {
  private static final int DRAWS = 40;
  private static final int FEW_DRAWS = 3;
  private static final int PRIOR_DRAWS = 20_000;
  private static final long SEED = 13;

  RecoveryBounds {
    bounds = List.copyOf(bounds);
  }

  /**
   * What is possible in one setting.
   *
   * @param informations with the prior's, at the draws whose derivatives mean something
   * @param draws from the prior, to the bounds
   * @param prior many draws from it, to its variances
   */
  record Bound(
      RecoverySetting setting, List<Information> informations, int draws, ParameterTable prior) {

    Bound {
      informations = List.copyOf(informations);
    }

    /** The largest possible correlation of estimate and truth. */
    double correlation(Parameter p) {
      double variance = mean(informations.stream().mapToDouble(i -> i.sd(p) * i.sd(p)));
      double[] column = prior.column(p);
      double middle = mean(Arrays.stream(column));
      double before = mean(Arrays.stream(column).map(v -> (v - middle) * (v - middle)));
      return Math.sqrt(Math.max(0, 1 - variance / before));
    }

    private static double mean(DoubleStream values) {
      return values.average().orElseThrow();
    }
  }

  /** Computes the bounds of the settings in {@code findings}. */
  static RecoveryBounds of(RecoveryFindings findings, boolean small) {
    List<Bound> bounds = new ArrayList<>();
    for (RecoverySetting setting : RecoverySetting.values()) {
      if (findings.best(setting, 1, findings.largeSize()).isPresent()) {
        of(setting, small).ifPresent(bounds::add);
      }
    }
    return new RecoveryBounds(bounds);
  }

  private static Optional<Bound> of(RecoverySetting setting, boolean small) {
    RecoveryExperiment experiment = setting.experiment().rate(Frequency.hz(250));
    Identifiability question =
        Identifiability.of(
                experiment.simulation(), experiment.erp().sensorNoise(SensorNoise.none()))
            .noise(ErpRecoveryStudy.noiseOfAverage(1));
    Prior prior = experiment.prior();
    int draws = small ? FEW_DRAWS : DRAWS;
    ParameterTable theta = prior.sample(draws, SEED);
    List<Information> informations =
        IntStream.range(0, draws)
            .mapToObj(i -> question.at(theta.set(i)).evaluate(SEED))
            .filter(report -> report.refusal().isEmpty())
            .map(report -> report.information().with(prior))
            .toList();
    ParameterTable many = prior.sample(PRIOR_DRAWS, SEED);
    return Optional.of(new Bound(setting, informations, draws, many))
        .filter(bound -> !bound.informations().isEmpty());
  }

  Results addTo(Results results) {
    Results more = results;
    for (Bound bound : bounds) {
      for (Parameter p : bound.informations().get(0).parameters()) {
        String name = bound.setting().title() + "/noise 1.0/best possible/r " + p.symbol();
        more = more.figure(name, bound.correlation(p), "1");
      }
    }
    return more;
  }

  Report addTo(Report page, RecoveryFindings findings) {
    Report more = page.heading("What could be known at best").paragraph(READING);
    for (Bound bound : bounds) {
      int left = bound.draws() - bound.informations().size();
      String without =
          left == 0
              ? ""
              : " %d of %d draws from the prior were left out: derivatives mean nothing there."
                  .formatted(left, bound.draws());
      more =
          more.paragraph(
                  RecoveryFindings.capital(bound.setting().title())
                      + ", noise factor 1, "
                      + findings.largeSize()
                      + " simulations."
                      + without)
              .table(table(bound, findings));
    }
    return more;
  }

  private static final String READING =
      "Correlations with 95 % intervals, beside the largest that sensor noise leaves possible: what"
          + " derivatives of the response say of each parameter, all others being unknown too, with"
          + " the prior. Where a network is far below that, it is not noise that hides the"
          + " parameter: the response tells it in details that take more simulations to learn. A"
          + " bound below 1 says that no network will help.";

  private static Table table(Bound bound, RecoveryFindings findings) {
    int size = findings.largeSize();
    RecoveryCell best = findings.best(bound.setting(), 1, size).orElseThrow();
    Optional<RecoveryCell> ridge = findings.find(bound.setting(), 1, size, RecoveryMethod.RIDGE);
    Table table = Table.of("parameter", "ridge", best.key().method().title(), "best possible");
    for (Parameter p : bound.informations().get(0).parameters()) {
      String line = ridge.map(cell -> interval(cell, p)).orElse("-");
      String possible = String.format(Locale.ROOT, "%.3f", bound.correlation(p));
      table = table.row(p.symbol(), line, interval(best, p), possible);
    }
    return table;
  }

  private static String interval(RecoveryCell cell, Parameter p) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f to %.3f)",
        cell.correlation(p),
        cell.bound(p, -1),
        cell.bound(p, 1));
  }
}
