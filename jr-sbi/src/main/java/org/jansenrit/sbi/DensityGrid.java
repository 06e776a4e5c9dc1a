package org.jansenrit.sbi;

import java.util.Arrays;
import org.jansenrit.core.report.Panel;

/** The density of points in a plane: counts in bins, smoothed by a normal kernel. */
final class DensityGrid {
  private static final int LEAST_BINS = 48;
  private static final int MOST_BINS = 480;

  /** In distances of the quartiles, 1.35 sd of a normal: few far points leave the others sharp. */
  private static final double BIN = 0.12;

  /** Of the kernel, in bins: 0.26 sd; Scott's rule is 0.2 sd for 20,000 points. */
  private static final double WIDTH = 1.6;

  private static final int REACH = 5;

  private final double[] x;
  private final double[] y;
  private final double[][] density;

  private DensityGrid(double[] x, double[] y, double[][] density) {
    this.x = x;
    this.y = y;
    this.density = density;
  }

  static DensityGrid of(double[] xs, double[] ys) {
    double[] x = middles(xs);
    double[] y = middles(ys);
    double[][] counts = new double[y.length][x.length];
    for (int i = 0; i < xs.length; i++) {
      counts[nearest(y, ys[i])][nearest(x, xs[i])]++;
    }
    return new DensityGrid(x, y, transposed(smoothed(transposed(smoothed(counts)))));
  }

  /** Leaves room for the kernel, so that no contour ends at the border. */
  private static double[] middles(double... values) {
    double[] rising = values.clone();
    Arrays.sort(rising);
    double low = rising[0];
    double range = rising[rising.length - 1] - low;
    double quartiles = rising[3 * rising.length / 4] - rising[rising.length / 4];
    double wanted = Math.ceil(range / (BIN * quartiles)); // NaN if there is one value only
    int bins = (int) Math.max(LEAST_BINS, Math.min(MOST_BINS, wanted));
    double bin = range > 0 ? range / bins : 1;
    double[] middles = new double[bins + 2 * REACH];
    Arrays.setAll(middles, k -> low + (k - REACH + 0.5) * bin);
    return middles;
  }

  private static int nearest(double[] middles, double value) {
    double bin = middles[1] - middles[0];
    int place = (int) Math.rint((value - middles[0]) / bin);
    return Math.max(0, Math.min(middles.length - 1, place));
  }

  private static double[][] smoothed(double[][] rows) {
    double[][] out = new double[rows.length][rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      for (int from = 0; from < rows[row].length; from++) {
        for (int d = -REACH; d <= REACH; d++) {
          int to = from + d;
          if (to >= 0 && to < rows[row].length) {
            out[row][to] += rows[row][from] * Math.exp(-0.5 * d * d / (WIDTH * WIDTH));
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

  /** Returns the density of the bin of a point. */
  double at(double px, double py) {
    return density[nearest(y, py)][nearest(x, px)];
  }

  /** Returns the density above which {@code share} of all lies. */
  double threshold(double share) {
    double[] rising =
        Arrays.stream(density)
            .flatMapToDouble(Arrays::stream)
            .filter(d -> d > 0)
            .sorted()
            .toArray();
    double left = share * Arrays.stream(rising).sum();
    int k = rising.length;
    while (k > 1 && left > 0) {
      k--;
      left -= rising[k];
    }
    return rising[k];
  }
}
