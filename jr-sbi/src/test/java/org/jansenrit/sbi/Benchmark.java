package org.jansenrit.sbi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Observations of the public benchmark, read from the folder that the system property jr.data
 * names.
 *
 * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021)</a>
 */
final class Benchmark {
  private Benchmark() {}

  static double[] observation(String task, int n) throws IOException {
    Path file = Path.of(System.getProperty("jr.data"), "sbibm", task, "obs_" + n + ".csv");
    return Arrays.stream(Files.readAllLines(file).get(1).split(",", -1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
