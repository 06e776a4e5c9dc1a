package org.jansenrit.examples;

import java.util.List;
import org.jansenrit.core.report.Results;

/**
 * The figures of {@link JansenRitPosteriorStudy}.
 *
 * @param log what has been found so far
 */
record PosteriorFindings(RunLog log) {
  static final String P = "SBC, smallest p (Holm)";
  static final String ERROR = "largest coverage error";
  static final String AREA = "TARP, size of area";
  static final String SHRINKAGE = "/shrinkage";
  static final String DETERMINATION = "/R2 of the posterior mean";

  Results results(String size) {
    Results results = Results.of("JansenRitPosteriorStudy", size);
    for (String setting : List.of("rest", "erp")) {
      if (log.has(setting + "/" + ERROR)) {
        results = add(results, setting + "/");
      }
    }
    return results;
  }

  private Results add(Results before, String name) {
    Results results =
        before
            .figure(name + P, log.get(name + P), "1", 0.01, ">")
            .figure(name + ERROR, log.get(name + ERROR), "1", 0.052, "<=")
            .figure(name + AREA, log.get(name + AREA), "1", 0.03, "<=");
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
