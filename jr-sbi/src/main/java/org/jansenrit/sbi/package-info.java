/** Placeholder. */
package org.jansenrit.sbi;
