package org.jansenrit.core.model;

import java.util.List;

/**
 * A second-order synaptic kernel h(t) = G r t exp(-r t): what turns a firing rate u into a
 * potential y by y'' = G r u - 2 r y' - r&sup2; y.
 *
 * @param gain the parameter G, in mV
 * @param rate the parameter r, in 1/s
 * @param ports the ports whose drives are added to the firing rate that enters; each must be
 *     additive, since a kernel is linear
 * @see <a href="https://doi.org/10.1007/BF00199471">Jansen &amp; Rit (1995), eq. 1-2</a>
 */
public record Kernel(Parameter gain, Parameter rate, List<Port> ports) {
  /**
   * Creates a kernel.
   *
   * @param gain the parameter G, in mV
   * @param rate the parameter r, in 1/s
   * @param ports what is added to the firing rate that enters; copied
   * @throws IllegalArgumentException if a port is not additive
   */
  public Kernel {
    ports = List.copyOf(ports);
    for (Port port : ports) {
      if (!port.additive()) {
        throw new IllegalArgumentException(
            "port " + port.symbol() + " enters a kernel, which is linear, so it must be additive");
      }
    }
  }

  /**
   * {@return a kernel with {@code gain} and {@code rate} that {@code ports} enter}
   *
   * @param gain the parameter G, in mV
   * @param rate the parameter r, in 1/s
   * @param ports the ports whose drives are added to the firing rate that enters; may be none
   * @throws IllegalArgumentException if a port is not additive
   */
  public static Kernel of(Parameter gain, Parameter rate, Port... ports) {
    return new Kernel(gain, rate, List.of(ports));
  }
}
