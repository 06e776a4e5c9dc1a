package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.jansenrit.core.data.TimeSeries;

/**
 * The covariance of noise between channels, in uV&sup2;. An immutable value.
 *
 * <p>Give it to {@link SensorNoise#of(NoiseCovariance)}.
 */
public final class NoiseCovariance {
  private static final double SYMMETRY = 1e-6;
  private static final double RIDGE = 1e-12;

  private final List<String> channels;
  private final double[][] matrix;
  private final double[][] factor;

  private NoiseCovariance(List<String> channels, double[][] matrix) {
    this.channels = List.copyOf(channels);
    this.matrix = matrix;
    this.factor = factor(matrix);
  }

  /**
   * Creates a covariance that is known.
   *
   * @param channels the names of the channels, different from each other
   * @param matrix channels x channels, in uV&sup2;; symmetric and positive semi-definite
   * @return the covariance
   * @throws IllegalArgumentException if it is not
   */
  public static NoiseCovariance of(List<String> channels, double[][] matrix) {
    if (channels.isEmpty()
        || matrix.length != channels.size()
        || channels.stream().distinct().count() < channels.size()) {
      throw new IllegalArgumentException(
          "a covariance needs different channels and a row for each, but got "
              + channels
              + " and "
              + matrix.length
              + " rows");
    }
    double[][] copy = new double[matrix.length][matrix.length];
    for (int c = 0; c < copy.length; c++) {
      requireRow(channels, matrix, c);
      for (int d = 0; d < copy.length; d++) {
        copy[c][d] = (matrix[c][d] + matrix[d][c]) / 2;
      }
    }
    return new NoiseCovariance(channels, copy);
  }

  /**
   * {@return independent noise of one standard deviation in all channels: MNE-Python's ad hoc
   * covariance of EEG has 0.2 uV}
   *
   * @param channels the names of the channels, different from each other
   * @param sd in uV; positive
   */
  public static NoiseCovariance diagonal(List<String> channels, double sd) {
    double[][] matrix = new double[channels.size()][channels.size()];
    for (int c = 0; c < matrix.length; c++) {
      matrix[c][c] = sd * sd;
    }
    return of(channels, matrix);
  }

  /**
   * Estimates a covariance, shrunk towards equal independent channels by the amount of Ledoit and
   * Wolf, which is the best in the limit of many samples of any distribution.
   *
   * <p>Each trial counts less its own mean in each channel. Samples are taken as independent;
   * neighbouring samples of EEG are not, so that the amount is rather too small.
   *
   * @param trials n x channels x samples in uV, such as {@link Epochs#baseline()}
   * @return the covariance of the channels of {@code trials}
   * @throws IllegalArgumentException if there are fewer than two samples, the unit is another, a
   *     value is not finite or a channel is constant
   * @see <a href="https://doi.org/10.1016/S0047-259X(03)00096-4">Ledoit &amp; Wolf (2004), A
   *     well-conditioned estimator for large-dimensional covariance matrices</a>
   */
  public static NoiseCovariance ledoitWolf(TimeSeries trials) {
    Shrinkage shrinkage = Shrinkage.of(trials);
    return new NoiseCovariance(trials.channels(), shrinkage.shrunk(shrinkage.ledoitWolf()));
  }

  /**
   * Estimates a covariance, shrunk by the amount of Chen et al. (oracle approximating), which is
   * better than {@link #ledoitWolf}'s for few samples of Gaussian noise; else as there.
   *
   * @param trials n x channels x samples in uV
   * @return the covariance of the channels of {@code trials}
   * @see <a href="https://doi.org/10.1109/TSP.2010.2053029">Chen, Wiesel, Eldar &amp; Hero (2010),
   *     Shrinkage algorithms for MMSE covariance estimation</a>
   */
  public static NoiseCovariance oracleApproximating(TimeSeries trials) {
    Shrinkage shrinkage = Shrinkage.of(trials);
    return new NoiseCovariance(
        trials.channels(), shrinkage.shrunk(shrinkage.oracleApproximating()));
  }

  /** {@return the names of the channels} */
  public List<String> channels() {
    return channels;
  }

  /** {@return the covariances as a fresh array, channels x channels, in uV&sup2;} */
  public double[][] matrix() {
    return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * {@return the covariance of these channels, in this order}
   *
   * @param chosen some of {@link #channels()}, each once
   * @throws IllegalArgumentException if there is no such channel
   */
  public NoiseCovariance pick(List<String> chosen) {
    if (chosen.equals(channels)) {
      return this;
    }
    int[] places = chosen.stream().mapToInt(this::indexOf).toArray();
    double[][] some = new double[places.length][places.length];
    for (int c = 0; c < some.length; c++) {
      for (int d = 0; d < some.length; d++) {
        some[c][d] = matrix[places[c]][places[d]];
      }
    }
    return of(chosen, some);
  }

  /** Returns the mean variance of the channels, in uV^2. */
  double meanVariance() {
    return IntStream.range(0, matrix.length).mapToDouble(c -> matrix[c][c]).average().orElseThrow();
  }

  /** Returns the lower Cholesky factor, which must not be written to. */
  double[][] factor() {
    return factor;
  }

  private int indexOf(String channel) {
    int i = channels.indexOf(channel);
    if (i < 0) {
      throw Lookup.missing("channel", channel, channels);
    }
    return i;
  }

  /**
   * What is rank-deficient, as against an average, gets a millionth of its standard deviation on
   * top.
   */
  private static double[][] factor(double[][] matrix) {
    DMatrixRMaj sigma = new DMatrixRMaj(matrix);
    double[][] factor = Triangle.of(sigma);
    if (factor == null) {
      for (int c = 0; c < matrix.length; c++) {
        sigma.add(c, c, RIDGE * matrix[c][c]);
      }
      factor = Triangle.of(sigma);
    }
    if (factor == null) {
      throw new IllegalArgumentException(
          "the noise covariance of "
              + matrix.length
              + " channels is not positive semi-definite; estimate it with shrinkage");
    }
    return factor;
  }

  private static void requireRow(List<String> channels, double[][] matrix, int c) {
    boolean symmetric = matrix[c].length == matrix.length && matrix[c][c] > 0;
    for (int d = 0; symmetric && d < c; d++) {
      double scale = Math.sqrt(matrix[c][c] * matrix[d][d]);
      symmetric = Math.abs(matrix[c][d] - matrix[d][c]) <= SYMMETRY * scale;
    }
    if (!symmetric) {
      throw new IllegalArgumentException(
          "row "
              + c
              + " of the noise covariance, channel "
              + channels.get(c)
              + ", must have "
              + matrix.length
              + " values in uV^2, a positive variance, and be symmetric to the others, but is "
              + Arrays.toString(matrix[c]));
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof NoiseCovariance other
        && channels.equals(other.channels)
        && Arrays.deepEquals(matrix, other.matrix);
  }

  @Override
  public int hashCode() {
    return 31 * channels.hashCode() + Arrays.deepHashCode(matrix);
  }

  @Override
  public String toString() {
    return "NoiseCovariance["
        + channels.size()
        + (channels.size() == 1 ? " channel" : " channels")
        + ", mean sd "
        + shortest(Math.sqrt(meanVariance()))
        + " uV]";
  }
}
