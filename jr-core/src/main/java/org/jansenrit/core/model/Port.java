package org.jansenrit.core.model;

/**
 * An opening of a model through which a drive enters.
 *
 * @param symbol its symbol in the source paper: {@code "p"}
 * @param unit the unit of what enters: {@code "1/s"}
 * @param additive whether it enters the equations as a sum; white noise is defined only there
 */
public record Port(String symbol, String unit, boolean additive) {
  @Override
  public String toString() {
    return symbol + " " + unit + (additive ? "" : ", not additive");
  }
}
