package org.jansenrit.core.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.WilsonCowan;
import org.junit.jupiter.api.Test;

class PhasePlaneTest {

  /** Wilson & Cowan (1972), figure 11: a limit cycle round an unstable rest at P = 1.25. */
  @Test
  void limitCycleHasOneUnstableRestInside() {
    String svg = PhasePlane.of(WilsonCowan.model()).input(WilsonCowan.P, 1.25).figure().toSvg();
    assertTrue(svg.contains(">unstable rest<"));
    assertFalse(svg.contains(">stable rest<"));
    assertTrue(svg.contains(">E (1)<") && svg.contains(">I (1)<"), "axes with units");
    assertTrue(svg.contains(">E&apos; = 0<") && svg.contains(">I&apos; = 0<"), "nullclines");
  }

  /** Wilson & Cowan (1972), figure 4: two stable states, and one between them that is not. */
  @Test
  void hysteresisHasBothKindsOfRest() {
    String svg =
        PhasePlane.of(WilsonCowan.model())
            .at(WilsonCowan.hysteresis())
            .from(0, 0)
            .from(0.5, 0.5)
            .figure()
            .toSvg();
    assertTrue(svg.contains(">stable rest<") && svg.contains(">unstable rest<"));
  }

  @Test
  void modelsOfMoreVariablesAreRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> PhasePlane.of(JansenRit.model()));
    assertTrue(e.getMessage().startsWith("a phase plane has two variables, but"), e.getMessage());
    assertEquals(
        "PhasePlane[wilson-cowan-1972, 1 path of 1 s]",
        PhasePlane.of(WilsonCowan.model()).toString());
  }
}
