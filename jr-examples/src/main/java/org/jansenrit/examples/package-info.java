/** Placeholder. */
package org.jansenrit.examples;
