/**
 * Distributions over parameters, each with its exact transform to independent standard normals.
 *
 * <p>Start with {@link org.jansenrit.core.prior.Prior#of}. Values are in the units of their
 * parameters. Depends on {@code data}, {@code model} and {@code math}.
 */
package org.jansenrit.core.prior;
