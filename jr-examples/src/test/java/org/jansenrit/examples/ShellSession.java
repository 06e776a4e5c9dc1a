package org.jansenrit.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/**
 * A JShell that is fed line by line, as the tool does: a line that is complete runs at once, so a
 * chain that continues on the next line with a dot fails here too.
 */
final class ShellSession implements AutoCloseable {
  private static final List<String> DEFAULT_IMPORTS =
      List.of(
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.file.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.function.*",
          "java.util.prefs.*",
          "java.util.regex.*",
          "java.util.stream.*");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final JShell shell =
      JShell.builder()
          .executionEngine("local")
          .out(new PrintStream(printed, true, StandardCharsets.UTF_8))
          .build();

  ShellSession() {
    shell.addToClasspath(System.getProperty("java.class.path"));
    DEFAULT_IMPORTS.forEach(name -> run("import " + name + ";"));
  }

  /** Runs all lines of {@code text} and returns what the last snippet evaluated to. */
  String run(String text) {
    StringBuilder pending = new StringBuilder();
    String value = null;
    for (String line : text.split("\n", -1)) {
      pending.append(line).append('\n');
      SourceCodeAnalysis.CompletionInfo info =
          shell.sourceCodeAnalysis().analyzeCompletion(pending.toString());
      while (info.completeness().isComplete()
          && info.completeness() != SourceCodeAnalysis.Completeness.EMPTY) {
        value = evaluate(info.source());
        pending = new StringBuilder(info.remaining());
        info = shell.sourceCodeAnalysis().analyzeCompletion(pending.toString());
      }
    }
    if (!pending.toString().isBlank()) {
      throw new AssertionError("incomplete at the end: " + pending);
    }
    return value;
  }

  private String evaluate(String source) {
    String value = null;
    for (SnippetEvent event : shell.eval(source)) {
      if (event.causeSnippet() == null) {
        requireValid(event, source);
        value = event.value();
      }
    }
    return value;
  }

  private void requireValid(SnippetEvent event, String source) {
    if (event.exception() != null) {
      throw new AssertionError(source + "threw", event.exception());
    }
    if (event.status() != Snippet.Status.VALID) {
      String why =
          shell
              .diagnostics(event.snippet())
              .map(d -> d.getMessage(null))
              .collect(Collectors.joining("; "));
      throw new AssertionError(source + "is " + event.status() + ": " + why);
    }
  }

  /** Returns what the snippets printed so far. */
  String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    shell.close();
  }
}
