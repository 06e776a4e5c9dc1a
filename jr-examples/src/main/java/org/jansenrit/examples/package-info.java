/**
 * Programs that show the library at work: the quickstart, the studies, the benchmarks.
 *
 * <p>Each answers one question, prints a table and writes a page. Depends on all other modules.
 */
package org.jansenrit.examples;
