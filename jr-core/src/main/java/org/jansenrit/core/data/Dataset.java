package org.jansenrit.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.file.FileFailure;
import org.jansenrit.core.file.WholeFile;

/**
 * Pairs of parameters and of what was observed of the simulation run with them.
 *
 * <p>A simulation that diverged keeps its row, with values that are not finite: it is counted by
 * {@link #diverged}, printed, and left out by {@link #finite} and {@link #split}.
 *
 * @param <X> the kind of observation
 * @param theta the parameters, one row per simulation
 * @param x as many observations, in the same order
 * @param provenance what made them
 */
public record Dataset<X extends Observations>(ParameterTable theta, X x, Provenance provenance) {

  /**
   * Creates a data set.
   *
   * @param theta n rows of parameters
   * @param x n observations, in the same order
   * @param provenance what made them
   * @throws ShapeException if there are more or fewer observations than rows
   */
  public Dataset {
    if (theta.size() != x.size()) {
      throw new ShapeException(
          "data set", "as many observations as parameter sets, " + theta.size(), x.size() + "");
    }
  }

  /**
   * {@return pairs that were made elsewhere} Provenance is that of this process.
   *
   * @param <X> the kind of observation
   * @param theta n rows of parameters
   * @param x n observations, in the same order
   * @throws ShapeException if there are more or fewer observations than rows
   */
  public static <X extends Observations> Dataset<X> of(ParameterTable theta, X x) {
    return new Dataset<>(theta, x, Provenance.here());
  }

  /**
   * Writes this data set to {@code file}, in NumPy's NPZ format with a JSON entry of names, units
   * and provenance: docs/dataset-format.md. The file is written whole or not at all.
   *
   * @param file usually {@code .npz}, in a directory that is there
   * @throws UncheckedIOException if that fails, with what was there before untouched
   */
  public void save(Path file) {
    WholeFile.write(file, out -> DatasetWriter.write(this, RowRange.whole(size()), out));
  }

  /**
   * Reads what {@link #save} wrote, or a directory that {@link DatasetDirectory} wrote.
   *
   * <p>Observations stay on disk until they are looked at, so that the set may be larger than
   * memory; do not change the files while it is in use.
   *
   * @param path the file or the directory
   * @return the simulations, n x parameters and n x observations
   * @throws UncheckedIOException if there is no such file, it is damaged, of another format or
   *     version, or a chunk of a directory is missing or of another run
   */
  public static Dataset<Observations> load(Path path) {
    return Files.isDirectory(path)
        ? DatasetDirectory.load(path)
        : DatasetReader.read(List.of(path));
  }

  /**
   * Reads a data set of a known kind: {@code Dataset.load(path, TimeSeries.class)}.
   *
   * @param <X> the kind of observation
   * @param path the file or the directory
   * @param kind its class
   * @return the simulations, n x parameters and n x observations
   * @throws UncheckedIOException as {@link #load(Path)} does, and if it has another kind
   */
  public static <X extends Observations> Dataset<X> load(Path path, Class<X> kind) {
    Dataset<Observations> data = load(path);
    if (!kind.isInstance(data.x())) {
      String expected = "expected " + kind.getSimpleName() + ", but found " + data.x();
      throw FileFailure.loading(path, new IOException(expected));
    }
    return new Dataset<>(data.theta(), kind.cast(data.x()), data.provenance());
  }

  /** {@return the number of simulations, n} */
  public int size() {
    return theta.size();
  }

  /** {@return how many simulations gave values that are not finite} */
  public int diverged() {
    return size() - finiteRows().length;
  }

  /** {@return the simulations all of whose values are finite, in order} */
  public Dataset<X> finite() {
    int[] rows = finiteRows();
    return rows.length == size() ? this : select(rows);
  }

  /**
   * Shuffles the finite simulations and splits them.
   *
   * @param train the share for training
   * @param validation the share for deciding when to stop; the rest is for testing
   * @param seed decides the order, with the number of simulations
   * @return training, validation and test part, without what diverged
   * @throws IllegalArgumentException if {@code train} is not positive, {@code validation} is
   *     negative, their sum exceeds 1, or the training part would be empty
   */
  public Split<X> split(double train, double validation, long seed) {
    if (!(train > 0 && validation >= 0 && train + validation <= 1 + 1e-12)) {
      throw new IllegalArgumentException(
          "shares must be positive and sum to at most 1, but were " + train + " and " + validation);
    }
    int[] order = finiteRows();
    int a = (int) Math.round(order.length * train);
    int b = Math.min(order.length, (int) Math.round(order.length * (train + validation)));
    if (a == 0) {
      throw new IllegalArgumentException(
          "a share of "
              + train
              + " of "
              + order.length
              + " finite simulations leaves none for training");
    }
    PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), order);
    return new Split<>(
        select(Arrays.copyOfRange(order, 0, a)),
        select(Arrays.copyOfRange(order, a, b)),
        select(Arrays.copyOfRange(order, b, order.length)));
  }

  /**
   * {@return the simulations at {@code rows}, in that order}
   *
   * @param rows from 0 on, in any order; one may appear twice
   */
  @SuppressWarnings("unchecked") // each kind of observation selects to its own kind
  public Dataset<X> select(int... rows) {
    return new Dataset<>(theta.select(rows), (X) x.select(rows), provenance);
  }

  private int[] finiteRows() {
    return IntStream.range(0, size()).filter(x::isFinite).toArray();
  }

  /**
   * {@return a copy of these simulations followed by {@code others}} Provenance is named beside
   * this one's where it differs.
   *
   * @param others of the same parameters and shape
   * @throws ShapeException if those have other parameters or another shape
   */
  @SuppressWarnings("unchecked") // each kind of observation appends to its own kind
  public Dataset<X> append(Dataset<X> others) {
    return new Dataset<>(
        theta.append(others.theta), (X) x.append(others.x), provenance.beside(others.provenance));
  }

  /**
   * The three parts of a data set.
   *
   * @param <X> the kind of observation
   * @param train what is learnt from
   * @param validation what decides when to stop
   * @param test what nothing has seen
   */
  public record Split<X extends Observations>(
      Dataset<X> train, Dataset<X> validation, Dataset<X> test) {}

  @Override
  public String toString() {
    int diverged = diverged();
    return "Dataset["
        + theta
        + ", "
        + x
        + (diverged == 0 ? "" : "; " + diverged + " diverged")
        + "]";
  }
}
