package org.jansenrit.core.eeg;

import java.util.List;
import java.util.function.Function;
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
 * @param view what sensors make of it
 */
record SnrMonitor(Monitor<TimeSeries> source, Function<Timeline, SensorView> view)
    implements Monitor<Features> {
  private static final List<String> NAMES = List.of("SNR (dB)");

  @Override
  public Recorder<Features> open(ModelSpec spec, Timeline timeline, int simulations) {
    Recorder<TimeSeries> recorder = source.open(spec, timeline, simulations);
    SensorView sensors = view.apply(timeline);
    return new Recorder<>() {
      @Override
      public Probe probe(LaneBlock block) {
        return recorder.probe(block);
      }

      @Override
      public Features gather() {
        return features(recorder.gather(), sensors);
      }
    };
  }

  private static Features features(TimeSeries signal, SensorView sensors) {
    double[][] rows = new double[signal.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {sensors.decibels(signal.row(i))};
    }
    return Features.of(rows, NAMES);
  }

  @Override
  public List<Parameter> parameters() {
    return source.parameters();
  }

  @Override
  public String toString() {
    return "signal-to-noise ratio of " + source;
  }
}
