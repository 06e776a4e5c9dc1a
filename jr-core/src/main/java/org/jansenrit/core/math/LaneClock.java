package org.jansenrit.core.math;

/**
 * Which interval each lane of a block is in, counted from its own start. Lanes usually tick
 * together; a lane that is refilled starts again at zero while the others go on.
 */
public final class LaneClock {
  private final int[] index;
  private boolean common = true;

  /** Starts {@code lanes} clocks at interval zero. */
  public LaneClock(int lanes) {
    this.index = new int[lanes];
  }

  /** Returns the number of lanes. */
  public int lanes() {
    return index.length;
  }

  /** Returns whether all lanes are in the same interval. */
  public boolean isCommon() {
    return common;
  }

  /** Returns the interval that {@code lane} is in. */
  public int index(int lane) {
    return index[lane];
  }

  /** Moves every lane to its next interval. */
  public void tick() {
    for (int i = 0; i < index.length; i++) {
      index[i]++;
    }
  }

  /** Sets {@code lane} back to interval zero. */
  public void restart(int lane) {
    index[lane] = 0;
    common = true;
    for (int i : index) {
      common &= i == index[0];
    }
  }
}
