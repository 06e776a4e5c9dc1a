package org.jansenrit.examples;

import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Report;

/**
 * One figure of the gallery.
 *
 * @param kind what it is
 * @param code the call that draws it
 * @param says what can be seen
 * @param figure the figure
 */
record GalleryItem(String kind, String code, String says, Figure figure) {
  Report addTo(Report page) {
    return page.heading(kind).figure(figure, says).code(code);
  }
}
