package org.jansenrit.examples;

import java.util.List;
import org.jansenrit.core.report.Results;

/**
 * The figures of {@link JansenRitPosteriorStudy}.
 *
 * @param log what has been found so far
 */
record PosteriorFindings(RunLog log) {
  static final String SHRINKAGE = "/shrinkage";
  static final String DETERMINATION = "/R2 of the posterior mean";

  Results results(String size) {
    Results results = Results.of("JansenRitPosteriorStudy", size);
    for (String setting : List.of("rest", "erp")) {
      if (log.has(setting + "/" + CalibrationChecks.ERROR)) {
        results = add(results, setting + "/");
      }
    }
    return results;
  }

  private Results add(Results before, String name) {
    Results results =
        new CalibrationChecks(
                log.get(name + CalibrationChecks.P),
                log.get(name + CalibrationChecks.ERROR),
                log.get(name + CalibrationChecks.AREA))
            .asked(before, name);
    for (String what : List.of("chosen/components", "chosen/weight decay")) {
      results =
          log.has(name + what) ? results.figure(name + what, log.get(name + what), "1") : results;
    }
    results =
        log.has(name + "training")
            ? results.figure(name + "training", log.get(name + "training"), "CPU s")
            : results;
    for (String figure : log.names()) {
      if (figure.startsWith(name)
          && (figure.endsWith(SHRINKAGE) || figure.endsWith(DETERMINATION))) {
        results = results.figure(figure, log.get(figure), "1");
      }
    }
    return results;
  }
}
