/**
 * Networks on PyTorch, through DJL. The only package that imports {@code ai.djl}.
 *
 * <p>Start with {@link org.jansenrit.inference.djl.Networks}. A {@link
 * org.jansenrit.inference.djl.Network} owns its native memory until it is closed; it computes in
 * 32-bit floats, on the CPU unless a {@link org.jansenrit.inference.training.Device} is chosen.
 * Graph code here never multiplies, divides or raises an array by a Java number: the engine would
 * free that number before the gradient is taken. Depends on {@code training}.
 */
package org.jansenrit.inference.djl;
