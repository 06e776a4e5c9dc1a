package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a reader may paste into JShell is pasted into JShell here. */
class SnippetsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path SESSIONS = ROOT.resolve("jr-examples/jshell");
  private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everySnippetOfTheReadmeRuns() throws IOException {
    Matcher snippets = SNIPPET.matcher(Files.readString(ROOT.resolve("README.md")));
    int count = 0;
    while (snippets.find()) {
      try (ShellSession shell = session()) {
        shell.run(snippets.group(1));
      }
      count++;
    }
    assertTrue(count >= 1, "the README has no snippet");
  }

  /** A page is one session: later snippets may use what earlier ones defined. */
  @ParameterizedTest
  @MethodSource("pages")
  void everySnippetOfAPageRuns(Path page) throws IOException {
    try (ShellSession shell = session()) {
      Matcher snippets = SNIPPET.matcher(Files.readString(page));
      while (snippets.find()) {
        shell.run(snippets.group(1));
      }
    }
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void sessionOfTheArchitectureRunsLineByLine() throws IOException {
    try (ShellSession shell = session()) {
      shell.run(Files.readString(SESSIONS.resolve("architecture.jsh")));
      assertEquals(
          "\"Dataset[theta 400 x [A mV, B mV, C], TimeSeries 400 x 64 channels x 1000 samples at"
              + " 1000 Hz, uV]\"",
          shell.run("data.toString()"));
      assertEquals("5000", shell.run("draws.size()"));
    }
  }

  @Test
  void sessionOfDecisionsRunsLineByLine() throws IOException {
    try (ShellSession shell = session()) {
      shell.run(Files.readString(SESSIONS.resolve("decisions.jsh")));
      assertTrue(Double.parseDouble(shell.run("outcomes.at(51.2).accuracy()")) > 0.99);
      assertEquals("78", shell.run("data.x().width()"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "simulate, data.x().samples(), 1000",
    "train, report.simulations(), 60",
    "infer, calibration.calibrated(), true",
    "own-model, series.samples(), 2000",
    "own-recording, epochs.size(), 28"
  })
  void sessionRunsLineByLine(String name, String asked, String expected) throws IOException {
    try (ShellSession shell = session()) {
      shell.run(Files.readString(SESSIONS.resolve(name + ".jsh")));
      assertEquals(expected, shell.run(asked));
    }
  }

  /** The tool runs a line that is complete, so the link on the next line is lost. */
  @Test
  void chainWithoutParenthesesFailsHereAsInTheTool() {
    try (ShellSession shell = new ShellSession()) {
      assertThrows(AssertionError.class, () -> shell.run("var x = \"a\"\n    .concat(\"b\")\n"));
    }
  }

  private static ShellSession session() throws IOException {
    ShellSession shell = new ShellSession();
    shell.run(Files.readString(SESSIONS.resolve("imports.jsh")));
    return shell;
  }
}
