package org.jansenrit.core.math;

/**
 * Which interval each lane of a block is in, counted from its own start. Lanes usually tick
 * together; a lane that is refilled starts again at zero while the others go on.
 */
public final class LaneClock {
  private final int[] startedAt;
  private int now;
  private boolean common = true;

  /**
   * Starts {@code lanes} clocks at interval zero.
   *
   * @param lanes how many; at least 1
   */
  public LaneClock(int lanes) {
    this.startedAt = new int[lanes];
  }

  /** {@return the number of lanes} */
  public int lanes() {
    return startedAt.length;
  }

  /** {@return whether all lanes are in the same interval} */
  public boolean isCommon() {
    return common;
  }

  /**
   * {@return the interval that {@code lane} is in}
   *
   * @param lane from 0 on
   */
  public int index(int lane) {
    return now - startedAt[lane];
  }

  /** Moves every lane to its next interval. */
  public void tick() {
    now++;
  }

  /**
   * Sets {@code lane} back to interval zero.
   *
   * @param lane from 0 on
   */
  public void restart(int lane) {
    startedAt[lane] = now;
    common = true;
    for (int start : startedAt) {
      common &= start == startedAt[0];
    }
  }

  @Override
  public String toString() {
    return "LaneClock[" + lanes() + " lanes" + (common ? ", all at step " + now : "") + "]";
  }
}
