package org.jansenrit.core.eeg;

import java.util.Arrays;
import org.jansenrit.core.report.Panel;

/** Values of electrodes on a map of the scalp, equidistant from the vertex. */
final class ScalpMap {
  private static final int PIXELS = 72;
  private static final double BEYOND = 1.04;

  private final Montage montage;
  private final double[] values;
  private final double reach;

  private ScalpMap(Montage montage, double... values) {
    this.montage = montage;
    this.values = values;
    this.reach =
        BEYOND
            * Math.max(
                1, montage.positions().stream().mapToDouble(ScalpMap::radius).max().orElse(1));
  }

  static ScalpMap of(Montage montage, double... values) {
    if (montage.size() < 4 || values.length != montage.size()) {
      throw new IllegalArgumentException(
          "a topography needs at least 4 electrodes and a value for each, but got "
              + values.length
              + " values for "
              + montage);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "value of " + montage.names().get(i) + " must be finite, but was " + values[i]);
      }
    }
    return new ScalpMap(montage, values);
  }

  /** Returns the distance from the vertex, 1 at 90 degrees. */
  private static double radius(Vector3 position) {
    return Math.acos(Math.max(-1, Math.min(1, position.z()))) / (Math.PI / 2);
  }

  Panel drawnIn(Panel panel, String label) {
    double[] x = montage.positions().stream().mapToDouble(p -> flat(p, p.x())).toArray();
    double[] y = montage.positions().stream().mapToDouble(p -> flat(p, p.y())).toArray();
    return panel.scalp(label, reach, grid(), x, y);
  }

  private static double flat(Vector3 position, double component) {
    double across = Math.hypot(position.x(), position.y());
    return across == 0 ? 0 : component / across * radius(position);
  }

  private double[][] grid() {
    SphericalSpline spline = SphericalSpline.of(montage.positions(), values);
    double[][] grid = new double[PIXELS][PIXELS];
    for (int row = 0; row < PIXELS; row++) {
      double y = place(row);
      Arrays.setAll(grid[row], column -> value(spline, place(column), y));
    }
    return grid;
  }

  private double place(int pixel) {
    return reach * ((2 * pixel + 1.0) / PIXELS - 1);
  }

  private double value(SphericalSpline spline, double x, double y) {
    double radius = Math.hypot(x, y);
    if (radius > reach) {
      return Double.NaN;
    }
    double most = Arrays.stream(values).map(Math::abs).max().orElse(0);
    double value = spline.at(Vector3.ofAngles(90 * radius, Math.toDegrees(Math.atan2(y, x))));
    return Math.max(-most, Math.min(most, value)); // beyond the electrodes it is a guess
  }
}
