/**
 * Lane kernels and random streams: the arithmetic under everything that is simulated.
 *
 * <p>A lane is one simulation; arrays hold one value per lane. {@link
 * org.jansenrit.core.math.Lanes} has the small loops that the compiler vectorises, {@link
 * org.jansenrit.core.math.Streams} says which random stream belongs to which simulation, {@link
 * org.jansenrit.core.math.LaneRandom} draws from many of them at once. {@link
 * org.jansenrit.core.math.Fourier} transforms. Depends on {@code quantity} only.
 */
package org.jansenrit.core.math;
