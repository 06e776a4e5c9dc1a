package org.jansenrit.core.integrate;

import java.util.ArrayList;
import java.util.List;
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

  /** The kernels are solved exactly. */
  @Override
  double timeConstants() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  Scheme start(Integration run) {
    return new OfKernels(run, run.kernels().orElseThrow());
  }

  private static final class OfKernels implements Scheme {
    private final Integration run;
    private final KernelBlock kernels;
    private KernelFlow[] flows;
    private final List<KernelNoise> noises = new ArrayList<>();

    /** What the means of the drives add to each variable, where no noise adds it; or null. */
    private final double[][] means;

    /** What enters from inside, at the present potentials; null if that is yet to be computed. */
    private double[][] rates;

    OfKernels(Integration run, KernelBlock kernels) {
      this.run = run;
      this.kernels = kernels;
      this.means = new double[2 * kernels.count()][];
      prepare();
    }

    private void prepare() {
      rates = null;
      noises.clear();
      flows = KernelFlow.all(kernels, run);
      for (int k = 0; k < flows.length; k++) {
        boolean fed = kernels.input(k).isFed();
        means[k] = fed ? flows[k].dx() : null;
        means[flows.length + k] = fed ? flows[k].dv() : null;
      }
      for (DriveRun drive : run.drives()) {
        if (drive.isWhite()) {
          noises.add(new KernelNoise(kernels, drive, run, means));
        }
      }
    }

    @Override
    public void restart(int lane) {
      prepare();
    }

    @Override
    public void inputsChanged() {
      kernels.setMeans(run.input(0));
      for (KernelFlow flow : flows) {
        flow.inputsChanged();
      }
    }

    /** A kick moves no potential, so what ends one step also starts the next. */
    @Override
    public void step() {
      double[][] y = run.state();
      if (rates == null) {
        rates = kernels.rates(y);
      }
      for (KernelFlow flow : flows) {
        flow.kickAndFlow(y, rates);
      }
      for (KernelNoise noise : noises) {
        noise.addTo(y);
      }
      for (int v = 0; v < y.length; v++) {
        if (means[v] != null) {
          Lanes.add(y[v], means[v], y[v], run.lanes());
        }
      }
      rates = kernels.rates(y);
      for (KernelFlow flow : flows) {
        flow.kick(y, rates);
      }
    }
  }

  @Override
  public String toString() {
    return "Strang splitting";
  }
}
