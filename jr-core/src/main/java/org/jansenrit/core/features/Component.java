package org.jansenrit.core.features;

import java.io.IOException;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.quantity.Time;

/**
 * A component of an evoked potential: amplitude and latency of its peak within a window, and the
 * area under it.
 *
 * <p>The peak is the highest sample of the window, or the lowest for a negative component, the
 * first if there are several; the area is signed, the integral over the samples of the window by
 * the trapezoidal rule.
 *
 * @param name what it is called: {@code "P3"}
 * @param positive whether its peak is a maximum
 * @param from start of the window, relative to the event that time zero stands for
 * @param to end of the window, after {@code from}
 */
public record Component(String name, boolean positive, Time from, Time to) implements Summary {

  /**
   * Creates a component.
   *
   * @param name what it is called
   * @param positive whether its peak is a maximum
   * @param from start of the window
   * @param to end of the window
   * @throws IllegalArgumentException if the window is empty
   */
  public Component {
    if (to.compareTo(from) <= 0) {
      throw new IllegalArgumentException(
          "component %s: its window must end after it starts, but was from %s to %s"
              .formatted(name, from, to));
    }
  }

  /**
   * {@return a component whose peak is a maximum: P1, P3}
   *
   * @param name what it is called: {@code "P3"}
   * @param from start of the window, relative to the event
   * @param to end of the window, after {@code from}
   * @throws IllegalArgumentException if the window is empty
   */
  public static Component positive(String name, Time from, Time to) {
    return new Component(name, true, from, to);
  }

  /**
   * {@return a component whose peak is a minimum: N1, N2}
   *
   * @param name what it is called: {@code "N1"}
   * @param from start of the window, relative to the event
   * @param to end of the window, after {@code from}
   * @throws IllegalArgumentException if the window is empty
   */
  public static Component negative(String name, Time from, Time to) {
    return new Component(name, false, from, to);
  }

  @Override
  public Prepared prepare(SignalShape shape) {
    double rate = shape.rate().hertz();
    double start = shape.start().seconds();
    double first = Math.ceil((from.seconds() - start) * rate - 1e-6);
    double last = Math.floor((to.seconds() - start) * rate + 1e-6);
    if (!(first >= 0 && last < shape.samples() && last > first)) {
      double end = start + (shape.samples() - 1) / rate;
      throw new IllegalArgumentException(
          "component %s: its window from %s to %s needs at least 2 samples of the signal, which goes from %s to %s"
              .formatted(name, from, to, shape.start(), Time.s(end)));
    }
    List<String> names =
        List.of(
            name + " amplitude (" + shape.unit() + ")",
            name + " latency (s)",
            name + " area (" + shape.unit() + " s)");
    return new Prepared(names, x -> of(x.values(), (int) first, (int) last, rate, start));
  }

  private double[] of(double[] x, int first, int last, double rate, double start) {
    int peak = first;
    double sum = -(x[first] + x[last]) / 2;
    for (int k = first; k <= last; k++) {
      sum += x[k];
      if (positive ? x[k] > x[peak] : x[k] < x[peak]) {
        peak = k;
      }
    }
    return new double[] {x[peak], start + peak / rate, sum / rate};
  }

  @Override
  public Archive toArchive() {
    return Archive.of("component")
        .with("name", name)
        .with("positive", positive ? 1 : 0)
        .with("from", from.seconds())
        .with("to", to.seconds());
  }

  static Component read(Archive archive) throws IOException {
    return new Component(
        archive.text("name"),
        archive.count("positive") == 1,
        Time.s(archive.number("from")),
        Time.s(archive.number("to")));
  }

  @Override
  public String toString() {
    return name + " from " + from + " to " + to;
  }
}
