/**
 * Integrators: how a model is stepped through time, over blocks of lanes.
 *
 * <p>Start with {@link org.jansenrit.core.integrate.Integrator}. Inputs are means over each step,
 * so Euler's method is Euler-Maruyama where white noise enters. Depends on {@code drive}, {@code
 * model} and {@code math}.
 */
package org.jansenrit.core.integrate;
