package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

final class Euler extends Integrator {
  @Override
  public int order() {
    return 1;
  }

  @Override
  public boolean takesWhiteNoise() {
    return true;
  }

  @Override
  public int intervals() {
    return 1;
  }

  @Override
  void step(Integration run) {
    if (run.kernels().isPresent()) {
      run.kernels().get().euler(run.state(), run.input(0), run.step());
      return;
    }
    double[][] y = run.state();
    double[][] slope = run.work(0);
    run.drift(y, run.input(0), slope);
    for (int v = 0; v < y.length; v++) {
      Lanes.addScaled(y[v], run.step(), slope[v], y[v], run.lanes());
    }
  }

  @Override
  public String toString() {
    return "Euler";
  }
}
