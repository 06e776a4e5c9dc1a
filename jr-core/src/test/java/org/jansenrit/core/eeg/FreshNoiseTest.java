package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jansenrit.core.data.Augmentation;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;

class FreshNoiseTest {
  private static final Onsets ONSETS = Onsets.every(s(0.5), 4).from(ms(100));
  private static final Simulation SIMULATION =
      Simulation.of(JansenRit.model())
          .drive(JansenRit.P, Stimulus.pulses(ONSETS, ms(50), 60))
          .duration(s(3));
  private static final Erp CLEAN =
      Erp.of(ONSETS, ms(-100), ms(500))
          .through(
              LeadField.of(
                  Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal()))
          .reference(Reference.average());
  private static final ParameterTable THETA = Prior.uniform(JansenRit.A, 2.6, 5).sample(5, 3);
  private static final TimeSeries X = SIMULATION.observe(CLEAN).simulate(THETA, Streams.of(1));

  /** The same streams draw the same noise, so adding it later must give what the monitor keeps. */
  @Test
  void addedLaterItIsTheNoiseOfTheMonitor() {
    for (SensorNoise noise : new SensorNoise[] {SensorNoise.white(3), SensorNoise.pink(3, 1)}) {
      Erp noisy = CLEAN.sensorNoise(noise);
      TimeSeries expected = SIMULATION.observe(noisy).simulate(THETA, Streams.of(7));
      TimeSeries found = noisy.freshNoise(SIMULATION.timeline()).apply(X, Streams.of(7));
      assertEquals(expected.toString(), found.toString());
      for (int i = 0; i < X.size(); i++) {
        assertArrayEquals(expected.row(i), found.row(i), 1e-5, noise.toString());
      }
    }
  }

  @Test
  void anEegHasItTheSameWay() {
    Eeg clean = Eeg.source();
    Eeg noisy = clean.sensorNoise(SensorNoise.white(0.1));
    TimeSeries x = SIMULATION.observe(clean).simulate(THETA, Streams.of(2));
    TimeSeries expected = SIMULATION.observe(noisy).simulate(THETA, Streams.of(2));
    TimeSeries found = noisy.freshNoise(SIMULATION.timeline()).apply(x, Streams.of(2));
    assertArrayEquals(expected.row(4), found.row(4), 1e-5);
  }

  @Test
  void aRowDependsOnItsStreamOnly() {
    Augmentation<TimeSeries> fresh =
        CLEAN.sensorNoise(SensorNoise.white(3)).freshNoise(SIMULATION.timeline());
    TimeSeries all = fresh.apply(X, Streams.of(7));
    assertArrayEquals(all.row(3), all.row(3));
    assertArrayEquals(all.row(3), all.select(4, 3).row(1));
    assertArrayEquals(
        all.channel(2, 9), fresh.apply(X.select(2), Streams.of(7).from(2)).channel(0, 9));
    assertNotEquals(all.row(3)[0], fresh.apply(X, Streams.of(8)).row(3)[0]);
  }

  @Test
  void otherSeriesAndNoNoiseAreRefused() {
    var timeline = SIMULATION.timeline();
    assertThrows(IllegalArgumentException.class, () -> CLEAN.freshNoise(timeline));
    Erp scaled = CLEAN.sensorNoise(SensorNoise.white(1)).atSnr(3);
    assertThrows(IllegalArgumentException.class, () -> scaled.freshNoise(timeline));
    TimeSeries source = SIMULATION.observe(Eeg.source()).simulate(THETA, Streams.of(1));
    var fresh = CLEAN.sensorNoise(SensorNoise.white(3)).freshNoise(timeline);
    assertThrows(ShapeException.class, () -> fresh.apply(source, Streams.of(1)));
  }
}
