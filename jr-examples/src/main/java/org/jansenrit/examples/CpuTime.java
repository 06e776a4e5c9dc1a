package org.jansenrit.examples;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** CPU time, which does not count what other processes take. */
final class CpuTime {
  private CpuTime() {}

  /** Returns the CPU time of this thread so far, in s. */
  static double ofThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** Returns the median CPU time of a task in this thread, in s, after as many runs unmeasured. */
  static double median(int runs, Runnable task) {
    double[] times = new double[2 * runs];
    for (int k = 0; k < times.length; k++) {
      double start = ofThread();
      task.run();
      times[k] = ofThread() - start;
    }
    double[] measured = Arrays.copyOfRange(times, runs, times.length);
    Arrays.sort(measured);
    return measured[runs / 2];
  }
}
