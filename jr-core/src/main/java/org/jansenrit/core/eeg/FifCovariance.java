package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A noise covariance from a {@code -cov.fif} file, in the squares of SI units: V^2 for EEG. */
final class FifCovariance {
  private static final int COVARIANCE = 355;

  private static final int NAMES = 3502;
  private static final int KIND = 3530;
  private static final int DIMENSION = 3531;
  private static final int LOWER_TRIANGLE = 3532;
  private static final int DIAGONAL = 3533;

  private static final int NOISE = 1;
  private static final int MOST_CHANNELS = 10_000;

  private final List<String> channels;
  private final double[][] matrix;

  private FifCovariance(List<String> channels, double[][] matrix) {
    this.channels = channels;
    this.matrix = matrix;
  }

  /** Returns the first noise covariance. */
  static FifCovariance read(FifBlock file) throws IOException {
    file.block(COVARIANCE, "covariance; is this a -cov.fif file?");
    for (FifBlock block : file.blocks(COVARIANCE)) {
      if (block.require(KIND, "kind of covariance").whole() == NOISE) {
        return of(block);
      }
    }
    throw new IOException(file.file() + ": has covariances, but none of noise (1)");
  }

  private static FifCovariance of(FifBlock block) throws IOException {
    int n = block.require(DIMENSION, "dimension").whole("dimension", 1, MOST_CHANNELS);
    FifTag names = block.require(NAMES, "names of channels");
    List<String> channels = List.of(names.text().split(":", -1));
    if (channels.size() != n || channels.stream().distinct().count() < n) {
      throw names.wrong(
          "must name " + n + " different channels, but names " + channels.size() + " in all");
    }
    Optional<FifTag> diagonal = block.find(DIAGONAL);
    return new FifCovariance(
        channels,
        diagonal.isPresent()
            ? matrix(diagonal.get(), n, true)
            : matrix(block.require(LOWER_TRIANGLE, "matrix"), n, false));
  }

  /** The lower triangle is stored row after row; of a diagonal matrix, the diagonal. */
  private static double[][] matrix(FifTag tag, int n, boolean isDiagonal) throws IOException {
    double[] values = tag.numbers();
    int expected = isDiagonal ? n : n * (n + 1) / 2;
    if (tag.isMatrix() || values.length != expected) {
      throw tag.wrong(
          "must be " + expected + " numbers for " + n + " channels, but is " + values.length);
    }
    double[][] matrix = new double[n][n];
    for (int i = 0, at = 0; i < n; i++) {
      for (int j = isDiagonal ? i : 0; j <= i; j++) {
        requireFinite(tag, values[at], i, j);
        matrix[i][j] = values[at];
        matrix[j][i] = values[at++];
      }
    }
    return matrix;
  }

  private static void requireFinite(FifTag tag, double value, int i, int j) throws IOException {
    if (!Double.isFinite(value)) {
      throw tag.wrong("is " + value + " in row " + (i + 1) + ", column " + (j + 1));
    }
  }

  /** Returns the names of the channels, of all kinds. */
  List<String> channels() {
    return channels;
  }

  /** Returns the covariance of two channels. */
  double at(int i, int j) {
    return matrix[i][j];
  }
}
