/**
 * Perceptual decisions: many short trials of a model that ends each of them itself, by choosing the
 * left or the right alternative.
 *
 * <p>Start with {@link org.jansenrit.core.decision.DecisionTask}, of a {@link
 * org.jansenrit.core.decision.WongWangDecision} or a {@link
 * org.jansenrit.core.decision.DriftDiffusion}; a model of your own implements {@link
 * org.jansenrit.core.decision.DecisionModel}. Coherences are in percent, negative ones favour the
 * right; reaction times are in ms. Depends on {@code simulate} and what lies below it.
 */
package org.jansenrit.core.decision;
