package org.jansenrit.core.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LaneClockTest {

  @Test
  void lanesTickTogetherUntilOneIsRefilled() {
    LaneClock clock = new LaneClock(3);
    clock.tick();
    clock.tick();
    assertTrue(clock.isCommon());
    clock.restart(1);
    clock.tick();
    assertFalse(clock.isCommon());
    assertEquals(List.of(3, 1, 3), List.of(clock.index(0), clock.index(1), clock.index(2)));
    assertEquals(3, clock.lanes());
  }

  /** Negative entries tick, others restart the lane of that number. */
  @Property
  void clocksAreCommonExactlyIfAllAreEqual(
      @ForAll List<@IntRange(min = -3, max = 3) Integer> events) {
    LaneClock clock = new LaneClock(4);
    for (int event : events) {
      if (event < 0) {
        clock.tick();
      } else {
        clock.restart(event);
      }
      boolean equal = true;
      for (int i = 0; i < 4; i++) {
        equal &= clock.index(i) == clock.index(0);
      }
      assertEquals(equal, clock.isCommon());
    }
  }
}
