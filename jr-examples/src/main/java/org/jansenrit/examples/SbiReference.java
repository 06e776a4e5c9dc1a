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
import org.jansenrit.core.data.ParameterTable;

/**
 * An observation of the public benchmark with 10,000 draws of its posterior.
 *
 * @param task the task
 * @param number of the observation, counted from 1
 * @param draws of the right posterior
 */
record SbiReference(SbiTask task, int number, ParameterTable draws) {
  /** The number of observations that are used of each task. */
  static final int OBSERVATIONS = 3;

  private static Path folder(SbiTask task) {
    return Path.of(System.getProperty("jr.data", "../shared/data"), "sbibm", task.name());
  }

  static SbiReference read(SbiTask task, int number) throws IOException {
    Path file = folder(task).resolve("ref_" + number + ".csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      double[][] rows = lines.lines().skip(1).map(SbiReference::numbers).toArray(double[][]::new);
      return new SbiReference(task, number, ParameterTable.of(task.prior().parameters(), rows));
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** Returns the observed values. */
  double[] observed() throws IOException {
    return numbers(Files.readAllLines(folder(task).resolve("obs_" + number + ".csv")).get(1));
  }

  /** Returns the same with the first {@code n} draws. */
  SbiReference first(int n) {
    return new SbiReference(task, number, draws.select(IntStream.range(0, n).toArray()));
  }
}
