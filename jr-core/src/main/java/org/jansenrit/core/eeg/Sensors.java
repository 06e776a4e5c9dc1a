package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.model.Parameter;

/**
 * What stands between a model's output and the channels of a recording: a fixed gain per channel, a
 * free gain, noise. Immutable.
 */
record Sensors(
    List<String> channels, List<Double> gains, List<Parameter> freeGain, SensorNoise noise) {

  Sensors {
    channels = List.copyOf(channels);
    gains = List.copyOf(gains);
    Objects.requireNonNull(noise);
    for (double gain : gains) {
      if (!Double.isFinite(gain)) {
        throw new IllegalArgumentException("gains must be finite, but were " + gains);
      }
    }
  }

  /** One channel that sees the output as it is. */
  static Sensors source() {
    return single("source", 1);
  }

  static Sensors single(String channel, double gain) {
    return new Sensors(List.of(channel), List.of(gain), List.of(), SensorNoise.none());
  }

  /** One source of 1 nAm per mV of the model's output, seen by the channels of {@code field}. */
  static Sensors through(LeadField field) {
    if (field.sources() != 1) {
      throw new IllegalArgumentException(
          "one column is one source, but the lead field has " + field.sources() + "; use one");
    }
    List<Double> gains =
        IntStream.range(0, field.channels().size()).mapToObj(c -> field.gain(c, 0)).toList();
    return new Sensors(field.channels(), gains, List.of(), SensorNoise.none());
  }

  Sensors withGain(Parameter gain) {
    return new Sensors(channels, gains, List.of(gain), noise);
  }

  Sensors withGains(List<Parameter> newGains) {
    return new Sensors(channels, gains, newGains, noise);
  }

  Sensors withNoise(SensorNoise newNoise) {
    return new Sensors(channels, gains, freeGain, newNoise);
  }

  /** Returns the free gain in each lane. */
  double[] laneGains(LaneBlock block) {
    if (!freeGain.isEmpty()) {
      return block.values(freeGain.get(0));
    }
    double[] ones = new double[block.lanes()];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public String toString() {
    String seen =
        channels.size() == 1
            ? channels.get(0) + " (gain " + shortest(gains.get(0)) + ")"
            : channels.size() + " channels";
    return seen
        + (freeGain.isEmpty() ? "" : " times " + freeGain.get(0).symbol())
        + (noise.sd() == 0 ? "" : ", " + noise);
  }
}
