package org.jansenrit.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;

/** An observation of the public benchmark with draws of its posterior. */
final class SbiReference {
  /** The number of observations that are used of each task. */
  static final int OBSERVATIONS = 3;

  private final SbiTask task;
  private final double[] observed;
  private final ParameterTable draws;

  /** Made when first asked for: the evidence of some tasks costs seconds. */
  private double[] logDensities;

  SbiReference(SbiTask task, double[] observed, ParameterTable draws) {
    this.task = task;
    this.observed = observed.clone();
    this.draws = draws;
  }

  private static Path folder(SbiTask task) {
    return Path.of(System.getProperty("jr.data", "../shared/data"), "sbibm", task.name());
  }

  /**
   * Reads an observation with its 10,000 draws.
   *
   * @param number of the observation, counted from 1
   */
  static SbiReference read(SbiTask task, int number) throws IOException {
    Path file = folder(task).resolve("ref_" + number + ".csv.gz");
    Path observation = folder(task).resolve("obs_" + number + ".csv");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      double[][] rows = lines.lines().skip(1).map(SbiReference::numbers).toArray(double[][]::new);
      return new SbiReference(
          task,
          numbers(Files.readAllLines(observation).get(1)),
          ParameterTable.of(task.prior().parameters(), rows));
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** Returns the draws of the right posterior. */
  ParameterTable draws() {
    return draws;
  }

  /** Returns the observed values, as a fresh array. */
  double[] observed() {
    return observed.clone();
  }

  /** Returns what was observed, as an embedding reads it. */
  Observations observation() {
    return task.observations(observed);
  }

  /** Returns the log density of the right posterior at its draws; not to be written to. */
  double[] logDensities() {
    if (logDensities == null) {
      logDensities = task.logPosterior(draws, observed);
    }
    return logDensities;
  }

  /** Returns the same with the draws of these numbers. */
  SbiReference with(int... some) {
    return new SbiReference(task, observed, draws.select(some));
  }

  /** Returns the same with the first {@code n} draws. */
  SbiReference first(int n) {
    return with(IntStream.range(0, n).toArray());
  }
}
