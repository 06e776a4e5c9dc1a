package org.jansenrit.examples;

import java.util.Map;
import picocli.CommandLine.Command;

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
final class BenchmarkCommand extends ProgramCommand {
  BenchmarkCommand() {
    super(
        Map.of(
            "engine", EngineBenchmark::main,
            "eeg", EegBenchmark::main,
            "features", FeatureBenchmark::main,
            "decision", DecisionBenchmark::main,
            "inference", InferenceBenchmark::main,
            "recovery_data", RecoveryDataBenchmark::main,
            "sbi", SbiBenchmark::main));
  }
}
