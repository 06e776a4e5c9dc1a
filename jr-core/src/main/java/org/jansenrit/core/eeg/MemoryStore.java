package org.jansenrit.core.eeg;

/** Values in memory. */
final class MemoryStore implements SampleStore {
  private final float[][] values;

  /** Takes over {@code values[channel][sample]}, which nobody may write to any more. */
  MemoryStore(float[][] values) {
    this.values = values;
  }

  @Override
  public int samples() {
    return values[0].length;
  }

  @Override
  public void copyTo(int[] channels, int from, float[][] target) {
    for (int i = 0; i < channels.length; i++) {
      System.arraycopy(values[channels[i]], from, target[i], 0, target[i].length);
    }
  }
}
