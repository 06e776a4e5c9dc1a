package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jansenrit.core.report.Results;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How fast are decision trials, on this machine, against a scalar loop in the same run?
 *
 * <p>Times each variant in forks of its own with JMH: millions of steps of one trial per second of
 * CPU time, random numbers, refill and features included. {@code --small} is for a quick look,
 * {@code --out=DIR} for {@code results.json}.
 */
public final class DecisionBenchmark {
  private DecisionBenchmark() {}

  /**
   * Runs the benchmark and prints its table.
   *
   * @param args {@code --out=DIR} (default {@code decision-benchmark}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   * @throws RunnerException if a benchmark fails in its fork
   */
  public static void main(String[] args) throws IOException, RunnerException {
    System.out.println(run(Arguments.parse(args, List.of("small", "out"))).table());
  }

  static Results run(Arguments arguments) throws IOException, RunnerException {
    boolean small = arguments.has("small");
    Path out = Path.of(arguments.get("out").orElse("decision-benchmark"));
    Map<String, Double> rates = rates(small);
    double lanes = rates.get("wongWang");
    Results results =
        Results.of("DecisionBenchmark", small ? "small" : "full")
            .figure("wongWang", lanes, "M trial-steps/s of CPU", 120, ">=")
            .figure("driftDiffusion", rates.get("driftDiffusion"), "M trial-steps/s of CPU")
            .figure("scalarLoop", rates.get("scalarLoop"), "M trial-steps/s of CPU")
            .figure("wongWang over scalarLoop", lanes / rates.get("scalarLoop"), "1", 3.5, ">=");
    Files.createDirectories(out);
    results.save(out.resolve("results.json"));
    return results;
  }

  /** Returns millions of steps per second of CPU time, by benchmark: the median resists others. */
  private static Map<String, Double> rates(boolean small) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(DecisionKernels.class.getName())
            .addProfiler(CpuTimeProfiler.class)
            .forks(small ? 1 : 3)
            .warmupIterations(small ? 1 : 4)
            .warmupTime(TimeValue.milliseconds(small ? 50 : 1000))
            .measurementIterations(small ? 1 : 5)
            .measurementTime(TimeValue.milliseconds(small ? 50 : 1000))
            .build();
    Map<String, Double> rates = new LinkedHashMap<>();
    for (RunResult run : new Runner(options).run()) {
      String name = run.getPrimaryResult().getLabel();
      rates.put(name, median(run));
      System.out.printf(Locale.ROOT, "%-16s %8.1f M steps/s of CPU%n", name, rates.get(name));
    }
    return rates;
  }

  private static double median(RunResult run) {
    double[] rates =
        run.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(i -> 1e-6 * score(i, "steps") / score(i, CpuTimeProfiler.CPU))
            .sorted()
            .toArray();
    return rates[rates.length / 2];
  }

  private static double score(IterationResult iteration, String label) {
    for (String name : iteration.getSecondaryResults().keySet()) {
      if (name.endsWith(label)) { // some versions of JMH put a dot before it
        return iteration.getSecondaryResults().get(name).getScore();
      }
    }
    throw new IllegalStateException("no " + label + " in " + iteration.getSecondaryResults());
  }
}
