package org.jansenrit.core.analysis;

/**
 * What a model does at one value when it comes from a neighbouring one: it rests or it swings.
 *
 * @param value of the parameter or input that is varied, in its unit
 * @param upwards whether it came from a lower value
 * @param low the least output, in its unit
 * @param high the greatest output
 * @param frequency in Hz; NaN at rest, and where less than two periods were seen
 */
public record Cycle(double value, boolean upwards, double low, double high, double frequency) {

  /** {@return whether it rests: the output varies by less than a ten-thousandth of its size} */
  public boolean isRest() {
    return high - low <= 1e-4 * Math.max(1e-3, Math.max(Math.abs(low), Math.abs(high)));
  }
}
