package org.jansenrit.core.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final Panel PANEL =
      Panel.of("ERP", "time (s)", "potential (µV)")
          .line("Cz", new double[] {0, 1}, new double[] {1, 2});
  private static final Figure FIGURE = Figure.of(PANEL);
  private static final String NASTY = "<script>alert(\"1\" + '2')</script> & %s";
  private static final String HARMLESS =
      "&lt;script&gt;alert(&quot;1&quot; + &#39;2&#39;)&lt;/script&gt; &amp; %s";

  @TempDir Path directory;

  private static List<String> all(String regex, String text) {
    return Pattern.compile(regex).matcher(text).results().map(m -> m.group(1)).toList();
  }

  @Test
  void pageSaysLanguageEncodingAndWidth() {
    String html = Report.titled("Recovery").toHtml();
    assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    assertTrue(html.contains("<meta charset=\"utf-8\">"));
    assertTrue(html.contains("content=\"width=device-width, initial-scale=1\""));
    assertTrue(html.contains("<title>Recovery</title>"));
    assertTrue(html.contains("<h1>Recovery</h1>"));
    assertTrue(html.contains("prefers-color-scheme: dark"));
  }

  @Test
  void allTextIsEscapedWhereverItStands() {
    Panel panel = Panel.of(NASTY, NASTY, NASTY).line(NASTY, new double[] {0}, new double[] {0});
    String html =
        Report.titled(NASTY)
            .heading(NASTY)
            .paragraph(NASTY)
            .code(NASTY)
            .table(Table.of(NASTY).row(NASTY))
            .figure(Figure.of(panel), NASTY)
            .figure(Figure.grid(NASTY, 2, panel, panel), NASTY)
            .toHtml();
    assertEquals(1, all("(<script)", html).size(), "the page's own");
    assertEquals(List.of(), all("(alert\\(\"1)", html));
    for (String tag : List.of("title", "h1", "p", "code")) {
      assertTrue(html.contains("<" + tag + ">" + HARMLESS + "</" + tag + ">"), tag);
    }
    assertTrue(html.contains("<td class=\"words\">" + HARMLESS + "</td>"));
    assertTrue(html.contains("<h2 id=\"section-1\">" + HARMLESS + "</h2>"));
    assertTrue(html.contains("<figcaption>Figure 1. " + HARMLESS));
  }

  @Test
  void controlCharactersAreMarked() {
    assertTrue(Report.titled("t").paragraph("a\u0000b\nc").toHtml().contains("<p>a\uFFFDb\nc</p>"));
  }

  @Test
  void idsAreUniqueThoughAFigureComesTwice() {
    var grid = Figure.grid("grid", 2, PANEL, PANEL, Panel.blank(), PANEL);
    String html =
        Report.titled("t").figure(FIGURE, "a").figure(FIGURE, "b").figure(grid, "c").toHtml();
    var ids = all("\\sid=['\"]([^'\"]+)", html);
    assertTrue(ids.size() > 5, "clips have ids");
    assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
    assertTrue(new HashSet<>(ids).containsAll(all("url\\(#([^)]+)\\)", html)));
  }

  @Test
  void figuresAreNumberedAndScale() {
    String html = Report.titled("t").figure(FIGURE, "One.").figure(FIGURE, "Two.").toHtml();
    assertTrue(html.contains("Figure 1. One.") && html.contains("Figure 2. Two."));
    assertEquals(2, all("(viewBox='0 0 540 360')", html).size());
    assertEquals(List.of(), all("<svg[^>]* (width)=", html), "no fixed width");
    assertEquals(2, all("(<svg role=\"img\" aria-label=\"ERP )", html).size());
  }

  @Test
  void pageLoadsNothing() {
    String html = Report.titled("t").figure(FIGURE, "a").code("x").toHtml();
    assertEquals(List.of(), all("((?:src|href)\\s*=(?!\"#)|@import|<link|url\\((?!#))", html));
  }

  @Test
  void threeHeadingsMakeATableOfContents() {
    var two = Report.titled("t").heading("One").paragraph("p").heading("a < b");
    assertFalse(two.toHtml().contains("<nav"));
    String html = two.made("simulate()", "seed 1", 42).toHtml();
    assertEquals(List.of("section-1", "section-2", "section-3"), all("href=\"#([^\"]+)", html));
    assertEquals(List.of("section-1", "section-2", "section-3"), all("<h2 id=\"([^\"]+)", html));
    assertTrue(html.contains("<a href=\"#section-2\">a &lt; b</a>"));
    assertTrue(html.contains("<code>simulate()</code>") && html.contains("<p>seed 1</p>"));
  }

  @Test
  void numbersStandAtTheRight() {
    String html = Report.titled("t").table(Table.of("name", "mean (mV)").row("A", "3.25")).toHtml();
    assertTrue(html.contains("<th scope=\"col\">name</th>"));
    assertTrue(html.contains("<th scope=\"col\" class=\"number\">mean (mV)</th>"));
    assertTrue(html.contains("<td>A</td><td class=\"number\">3.25</td>"));
    assertTrue(html.contains("<div class=\"scroll\""), "wide tables scroll in their own box");
  }

  @Test
  void longTextIsBrokenIntoLinesWhereItMayBe() {
    var table =
        Table.of("figure", "value", "unit")
            .row("two_moons/c2st/two rounds less one", "0.01", "1/s");
    String html = Report.titled("t").table(table).toHtml();
    assertTrue(html.contains("<th scope=\"col\" class=\"words\">figure</th>"), html);
    String words = "<td class=\"words\">two_moons/<wbr>c2st/<wbr>two rounds less one</td>";
    assertTrue(html.contains(words + "<td class=\"number\">0.01</td><td>1/s</td>"), html);
  }

  @Test
  void samePageTwiceIsTheSameText() {
    var report = Report.titled("t").figure(FIGURE, "a").table(Table.of("x").row("1"));
    assertEquals(report.toHtml(), report.toHtml());
  }

  @Test
  void addingABlockLeavesTheReportAsItWas() {
    var report = Report.titled("t");
    var longer = report.paragraph("one").figure(FIGURE, "a");
    assertEquals("Report[\"t\", 0 blocks, 0 figures]", report.toString());
    assertEquals("Report[\"t\", 2 blocks, 1 figure]", longer.toString());
    assertEquals("t", longer.title());
  }

  @Test
  void savesThePageAndNamesAMissingDirectory() throws Exception {
    var report = Report.titled("µV");
    report.save(directory.resolve("page.html"));
    assertEquals(report.toHtml(), Files.readString(directory.resolve("page.html")));
    Path nowhere = directory.resolve("none/page.html");
    var e = assertThrows(UncheckedIOException.class, () -> report.save(nowhere));
    assertTrue(e.getMessage().contains(nowhere.toString()));
  }
}
