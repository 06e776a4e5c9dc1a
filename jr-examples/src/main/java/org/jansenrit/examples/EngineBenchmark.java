package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jansenrit.core.math.Lanes;
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
 * and core, white noise included, one output recorded. Then the error of the exponential, and what
 * whole processes with a heap of 1 GiB take that simulate large sets. {@code --small} is for a
 * quick look, {@code --out=DIR} for {@code results.json}.
 */
public final class EngineBenchmark {
  /** Millions of steps, or normals, per second and core that were asked for. */
  private static final Map<String, Double> ASKED =
      Map.of(
          "eulerByKernels", 130.0,
          "eulerByDrift", 90.0,
          "heunByKernels", 70.0,
          "splitting", 100.0,
          "columnInOneLoop", 40.0,
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
          "two normals per step where Euler-Maruyama takes one, and arrays that straddle cache lines;"
              + " a step may be twice as large",
          "columnInOneLoop",
          "three calls of Math.exp per step, and noise that the peers' figure does not include",
          "gaussians",
          "plain Java: a table look-up for the exponent is not vectorised");

  /** So that no vector of 64 bytes straddles two cache lines; the default is 8. */
  private static final String ALIGNED = "-XX:ObjectAlignmentInBytes=64";

  private EngineBenchmark() {}

  /**
   * Runs the benchmark and prints its table.
   *
   * @param args {@code --out=DIR} (default {@code engine-benchmark}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   * @throws RunnerException if a benchmark fails in its fork
   */
  public static void main(String[] args) throws IOException, RunnerException {
    Results results = run(Arguments.parse(args, List.of("small", "out")));
    System.out.println(results.table());
  }

  static Results run(Arguments arguments) throws IOException, RunnerException {
    boolean small = arguments.has("small");
    Path out = Path.of(arguments.get("out").orElse("engine-benchmark"));
    Files.createDirectories(out);
    Results results = speed(Results.of("EngineBenchmark", small ? "small" : "full"), small);
    results = results.figure("exp against Math.exp", errorOfExp(), "1", 1e-12, "<=");
    results = memory(results, "erp", small ? 100 : 10_000, out);
    results = memory(results, "disk", small ? 20 : 10_000, out);
    results.save(out.resolve("results.json"));
    return results;
  }

  private static Results speed(Results before, boolean small) throws RunnerException {
    Map<String, Double> rates = rates(small, 1, "(Kernels|Models).*");
    Results results = before;
    for (Map.Entry<String, Double> rate : rates.entrySet()) {
      results = speed(results, rate.getKey(), rate.getValue());
    }
    double aligned = rates(small, 1, "Kernels.splitting", ALIGNED).get("splitting");
    double euler = rates.get("eulerByKernels");
    double two = rates(small, 2, "Kernels.eulerByKernels").get("eulerByKernels");
    return results
        .figure("splitting, arrays aligned", aligned, "M/s", 100, ">=")
        .note("splitting, arrays aligned", "with " + ALIGNED)
        .figure("eulerByKernels over scalarLoop", euler / rates.get("scalarLoop"), "1", 3.5, ">=")
        .figure("two threads over one", two / euler, "1", 1.9, ">=");
  }

  private static Results speed(Results results, String name, double rate) {
    Double asked = ASKED.get(name);
    if (asked == null) {
      return results.figure(name, rate, "M/s");
    }
    Results added = results.figure(name, rate, "M/s", asked, ">=");
    return rate < asked ? added.note(name, LIMITS.get(name)) : added;
  }

  /** Returns the largest relative error of the exponential, at a million points from -40 to 40. */
  private static double errorOfExp() {
    int n = 1_000_000;
    double[] x = new double[n];
    double[] y = new double[n];
    Arrays.setAll(x, i -> -40 + 80.0 * i / (n - 1));
    Lanes.exp(x, y, n);
    double worst = 0;
    for (int i = 0; i < n; i++) {
      worst = Math.max(worst, Math.abs(y[i] / Math.exp(x[i]) - 1));
    }
    return worst;
  }

  /** Adds what a process takes that simulates {@code n} columns in a heap of 1 GiB. */
  private static Results memory(Results results, String run, int n, Path out) throws IOException {
    Map<String, Double> took = EngineMemory.inOneGibibyte(run, n, out.resolve(run));
    String name =
        n + (run.equals("erp") ? " of 61 s, ERP of one channel" : ", 64 channels to disk");
    Results added =
        results
            .figure(name + "/heap", took.get("heap"), "MiB", 1024, "<=")
            .figure(name + "/processor time", took.get("cpu"), "s");
    return took.containsKey("process")
        ? added.figure(name + "/process", took.get("process"), "MiB")
        : added;
  }

  /** Returns millions of operations per second, by benchmark. */
  private static Map<String, Double> rates(
      boolean small, int threads, String which, String... jvmArguments) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(EngineBenchmark.class.getPackageName() + ".Engine" + which)
        .forks(small ? 0 : 3)
        .jvmArgsAppend(jvmArguments)
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
      System.out.printf(Locale.ROOT, "%-28s %8.1f M/s%n", name, rates.get(name));
    }
    return rates;
  }
}
