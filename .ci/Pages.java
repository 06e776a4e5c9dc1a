import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at pages in a headless Chromium: no message in the console, no overflow at 400 and 1400
 * pixels, sorting works, under 3 MB, loaded in under 1 s. {@code java .ci/Pages.java PAGE.html ...}
 */
public final class Pages {
  private static final int[] WIDTHS = {400, 1400};
  private static final long HEAVIEST = 3_000_000;
  private static final double SLOWEST = 1000;
  private static final int PATIENCE = 60;

  /** The page stands in a frame of the width that is asked for: windows have a least width. */
  private static final String FRAME =
      """
      <!DOCTYPE html><meta charset="utf-8"><title>check</title><body style="margin:0"><script>
      const start = performance.now();
      const frame = document.createElement('iframe');
      frame.style = 'border:0;width:%dpx;height:900px';
      frame.srcdoc = %s;
      frame.onload = () => {
        const page = frame.contentDocument;
        const load = performance.now() - start;
        const wide = page.documentElement.scrollWidth - page.documentElement.clientWidth;
        let sorted = 0;
        for (const table of page.querySelectorAll('table')) {
          if (table.tBodies[0].rows.length < 2) continue;
          const th = table.tHead.querySelector('th');
          const button = th.querySelector('button');
          if (button) button.click();
          sorted += th.getAttribute('aria-sort') === 'ascending' ? 0 : 1;
        }
        document.body.dataset.found = `load=${load.toFixed(0)} wide=${wide} unsorted=${sorted}`;
      };
      document.body.append(frame);
      </script>
      """;

  private static final String BROWSER =
      System.getenv().getOrDefault("CHROMIUM", "chromium");

  public static void main(String[] pages) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (String page : pages) {
      check(Path.of(page), wrong);
    }
    wrong.forEach(System.err::println);
    System.exit(wrong.isEmpty() && pages.length > 0 ? 0 : 1);
  }

  private static void check(Path page, List<String> wrong) throws Exception {
    long size = Files.size(page);
    if (size > HEAVIEST) {
      wrong.add(page + " weighs " + size + " bytes");
    }
    for (int width : WIDTHS) {
      String seen = look(page, width);
      Matcher found = Pattern.compile("load=(\\d+) wide=(-?\\d+) unsorted=(\\d+)").matcher(seen);
      if (!found.find()) {
        wrong.add(page + " at " + width + " px: was not loaded: " + seen);
        continue;
      }
      System.out.printf("%s: %d px, %d kB, %s%n", page, width, size / 1000, found.group());
      if (Double.parseDouble(found.group(1)) > SLOWEST) {
        wrong.add(page + " at " + width + " px: loads in " + found.group(1) + " ms");
      }
      if (Integer.parseInt(found.group(2)) > 0) {
        wrong.add(page + " at " + width + " px: " + found.group(2) + " px too wide");
      }
      if (Integer.parseInt(found.group(3)) > 0) {
        wrong.add(page + " at " + width + " px: " + found.group(3) + " tables are not sorted");
      }
      seen.lines().filter(line -> line.contains("CONSOLE")).forEach(l -> wrong.add(page + ": " + l));
    }
  }

  private static String look(Path page, int width) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("pages");
    Path frame = profile.resolve("frame.html");
    Path out = profile.resolve("out.txt");
    Files.writeString(frame, FRAME.formatted(width, literal(Files.readString(page))));
    Process browser =
        new ProcessBuilder(
                BROWSER,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile.resolve("user"),
                "--window-size=1500,1000",
                "--dump-dom",
                frame.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!browser.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      browser.destroyForcibly();
    }
    String seen = Files.readString(out);
    delete(profile);
    Matcher data = Pattern.compile("data-found=\"([^\"]*)\"").matcher(seen);
    String console =
        String.join("\n", seen.lines().filter(line -> line.contains(":CONSOLE")).toList());
    return (data.find() ? data.group(1) : "no result") + "\n" + console;
  }

  /** What the browser still writes while it ends may stay behind; the system sweeps it away. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      System.err.println("left behind: " + folder);
    }
  }

  private static String literal(String html) {
    return '"'
        + html.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\r", "")
            .replace("\n", "\\n")
            .replace("</script", "<\\/script")
            .replace("<!--", "<\\!--")
        + '"';
  }
}
