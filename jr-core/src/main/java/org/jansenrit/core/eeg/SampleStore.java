package org.jansenrit.core.eeg;

/** Where the values of a recording are: in memory or on disk. Read only, by any thread. */
interface SampleStore {

  /** Returns the number of samples per channel. */
  int samples();

  /**
   * Copies a stretch of some channels.
   *
   * @param channels which ones, in the order of the store
   * @param from the first sample
   * @param target one array per channel, of which {@code target[i].length} samples are filled; the
   *     same for all
   * @throws java.io.UncheckedIOException if they cannot be read any more
   */
  void copyTo(int[] channels, int from, float[][] target);
}
