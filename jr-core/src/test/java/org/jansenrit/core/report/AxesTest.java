package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxesTest {
  @Property(tries = 300)
  void ticksAreToldApartAtAnyScale(
      @ForAll @IntRange(min = -12, max = 12) int power,
      @ForAll @DoubleRange(min = -3, max = 3) double start,
      @ForAll @IntRange(min = 2, max = 12) int ticks) {
    double scale = Math.pow(10, power);
    var range = new Extent(start * scale, (start + 1) * scale);
    double step = Axes.step(scale / ticks);
    var format = Axes.format(step, range);
    var seen = new HashSet<String>();
    for (double k = Math.ceil(range.low() / step); k * step <= range.high(); k++) {
      assertTrue(seen.add(format.format(k * step)), seen + " has this already");
    }
    assertTrue(seen.size() <= ticks + 1, seen + " are more than " + ticks);
  }

  @Test
  void longNumbersAcrossHaveFewerTicks() {
    double few = Axes.across("t (s)", new Extent(1000, 1000.002), 300).getTickUnit().getSize();
    double many = Axes.across("t (s)", new Extent(0, 0.002), 300).getTickUnit().getSize();
    assertTrue(few > many, few + " against " + many);
  }

  @Test
  void closeNumbersAreNotScientific() {
    assertEquals("5.00002", Axes.format(1e-5, new Extent(5.00001, 5.00003)).format(5.00002));
  }

  @Test
  void stepsAreRound() {
    assertEquals(0.2, Axes.step(0.13), 1e-15);
    assertEquals(5, Axes.step(2.1));
    assertEquals(1000, Axes.step(501));
  }

  @Test
  void ticksDoNotFollowTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("0.5", Axes.format(0.5, new Extent(0, 1)).format(0.5));
      assertEquals("0", Axes.format(0.5, new Extent(-1, 1)).format(-1e-17));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hugeAndTinyTicksAreScientific() {
    assertEquals("2.5E6", Axes.format(5e5, new Extent(1e6, 3e6)).format(2.5e6));
    assertEquals("2E-7", Axes.format(1e-7, new Extent(1e-7, 4e-7)).format(2e-7));
    assertEquals("20000", Axes.format(1e4, new Extent(0, 9e4)).format(2e4));
  }
}
