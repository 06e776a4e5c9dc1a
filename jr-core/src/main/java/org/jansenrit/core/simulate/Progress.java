package org.jansenrit.core.simulate;

/** Hears how far a long job is. Called from one thread at a time, not always the caller's. */
@FunctionalInterface
public interface Progress {

  /**
   * Hears that another part is done.
   *
   * @param done how much is done, in simulations
   * @param total how much there is to do
   */
  void update(long done, long total);

  /** Returns a listener that does nothing. */
  static Progress silent() {
    return (done, total) -> {};
  }
}
