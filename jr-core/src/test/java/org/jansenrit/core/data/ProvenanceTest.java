package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

  @Test
  void itSaysWhatIsRunning() {
    Provenance here = Provenance.here();
    assertEquals(List.of("jr", "jdk", "platform"), List.copyOf(here.entries().keySet()));
    assertEquals(Runtime.version().toString(), here.entries().get("jdk"));
  }

  @Test
  void entriesKeepTheirOrderAndCannotBeChanged() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("z", "1");
    entries.put("a", "2");
    Provenance provenance = new Provenance(entries);
    entries.clear();
    assertEquals("z 1; a 2; seed 42", provenance.with("seed", 42).toString());
    assertEquals("z 1; a 2", provenance.toString());
    assertThrows(UnsupportedOperationException.class, () -> provenance.entries().clear());
  }

  @Test
  void theMachineIsNoPartOfTheWork() {
    assertEquals(
        List.of("jr", "seed"), List.copyOf(Provenance.here().with("seed", 1).work().keySet()));
  }

  @Test
  void whatDiffersStandsSideBySideOnce() {
    var one = new Provenance(Map.of("jdk", "17"));
    var two = new Provenance(Map.of("jdk", "25"));
    Provenance both = one.beside(two).beside(one).beside(two);
    assertEquals("jdk 17 | 25", both.toString());
    assertEquals(
        "jdk 17 | 25; seed 1", both.beside(new Provenance(Map.of("seed", "1"))).toString());
  }
}
