package org.jansenrit.core.eeg;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.TimeSeriesBuilder;
import org.jansenrit.core.drive.LaneBlock;
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
  private final SensorView view;
  private final NoiseSampler noise;
  private final TimeSeriesBuilder series;

  SensorMonitor(
      Sensors sensors,
      TrialWindow window,
      LowPass filter,
      ModelSpec spec,
      Frequency rate,
      int simulations) {
    this.sensors = sensors;
    this.window = window;
    this.filter = filter;
    this.output = spec.output();
    this.start = Time.s(window.firstSample() / rate.hertz());
    this.view = new SensorView(sensors, window, rate);
    // what is only checked needs no noise, whose preparation may take a second
    this.noise = simulations == 0 ? null : view.noise();
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
      Normals normals = new Normals();
      double[] source = new double[window.samples()];
      for (int lane = 0; lane < block.lanes(); lane++) {
        // idle lanes repeat a row, which is seen once
        if (lane == 0 || block.row(lane) != block.row(lane - 1)) {
          for (int k = 0; k < source.length; k++) {
            source[k] = gains[lane] * sum[k][lane] / window.trials();
          }
          normals.restart(block.generator(lane));
          store(Math.toIntExact(block.row(lane)), view.see(source, noise.draw(normals)));
        }
      }
    }

    private void store(int row, double[][] signal) {
      float[] values = new float[signal.length];
      for (int c = 0; c < signal[0].length; c++) {
        for (int k = 0; k < signal.length; k++) {
          values[k] = (float) signal[k][c];
        }
        series.put(row, c, values);
      }
    }
  }
}
