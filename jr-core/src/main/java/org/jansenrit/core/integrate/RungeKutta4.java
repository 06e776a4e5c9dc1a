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
  double timeConstants() {
    return 2.785;
  }

  @Override
  boolean stepsKernels() {
    return false;
  }

  @Override
  Scheme start(Integration run) {
    return new Generic(run);
  }

  private static final class Generic implements Scheme {
    private final Integration run;
    private final double[][] slope;
    private final double[][] point;
    private final double[][] sum;
    private final double[][] middle;

    Generic(Integration run) {
      this.run = run;
      this.slope = run.arrays(run.state().length);
      this.point = run.arrays(run.state().length);
      this.sum = run.arrays(run.state().length);
      this.middle = run.arrays(run.input(0).length);
    }

    @Override
    public void step() {
      double[][] y = run.state();
      double h = run.step();
      double[][] start = run.input(0);
      double[][] end = run.input(1);
      toLine(start, end, middle, run.lanes());
      run.drift(y, start, slope);
      add(y, h / 6, sum);
      add(y, h / 2, point);
      run.drift(point, middle, slope);
      add(sum, h / 3, sum);
      add(y, h / 2, point);
      run.drift(point, middle, slope);
      add(sum, h / 3, sum);
      add(y, h, point);
      run.drift(point, end, slope);
      add(sum, h / 6, y);
    }

    private void add(double[][] from, double h, double[][] out) {
      for (int v = 0; v < from.length; v++) {
        Lanes.addScaled(from[v], h, slope[v], out[v], run.lanes());
      }
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
