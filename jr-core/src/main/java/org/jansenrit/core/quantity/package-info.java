/**
 * Time and frequency, the two quantities that are types of their own.
 *
 * <p>Start with {@link org.jansenrit.core.quantity.Time#ms} and {@link
 * org.jansenrit.core.quantity.Frequency#hz}. Every other number in the library is a {@code double}
 * named by a parameter that carries its unit. Depends on nothing.
 */
package org.jansenrit.core.quantity;
