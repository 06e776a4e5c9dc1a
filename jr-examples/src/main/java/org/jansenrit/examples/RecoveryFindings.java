package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Results;

/**
 * What the cells of {@link ErpRecoveryStudy} say together.
 *
 * @param cells all trainings that are done
 * @param smallSize simulations of the smaller size, as published
 * @param largeSize simulations of the larger size
 */
record RecoveryFindings(List<RecoveryCell> cells, int smallSize, int largeSize) {
  private static final List<Parameter> CONNECTIVITY =
      List.of(JansenRit.A_1, JansenRit.A_2, JansenRit.A_3, JansenRit.A_4, JansenRit.C);

  /** Correlation above which a parameter is called recoverable: half of its variance. */
  private static final double RECOVERABLE = Math.sqrt(0.5);

  RecoveryFindings {
    cells = List.copyOf(cells);
  }

  /** Returns the cells of one setting, noise and size, in the order of the estimators. */
  List<RecoveryCell> at(RecoverySetting setting, double noise, int size) {
    return cells.stream()
        .filter(cell -> cell.key().setting() == setting)
        .filter(cell -> cell.key().noise() == noise && cell.key().size() == size)
        .toList();
  }

  Optional<RecoveryCell> find(
      RecoverySetting setting, double noise, int size, RecoveryMethod method) {
    return at(setting, noise, size).stream()
        .filter(cell -> cell.key().method() == method)
        .findFirst();
  }

  /** Returns the network with the least loss on simulations for validation. */
  Optional<RecoveryCell> best(RecoverySetting setting, double noise, int size) {
    return at(setting, noise, size).stream()
        .filter(cell -> cell.key().method().isNetwork())
        .min(Comparator.comparingDouble(RecoveryCell::leastLoss));
  }

  /** Returns what is recoverable, in words, setting by setting. */
  List<String> verdicts() {
    List<String> verdicts = new ArrayList<>();
    for (RecoverySetting setting : RecoverySetting.values()) {
      best(setting, 1, largeSize).map(this::verdict).ifPresent(verdicts::add);
    }
    return verdicts;
  }

  private String verdict(RecoveryCell cell) {
    return String.format(
        Locale.ROOT,
        "%s, noise factor 1, %d simulations, %s: recoverable (r above 0.71, half of the variance) %s;"
            + " partly %s; not different from zero %s.",
        capital(cell.key().setting().title()),
        cell.key().size(),
        cell.key().method().title(),
        names(cell, p -> cell.bound(p, -1) > RECOVERABLE),
        names(cell, p -> cell.bound(p, -1) > 0 && !(cell.bound(p, -1) > RECOVERABLE)),
        names(cell, p -> !(cell.bound(p, -1) > 0)));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String names(RecoveryCell cell, Predicate<Parameter> condition) {
    String names =
        cell.truth().parameters().stream()
            .filter(condition)
            .map(p -> String.format(Locale.ROOT, "%s (%.2f)", p.symbol(), cell.correlation(p)))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  /** Returns all correlations, and the figures that were asked for. */
  Results results(String size) {
    Results results = Results.of("ErpRecoveryStudy", size);
    if (size.equals("full")) {
      results = RecoveryGoals.addTo(results, this);
    }
    for (RecoveryCell cell : cells) {
      results = add(results, cell);
    }
    return results;
  }

  private static Results add(Results results, RecoveryCell cell) {
    Results more = results;
    for (Parameter p : cell.truth().parameters()) {
      String name = cell.key() + "/r " + p.symbol();
      more = more.figure(name, finite(cell.correlation(p)), "1");
      more =
          more.note(
              name,
              String.format(
                  Locale.ROOT, "95 %% interval %.3f..%.3f", cell.bound(p, -1), cell.bound(p, 1)));
    }
    more = more.figure(cell.key() + "/scaled mean squared error", cell.scaledError(), "1");
    if (cell.trainLoss().isEmpty()) {
      return more.figure(cell.key() + "/CPU time", cell.seconds(), "s");
    }
    return more.figure(
        cell.key() + "/CPU time per 1000 simulations and epoch", cell.secondsPerThousand(), "s");
  }

  private static double finite(double correlation) {
    return Double.isFinite(correlation) ? correlation : 0; // estimates that are all alike
  }

  /** Returns the correlation of connectivity that is furthest from zero. */
  static double connectivity(RecoveryCell cell) {
    return CONNECTIVITY.stream()
        .filter(cell.truth().parameters()::contains)
        .mapToDouble(p -> Math.abs(cell.correlation(p)))
        .max()
        .orElseThrow();
  }
}
