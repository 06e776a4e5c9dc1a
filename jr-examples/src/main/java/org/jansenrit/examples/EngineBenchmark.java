package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jansenrit.core.report.Results;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How fast is the engine, on this machine, against a scalar loop in the same run?
 *
 * <p>Times each variant in a fork of its own with JMH: millions of steps of one column per second
 * and core, white noise included, one output recorded. {@code --small} is for a quick look, {@code
 * --out=DIR} for {@code results.json}.
 */
public final class EngineBenchmark {
  /** Millions of steps, or normals, per second and core that were asked for. */
  private static final Map<String, Double> ASKED =
      Map.of(
          "eulerByKernels", 130.0,
          "eulerByDrift", 90.0,
          "heunByKernels", 70.0,
          "splitting", 100.0,
          "gaussians", 480.0);

  /** What limits a figure that is missed. */
  private static final Map<String, String> LIMITS =
      Map.of(
          "eulerByKernels",
          "the normals take 2.3 ns of a step; drives and recording cost five loops more than a"
              + " hand-written step",
          "eulerByDrift",
          "as for the kernels, and each derivative is stored and loaded once more",
          "heunByKernels",
          "two evaluations of three sigmoids",
          "splitting",
          "two normals per step where Euler-Maruyama takes one; a step may be twice as large",
          "gaussians",
          "plain Java: a table look-up for the exponent is not vectorised");

  private EngineBenchmark() {}

  /** Runs the benchmark and prints its table. */
  public static void main(String[] args) throws IOException, RunnerException {
    Results results = run(Arguments.parse(args, List.of("small", "out")));
    System.out.println(results.table());
  }

  static Results run(Arguments arguments) throws IOException, RunnerException {
    boolean small = arguments.has("small");
    Path out = Path.of(arguments.get("out").orElse("engine-benchmark"));
    Map<String, Double> rates = rates(small, 1, ".*");
    double two = rates(small, 2, ".*eulerByKernels").get("eulerByKernels");
    Results results = Results.of("EngineBenchmark", small ? "small" : "full");
    for (Map.Entry<String, Double> rate : rates.entrySet()) {
      Double asked = ASKED.get(rate.getKey());
      results =
          asked == null
              ? results.figure(rate.getKey(), rate.getValue(), "M/s")
              : results.figure(rate.getKey(), rate.getValue(), "M/s", asked, ">=");
      if (asked != null && rate.getValue() < asked) {
        results = results.note(rate.getKey(), LIMITS.get(rate.getKey()));
      }
    }
    double euler = rates.get("eulerByKernels");
    results =
        results
            .figure(
                "eulerByKernels over scalarLoop", euler / rates.get("scalarLoop"), "1", 3.5, ">=")
            .figure("two threads over one", two / euler, "1", 1.9, ">=");
    Files.createDirectories(out);
    results.save(out.resolve("results.json"));
    return results;
  }

  /** Returns millions of operations per second, by benchmark. */
  private static Map<String, Double> rates(boolean small, int threads, String which)
      throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(EngineKernels.class.getName() + which)
        .forks(small ? 1 : 3)
        .threads(threads)
        .warmupIterations(small ? 1 : 3)
        .warmupTime(TimeValue.milliseconds(small ? 50 : 1000))
        .measurementIterations(small ? 1 : 5)
        .measurementTime(TimeValue.milliseconds(small ? 50 : 1000));
    Collection<RunResult> runs = new Runner(options.build()).run();
    Map<String, Double> rates = new LinkedHashMap<>();
    for (RunResult run : runs) {
      String name = run.getPrimaryResult().getLabel().toString();
      // operations per microsecond are millions per second; the median resists a busy machine
      rates.put(name, run.getPrimaryResult().getStatistics().getPercentile(50));
      System.out.printf(Locale.ROOT, "%-16s %8.1f M/s%n", name, rates.get(name));
    }
    return rates;
  }
}
