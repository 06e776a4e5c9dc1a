package org.jansenrit.examples;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process, all threads together, garbage collector and compiler included. */
final class ProcessCpu {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private ProcessCpu() {}

  static double seconds() {
    return SYSTEM.getProcessCpuTime() * 1e-9;
  }
}
