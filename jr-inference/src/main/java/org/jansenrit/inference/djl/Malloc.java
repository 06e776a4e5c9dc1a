package org.jansenrit.inference.djl;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * Tells glibc to keep the memory that a training step frees for the next step: recurrent networks
 * train a quarter faster. Elsewhere than on Linux nothing is done, nor if {@code
 * -Djr.malloc=system} is set.
 */
final class Malloc {
  private static final int TRIM_THRESHOLD = -1;
  private static final int TOP_PAD = -2;
  private static final int MMAP_THRESHOLD = -3;

  private Malloc() {}

  static void tune() {
    if (!Platform.isLinux() || "system".equals(System.getProperty("jr.malloc"))) {
      return;
    }
    try {
      Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
      mallopt.invokeInt(new Object[] {MMAP_THRESHOLD, 1 << 30});
      mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, 1 << 30});
      mallopt.invokeInt(new Object[] {TOP_PAD, 256 << 20});
    } catch (UnsatisfiedLinkError e) {
      // another C library, such as musl: only speed is lost
    }
  }
}
