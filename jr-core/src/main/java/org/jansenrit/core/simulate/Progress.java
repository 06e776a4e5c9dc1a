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
   * @param done how much is done: simulations, or epochs of a training
   * @param total how much there is to do
   * @param detail what is worth reading of it, on one line: the losses of a training, say
   */
  default void update(long done, long total, String detail) {
    update(done, total);
  }

  /** {@return a listener that does nothing} */
  static Progress silent() {
    return (done, total) -> {};
  }

  /**
   * {@return a listener that prints a line with share, rate, time left and details: at most one
   * line a second, and one at the end}
   *
   * @param out where the lines go: {@code System.err}
   */
  static Progress lines(PrintStream out) {
    return new ProgressPrinter(out, System::nanoTime, ProgressStyle.LINES);
  }

  /**
   * {@return a listener that draws a bar with rate, time left and details in one line of a
   * terminal, over and over: at most ten times a second, and once at the end}
   *
   * @param out the terminal
   */
  static Progress bar(PrintStream out) {
    return new ProgressPrinter(out, System::nanoTime, ProgressStyle.BAR);
  }

  /**
   * {@return a {@link #bar} if this process talks to a terminal, else {@link #lines}, which a file
   * or another program can read}
   *
   * @param out where it goes: {@code System.err}
   */
  static Progress auto(PrintStream out) {
    return Terminal.isThere() ? bar(out) : lines(out);
  }
}
