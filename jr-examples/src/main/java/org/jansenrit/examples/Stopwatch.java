package org.jansenrit.examples;

import java.util.Locale;

/** Prints how long each part of a program took. */
final class Stopwatch {
  private final long start = System.nanoTime();
  private long last = start;

  void lap(String what) {
    long now = System.nanoTime();
    System.out.printf(Locale.ROOT, "%6.1f s  %s%n", (now - last) / 1e9, what);
    last = now;
  }

  double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
