package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

/**
 * The classic method on the line through the means over both half-steps: it has the input's
 * integral exactly and its first moment to fifth order, which keeps order four.
 */
final class RungeKutta4 extends Integrator {
  @Override
  public int order() {
    return 4;
  }

  @Override
  public boolean takesWhiteNoise() {
    return false;
  }

  @Override
  public int intervals() {
    return 2;
  }

  @Override
  void step(Integration run) {
    double[][] y = run.state();
    double[][] slope = run.work(0);
    double[][] point = run.work(1);
    double[][] sum = run.work(2);
    double h = run.step();
    double[][] start = run.input(0);
    double[][] end = run.input(1);
    double[][] middle = run.input(2);
    toLine(start, end, middle, run.lanes());
    run.drift(y, start, slope);
    accumulate(run, y, slope, h / 6, sum);
    accumulate(run, y, slope, h / 2, point);
    run.drift(point, middle, slope);
    accumulate(run, sum, slope, h / 3, sum);
    accumulate(run, y, slope, h / 2, point);
    run.drift(point, middle, slope);
    accumulate(run, sum, slope, h / 3, sum);
    accumulate(run, y, slope, h, point);
    run.drift(point, end, slope);
    accumulate(run, sum, slope, h / 6, y);
  }

  private static void accumulate(
      Integration run, double[][] from, double[][] slope, double h, double[][] out) {
    for (int v = 0; v < from.length; v++) {
      Lanes.addScaled(from[v], h, slope[v], out[v], run.lanes());
    }
  }

  /** Turns the means over the halves of a step into values at its start, end and middle. */
  private static void toLine(double[][] first, double[][] second, double[][] middle, int lanes) {
    for (int port = 0; port < first.length; port++) {
      for (int i = 0; i < lanes; i++) {
        double mean = (first[port][i] + second[port][i]) / 2;
        double rise = second[port][i] - first[port][i];
        middle[port][i] = mean;
        first[port][i] = mean - rise;
        second[port][i] = mean + rise;
      }
    }
  }

  @Override
  public String toString() {
    return "Runge-Kutta 4";
  }
}
