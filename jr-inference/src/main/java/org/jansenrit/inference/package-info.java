/** Placeholder. */
package org.jansenrit.inference;
