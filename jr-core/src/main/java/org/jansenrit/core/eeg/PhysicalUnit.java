package org.jansenrit.core.eeg;

import java.util.Map;

/**
 * The unit of a channel in one spelling: voltages become uV, all else stays as it is.
 *
 * @param name {@code "uV"} for every voltage, else the unit as given, with {@code u} for micro
 * @param factor by which values are multiplied to be in {@code name}
 */
record PhysicalUnit(String name, double factor) {
  static final String MICROVOLT = "uV";

  private static final Map<String, Double> VOLTAGES =
      Map.of("V", 1e6, "mV", 1e3, MICROVOLT, 1.0, "nV", 1e-3);

  /**
   * Reads a unit.
   *
   * @param text in any spelling of micro (u, the micro sign, the Greek letter); blank for uV, which
   *     is BrainVision's default
   */
  static PhysicalUnit of(String text) {
    // U+00C2 is what is left of a micro sign in UTF-8 that was once read as Latin-1
    String name = text.strip().replace("\u00c2", "").replaceAll("[\u00b5\u03bc]", "u");
    if (name.isEmpty() || name.equalsIgnoreCase(MICROVOLT)) {
      return new PhysicalUnit(MICROVOLT, 1);
    }
    Double factor = VOLTAGES.get(name);
    return factor == null ? new PhysicalUnit(name, 1) : new PhysicalUnit(MICROVOLT, factor);
  }
}
