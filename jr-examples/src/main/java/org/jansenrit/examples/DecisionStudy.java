package org.jansenrit.examples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public final class DecisionStudy {
  public static void main(String[] args) throws Exception {
    Arguments a = Arguments.parse(args, List.of("small", "out", "sets", "seed"));
    boolean small = a.has("small");
    Path out = Path.of(a.get("out").orElse("decision-study"));
    Files.createDirectories(out.resolve("data"));
    Stopwatch w = new Stopwatch();
    for (DecisionExperiment e :
        new DecisionExperiment[] {
          DecisionExperiment.ALL_FREE,
          DecisionExperiment.FEWER_TRIALS,
          DecisionExperiment.SIX_FEWER,
          DecisionExperiment.SIX,
          DecisionExperiment.BETA_FIXED,
          DecisionExperiment.J_LL_FIXED
        }) {
      e.data(
          out.resolve("data"),
          small ? 150 : e.name().endsWith("FIXED") ? 5000 : 6000,
          small ? 0.05 : 1,
          2026);
      w.lap(e.name());
    }
  }
}
