/**
 * What everything that is saved has in common: files that are written whole or not at all, failures
 * that name the file, and JSON.
 *
 * <p>Start with {@link org.jansenrit.core.file.WholeFile}. At the bottom: depends on nothing.
 */
package org.jansenrit.core.file;
