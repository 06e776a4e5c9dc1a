package org.jansenrit.core.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jansenrit.core.file.FileFailure;
import org.jansenrit.core.file.WholeFile;

/**
 * A data set that is written in chunks, each a data set file of its own: one that is larger than
 * memory, made in several sittings or by several processes. {@link Dataset#load} reads it as one.
 *
 * <p>A chunk is written whole or not at all; a file that was cut short counts as not written.
 */
public final class DatasetDirectory {
  private final Path directory;
  private final RowRange rows;
  private final Provenance made;

  private DatasetDirectory(Path directory, RowRange rows, Provenance made) {
    this.directory = directory;
    this.rows = rows;
    this.made = made;
  }

  /**
   * Opens a directory to begin or to continue a run; makes it if it is not there.
   *
   * @param directory where the files are
   * @param size the number of simulations of the whole run; at least one
   * @param chunk the number of simulations per file; the last file may have fewer
   * @param made what makes them; files made by something else are refused, whereas JDK and platform
   *     may change in between
   * @return the directory, whose chunks can be read and written
   * @throws IllegalArgumentException if there are to be no simulations, or none per file
   * @throws UncheckedIOException if the directory has chunks of another size, or cannot be made
   */
  public static DatasetDirectory open(Path directory, int size, int chunk, Provenance made) {
    if (size < 1 || chunk < 1) {
      throw new IllegalArgumentException(
          "at least one simulation and one per file are needed, but there were to be "
              + size
              + " in chunks of "
              + chunk);
    }
    var opened = new DatasetDirectory(directory, new RowRange(0, size, chunk), made);
    try {
      Files.createDirectories(directory);
      requireNoOther(files(directory), size, chunk);
    } catch (IOException e) {
      throw FileFailure.saving(directory, e);
    }
    return opened;
  }

  /** {@return the number of the first simulation of each chunk, in order} */
  public List<Integer> starts() {
    return ranges().stream().map(RowRange::first).toList();
  }

  /**
   * {@return how many simulations the chunk that starts with {@code first} has}
   *
   * @param first one of {@link #starts()}
   * @throws IllegalArgumentException if no chunk starts there
   */
  public int count(int first) {
    return range(first).count();
  }

  /**
   * {@return the chunk that starts with simulation {@code first}, if it has been written}
   *
   * @param first one of {@link #starts()}
   * @throws IllegalArgumentException if no chunk starts there
   * @throws UncheckedIOException if the file there is of another run; it is left alone
   */
  public Optional<Dataset<Observations>> read(int first) {
    Path file = file(range(first));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(readPart(file, range(first)));
    } catch (DamagedFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileFailure.loading(file, e);
    }
  }

  private Dataset<Observations> readPart(Path file, RowRange range) throws IOException {
    var reader = new DatasetReader();
    reader.add(file);
    DatasetHeader.requireSame(reader.header().run(), DatasetHeader.run(range, made));
    reader.header().rows().requireFirst(range.first());
    return reader.dataset();
  }

  /**
   * Writes the chunk that starts with simulation {@code first}.
   *
   * @param first one of {@link #starts()}
   * @param data as many simulations as {@link #count} says; provenance is that of the directory
   * @throws IllegalArgumentException if no chunk starts there
   * @throws ShapeException if there are more or fewer
   * @throws UncheckedIOException if that fails; no part of it is left
   */
  public void write(int first, Dataset<?> data) {
    RowRange range = range(first);
    if (data.size() != range.count()) {
      throw new ShapeException(range.toString(), range.count() + " simulations", data.size() + "");
    }
    var part = new Dataset<>(data.theta(), data.x(), made);
    WholeFile.write(file(range), out -> DatasetWriter.write(part, range, out));
  }

  private RowRange range(int first) {
    return new RowRange(first, rows.total(), rows.chunk());
  }

  private List<RowRange> ranges() {
    return RowRange.all(rows.total(), rows.chunk());
  }

  private Path file(RowRange range) {
    return directory.resolve(range.fileName());
  }

  /** Reads all chunks as one data set. */
  static Dataset<Observations> load(Path directory) {
    try {
      List<Path> files = files(directory);
      if (files.isEmpty()) {
        throw new IOException("it has no .npz file");
      }
      RowRange rows = DatasetReader.rows(files.get(0));
      requireNoOther(files, rows.total(), rows.chunk());
      requireAll(files, RowRange.all(rows.total(), rows.chunk()));
      return DatasetReader.read(files);
    } catch (IOException e) {
      throw FileFailure.loading(directory, e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".npz")).sorted().toList();
    }
  }

  private static void requireNoOther(List<Path> files, int size, int chunk) throws IOException {
    Set<String> names = new HashSet<>();
    RowRange.all(size, chunk).forEach(range -> names.add(range.fileName()));
    for (String name : names(files)) {
      if (!names.contains(name)) {
        throw new IOException(
            "%s is not among the files of %d simulations in chunks of %d"
                .formatted(name, size, chunk));
      }
    }
  }

  private static void requireAll(List<Path> files, List<RowRange> ranges) throws IOException {
    Set<String> there = new HashSet<>(names(files));
    List<RowRange> missing = ranges.stream().filter(r -> !there.contains(r.fileName())).toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          "the run is not complete: %d of %s missing, the first with %s. Continue it first"
              .formatted(missing.size(), Names.count(ranges.size(), "file"), missing.get(0)));
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  @Override
  public String toString() {
    return "DatasetDirectory[" + directory + ", " + rows + "]";
  }
}
