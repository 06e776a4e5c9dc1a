package org.jansenrit.examples;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** CPU time, which does not count what other processes take. */
final class CpuTime {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CpuTime() {}

  /** Returns the CPU time of this thread so far, in s. */
  static double ofThread() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /**
   * Returns the CPU time of this process so far, in s: all threads together, garbage collector and
   * compiler included.
   */
  static double ofProcess() {
    return PROCESS.getProcessCpuTime() / 1e9;
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
