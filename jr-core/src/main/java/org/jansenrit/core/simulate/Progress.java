package org.jansenrit.core.simulate;

import java.io.PrintStream;

/** Hears how far a long job is. Called from one thread at a time, not always the caller's. */
@FunctionalInterface
public interface Progress {

  /**
   * Hears that another part is done.
   *
   * @param done how much is done: simulations, or epochs of a training
   * @param total how much there is to do
   */
  void update(long done, long total);

  /**
   * Hears that another part is done, and how it went.
   *
   * @param detail what is worth reading of it, on one line: the losses of a training, say
   */
  default void update(long done, long total, String detail) {
    update(done, total);
  }

  /** Returns a listener that does nothing. */
  static Progress silent() {
    return (done, total) -> {};
  }

  /**
   * Returns a listener that prints a line with share, rate, time left and details: at most one line
   * a second, and one at the end.
   */
  static Progress lines(PrintStream out) {
    return new ProgressLines(out, System::nanoTime);
  }
}
