package org.jansenrit.examples;

import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;

/** What a study has found so far: its figures and its page. Immutable. */
record Study(Results results, Report page) {

  Study with(Results newResults) {
    return new Study(newResults, page);
  }

  Study section(String heading, String text) {
    return new Study(results, page.heading(heading).paragraph(text));
  }

  Study paragraph(String text) {
    return new Study(results, page.paragraph(text));
  }

  Study with(Table table) {
    return new Study(results, page.table(table));
  }

  Study figure(Figure figure, String caption) {
    return new Study(results, page.figure(figure, caption));
  }
}
