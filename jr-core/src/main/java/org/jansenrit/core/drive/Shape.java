package org.jansenrit.core.drive;

/** A function of time, known by its means. */
@FunctionalInterface
interface Shape {
  /** Returns the mean over [{@code from}, {@code to}], in s. */
  double mean(double from, double to);
}
