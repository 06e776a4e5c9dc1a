package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.model.Parameter;

/**
 * What stands between a model's output and the channels of a recording: a fixed gain per channel, a
 * free gain, noise, a reference. Immutable.
 *
 * @param channels names
 * @param gains one per channel, in uV per unit of the model's output
 * @param freeGain a factor on all gains, or none
 * @param noise as given per raw sample
 * @param sampleBySample whether the noise of an average is drawn the long way
 * @param decibels the signal-to-noise ratio that the noise is scaled to in each simulation, if any
 * @param reference what signal and noise are measured against
 */
record Sensors(
    List<String> channels,
    List<Double> gains,
    List<Parameter> freeGain,
    SensorNoise noise,
    boolean sampleBySample,
    Optional<Double> decibels,
    Reference reference) {

  Sensors {
    channels = List.copyOf(channels);
    gains = List.copyOf(gains);
    Objects.requireNonNull(noise);
    for (double gain : gains) {
      if (!Double.isFinite(gain)) {
        throw new IllegalArgumentException("gains must be finite, but were " + gains);
      }
    }
    if (decibels.isPresent() && !Double.isFinite(decibels.get())) {
      throw new IllegalArgumentException(
          "signal-to-noise ratio must be finite, but was " + decibels.get() + " dB");
    }
  }

  private static Sensors of(List<String> channels, List<Double> gains) {
    return new Sensors(
        channels,
        gains,
        List.of(),
        SensorNoise.none(),
        false,
        Optional.empty(),
        Reference.asGiven());
  }

  /** One channel that sees the output as it is. */
  static Sensors source() {
    return single("source", 1);
  }

  static Sensors single(String channel, double gain) {
    return of(List.of(channel), List.of(gain));
  }

  /** One source of 1 nAm per mV of the model's output, seen by the channels of {@code field}. */
  static Sensors through(LeadField field) {
    if (field.sources() != 1) {
      throw new IllegalArgumentException(
          "one column is one source, but the lead field has " + field.sources() + "; use one");
    }
    List<Double> gains =
        IntStream.range(0, field.channels().size()).mapToObj(c -> field.gain(c, 0)).toList();
    return of(field.channels(), gains);
  }

  /** Returns {@code other}'s channels with everything else of these sensors. */
  Sensors seenBy(Sensors other) {
    return new Sensors(
        other.channels, other.gains, freeGain, noise, sampleBySample, decibels, reference);
  }

  Sensors withGain(Parameter gain) {
    return withGains(List.of(gain));
  }

  Sensors withGains(List<Parameter> newGains) {
    return new Sensors(channels, gains, newGains, noise, sampleBySample, decibels, reference);
  }

  Sensors withNoise(SensorNoise newNoise, boolean everySample) {
    return new Sensors(channels, gains, freeGain, newNoise, everySample, decibels, reference);
  }

  Sensors atSnr(double ratio) {
    return new Sensors(
        channels, gains, freeGain, noise, sampleBySample, Optional.of(ratio), reference);
  }

  Sensors against(Reference newReference) {
    return new Sensors(channels, gains, freeGain, noise, sampleBySample, decibels, newReference);
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
        + (reference.isAsGiven() ? "" : ", " + reference)
        + (noise.parts().isEmpty() ? "" : ", " + noise)
        + (sampleBySample ? " sample by sample" : "")
        + decibels.map(d -> ", at an SNR of " + shortest(d) + " dB").orElse("");
  }
}
