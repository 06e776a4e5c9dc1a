package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.signal.Filter;
import org.jansenrit.core.signal.Resampling;

/** What is done to recordings channel by channel, on either side of their breaks. */
final class Processing {
  private Processing() {}

  static Recording filter(Recording recording, Filter filter) {
    int[] breaks = breaks(recording);
    Frequency rate = recording.rate();
    float[][] values = map(recording, x -> filter.apply(x, rate, breaks), other -> other);
    return recording.withValues(rate, values, recording.events());
  }

  static Recording resample(Recording recording, Resampling resampling) {
    int[] breaks = breaks(recording);
    Frequency old = recording.rate();
    float[][] values =
        map(recording, x -> resampling.apply(x, old, breaks), x -> nearest(x, old, resampling));
    List<Event> events = new ArrayList<>();
    int earliest = 0;
    for (Event event : recording.events()) {
      int sample = resampling.sampleOf(event.sample(), old, event.isBreak());
      earliest = event.isBreak() ? sample : earliest;
      if (earliest < values[0].length) {
        events.add(moved(event, Math.max(earliest, sample), resampling, old, values[0].length));
      }
    }
    return recording.withValues(resampling.rate(), values, events);
  }

  private static Event moved(
      Event event, int sample, Resampling resampling, Frequency old, int samples) {
    int duration = resampling.sampleOf(event.duration(), old, false);
    return new Event(event.type(), event.description(), Math.min(sample, samples - 1), duration);
  }

  private static int[] breaks(Recording recording) {
    return recording.events().stream().filter(Event::isBreak).mapToInt(Event::sample).toArray();
  }

  /** Numbers such as those of triggers have no values in between. */
  private static double[] nearest(double[] x, Frequency old, Resampling resampling) {
    double[] kept = new double[resampling.samples(x.length, old)];
    double ratio = old.hertz() / resampling.rate().hertz();
    for (int k = 0; k < kept.length; k++) {
      kept[k] = x[(int) Math.min(x.length - 1, Math.rint(k * ratio))];
    }
    return kept;
  }

  private static float[][] map(
      Recording recording, UnaryOperator<double[]> voltage, UnaryOperator<double[]> other) {
    List<String> channels = recording.channels();
    if (channels.stream().noneMatch(c -> isVoltage(recording, c))) {
      throw new IllegalArgumentException("there is no channel in uV in " + recording);
    }
    // all at once: samples of all channels may stand together in the file
    float[][] values = recording.values(0, recording.samples());
    for (int c = 0; c < values.length; c++) {
      UnaryOperator<double[]> operation = isVoltage(recording, channels.get(c)) ? voltage : other;
      values[c] = narrow(operation.apply(wide(values[c])));
    }
    return values;
  }

  private static boolean isVoltage(Recording recording, String channel) {
    return recording.unit(channel).equals(PhysicalUnit.MICROVOLT);
  }

  static double[] wide(float[] narrow) {
    double[] values = new double[narrow.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = narrow[k];
    }
    return values;
  }

  private static float[] narrow(double[] wide) {
    float[] values = new float[wide.length];
    for (int k = 0; k < wide.length; k++) {
      values[k] = (float) wide[k];
    }
    return values;
  }
}
