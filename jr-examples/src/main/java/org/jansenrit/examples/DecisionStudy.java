package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.decision.DecisionOutcomes;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.report.Results;

/**
 * What do choices and reaction times tell about the circuit that decides, and which experiment
 * tells more?
 *
 * <p>Repeats the recovery of Sicurella &amp; Zhang (2022), then gives full posteriors, their
 * calibration, and their expected widths by design. Simulations and searches are kept in files: a
 * run that was stopped is continued by the same call. Arguments: {@code --out=DIR}, {@code
 * --seed=N}, {@code --sets=N} (parameter sets of each experiment), {@code --small}.
 *
 * @see <a href="https://doi.org/10.32470/CCN.2022.1095-0">Sicurella &amp; Zhang (2022)</a>
 */
public final class DecisionStudy {
  private static final int SETS = 6000;
  private static final int SMALL_SETS = 120;
  private static final List<DecisionExperiment> CONDITIONS =
      List.of(
          DecisionExperiment.ALL_FREE,
          DecisionExperiment.BETA_FIXED,
          DecisionExperiment.J_LL_FIXED,
          DecisionExperiment.SIX);
  private static final List<DecisionExperiment> DESIGNS =
      List.of(
          DecisionExperiment.FEWER_TRIALS,
          DecisionExperiment.ALL_FREE,
          DecisionExperiment.SIX_FEWER,
          DecisionExperiment.SIX);

  private final Path out;
  private final int sets;
  private final long seed;
  private final boolean small;
  private final Stopwatch watch = new Stopwatch();
  private final Map<DecisionExperiment, Dataset<Features>> data =
      new EnumMap<>(DecisionExperiment.class);

  private DecisionStudy(Path out, int sets, long seed, boolean small) {
    this.out = out;
    this.sets = sets;
    this.seed = seed;
    this.small = small;
  }

  /**
   * Runs the study; exits with status 2 and one line if an argument is wrong.
   *
   * @param args {@code --out=DIR} (default {@code decision-study}), {@code --seed=N}, {@code
   *     --sets=N} and {@code --small}
   * @throws IOException if {@code DIR} cannot be made
   */
  public static void main(String[] args) throws IOException {
    try {
      System.out.println(run(args).table());
    } catch (IllegalArgumentException e) {
      System.err.println("study: " + e.getMessage());
      System.exit(2);
    }
  }

  static Results run(String... args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("small", "out", "sets", "seed"));
    boolean small = arguments.has("small");
    Path out = Path.of(arguments.get("out").orElse("decision-study"));
    int sets = arguments.count("sets", small ? SMALL_SETS : SETS, SMALL_SETS);
    long seed = arguments.number("seed", 2026, Long.MIN_VALUE, Long.MAX_VALUE);
    Files.createDirectories(out.resolve("data"));
    Files.createDirectories(out.resolve("search"));
    return new DecisionStudy(out, sets, seed, small).run();
  }

  private Results run() {
    for (DecisionExperiment experiment : DecisionExperiment.values()) {
      data.put(experiment, experiment.data(out.resolve("data"), sets, trialShare(), seed));
      watch.lap("simulated " + experiment.title());
    }
    DecisionFindings findings =
        new DecisionFindings(recoveries(), posteriors(), coherences(), standard());
    DecisionPage.of(findings).save(out.resolve("decision-study.html"));
    Results results = findings.results(small ? "small" : "full");
    results.save(out.resolve("results.json"));
    return results;
  }

  private Map<DecisionExperiment, DecisionRecovery> recoveries() {
    Map<DecisionExperiment, DecisionRecovery> all = new EnumMap<>(DecisionExperiment.class);
    for (DecisionExperiment experiment : CONDITIONS) {
      Path folder = out.resolve("search").resolve(experiment.name());
      all.put(experiment, DecisionRecovery.of(split(experiment), folder, effort()));
      watch.lap("recovered " + experiment.title() + "\n" + all.get(experiment).searched());
    }
    return all;
  }

  private List<DecisionPosterior> posteriors() {
    List<DecisionPosterior> found = new ArrayList<>();
    for (DecisionExperiment experiment : DESIGNS) {
      Dataset<Features> own = data.get(experiment);
      Dataset<Features> all =
          experiment.withMore(own, out.resolve("data"), sets, trialShare(), seed);
      Features observed = experiment.task(trialShare()).simulate(STANDARD, seed);
      int held = Math.min(1000, own.size() / 4);
      found.add(DecisionPosterior.of(experiment, all, held, observed, effort()));
      watch.lap("inferred from " + experiment.title());
    }
    return found;
  }

  private DecisionCoherences coherences() {
    double[] six = DecisionExperiment.SIX.coherences();
    var found = DecisionCoherences.of(split(DecisionExperiment.SIX), six, effort());
    watch.lap("compared coherences; best: " + found.name(found.best()));
    return found;
  }

  /** Decisions of the circuit at its standard parameters, for the curves of the page. */
  private DecisionOutcomes standard() {
    return DecisionExperiment.SIX.task(trialShare()).decide(STANDARD, seed);
  }

  static final ParameterSet STANDARD =
      ParameterSet.of(List.of(DecisionTask.TAU_ND), DecisionTask.TAU_ND.standard());

  private Dataset.Split<Features> split(DecisionExperiment experiment) {
    return data.get(experiment).split(0.8, 0.1, 1);
  }

  private double trialShare() {
    return small ? 0.05 : 1;
  }

  private double effort() {
    return small ? 0.02 : 1;
  }
}
