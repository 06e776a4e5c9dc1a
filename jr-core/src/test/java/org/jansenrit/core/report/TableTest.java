package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  @Test
  void printsAlignedWithNumbersAtTheRight() {
    Table table =
        Table.of("parameter", "unit", "mean").row("A", "mV", "3.25").row("B", "mV", "-22.0");
    assertEquals(
        """
        parameter  unit   mean
        ---------  ----  -----
        A          mV     3.25
        B          mV    -22.0""",
        table.toString());
  }

  @Property(tries = 100)
  void secondColumnBeginsAtOnePlace(
      @ForAll @Size(min = 1, max = 8)
          List<@AlphaChars @StringLength(min = 1, max = 12) String> names) {
    Table table = Table.of("name", "|");
    for (String name : names) {
      table = table.row(name, "|");
    }
    var places =
        table.toString().lines().filter(l -> !l.startsWith("--")).mapToInt(l -> l.indexOf('|'));
    assertEquals(1, places.distinct().count());
  }

  @Test
  void rowOfAnotherLengthIsRefused() {
    Table table = Table.of("a", "b").row("1", "2");
    var e = assertThrows(IllegalArgumentException.class, () -> table.row("1"));
    assertEquals("row 2: expected 2 cells [a, b], but got 1: [1]", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> table.row("1", "2", "3"));
    assertThrows(IllegalArgumentException.class, () -> Table.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "-3.25",
        "+.5",
        "1e-7",
        "2.5E+3",
        "10,000",
        "95 %",
        "3.2 ± 0.1",
        "< 0.001",
        "−4"
      })
  void numbersAreSeenAsSuch(String cell) {
    assertTrue(Table.of("x").row(cell).row("-").row("NaN").row("").isNumeric(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "1995 Jansen", "0.1.0-SNAPSHOT", "3 mV", "", "-", "NaN"})
  void otherColumnsAreText(String cell) {
    assertFalse(Table.of("x").row(cell).isNumeric(0));
  }

  @Test
  void oneWordMakesAColumnText() {
    assertFalse(Table.of("x").row("1").row("none").isNumeric(0));
  }

  @Test
  void lineBreaksWithinACellBecomeSpaces() {
    assertEquals(List.of("one two"), Table.of("x").row("one\r\ntwo\n").rows().get(0));
  }

  @Test
  void addingARowLeavesTheTableAsItWas() {
    Table table = Table.of("x");
    assertEquals(1, table.row("1").rows().size());
    assertEquals(0, table.rows().size());
    assertEquals(List.of("x"), table.header());
    assertEquals("x\n-", table.toString());
  }
}
