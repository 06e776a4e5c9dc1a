package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.Simulator;

/**
 * The simulations of one setting at one noise factor, at 250 Hz: all of them as their first spatial
 * component, which was fitted to simulations for training only, and the first as all 64 channels.
 *
 * <p>The first tenth is for testing. What remains is for training and validation; a smaller
 * training set is the beginning of a larger one.
 */
final class RecoverySamples {
  private static final Frequency RATE = Frequency.hz(250);

  /** The rate that is kept over that of the raw recording: noise keeps its density. */
  static final double SHARE_OF_RATE = 0.25;

  private static final int CHUNK = 512;
  private static final double FENCE = 3;

  /** Directions that vary less, beside the largest, are rounding. */
  private static final double RESOLUTION = 1e-5;

  private final RecoveryExperiment experiment;
  private final Transform.Fitted<TimeSeries, TimeSeries> spatial;
  private final ParameterTable theta;
  private final TimeSeries source;
  private final TimeSeries channels;
  private final int[] kept;
  private final int tests;

  private RecoverySamples(
      RecoveryExperiment experiment,
      Transform.Fitted<TimeSeries, TimeSeries> spatial,
      ParameterTable theta,
      TimeSeries source,
      TimeSeries channels,
      int[] kept,
      int tests) {
    this.experiment = experiment;
    this.spatial = spatial;
    this.theta = theta;
    this.source = source;
    this.channels = channels;
    this.kept = kept;
    this.tests = tests;
  }

  /**
   * Simulates.
   *
   * @param n simulations; a tenth for testing
   * @param full how many of them are kept with all their channels
   * @param seed decides everything
   */
  static RecoverySamples of(RecoveryExperiment experiment, int n, int full, long seed) {
    RecoveryExperiment recorded = experiment.rate(RATE);
    Simulator<TimeSeries> simulator = recorded.simulator();
    ParameterTable theta = recorded.prior().sample(n, seed);
    int tests = n / 10;
    TimeSeries training =
        simulate(simulator, theta, tests, Math.min(n, tests + CHUNK), seed); // not for testing
    int[] finite = IntStream.range(0, training.size()).filter(training::isFinite).toArray();
    var spatial = Transform.spatialComponents(1).fit(training.select(finite));
    List<TimeSeries> components = new ArrayList<>();
    List<TimeSeries> whole = new ArrayList<>();
    double[] size = new double[n];
    for (int from = 0; from < n; from += CHUNK) {
      TimeSeries x = simulate(simulator, theta, from, Math.min(n, from + CHUNK), seed);
      components.add(spatial.apply(x));
      if (from < full) {
        whole.add(x);
      }
      for (int i = 0; i < x.size(); i++) {
        size[from + i] = meanAbsolute(x.row(i));
      }
    }
    return new RecoverySamples(
        recorded, spatial, theta, joined(components), joined(whole), inliers(size), tests);
  }

  private static TimeSeries simulate(
      Simulator<TimeSeries> simulator, ParameterTable theta, int from, int to, long seed) {
    int[] rows = IntStream.range(from, to).toArray();
    return simulator.simulate(theta.select(rows), Streams.of(seed).from(from));
  }

  private static TimeSeries joined(List<TimeSeries> parts) {
    TimeSeries first = parts.get(0);
    int n = parts.stream().mapToInt(TimeSeries::size).sum();
    var all = TimeSeries.builder(n, first.channels(), first.samples(), first.rate(), first.unit());
    int row = 0;
    float[] values = new float[first.samples()];
    for (TimeSeries part : parts) {
      for (int i = 0; i < part.size(); i++, row++) {
        for (int c = 0; c < first.channels().size(); c++) {
          double[] channel = part.channel(i, c);
          for (int k = 0; k < values.length; k++) {
            values[k] = (float) channel[k];
          }
          all.put(row, c, values);
        }
      }
    }
    return all.build().startingAt(first.start());
  }

  private static double meanAbsolute(double[] row) {
    return Arrays.stream(row).map(Math::abs).average().orElseThrow();
  }

  /** Leaves out what is not finite or further than three inter-quartile ranges from a quartile. */
  private static int[] inliers(double[] size) {
    double[] sorted = Arrays.stream(size).filter(Double::isFinite).sorted().toArray();
    double low = sorted[sorted.length / 4];
    double high = sorted[3 * sorted.length / 4];
    double reach = FENCE * (high - low);
    return IntStream.range(0, size.length)
        .filter(i -> size[i] >= low - reach && size[i] <= high + reach)
        .toArray();
  }

  /** Returns the experiment without noise, seen as its spatial component. */
  Simulator<TimeSeries> noiseFree() {
    Simulator<TimeSeries> simulator = experiment.noiseFactor(0).simulator();
    return (rows, streams) -> spatial.apply(simulator.simulate(rows, streams));
  }

  /** Returns how many simulations were left out. */
  int leftOut() {
    return theta.size() - kept.length;
  }

  /** Returns the simulations for testing, as their spatial component or with all channels. */
  Dataset<TimeSeries> test(boolean allChannels) {
    return select(Arrays.stream(kept).filter(i -> i < tests).toArray(), allChannels);
  }

  /** Returns a stretch of {@code n} simulations for learning, given as shares of them. */
  private int[] rows(int n, double from, double to) {
    int first = (int) Math.round(n * from);
    int last = (int) Math.round(n * to);
    int[] learning = Arrays.stream(kept).filter(i -> i >= tests).toArray();
    return Arrays.copyOfRange(
        learning, Math.min(first, learning.length), Math.min(last, learning.length));
  }

  /** Returns eight tenths of {@code n} simulations, or what is left of them. */
  Dataset<TimeSeries> training(int n, boolean allChannels) {
    return select(rows(n, 0, 0.8), allChannels);
  }

  /** Returns the next tenth. */
  Dataset<TimeSeries> validation(int n, boolean allChannels) {
    return select(rows(n, 0.8, 0.9), allChannels);
  }

  private Dataset<TimeSeries> select(int[] rows, boolean allChannels) {
    TimeSeries x = allChannels ? channels : source;
    return Dataset.of(theta.select(rows), x.select(rows));
  }

  /**
   * Returns in how many directions the first simulations for learning vary by more than single
   * precision tells: without sensor noise these are few, with it all of them.
   *
   * @param n simulations, those for validation included
   */
  int directions(int n) {
    int[] some = rows(n, 0, 0.8);
    double[] first = source.row(some[0]);
    double[][] apart = new double[some.length - 1][];
    for (int i = 0; i < apart.length; i++) {
      double[] row = source.row(some[i + 1]);
      Arrays.setAll(row, k -> row[k] - first[k]);
      apart[i] = row;
    }
    double[] sizes = SingularOps_DDRM.singularValues(new DMatrixRMaj(apart));
    return (int) Arrays.stream(sizes).filter(s -> s > RESOLUTION * sizes[0]).count();
  }

  /** Returns the least and the greatest value of each parameter among the simulations kept. */
  double[][] ranges() {
    double[][] ranges = new double[theta.parameters().size()][];
    for (int j = 0; j < ranges.length; j++) {
      double[] column = theta.select(kept).column(theta.parameters().get(j));
      ranges[j] =
          new double[] {
            Arrays.stream(column).min().orElseThrow(), Arrays.stream(column).max().orElseThrow()
          };
    }
    return ranges;
  }
}
