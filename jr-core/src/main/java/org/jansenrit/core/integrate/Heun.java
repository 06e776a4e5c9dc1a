package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

final class Heun extends Integrator {
  @Override
  public int order() {
    return 2;
  }

  @Override
  Scheme start(Integration run) {
    return run.kernels()
        .<Scheme>map(kernels -> new OfKernels(run, kernels))
        .orElseGet(() -> new Generic(run));
  }

  private static final class OfKernels implements Scheme {
    private final Integration run;
    private final KernelBlock kernels;
    private final double[][] rise;

    OfKernels(Integration run, KernelBlock kernels) {
      this.run = run;
      this.kernels = kernels;
      this.rise = run.arrays(kernels.count());
    }

    @Override
    public void inputsChanged() {
      kernels.setMeans(run.input(0));
    }

    /** Predicts the potentials in place: what enters the kernels depends on them alone. */
    @Override
    public void step() {
      double[][] y = run.state();
      double h = run.step();
      int n = kernels.count();
      run.drives().forEach(DriveRun::draw);
      double[][] u = kernels.drivenRates(y);
      for (int k = 0; k < n; k++) {
        double[] gain = kernels.innerGain(k);
        KernelLanes.heunPredict(
            y[k], y[n + k], u[k], gain, kernels.rate(k), h, rise[k], run.lanes());
      }
      u = kernels.drivenRates(y);
      for (int k = 0; k < n; k++) {
        double[] gain = kernels.innerGain(k);
        KernelLanes.heunCorrect(
            y[k], y[n + k], u[k], gain, kernels.rate(k), h, rise[k], run.lanes());
      }
    }
  }

  private static final class Generic implements Scheme {
    private final Integration run;
    private final double[][] first;
    private final double[][] second;
    private final double[][] predicted;

    Generic(Integration run) {
      this.run = run;
      this.first = run.arrays(run.state().length);
      this.second = run.arrays(run.state().length);
      this.predicted = run.arrays(run.state().length);
    }

    @Override
    public void step() {
      double[][] y = run.state();
      double h = run.step();
      int n = run.lanes();
      run.drift(y, run.input(0), first);
      for (int v = 0; v < y.length; v++) {
        Lanes.addScaled(y[v], h, first[v], predicted[v], n);
      }
      run.drift(predicted, run.input(0), second);
      for (int v = 0; v < y.length; v++) {
        Lanes.add(first[v], second[v], first[v], n);
        Lanes.addScaled(y[v], h / 2, first[v], y[v], n);
      }
    }
  }

  @Override
  public String toString() {
    return "Heun";
  }
}
