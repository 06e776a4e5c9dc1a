package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

final class Euler extends Integrator {
  @Override
  public int order() {
    return 1;
  }

  @Override
  Scheme start(Integration run) {
    return run.kernels()
        .<Scheme>map(kernels -> new OfKernels(run, kernels))
        .orElseGet(() -> new Generic(run));
  }

  private record OfKernels(Integration run, KernelBlock kernels) implements Scheme {
    @Override
    public void inputsChanged() {
      kernels.setMeans(run.input(0));
    }

    @Override
    public void step() {
      double[][] y = run.state();
      int n = kernels.count();
      run.drives().forEach(DriveRun::draw);
      double[][] rates = kernels.drivenRates(y);
      for (int k = 0; k < n; k++) {
        double[] gain = kernels.innerGain(k);
        KernelLanes.euler(y[k], y[n + k], rates[k], gain, kernels.rate(k), run.step(), run.lanes());
      }
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
