package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jansenrit.core.quantity.Time;

/**
 * Runs a model with its free value going up step by step, and down, each time from where it was: on
 * the way it stays with the cycle or the rest it is on, as long as there is one.
 */
final class CycleSweep {
  private static final int LONGEST = 10;
  private static final double STEADY = 0.005;

  private final Flow flow;
  private final double step;
  private final int settle;
  private final int record;
  private final double[] output;

  CycleSweep(Flow flow, Time step, Time settle, Time record) {
    this.flow = flow;
    this.step = step.seconds();
    this.settle = (int) Math.ceil(settle.seconds() / this.step);
    this.record = (int) Math.ceil(record.seconds() / this.step);
    this.output = flow.model().spec().output();
  }

  /** Sweeps over {@code values}, in increasing order, starting from {@code initial}. */
  List<Cycle> over(double[] values, double[] initial) {
    RungeKutta run = new RungeKutta(flow, step, initial, 2);
    List<Cycle> cycles = new ArrayList<>();
    for (int k = 0; k < values.length; k++) {
      double[] lambdas = {values[k], values[values.length - 1 - k]};
      List<Cycle> seen = settled(run, lambdas);
      cycles.addAll(seen);
    }
    cycles.sort(Comparator.comparing(Cycle::upwards).thenComparing(Cycle::value));
    return cycles;
  }

  /** Goes on for as long as a swing still grows or shrinks, near a Hopf point slowly. */
  private List<Cycle> settled(RungeKutta run, double[] lambdas) {
    List<Cycle> before = List.of();
    for (int k = 0; k < LONGEST; k++) {
      for (int i = 0; i < settle; i++) {
        run.advance(lambdas);
      }
      List<Cycle> now = recorded(run, lambdas);
      if (!before.isEmpty()
          && isSteady(before.get(0), now.get(0))
          && isSteady(before.get(1), now.get(1))) {
        return now;
      }
      before = now;
    }
    return before;
  }

  private static boolean isSteady(Cycle before, Cycle now) {
    double swing = now.high() - now.low();
    return now.isRest() || Math.abs(swing - (before.high() - before.low())) <= STEADY * swing;
  }

  private List<Cycle> recorded(RungeKutta run, double[] lambdas) {
    Swing up = new Swing();
    Swing down = new Swing();
    double[][] outputs = new double[2][record];
    for (int i = 0; i < record; i++) {
      run.advance(lambdas);
      outputs[0][i] = up.see(output(run.states()[0]));
      outputs[1][i] = down.see(output(run.states()[1]));
    }
    return List.of(
        up.cycle(lambdas[0], true, outputs[0], step),
        down.cycle(lambdas[1], false, outputs[1], step));
  }

  private double output(double[] state) {
    double sum = 0;
    for (int v = 0; v < state.length; v++) {
      sum += output[v] * state[v];
    }
    return sum;
  }

  /** The extremes of an output, and its frequency. */
  private static final class Swing {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    double see(double value) {
      low = Math.min(low, value);
      high = Math.max(high, value);
      return value;
    }

    Cycle cycle(double value, boolean upwards, double[] outputs, double step) {
      Cycle cycle = new Cycle(value, upwards, low, high, Double.NaN);
      double frequency = cycle.isRest() ? Double.NaN : frequency(outputs, step);
      return new Cycle(value, upwards, low, high, frequency);
    }

    /** From the first to the last upward crossing of the middle. */
    private double frequency(double[] x, double step) {
      double middle = (low + high) / 2;
      double first = Double.NaN;
      double last = Double.NaN;
      int periods = -1;
      for (int k = 1; k < x.length; k++) {
        if (x[k - 1] < middle && x[k] >= middle) {
          last = k - (x[k] - middle) / (x[k] - x[k - 1]);
          first = periods < 0 ? last : first;
          periods++;
        }
      }
      return periods < 1 ? Double.NaN : periods / ((last - first) * step);
    }
  }
}
