package org.jansenrit.inference.training;

/** What a network computes on. */
public enum Device {
  /** The processor: the same bits in every run with the same number of threads. */
  CPU,

  /**
   * The first graphics card that PyTorch can use, which needs another native library on the class
   * path than the one that comes with this library. Not tested, and the last bits may differ
   * between runs.
   */
  GPU
}
