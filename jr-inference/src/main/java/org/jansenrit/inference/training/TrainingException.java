package org.jansenrit.inference.training;

/** Thrown when training was stopped before it gave a network: interrupted, or no longer finite. */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Reports that training stopped.
   *
   * @param message when, why, and what to try
   */
  public TrainingException(String message) {
    super(message);
  }
}
