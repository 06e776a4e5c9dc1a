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
    private final double[][] kicks;
    private final double[][] halfGain;
    private boolean kicksAreFresh;
    private KernelFlow[] flows;
    private KernelNoise[] noises;

    OfKernels(Integration run, KernelBlock kernels) {
      this.run = run;
      this.kernels = kernels;
      this.kicks = run.arrays(kernels.count());
      this.halfGain = run.arrays(kernels.count());
      prepare();
    }

    private void prepare() {
      kicksAreFresh = false;
      flows = new KernelFlow[kernels.count()];
      for (int k = 0; k < flows.length; k++) {
        flows[k] = new KernelFlow(kernels, k, run);
        Lanes.scale(run.step() / 2, kernels.innerGain(k), halfGain[k], run.lanes());
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
      double[][] y = run.state();
      if (!kicksAreFresh) {
        computeKicks();
      }
      kick();
      for (KernelFlow flow : flows) {
        flow.step(y, run.input(0));
      }
      for (KernelNoise noise : noises) {
        noise.addTo(y);
      }
      computeKicks();
      kick();
    }

    /** A kick moves no potential, so what ends one step also starts the next. */
    private void computeKicks() {
      double[][] rates = kernels.rates(run.state());
      for (int k = 0; k < kicks.length; k++) {
        Lanes.multiply(halfGain[k], rates[k], kicks[k], run.lanes());
      }
      kicksAreFresh = true;
    }

    /** Half a step of the nonlinear part, which moves the velocities only. */
    private void kick() {
      double[][] y = run.state();
      for (int k = 0; k < kicks.length; k++) {
        Lanes.add(y[kicks.length + k], kicks[k], y[kicks.length + k], run.lanes());
      }
    }
  }

  @Override
  public String toString() {
    return "Strang splitting";
  }
}
