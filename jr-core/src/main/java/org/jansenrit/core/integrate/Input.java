package org.jansenrit.core.integrate;

import java.util.List;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.model.Port;

/**
 * A drive and the ports that its one realisation enters.
 *
 * @param drive what enters
 * @param ports where; at least one, copied
 */
public record Input(Drive drive, List<Port> ports) {
  /**
   * Creates an input.
   *
   * @param drive what enters
   * @param ports where; copied
   * @throws IllegalArgumentException if there is no port
   */
  public Input {
    ports = List.copyOf(ports);
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("a drive needs at least one port to enter");
    }
  }

  @Override
  public String toString() {
    return String.join(", ", ports.stream().map(Port::symbol).toList()) + " <- " + drive;
  }
}
