/**
 * Neural mass models: equations, their parameters with units, and the ports through which input
 * enters.
 *
 * <p>Start with {@link org.jansenrit.core.model.JansenRit}; for a model of your own, implement
 * {@link org.jansenrit.core.model.NeuralMassModel}, as {@link org.jansenrit.core.model.WilsonCowan}
 * does, or, where the model is made of second-order synaptic kernels, {@link
 * org.jansenrit.core.model.KernelModel}. Units are those of the papers: mV, s, 1/s, nA. Depends on
 * {@code math} and {@code quantity} only.
 */
package org.jansenrit.core.model;
