package org.jansenrit.sbi;

import java.util.Optional;

/** Thrown when a round could not be finished; what the rounds before found is not lost. */
public final class RoundsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SequentialInference<?> completed;

  RoundsException(String message, SequentialInference<?> completed, Throwable cause) {
    super(message, cause);
    this.completed = completed;
  }

  /**
   * {@return what the completed rounds found; empty only in a copy of this exception that was
   * serialized}
   */
  public Optional<SequentialInference<?>> completed() {
    return Optional.ofNullable(completed);
  }
}
