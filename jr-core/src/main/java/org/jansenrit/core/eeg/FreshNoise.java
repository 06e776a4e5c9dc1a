package org.jansenrit.core.eeg;

import java.util.List;
import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;

/** Adds sensor noise to what was simulated without, row by row as it is looked at. */
final class FreshNoise implements Augmentation<TimeSeries> {
  private final Sensors sensors;
  private final SensorView view;
  private final NoiseSampler noise;
  private final int samples;

  FreshNoise(Sensors sensors, SensorView view, int samples) {
    if (sensors.noise().sd() == 0 || sensors.decibels().isPresent()) {
      throw new IllegalArgumentException(
          "fresh noise needs sensor noise of a strength of its own, but there is "
              + (sensors.decibels().isPresent() ? "one scaled to each signal" : "none"));
    }
    this.sensors = sensors;
    this.view = view;
    this.noise = view.noise();
    this.samples = samples;
  }

  @Override
  public TimeSeries apply(TimeSeries x, Streams streams) {
    List<String> channels = sensors.channels();
    if (!x.channels().equals(channels) || x.samples() != samples) {
      throw new ShapeException(
          "series to add noise to",
          samples + " samples of " + channels + ", as the monitor keeps",
          x.samples() + " samples of " + x.channels());
    }
    return x.mapRows((i, values) -> add(streams, i, values));
  }

  private void add(Streams streams, int row, float[] values) {
    Normals normals = new Normals();
    normals.restart(streams.random(row, Streams.SENSORS));
    double[][] fresh = view.see(new double[samples], noise.draw(normals));
    for (int c = 0; c < fresh[0].length; c++) {
      for (int k = 0; k < samples; k++) {
        values[c * samples + k] += (float) fresh[k][c];
      }
    }
  }

  @Override
  public String toString() {
    return "fresh " + sensors.noise();
  }
}
