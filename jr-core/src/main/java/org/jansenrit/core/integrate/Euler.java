package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

final class Euler extends Integrator {
  @Override
  public int order() {
    return 1;
  }

  @Override
  Scheme start(Integration run) {
    return run.kernels().<Scheme>map(k -> () -> step(run, k)).orElseGet(() -> new Generic(run));
  }

  private static void step(Integration run, KernelBlock kernels) {
    double[][] y = run.state();
    double[][] rates = kernels.rates(y, run.input(0));
    int n = kernels.count();
    for (int k = 0; k < n; k++) {
      Lanes.kernelEuler(
          y[k],
          y[n + k],
          rates[k],
          kernels.innerGain(k),
          kernels.damping(k),
          kernels.stiffness(k),
          run.step(),
          run.lanes());
    }
  }

  private static final class Generic implements Scheme {
    private final Integration run;
    private final double[][] slope;

    Generic(Integration run) {
      this.run = run;
      this.slope = run.arrays(run.state().length);
    }

    @Override
    public void step() {
      double[][] y = run.state();
      run.drift(y, run.input(0), slope);
      for (int v = 0; v < y.length; v++) {
        Lanes.addScaled(y[v], run.step(), slope[v], y[v], run.lanes());
      }
    }
  }

  @Override
  public String toString() {
    return "Euler";
  }
}
