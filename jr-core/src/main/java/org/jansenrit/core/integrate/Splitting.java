package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

final class Splitting extends Integrator {
  @Override
  public int order() {
    return 2;
  }

  @Override
  public boolean needsKernels() {
    return true;
  }

  @Override
  boolean drawsNoise() {
    return true;
  }

  @Override
  Scheme start(Integration run) {
    return new OfKernels(run, run.kernels().orElseThrow());
  }

  private static final class OfKernels implements Scheme {
    private final Integration run;
    private final KernelBlock kernels;
    private KernelFlow[] flows;
    private KernelNoise[] noises;

    OfKernels(Integration run, KernelBlock kernels) {
      this.run = run;
      this.kernels = kernels;
      prepare();
    }

    private void prepare() {
      flows = new KernelFlow[kernels.count()];
      for (int k = 0; k < flows.length; k++) {
        flows[k] = new KernelFlow(kernels, k, run);
      }
      noises =
          run.drives().stream()
              .filter(DriveRun::isWhite)
              .map(drive -> new KernelNoise(kernels, drive, run))
              .toArray(KernelNoise[]::new);
    }

    @Override
    public void restart(int lane) {
      prepare();
    }

    @Override
    public void step() {
      kick();
      for (int k = 0; k < flows.length; k++) {
        flows[k].step(run.state(), run.input(0));
      }
      for (KernelNoise noise : noises) {
        noise.addTo(run.state());
      }
      kick();
    }

    /** Half a step of the nonlinear part, which moves the velocities only. */
    private void kick() {
      double[][] y = run.state();
      double[][] rates = kernels.rates(y);
      int n = kernels.count();
      for (int k = 0; k < n; k++) {
        Lanes.multiply(kernels.gain(k), rates[k], rates[k], run.lanes());
        Lanes.addScaled(y[n + k], run.step() / 2, rates[k], y[n + k], run.lanes());
      }
    }
  }

  @Override
  public String toString() {
    return "Strang splitting";
  }
}
