import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Makes a notebook of each guide: text as it stands, Java as cells. {@code java .ci/Notebooks.java
 * CLASSPATH OUT PAGE.md ...}
 */
public final class Notebooks {
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```\\n?");

  /** Of JShell's own imports those that the guides use, and the kernel's way to show an image. */
  private static final String ALSO =
      "import java.nio.file.*;\nimport java.util.*;\nimport java.util.stream.*;\n"
          + "import static org.rapaio.jupyter.kernel.global.Global.*;\n";

  private static final Pattern FIGURE =
      Pattern.compile(
          "((?!var )[^=]*(?:\\.(?:figure|pairPlot|rankHistogram|topography)|PairPlot\\.of)\\([^()]*\\))"
              + "(?:\\s*//.*)?");

  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[1]));
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(args[0]);
      String imports = Files.readString(Path.of("jr-examples/jshell/imports.jsh"));
      for (int i = 2; i < args.length; i++) {
        Path page = Path.of(args[i]);
        String name = page.getFileName().toString().replace(".md", ".ipynb");
        Files.writeString(out.resolve(name), notebook(Files.readString(page), imports, shell));
      }
    }
  }

  private static String notebook(String page, String imports, JShell shell) {
    List<String> cells = new ArrayList<>();
    cells.add(code(ALSO + imports.replaceAll("(?m)(?<=\\S)$", ";")));
    Matcher block = BLOCK.matcher(page);
    int from = 0;
    while (block.find()) {
      cells.add(text(page.substring(from, block.start())));
      for (String statement : statements(block.group(1), shell)) {
        cells.add(code(shown(statement)));
      }
      from = block.end();
    }
    cells.add(text(page.substring(from)));
    return "{\"cells\": ["
        + String.join(",\n", cells.stream().filter(c -> !c.isEmpty()).toList())
        + "], \"metadata\": {\"kernelspec\": {\"display_name\": \"Java\", \"language\": \"java\","
        + " \"name\": \"jansenrit\"}}, \"nbformat\": 4, \"nbformat_minor\": 5}\n";
  }

  /** JShell's tool ends statements itself; a kernel wants them ended. */
  private static List<String> statements(String block, JShell shell) {
    List<String> statements = new ArrayList<>();
    String pending = "";
    for (String line : block.split("\n")) {
      pending += line + "\n";
      var info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
      while (info.completeness().isComplete()
          && info.completeness() != SourceCodeAnalysis.Completeness.EMPTY) {
        statements.add(info.source().strip());
        pending = info.remaining();
        info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
      }
    }
    return statements;
  }

  /** The kernel shows text of what it does not know; a figure is shown as an image. */
  private static String shown(String statement) {
    Matcher figure = FIGURE.matcher(statement);
    return figure.matches()
        ? "var shown = display(\"text/html\", (" + figure.group(1) + ").toSvg());"
        : statement;
  }

  private static String code(String source) {
    return "{\"cell_type\": \"code\", \"execution_count\": null, \"metadata\": {}, \"outputs\": [],"
        + " \"source\": " + string(source) + "}";
  }

  private static String text(String source) {
    return source.isBlank()
        ? ""
        : "{\"cell_type\": \"markdown\", \"metadata\": {}, \"source\": " + string(source) + "}";
  }

  private static String string(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }
}
