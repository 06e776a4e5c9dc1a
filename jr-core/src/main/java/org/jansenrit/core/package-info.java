/** Placeholder. */
package org.jansenrit.core;
