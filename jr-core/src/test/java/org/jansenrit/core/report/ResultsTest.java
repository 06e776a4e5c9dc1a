package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jansenrit.core.file.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {
  private static final Results RESULTS =
      Results.of("SbiBenchmark", "full")
          .figure("two_moons/c2st", 0.74, "1", 0.75, "<=")
          .figure("recovery/r", 0.85, "1", 0.9, ">=")
          .figure("time", 118, "s");

  @TempDir Path directory;

  private static void refuses(String message, Runnable wrong) {
    var e = assertThrows(IllegalArgumentException.class, wrong::run);
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void jsonHasTheSchemaOfTheProgramsInItsOrder() {
    var top = JsonReader.object(RESULTS.toJson());
    assertEquals(
        List.of("program", "date", "machine", "jdk", "size", "figures"), List.copyOf(top.keySet()));
    assertEquals("SbiBenchmark", top.get("program"));
    assertEquals("full", top.get("size"));
    assertTrue(((String) top.get("date")).matches("\\d{4}-\\d\\d-\\d\\d"));
    assertTrue(((String) top.get("machine")).matches("\\d+ cores?, .+"));
    assertEquals(System.getProperty("java.version"), top.get("jdk"));
    assertEquals(3, ((List<?>) top.get("figures")).size());
  }

  @Test
  void figureHoldsWhatWasAskedAndItsNote() {
    String json =
        RESULTS.note("recovery/r", "Sensor \"noise\"").note("recovery/r", "limits it.").toJson();
    assertTrue(
        json.contains(
            "{\"name\": \"recovery/r\", \"value\": 0.85, \"unit\": \"1\", \"asked\": 0.9,"
                + " \"comparison\": \">=\", \"note\": \"Sensor \\\"noise\\\" limits it.\"}"),
        json);
    assertTrue(json.contains("{\"name\": \"time\", \"value\": 118, \"unit\": \"s\"}"), json);
  }

  @Test
  void noFiguresIsStillJson() {
    assertEquals(List.of(), JsonReader.object(Results.of("P", "small").toJson()).get("figures"));
  }

  @Property(tries = 300)
  void anyTextIsReadBackAsItWas(@ForAll String text) {
    assertEquals(text, JsonReader.object("{\"k\": " + Json.string(text) + "}").get("k"));
  }

  @Property(tries = 300)
  void anyFiniteNumberIsReadBackAsItWas(@ForAll double value) {
    assertEquals(value + 0.0, JsonReader.object("{\"k\": " + Json.number(value) + "}").get("k"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void valuesThatAreNotFiniteAreRefusedByName(double bad) {
    refuses(
        "figure 'r': value must be finite, but was " + bad, () -> RESULTS.figure("r", bad, "1"));
    refuses("figure 'r': asked must be finite", () -> RESULTS.figure("r", 1, "1", bad, "<="));
  }

  @Test
  void wrongFiguresAreRefused() {
    refuses(
        "comparison must be one of [<, <=, >=, >], but was '=='",
        () -> RESULTS.figure("r", 1, "1", 1, "=="));
    refuses("unit of figure 'r' must not be blank", () -> RESULTS.figure("r", 1, ""));
    refuses("there is a figure 'time' already", () -> RESULTS.figure("time", 1, "s"));
    refuses(
        "note on 'tme': there is no such figure, only [two_moons/c2st",
        () -> RESULTS.note("tme", "x"));
    refuses("program must not be blank", () -> Results.of("", "full"));
  }

  @Test
  void missedAreThoseThatDoNotReachWhatWasAsked() {
    assertEquals(List.of("recovery/r"), RESULTS.missed());
    var edges =
        Results.of("P", "small")
            .figure("a", 1, "1", 1, "<")
            .figure("b", 1, "1", 1, "<=")
            .figure("c", 1, "1", 1, ">=")
            .figure("d", 1, "1", 1, ">");
    assertEquals(List.of("a", "d"), edges.missed());
  }

  @Test
  void tableShowsEachFigure() {
    assertEquals(
        List.of("recovery/r", "0.85", "1", ">= 0.9", "no", ""), RESULTS.table().rows().get(1));
    assertEquals(List.of("time", "118", "s", "", "", ""), RESULTS.table().rows().get(2));
  }

  @Test
  void savesWhole() throws Exception {
    Path path = directory.resolve("results.json");
    RESULTS.save(path);
    assertEquals(RESULTS.toJson(), Files.readString(path));
  }

  @Test
  void toStringIsOneLine() {
    assertEquals("Results[SbiBenchmark, full, 3 figures, 1 missed]", RESULTS.toString());
  }

  @Test
  void processorIsNamedWhereItIsKnown() {
    assertEquals(
        "AMD EPYC 7B13", Machine.model(List.of("processor : 0", "model name\t: AMD  EPYC 7B13 ")));
    assertEquals("", Machine.model(List.of("CPU architecture: 8")));
  }
}
