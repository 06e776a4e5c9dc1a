package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Each region lies under the electrodes that see it in the literature, and in the brain. */
  @ParameterizedTest
  @CsvSource({
    "precentral-lh, C3 C1 FC3",
    "precentral-rh, C4 C2 FC4",
    "postcentral-lh, C3 C1 CP3",
    "superiorfrontal-lh, F1 AF3 Fz",
    "rostralmiddlefrontal-rh, F4 F6 AF4",
    "superiorparietal-rh, P2 CP2 P4",
    "inferiorparietal-lh, P3 P5 CP5",
    "supramarginal-lh, CP5 C5 TP7",
    "superiortemporal-rh, T8 TP8",
    "lateraloccipital-lh, PO7 P7",
    "transversetemporal-lh, T7 C5",
    "pericalcarine-lh, Oz O1 Iz",
    "precuneus-rh, POz Pz P2"
  })
  void regionsLieUnderTheirElectrodes(String region, String electrodes) {
    Vector3 position = Dipole.inRegion(region).position();
    var cap = Montage.biosemi64();
    var nearest =
        cap.names().stream().max(Comparator.comparing(name -> cap.position(name).dot(position)));
    assertTrue(
        Arrays.asList(electrodes.split(" ", -1)).contains(nearest.orElseThrow()),
        region + " at " + position + " is under " + nearest);
    assertTrue(position.length() < HeadModel.fourSpheres().brainRadius());
    assertEquals(region.endsWith("-lh") ? -1 : 1, Math.signum(position.x()));
  }

  @Test
  void unknownRegionNamesItsNeighbours() {
    assertEquals(Dipole.inRegion("precentral-lh"), Dipole.inRegion("PreCentral-LH"));
    var e = assertThrows(IllegalArgumentException.class, () -> Dipole.inRegion("precentrl-lh"));
    assertTrue(
        e.getMessage().startsWith("no region precentrl-lh here; did you mean precentral-lh? "),
        e.getMessage());
  }

  @Test
  void printsPlaceAndDirection() {
    assertEquals("Dipole[at (0, 0, 70) mm, towards (0, 0, 1)]", Dipole.radial(0, 0, 70).toString());
  }
}
