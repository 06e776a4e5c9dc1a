package org.jansenrit.core.simulate;

import java.nio.file.Path;
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
    DatasetDirectory directory = DatasetDirectory.open(path, n, chunk, sampling.provenance());
    List<Integer> missing =
        directory.starts().stream().filter(first -> !isThere(directory, first)).toList();
    for (int first : missing) {
      requireNotInterrupted(first);
      directory.write(first, sampling.rows(first, directory.count(first)));
    }
    return (Dataset<X>) Dataset.load(path);
  }

  private boolean isThere(DatasetDirectory directory, int first) {
    Optional<Dataset<Observations>> there = directory.read(first);
    there.ifPresent(data -> requireSameDraws(data.theta(), first));
    return there.isPresent();
  }

  /** A prior whose text does not say all, or another version of it, would go unnoticed. */
  private void requireSameDraws(ParameterTable there, int first) {
    ParameterTable here = sampling.theta(first, there.size());
    boolean same =
        here.parameters().equals(there.parameters())
            && IntStream.range(0, there.size())
                .allMatch(i -> Arrays.equals(here.row(i), there.row(i)));
    if (!same) {
      throw new IllegalArgumentException(
          "cannot continue %s: the parameters of its simulations from %d on are not those that %s gives with seed %d"
              .formatted(path, first, sampling.prior(), sampling.seed()));
    }
  }

  private void requireNotInterrupted(int first) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException(
          "interrupted before simulation %d of %d; %s can be continued".formatted(first, n, path));
    }
  }
}
