package org.jansenrit.inference.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.locks.ReentrantLock;
import org.jansenrit.inference.training.Device;

/** The engine of this process: loaded on first use, without a word to any network. */
final class Torch {
  /** Held while a network draws or learns: the engine has one random generator and one tape. */
  static final ReentrantLock LOCK = new ReentrantLock();

  private static Engine engine;

  private Torch() {}

  /**
   * Returns the engine.
   *
   * @throws IllegalStateException if its native library is missing or does not load
   */
  static synchronized Engine engine() {
    if (engine == null) {
      engine = load();
    }
    return engine;
  }

  /** Returns a manager for what one network owns, on the CPU. */
  static NDManager newManager() {
    return newManager(Device.CPU);
  }

  /**
   * Returns a manager for what one network owns.
   *
   * @throws IllegalStateException if there is no such device
   */
  static NDManager newManager(Device device) {
    if (device == Device.CPU) {
      return engine().newBaseManager(ai.djl.Device.cpu());
    }
    if (engine().getGpuCount() == 0) {
      throw new IllegalStateException(
          "PyTorch finds no graphics card. It needs one, its driver, and a native library for it on"
              + " the class path in place of pytorch-native-cpu; or train on Device.CPU");
    }
    return engine().newBaseManager(ai.djl.Device.gpu());
  }

  /** Returns the number of threads that one operation may use. */
  static int threads() {
    engine();
    return JniUtils.getNumThreads();
  }

  /**
   * Stops this thread from recording operations; a gradient collector switches it on for itself.
   */
  static void withoutTape() {
    engine();
    JniUtils.setGradMode(false); // a thread's own default is true
  }

  private static Engine load() {
    setUnlessGiven("OPT_OUT_TRACKING", "true");
    setUnlessGiven("ai.djl.pytorch.num_threads", "1");
    Malloc.tune();
    String before = System.getProperty("ai.djl.offline");
    System.setProperty("ai.djl.offline", "true"); // missing natives must fail, not be downloaded
    try {
      Engine loaded = Engine.getEngine("PyTorch");
      TorchWarnings.spend(loaded);
      return loaded;
    } catch (EngineException | IllegalStateException | LinkageError e) {
      throw new IllegalStateException(missing(), e);
    } finally {
      restore("ai.djl.offline", before);
    }
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null && System.getenv(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static void restore(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  private static String missing() {
    return "PyTorch's native library did not load on "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ". Is ai.djl.pytorch:pytorch-native-cpu:2.7.1 on the class path, with the classifier of"
        + " this platform (linux-x86_64, linux-aarch64, osx-aarch64 or win-x86_64)?";
  }
}
