package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jansenrit.core.file.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Property(tries = 500)
  void whatIsWrittenIsRead(
      @ForAll Map<String, String> texts, @ForAll List<String> list, @ForAll double number)
      throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("texts", texts);
    json.put("list", list);
    json.put("number", Double.isFinite(number) ? number : null);
    json.put("lists", List.of(List.of(), Map.of()));
    assertEquals(json, JsonReader.object(Json.write(json)));
  }

  @Test
  void everyCharacterSurvives() throws IOException {
    var all = new StringBuilder();
    for (char c = 0; c < 0xffff; c++) {
      all.append(c);
    }
    Map<String, String> json = Map.of("all", all.toString());
    String text = Json.write(json);
    assertEquals(json, JsonReader.object(text));
    assertTrue(text.chars().noneMatch(c -> Character.isSurrogate((char) c)), "UTF-8 has no such");
  }

  @Test
  void escapesAreRead() throws IOException {
    assertEquals(
        Map.of("a", "\"\\/\b\f\n\r\tµ\ud83d\ude00"),
        JsonReader.object("{\"a\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00b5\\uD83D\\uDE00\"}"));
  }

  @Test
  void numbersBooleansAndNullAreRead() throws IOException {
    assertEquals(
        Map.of("a", Arrays.asList(0.0, -1.5, 2e10, 3e-7, null, true, false)),
        JsonReader.object(" {\"a\" :[0,-1.5,\t2E10, 3e-7, null,true, false]}\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "3",
        "[]",
        "{",
        "{}x",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":[1,]}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"a\":1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":1.}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":True}",
        "{\"a\":nul}",
        "{\"a\":\"",
        "{\"a\":\"\\",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u+123\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]}"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThrows(IOException.class, () -> JsonReader.object(text));
  }

  @Test
  void theMessageSaysWhere() {
    assertEquals(
        "meta.json: expected ',' at character 8, but found '\"'",
        assertThrows(IOException.class, () -> JsonObject.parse("meta.json", "{\"a\": 1 \"b\": 2}"))
            .getMessage());
    assertEquals(
        "expected ',' at character 7, but found the end",
        assertThrows(IOException.class, () -> JsonReader.object("{\"a\": 1")).getMessage());
  }
}
