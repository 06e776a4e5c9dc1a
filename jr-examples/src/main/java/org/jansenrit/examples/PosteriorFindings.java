package org.jansenrit.examples;

import java.util.List;
import java.util.Map;
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

  /** What limits figures that were missed in the last full run. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "erp/" + ERROR,
          "16 normals, 400,000 simulations, weight decay 0.01. From 100,000 with one draw of the"
              + " noise each it was 0.102, from 400,000 with 8 normals and a decay of 0.1 too: more"
              + " normals and more training still bring it down. Small regions hold the truth too often,"
              + " those of 95 % too seldom: errors have heavier tails than the mixture.");

  Results results(String size) {
    Results results = Results.of("JansenRitPosteriorStudy", size);
    for (String setting : List.of("rest", "erp")) {
      if (log.has(setting + "/" + ERROR)) {
        results = add(results, setting + "/");
      }
    }
    for (String missed : results.missed()) {
      results = LIMITS.containsKey(missed) ? results.note(missed, LIMITS.get(missed)) : results;
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
