package org.jansenrit.examples;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one of the benchmarks. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description = {
      "Run a benchmark: how fast, or how near to a reference; results.json has the figures.",
      "",
      "  engine         simulations of the column per second of CPU time",
      "  eeg            lead fields, recordings, files",
      "  features       features per second",
      "  decision       trial steps of decisions per second",
      "  inference      training of each network",
      "  recovery_data  making the data of the recovery study",
      "  sbi            the public benchmark of simulation-based inference (hours)",
      ""
    },
    footer = {"", "Example:", "  jansen-rit benchmark engine --small --out=engine"})
final class BenchmarkCommand implements Callable<Integer> {
  enum Benchmark {
    ENGINE(EngineBenchmark::main),
    EEG(EegBenchmark::main),
    FEATURES(FeatureBenchmark::main),
    DECISION(DecisionBenchmark::main),
    INFERENCE(InferenceBenchmark::main),
    RECOVERY_DATA(RecoveryDataBenchmark::main),
    SBI(SbiBenchmark::main);

    @SuppressWarnings("ImmutableEnumChecker") // a method reference has no state
    private final Program program;

    Benchmark(Program program) {
      this.program = program;
    }
  }

  @Parameters(index = "0", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
  private Benchmark name;

  @Parameters(
      index = "1..*",
      paramLabel = "--small --out=DIR ...",
      description = "Arguments of the benchmark; a wrong one names those that there are.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws Exception {
    name.program.run(arguments.toArray(String[]::new));
    return 0;
  }
}
