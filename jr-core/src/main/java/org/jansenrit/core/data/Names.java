package org.jansenrit.core.data;

/** Small words for messages. */
final class Names {
  private Names() {}

  /** Returns {@code "1 channel"} or {@code "3 channels"}. */
  static String count(int n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }
}
