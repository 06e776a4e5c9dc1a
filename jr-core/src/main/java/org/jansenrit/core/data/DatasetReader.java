package org.jansenrit.core.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jansenrit.core.file.FileFailure;

/** Reads data set files, one after the other; values of x stay on disk until they are looked at. */
final class DatasetReader {
  static final String X = "x.npy";
  static final String THETA = "theta.npy";
  static final String FINITE = "finite.npy";
  static final String META = "meta.json";

  /** The longest stretch mapped at once, 1 GiB. */
  private static final int VALUES_PER_CHUNK = 1 << 28;

  private final List<FloatBuffer> chunks = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final List<double[]> theta = new ArrayList<>();
  private final BitSet finite = new BitSet();
  private DatasetHeader first;
  private Provenance provenance;

  /**
   * Reads {@code files} as one data set.
   *
   * @param files at least one
   * @throws UncheckedIOException if one cannot be read or does not go with the first
   */
  static Dataset<Observations> read(List<Path> files) {
    var reader = new DatasetReader();
    for (Path file : files) {
      try {
        reader.add(file);
      } catch (IOException e) {
        throw FileFailure.loading(file, e);
      }
    }
    return reader.dataset();
  }

  /** Returns the header of the first file. */
  DatasetHeader header() {
    return first;
  }

  void add(Path file) throws IOException {
    try (NpzFile npz = NpzFile.open(file)) {
      add(npz, header(npz));
    }
  }

  /** Returns which rows of which run are in {@code file}. */
  static RowRange rows(Path file) {
    try (NpzFile npz = NpzFile.open(file)) {
      return header(npz).rows();
    } catch (IOException e) {
      throw FileFailure.loading(file, e);
    }
  }

  private static DatasetHeader header(NpzFile npz) throws IOException {
    return DatasetHeader.parse(JsonObject.parse(META, new String(npz.read(META), UTF_8)));
  }

  private void add(NpzFile npz, DatasetHeader header) throws IOException {
    if (first == null) {
      first = header;
      provenance = header.provenance();
    }
    DatasetHeader.requireSame(header.everyFile(), first.everyFile());
    header.rows().requireFirst(first.rows().first() + theta.size());
    provenance = provenance.beside(header.provenance());
    addFinite(npz.read(FINITE, header.finite()));
    addTheta(npz.read(THETA, header.theta()), header);
    addChunks(npz, header);
  }

  private void addFinite(ByteBuffer flags) {
    for (int i = theta.size(); flags.hasRemaining(); i++) {
      finite.set(i, flags.get() != 0);
    }
  }

  private void addTheta(ByteBuffer values, DatasetHeader header) {
    for (int i = 0; i < header.rows().count(); i++) {
      double[] row = new double[header.parameters().size()];
      for (int j = 0; j < row.length; j++) {
        row[j] = values.getDouble();
      }
      theta.add(row);
    }
  }

  private void addChunks(NpzFile npz, DatasetHeader header) throws IOException {
    int rowsPerChunk = Math.max(1, VALUES_PER_CHUNK / Math.max(1, header.template().width()));
    int left = header.rows().count();
    for (FloatBuffer chunk : npz.map(X, header.x(), rowsPerChunk)) {
      chunks.add(chunk);
      counts.add(Math.min(rowsPerChunk, left));
      left -= rowsPerChunk;
    }
  }

  /** Returns all that was read. */
  Dataset<Observations> dataset() {
    var rows = RowChunks.of(first.template().width(), chunks, counts, finite);
    var table = ParameterTable.wrap(first.parameters(), theta.toArray(double[][]::new));
    return new Dataset<>(table, first.observations(rows), provenance);
  }
}
