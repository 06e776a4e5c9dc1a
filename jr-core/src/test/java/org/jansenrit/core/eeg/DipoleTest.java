package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import org.junit.jupiter.api.Test;

class DipoleTest {

  @Test
  void radialPointsOutwards() {
    assertEquals(Vector3.of(0, 1, 0), Dipole.radial(0, 60, 0).orientation());
  }

  @Test
  void tangentialHasNothingRadial() {
    var dipole = Dipole.tangential(Vector3.of(10, 20, 30), Vector3.of(1, 0, 1));
    assertEquals(0, dipole.orientation().dot(dipole.position()), 1e-12);
    assertEquals(1, dipole.orientation().length(), 1e-15);
  }

  @Test
  void orientationsWithoutDirectionAreRefused() {
    var up = Vector3.of(0, 0, 50);
    var zero = Vector3.of(0, 0, 0);
    assertThrows(IllegalArgumentException.class, () -> new Dipole(up, zero));
    assertThrows(IllegalArgumentException.class, () -> Dipole.radial(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> Dipole.tangential(up, up.times(-1)));
    assertThrows(IllegalArgumentException.class, () -> Dipole.tangential(zero, up));
  }

  /** Desikan et al. (2006): the region lies between the precentral sulcus and F3, below FC3. */
  @Test
  void leftCaudalMiddleFrontalGyrusLiesUnderFc3() {
    var dipole = Dipole.leftCaudalMiddleFrontal();
    var cap = Montage.biosemi64();
    var nearest =
        cap.names().stream()
            .max(Comparator.comparing(name -> cap.position(name).dot(dipole.position())));
    assertEquals("FC3", nearest.orElseThrow());
    assertEquals(70, dipole.position().length(), 1e-12);
    assertTrue(dipole.position().length() < HeadModel.fourSpheres().brainRadius());
    double cosine = dipole.orientation().dot(cap.position("FC3"));
    assertEquals(5.5, Math.toDegrees(Math.acos(cosine)), 1);
    assertEquals(-42.9, dipole.position().x(), 0.05);
    assertEquals(29.9, dipole.position().y(), 0.05);
    assertEquals(46.6, dipole.position().z(), 0.05);
  }

  @Test
  void printsPlaceAndDirection() {
    assertEquals("Dipole[at (0, 0, 70) mm, towards (0, 0, 1)]", Dipole.radial(0, 0, 70).toString());
  }
}
