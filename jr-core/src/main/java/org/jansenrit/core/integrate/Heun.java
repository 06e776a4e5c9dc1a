package org.jansenrit.core.integrate;

import org.jansenrit.core.math.Lanes;

final class Heun extends Integrator {
  @Override
  public int order() {
    return 2;
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
    double[][] y = run.state();
    double[][] first = run.work(0);
    double[][] second = run.work(1);
    double[][] predicted = run.work(2);
    double[][] input = run.input(0);
    double h = run.step();
    int n = run.lanes();
    run.drift(y, input, first);
    for (int v = 0; v < y.length; v++) {
      Lanes.addScaled(y[v], h, first[v], predicted[v], n);
    }
    run.drift(predicted, input, second);
    for (int v = 0; v < y.length; v++) {
      Lanes.add(first[v], second[v], first[v], n);
      Lanes.addScaled(y[v], h / 2, first[v], y[v], n);
    }
  }

  @Override
  public String toString() {
    return "Heun";
  }
}
