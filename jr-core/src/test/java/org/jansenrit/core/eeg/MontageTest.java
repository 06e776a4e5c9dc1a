package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MontageTest {

  /** Reference values of the project: BioSemi's angles as unit vectors. */
  @ParameterizedTest
  @CsvSource({"Cz, 0, 0, 1", "T8, 0.999, 0, -0.035", "Oz, 0, -0.999, -0.035"})
  void electrodesAreWhereTheAnglesPutThem(String name, double x, double y, double z) {
    Vector3 position = Montage.biosemi64().position(name);
    assertEquals(x, position.x(), 5e-4);
    assertEquals(y, position.y(), 5e-4);
    assertEquals(z, position.z(), 5e-4);
  }

  /** MNE-Python's montage files biosemi64.txt and biosemi32.txt; the last rows are fiducials. */
  @ParameterizedTest
  @CsvSource({"64", "32"})
  void capsAreThoseOfTheMontageFile(int electrodes) throws IOException {
    var cap = electrodes == 64 ? Montage.biosemi64() : Montage.biosemi32();
    var lines = Files.readAllLines(RealData.file("montages/biosemi" + electrodes + ".txt"));
    assertEquals(electrodes, cap.size());
    for (int i = 0; i < electrodes; i++) {
      String[] row = lines.get(i + 1).strip().split("\\s+", -1);
      var expected = Vector3.ofAngles(Double.parseDouble(row[1]), Double.parseDouble(row[2]));
      assertEquals(row[0], cap.names().get(i));
      assertEquals(0, cap.position(row[0]).plus(expected.times(-1)).length(), 1e-15);
    }
  }

  @Test
  void oddNamesAreLeftAndEvenNamesAreRight() {
    var cap = Montage.biosemi64();
    for (String name : cap.names()) {
      char last = name.charAt(name.length() - 1);
      int side = last == 'z' ? 0 : last % 2 == 1 ? -1 : 1;
      assertEquals(side, Math.signum(Math.rint(cap.position(name).x() * 1e6)), name);
    }
  }

  @Test
  void bothCapsAgreeWhereTheyShareAnElectrode() {
    var large = Montage.biosemi64();
    for (String name : Montage.biosemi32().names()) {
      assertEquals(large.position(name), Montage.biosemi32().position(name), name);
    }
  }

  /** Klem et al. (1999): the nineteen electrodes of every clinical recording, and the ears. */
  @Test
  void internationalSystemHasTheClassicalSites() {
    var all = Montage.international1020();
    assertEquals(81, all.size());
    var classical =
        all.pick(
            "Fp1", "Fp2", "F7", "F3", "Fz", "F4", "F8", "T3", "C3", "Cz", "C4", "T4", "T5", "P3",
            "Pz", "P4", "T6", "O1", "O2", "A1", "A2");
    assertEquals(21, classical.size());
    assertEquals("T7", classical.names().get(7));
    assertEquals(all.position("P8"), all.position("T6"));
    assertEquals(all.position("TP9"), all.position("M1"));
  }

  @Test
  void internationalSystemIsThatOfTheCapsAndSymmetric() {
    var all = Montage.international1020();
    var cap = Montage.biosemi64();
    for (String name : cap.names()) {
      assertEquals(cap.position(name), all.position(name), name);
    }
    for (String name : all.names()) {
      int number = name.replaceAll("\\D", "").isEmpty() ? 0 : digits(name);
      if (number % 2 == 1) {
        Vector3 left = all.position(name);
        Vector3 right = all.position(name.replaceAll("\\d", "") + (number + 1));
        assertEquals(-left.x(), right.x(), 1e-12, name);
        assertEquals(left.y(), right.y(), 1e-12, name);
        assertEquals(left.z(), right.z(), 1e-12, name);
      }
    }
  }

  private static int digits(String name) {
    return Integer.parseInt(name.replaceAll("\\D", ""));
  }

  @Test
  void lookupDoesNotMindCase() {
    assertEquals(Montage.biosemi32().position("Cz"), Montage.biosemi32().position("CZ"));
  }

  @Test
  void unknownElectrodeNamesItsNeighbours() {
    var cap = Montage.of(List.of("Cz", "Pz"), List.of(Vector3.of(0, 0, 1), Vector3.of(0, 1, 0)));
    var e = assertThrows(IllegalArgumentException.class, () -> cap.position("CzA"));
    assertEquals("no electrode CzA here; did you mean Cz? There are [Cz, Pz]", e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> cap.position("Status"));
    assertEquals("no electrode Status here; there are [Cz, Pz]", e.getMessage());
  }

  @Test
  void positionsInMillimetresAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Montage.of(List.of("Cz"), List.of(Vector3.of(0, 0, 90))));
    assertTrue(e.getMessage().contains("Cz must have length 1"), e.getMessage());
  }

  @Test
  void namesMustDifferAndBeAsManyAsPositions() {
    var up = Vector3.of(0, 0, 1);
    assertThrows(
        IllegalArgumentException.class, () -> Montage.of(List.of("Cz", "CZ"), List.of(up, up)));
    assertThrows(IllegalArgumentException.class, () -> Montage.of(List.of("Cz"), List.of()));
    assertThrows(IllegalArgumentException.class, () -> Montage.of(List.of(" "), List.of(up)));
    assertThrows(IllegalArgumentException.class, () -> Montage.of(List.of(), List.of()));
  }

  @Test
  void pickKeepsTheOrderAsked() {
    var two = Montage.biosemi64().pick("pz", "Cz");
    assertEquals(List.of("Pz", "Cz"), two.names());
    assertEquals("Montage[2 electrodes: Pz, Cz]", two.toString());
    assertEquals("Montage[64 electrodes: Fp1, AF7, AF3, ...]", Montage.biosemi64().toString());
  }

  @Test
  void montagesAreEqualIfAllElectrodesAre() {
    assertEquals(Montage.biosemi64(), Montage.biosemi64());
    assertEquals(Montage.biosemi64().hashCode(), Montage.biosemi64().hashCode());
    assertNotEquals(Montage.biosemi64(), Montage.biosemi32());
  }
}
