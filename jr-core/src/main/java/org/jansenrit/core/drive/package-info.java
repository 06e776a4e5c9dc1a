/**
 * What enters a model through its ports: stimuli and noise.
 *
 * <p>Start with {@link org.jansenrit.core.drive.Stimulus} and {@link
 * org.jansenrit.core.drive.Noise}; a noise of your own is a lambda, see {@link
 * org.jansenrit.core.drive.Drive}. A drive answers with its mean over a step, never with a value at
 * an instant, so that a pulse keeps its area and noise its intensity at any step. Values are in the
 * unit of the port. Depends on {@code model}, {@code math} and {@code quantity}.
 */
package org.jansenrit.core.drive;
