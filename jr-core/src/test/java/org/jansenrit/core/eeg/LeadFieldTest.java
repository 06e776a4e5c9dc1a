package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeadFieldTest {
  private static final LeadField FIELD =
      LeadField.of(
          Montage.biosemi64(),
          HeadModel.fourSpheres(),
          Dipole.leftCaudalMiddleFrontal(),
          Dipole.tangential(Vector3.of(0, 0, 60), Vector3.of(1, 0, 0)));

  @Test
  void gainsArePotentialsOfTheHead() {
    var head = HeadModel.fourSpheres();
    double pz =
        head.potential(Dipole.leftCaudalMiddleFrontal(), Montage.biosemi64().position("Pz"));
    assertEquals(pz, FIELD.gain("Pz", 0));
    assertEquals(64, FIELD.channels().size());
    assertEquals(2, FIELD.sources());
  }

  @Test
  void radialSourceIsStrongestAboveItself() {
    int strongest =
        IntStream.range(0, 64)
            .reduce((a, b) -> FIELD.gain(a, 0) > FIELD.gain(b, 0) ? a : b)
            .orElseThrow();
    assertEquals("FC3", FIELD.channels().get(strongest));
    assertTrue(FIELD.gain("FC3", 0) > 0);
  }

  @Test
  void averageReferenceHasZeroMeanAndKeepsDifferences() {
    var average = FIELD.reference(Reference.average());
    for (int s = 0; s < 2; s++) {
      int source = s;
      assertEquals(
          0, IntStream.range(0, 64).mapToDouble(c -> average.gain(c, source)).sum(), 1e-13);
      assertEquals(
          FIELD.gain("Cz", s) - FIELD.gain("Oz", s),
          average.gain("Cz", s) - average.gain("Oz", s),
          1e-15);
    }
    assertEquals("LeadField[64 channels x 2 sources, uV/nAm, average reference]", average + "");
  }

  @Test
  void referenceChannelIsZero() {
    var single = FIELD.reference(Reference.electrode("Cz"));
    assertEquals(0, single.gain("Cz", 0));
    assertEquals(FIELD.gain("Pz", 0) - FIELD.gain("Cz", 0), single.gain("Pz", 0));
    assertEquals(
        FIELD.reference(Reference.average()).reference(Reference.electrode("Cz")).gain("Pz", 1),
        single.gain("Pz", 1),
        1e-15);
  }

  @Test
  void linkedElectrodesAreZeroOnAverage() {
    var linked = FIELD.reference(Reference.linked("P9", "P10"));
    assertEquals(0, linked.gain("P9", 0) + linked.gain("P10", 0), 1e-15);
    double zero = (FIELD.gain("P9", 0) + FIELD.gain("P10", 0)) / 2;
    assertEquals(FIELD.gain("Cz", 0) - zero, linked.gain("Cz", 0), 1e-15);
    assertEquals("LeadField[64 channels x 2 sources, uV/nAm, linked P9 and P10]", linked + "");
    assertThrows(IllegalArgumentException.class, Reference::linked);
    assertThrows(IllegalArgumentException.class, () -> Reference.linked("P9", "P9"));
  }

  @Test
  void arraysAreCopiedInAndOut() {
    double[][] gains = {{1}, {2}};
    var field = LeadField.of(List.of("a", "b"), gains);
    gains[0][0] = 9;
    field.gains()[1][0] = 9;
    assertEquals(1, field.gain("a", 0));
    assertEquals(2, field.gain("b", 0));
    assertTrue(Arrays.deepEquals(new double[][] {{1}, {2}}, field.gains()));
  }

  @Test
  void gainsMustBeCompleteAndFinite() {
    var names = List.of("a", "b");
    assertRefused(names, new double[][] {{1}, {2, 3}});
    assertRefused(names, new double[][] {{1}, {Double.NaN}});
    assertRefused(names, new double[][] {{1}});
    assertRefused(names, new double[][] {{}, {}});
    assertRefused(List.of(), new double[][] {});
    assertRefused(List.of("a", "a"), new double[][] {{1}, {2}});
  }

  private static void assertRefused(List<String> names, double[][] gains) {
    assertThrows(IllegalArgumentException.class, () -> LeadField.of(names, gains));
  }

  @Test
  void sourcesAreNeeded() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LeadField.of(Montage.biosemi32(), HeadModel.oneSphere()));
  }

  @Test
  void unknownChannelNamesItsNeighbours() {
    var field = LeadField.of(List.of("Cz", "Pz"), new double[][] {{1}, {2}});
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> field.reference(Reference.electrode("CZ")));
    assertEquals("no channel CZ here; did you mean Cz? There are [Cz, Pz]", e.getMessage());
  }

  @Test
  void oneChannelHasNoAverage() {
    var one = LeadField.of(List.of("Cz"), new double[][] {{1}});
    assertThrows(IllegalArgumentException.class, () -> one.reference(Reference.average()));
  }

  @Test
  void leadFieldsAreValues() {
    var same = LeadField.of(List.of("Cz"), new double[][] {{1}});
    assertEquals(same, LeadField.of(List.of("Cz"), new double[][] {{1}}));
    assertEquals(same.hashCode(), LeadField.of(List.of("Cz"), new double[][] {{1}}).hashCode());
    assertNotEquals(same, LeadField.of(List.of("Cz"), new double[][] {{2}}));
  }
}
