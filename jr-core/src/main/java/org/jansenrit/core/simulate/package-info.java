/**
 * Simulations: how a model is run, what is kept of it, and the seam to learning.
 *
 * <p>Start with {@link org.jansenrit.core.simulate.Simulation}; what it observes gives a {@link
 * org.jansenrit.core.simulate.Simulator}. Depends on {@code integrate}, {@code prior}, {@code data}
 * and what is below.
 */
package org.jansenrit.core.simulate;
