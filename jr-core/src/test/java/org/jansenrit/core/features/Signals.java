package org.jansenrit.core.features;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Signal;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/** Signals to sum up. */
final class Signals {
  private Signals() {}

  static double[] values(int samples, IntToDoubleFunction of) {
    double[] x = new double[samples];
    Arrays.setAll(x, of);
    return x;
  }

  /** What the reference values of NumPy and SciPy were computed from, at 200 Hz. */
  static double[] reference() {
    return values(
        300, k -> Math.sin(0.37 * k) + 0.5 * Math.cos(1.1 * k + 0.2) + k * 7919 % 101 / 101.0);
  }

  static SignalShape shape(double[] x, double rate) {
    return new SignalShape(x.length, Frequency.hz(rate), Time.s(0), "uV");
  }

  static double[] numbers(Summary summary, double[] x, double rate) {
    SignalShape shape = shape(x, rate);
    return summary.prepare(shape).numbers().apply(new Signal(shape, x));
  }

  static double number(Summary summary, double[] x, double rate) {
    double[] all = numbers(summary, x, rate);
    if (all.length != 1) {
      throw new AssertionError("not one number: " + Arrays.toString(all));
    }
    return all[0];
  }

  static List<String> names(Summary summary, int samples, double rate) {
    return summary.prepare(shape(new double[samples], rate)).names();
  }

  static Features features(TimeSeries x, Summary... summaries) {
    return Features.of(summaries).of(x);
  }
}
