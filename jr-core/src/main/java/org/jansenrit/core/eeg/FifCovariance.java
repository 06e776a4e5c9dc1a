package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the noise covariance of a {@code -cov.fif} file, which for EEG is in V^2. */
final class FifCovariance {
  private static final int COVARIANCE = 355;

  private static final int NAMES = 3502;
  private static final int KIND = 3530;
  private static final int DIMENSION = 3531;
  private static final int LOWER_TRIANGLE = 3532;
  private static final int DIAGONAL = 3533;

  private static final int NOISE = 1;
  private static final int MOST_CHANNELS = 10_000;

  private static final double MICROVOLTS = 1e12; // squared

  private FifCovariance() {}

  /**
   * Returns the first noise covariance.
   *
   * @param chosen the channels; none for all
   */
  static NoiseCovariance read(FifBlock file, List<String> chosen) throws IOException {
    file.block(COVARIANCE, "covariance; is this a -cov.fif file?");
    for (FifBlock block : file.blocks(COVARIANCE)) {
      if (block.require(KIND, "kind of covariance").whole() == NOISE) {
        return of(block, chosen);
      }
    }
    throw file.wrong("has covariances, but none of noise (1)");
  }

  private static NoiseCovariance of(FifBlock block, List<String> chosen) throws IOException {
    int n = block.require(DIMENSION, "dimension").whole("dimension", 1, MOST_CHANNELS);
    FifTag names = block.require(NAMES, "names of channels");
    List<String> channels = List.of(names.text().split(":", -1));
    if (channels.size() != n || channels.stream().distinct().count() < n) {
      throw names.wrong(
          "must name " + n + " different channels, but names " + channels.size() + " in all");
    }
    Optional<FifTag> diagonal = block.find(DIAGONAL);
    FifTag tag = diagonal.isPresent() ? diagonal.get() : block.require(LOWER_TRIANGLE, "matrix");
    double[][] matrix = matrix(tag, n, diagonal.isPresent());
    List<String> kept = chosen.isEmpty() ? channels : chosen;
    double[][] some = some(matrix, kept.stream().mapToInt(c -> place(c, channels)).toArray());
    try {
      return NoiseCovariance.of(kept, some);
    } catch (IllegalArgumentException e) {
      throw new IOException(tag.file() + ", offset " + tag.offset() + ": " + e.getMessage(), e);
    }
  }

  private static int place(String channel, List<String> channels) {
    int place = channels.indexOf(channel);
    if (place < 0) {
      throw Lookup.missing("channel", channel, channels);
    }
    return place;
  }

  private static double[][] some(double[][] matrix, int[] places) {
    double[][] some = new double[places.length][places.length];
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < places.length; j++) {
        some[i][j] = MICROVOLTS * matrix[places[i]][places[j]];
      }
    }
    return some;
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
}
