package org.jansenrit.core.data;

/** Thrown when data does not have the shape that is needed. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what was looked at, what was expected of it and what was found.
   *
   * @param what the thing: {@code "training set"}
   * @param expected the shape it should have, and why: {@code "3 channels, as in the model"}
   * @param actual the shape it has
   */
  public ShapeException(String what, String expected, String actual) {
    super(what + ": expected " + expected + ", but got " + actual);
  }
}
