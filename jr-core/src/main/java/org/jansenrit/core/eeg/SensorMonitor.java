package org.jansenrit.core.eeg;

import java.util.Arrays;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.TimeSeriesBuilder;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.math.LaneRandom;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Monitor;

/**
 * Keeps one window of the model's output per simulation, averaged over trials, and puts it before
 * sensors when all samples are in.
 */
final class SensorMonitor implements Monitor.Recorder<TimeSeries> {
  private final Sensors sensors;
  private final TrialWindow window;
  private final LowPass filter;
  private final double[] output;
  private final Time start;
  private final double[][] colour;
  private final TimeSeriesBuilder series;

  SensorMonitor(
      Sensors sensors,
      TrialWindow window,
      LowPass filter,
      ModelSpec spec,
      Frequency rate,
      int simulations) {
    sensors.noise().requireRate(rate);
    this.sensors = sensors;
    this.window = window;
    this.filter = filter;
    this.output = spec.output();
    this.start = Time.s(window.firstSample() / rate.hertz());
    this.colour = sensors.noise().colour(window.samples());
    String unit = sensors.equals(Sensors.source()) ? spec.outputUnit() : "uV";
    this.series = TimeSeries.builder(simulations, sensors.channels(), window.samples(), rate, unit);
  }

  @Override
  public Monitor.Probe probe(LaneBlock block) {
    return new SourceProbe(block);
  }

  @Override
  public TimeSeries gather() {
    return series.build().startingAt(start);
  }

  private final class SourceProbe implements Monitor.Probe {
    private final LaneBlock block;
    private final double[][] sum;

    SourceProbe(LaneBlock block) {
      this.block = block;
      this.sum = new double[window.samples()][block.lanes()];
    }

    @Override
    public void see(int step, double[][] y) {
      for (int kept = filter.first(step); kept <= filter.last(step); kept++) {
        for (int trial = window.firstTrial(kept); trial <= window.lastTrial(kept); trial++) {
          addOutput(y, filter.weight(step, kept), sum[window.indexOf(kept, trial)]);
        }
      }
    }

    private void addOutput(double[][] y, double weight, double[] to) {
      for (int v = 0; v < output.length; v++) {
        if (output[v] != 0) {
          Lanes.addScaled(to, weight * output[v], y[v], to, to.length);
        }
      }
    }

    @Override
    public void finish() {
      double[] gains = sensors.laneGains(block);
      double[][] signal = new double[window.samples()][block.lanes()];
      for (int c = 0; c < sensors.channels().size(); c++) {
        double gain = sensors.gains().get(c) / window.trials();
        for (int k = 0; k < signal.length; k++) {
          for (int i = 0; i < gains.length; i++) {
            signal[k][i] = gain * gains[i] * sum[k][i];
          }
        }
        addNoise(signal);
        window.subtractBaseline(signal);
        store(signal, c);
      }
    }

    private void store(double[][] signal, int channel) {
      float[] values = new float[signal.length];
      for (int i = 0; i < block.lanes(); i++) {
        for (int k = 0; k < signal.length; k++) {
          values[k] = (float) signal[k][i];
        }
        series.put(Math.toIntExact(block.row(i)), channel, values);
      }
    }

    private void addNoise(double[][] signal) {
      double sd = sensors.noise().sd();
      if (sd == 0) {
        return;
      }
      double[][] noise = normals(signal.length);
      window.average(noise, this::normals);
      for (int k = 0; k < signal.length; k++) {
        for (int i = 0; i < signal[k].length; i++) {
          signal[k][i] += sd * (colour == null ? noise[k][i] : coloured(noise, k, i));
        }
      }
    }

    private double coloured(double[][] noise, int sample, int lane) {
      double sum = 0;
      for (int j = 0; j <= sample; j++) {
        sum = Math.fma(colour[sample][j], noise[j][lane], sum);
      }
      return sum;
    }

    /** Returns standard normals, {@code [count][lane]}. */
    private double[][] normals(int count) {
      LaneRandom random = block.random();
      double[][] z = new double[count + (count & 1)][block.lanes()];
      for (int k = 0; k < count; k += 2) {
        random.pair(z[k], z[k + 1]);
      }
      return Arrays.copyOf(z, count);
    }
  }
}
