package org.jansenrit.core.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.DatasetDirectory;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;

/** Draws and runs what is missing in a directory, chunk by chunk. */
record ChunkedSampling<X extends Observations>(Sampling<X> sampling, Path path, int n, int chunk) {

  @SuppressWarnings("unchecked") // the simulator made them, now or when the run was begun
  Dataset<X> run() {
    requireNotInterrupted();
    DatasetDirectory directory = DatasetDirectory.open(path, n, chunk, sampling.provenance());
    for (int first : missing(directory)) {
      directory.write(first, sampling.rows(first, directory.count(first)));
      requireNotInterrupted();
    }
    return (Dataset<X>) Dataset.load(path);
  }

  private List<Integer> missing(DatasetDirectory directory) {
    List<Integer> missing = new ArrayList<>();
    boolean compared = false;
    for (int first : directory.starts()) {
      Optional<Dataset<Observations>> there = directory.read(first);
      if (there.isEmpty()) {
        missing.add(first);
      } else {
        requireSame(there.get(), first, compared);
        compared = true;
      }
    }
    return missing;
  }

  /** Texts do not tell everything: draws are compared, and one simulation of those there are. */
  private void requireSame(Dataset<?> there, int first, boolean compared) {
    if (!same(there, sampling.theta(first, there.size()))) {
      throw another(first, "were run with other parameters than " + sampling.prior() + " gives");
    }
    if (!compared && !Arrays.equals(sampling.rows(first, 1).x().row(0), there.x().row(0))) {
      throw another(first, "have other observations than " + sampling.simulator() + " gives");
    }
  }

  private static boolean same(Dataset<?> there, ParameterTable theta) {
    return there.theta().parameters().equals(theta.parameters())
        && IntStream.range(0, theta.size())
            .allMatch(i -> Arrays.equals(there.theta().row(i), theta.row(i)));
  }

  private IllegalArgumentException another(int first, String what) {
    return new IllegalArgumentException(
        "cannot continue %s: its simulations from %d on %s now, with seed %d"
            .formatted(path, first, what, sampling.seed()));
  }

  private void requireNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(
          "interrupted; %s keeps what was done, and the same call continues it".formatted(path));
    }
  }
}
