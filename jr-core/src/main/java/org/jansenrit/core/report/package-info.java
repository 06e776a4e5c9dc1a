/**
 * Shows and keeps results: figures (SVG, PNG), aligned tables, one-file HTML pages and the {@code
 * results.json} of a program.
 *
 * <p>Start with {@link org.jansenrit.core.report.Panel}, put panels into a {@link
 * org.jansenrit.core.report.Figure}, and figures and tables into a {@link
 * org.jansenrit.core.report.Report}. Numbers are drawn as they come; their units stand in the axis
 * labels, as in {@code "time (s)"}. The same input gives the same text. Depends on nothing else in
 * this library.
 */
package org.jansenrit.core.report;
