package org.jansenrit.inference.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * PyTorch warns once per process of how DJL fills arrays, which is nothing that users could mend.
 * The warning is spent here, unheard; all others are printed as ever.
 */
final class TorchWarnings {
  private static final int ERRORS_ONLY = 2;

  private TorchWarnings() {}

  static void spend(Engine engine) {
    try {
      Pointer level =
          NativeLibrary.getInstance("c10").getGlobalVariableAddress("FLAGS_caffe2_log_level");
      int before = level.getInt(0);
      level.setInt(0, ERRORS_ONLY);
      try {
        fill(engine);
      } finally {
        level.setInt(0, before);
      }
    } catch (UnsatisfiedLinkError e) {
      // the level goes by another name on this platform: the warning is printed once
    }
  }

  private static void fill(Engine engine) {
    try (NDManager manager = engine.newBaseManager(ai.djl.Device.cpu());
        NDArray array = manager.create(0f)) {
      array.set(new float[] {1});
    }
  }
}
