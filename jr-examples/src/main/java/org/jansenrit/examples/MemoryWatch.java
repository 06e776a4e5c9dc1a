package org.jansenrit.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.training.Training;

/**
 * Looks at the resident memory of this process while a network trains.
 *
 * @param steps how many steps it trains for
 * @param batch rows per step
 */
record MemoryWatch(int steps, int batch) {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** Returns whether this system tells. */
  static boolean available() {
    return Files.isReadable(STATUS);
  }

  /** An estimator without its training. */
  interface Recipe<X extends Observations> {
    Estimator<? super X> with(Training training);
  }

  /** Returns by how many MB memory grew from a tenth of the steps to the end. */
  <X extends Observations> double of(Recipe<X> recipe, Dataset<X> data) {
    int epochs = steps * batch / data.size();
    double[] resident = new double[2];
    Training training =
        Training.standard()
            .epochs(epochs)
            .batchSize(batch)
            .patience(epochs)
            .progress(
                (done, total) -> {
                  if (done == total / 10 || done == total) {
                    resident[done == total ? 1 : 0] = megabytes();
                  }
                });
    recipe.with(training).fit(data, BenchmarkData.few(data)).close();
    return resident[1] - resident[0];
  }

  private static double megabytes() {
    System.gc(); // what Java no longer needs is no leak
    try {
      String line =
          Files.readAllLines(STATUS).stream()
              .filter(l -> l.startsWith("VmRSS:"))
              .findFirst()
              .orElseThrow();
      return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
