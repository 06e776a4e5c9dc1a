package org.jansenrit.core.simulate;

import java.io.Console;

/** Tells a terminal from a file or a pipe. */
final class Terminal {
  private Terminal() {}

  /**
   * Returns whether this process reads from and writes to a terminal that can write over a line.
   */
  @SuppressWarnings("SystemConsoleNull") // whether it is a terminal is asked of it below
  static boolean isThere() {
    String kind = System.getenv("TERM");
    Console console = System.console();
    return console != null && isTerminal(console) && kind != null && !kind.equals("dumb");
  }

  /** From JDK 22 on there is a console everywhere, and it says what it is. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // before, there was one on terminals only
    }
  }
}
