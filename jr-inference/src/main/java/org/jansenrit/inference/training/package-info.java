/**
 * What a network is trained with and what training says of itself: plain values and two interfaces.
 *
 * <p>Start with {@link org.jansenrit.inference.training.Training#standard}. A loss of one's own is
 * an {@link org.jansenrit.inference.training.Objective}, in plain Java. Learning rates are per
 * step, losses are means over rows, epochs and batches are counted from 1. Depends on {@code
 * core.data} and {@code core.simulate}.
 */
package org.jansenrit.inference.training;
