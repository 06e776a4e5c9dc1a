package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jansenrit.core.report.Panel;

/** The density of points in a plane: counts in bins, smoothed by a normal kernel. */
final class DensityGrid {
  private static final int BINS = 48;

  /** On either side; a few points far out must not make bins as wide as all others are spread. */
  private static final double BEYOND = 0.01;

  /** Of the kernel, in bins; Scott's rule is 0.2 sd for 20,000 points, and the range is 4.7 sd. */
  private static final double WIDTH = 2;

  private static final int REACH = 6;

  private final double[] x;
  private final double[] y;
  private final double[][] density;
  private final double total;

  private DensityGrid(double[] x, double[] y, double[][] density, double total) {
    this.x = x;
    this.y = y;
    this.density = density;
    this.total = total;
  }

  static DensityGrid of(double[] xs, double[] ys) {
    double[] x = middles(xs);
    double[] y = middles(ys);
    double[][] counts = new double[y.length][x.length];
    for (int i = 0; i < xs.length; i++) {
      int row = nearest(y, ys[i]);
      int column = nearest(x, xs[i]);
      if (row >= 0 && row < y.length && column >= 0 && column < x.length) {
        counts[row][column]++;
      }
    }
    double each =
        Math.pow(IntStream.rangeClosed(-REACH, REACH).mapToDouble(d -> kernel(d)).sum(), 2);
    double[][] acrossX = smoothed(counts, Inside.of(x, xs));
    double[][] density = transposed(smoothed(transposed(acrossX), Inside.of(y, ys)));
    return new DensityGrid(x, y, density, each * xs.length);
  }

  private static double kernel(int bins) {
    return Math.exp(-0.5 * bins * bins / (WIDTH * WIDTH));
  }

  /** Leaves room for the kernel, so that no contour ends at the border. */
  private static double[] middles(double... values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int beyond = (int) (BEYOND * sorted.length);
    double low = sorted[beyond];
    double high = sorted[sorted.length - 1 - beyond];
    double bin = high > low ? (high - low) / BINS : 1;
    double[] middles = new double[BINS + 2 * REACH];
    Arrays.setAll(middles, k -> low + (k - REACH + 0.5) * bin);
    return middles;
  }

  private static int nearest(double[] middles, double value) {
    double bin = middles[1] - middles[0];
    return (int) Math.rint((value - middles[0]) / bin);
  }

  /** The bins between the smallest and the largest value: no region reaches beyond a bound. */
  private record Inside(int first, int last) {
    static Inside of(double[] middles, double... values) {
      double low = Arrays.stream(values).min().orElseThrow();
      double high = Arrays.stream(values).max().orElseThrow();
      int most = middles.length - 1;
      return new Inside(
          Math.max(0, Math.min(most, nearest(middles, low))),
          Math.max(0, Math.min(most, nearest(middles, high))));
    }

    /** Returns where what is smoothed into a bin is put: back inside if that is beyond a bound. */
    int mirrored(int bin) {
      int once = bin < first ? 2 * first - 1 - bin : bin > last ? 2 * last + 1 - bin : bin;
      return Math.max(first, Math.min(last, once));
    }
  }

  private static double[][] smoothed(double[][] rows, Inside inside) {
    double[][] out = new double[rows.length][rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      for (int from = 0; from < rows[row].length; from++) {
        for (int d = -REACH; d <= REACH; d++) {
          int to = from + d;
          if (to >= 0 && to < rows[row].length) {
            out[row][inside.mirrored(to)] += rows[row][from] * kernel(d);
          }
        }
      }
    }
    return out;
  }

  private static double[][] transposed(double[][] rows) {
    double[][] out = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        out[j][i] = rows[i][j];
      }
    }
    return out;
  }

  /** Adds the borders of the smallest regions that hold each of these shares of the points. */
  Panel contours(Panel panel, double... shares) {
    Panel drawn = panel;
    for (double share : shares) {
      drawn = drawn.contour("", x, y, density, threshold(share));
    }
    return drawn;
  }

  /** Returns the density above which {@code share} of all lies. */
  double threshold(double share) {
    double[] rising = Arrays.stream(density).flatMapToDouble(Arrays::stream).sorted().toArray();
    double left = share * total;
    int k = rising.length;
    while (k > 1 && left > 0) {
      k--;
      left -= rising[k];
    }
    return rising[k];
  }
}
