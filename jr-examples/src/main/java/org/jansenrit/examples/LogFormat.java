package org.jansenrit.examples;

/** How warnings of the library are printed by programs, unless the user says otherwise. */
final class LogFormat {
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

  private LogFormat() {}

  /** One line each: {@code WARNING: what is wrong}. Must come before the first warning. */
  static void oneLine() {
    if (System.getProperty(FORMAT) == null) {
      System.setProperty(FORMAT, "%4$s: %5$s%n");
    }
  }
}
