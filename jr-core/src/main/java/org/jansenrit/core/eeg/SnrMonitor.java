package org.jansenrit.core.eeg;

import java.util.List;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.simulate.Monitor;
import org.jansenrit.core.simulate.Timeline;

/**
 * Keeps the signal-to-noise ratio of what sensors see of one source, in dB.
 *
 * @param source keeps the signal of the source itself, as it would be without noise
 * @param sensors what it would be seen by
 * @param trials how many trials are averaged in a recording
 */
record SnrMonitor(Monitor<TimeSeries> source, Sensors sensors, Trials trials)
    implements Monitor<Features> {
  private static final List<String> NAMES = List.of("SNR (dB)");

  /** How many trials are averaged. */
  @FunctionalInterface
  interface Trials {
    int in(Timeline timeline);
  }

  @Override
  public Recorder<Features> open(ModelSpec spec, Timeline timeline, int simulations) {
    Recorder<TimeSeries> recorder = source.open(spec, timeline, simulations);
    double noise = sensors.noise().sd() * sensors.noise().sd() / trials.in(timeline);
    return new Recorder<>() {
      @Override
      public Probe probe(LaneBlock block) {
        return recorder.probe(block);
      }

      @Override
      public Features gather() {
        return features(recorder.gather(), noise);
      }
    };
  }

  private Features features(TimeSeries signal, double noise) {
    double gain = sensors.gains().stream().mapToDouble(g -> g * g).average().orElseThrow();
    double[][] rows = new double[signal.size()][];
    for (int i = 0; i < rows.length; i++) {
      double ratio = gain * power(signal.row(i)) / noise;
      rows[i] = new double[] {10 * Math.log10(ratio)};
    }
    return Features.of(rows, NAMES);
  }

  private static double power(double[] signal) {
    double sum = 0;
    for (double value : signal) {
      sum += value * value;
    }
    return sum / signal.length;
  }

  @Override
  public List<Parameter> parameters() {
    return source.parameters();
  }

  @Override
  public String toString() {
    return "SNR in " + sensors;
  }
}
