package org.jansenrit.core.analysis;

/**
 * Where the rest of a model changes.
 *
 * @param kind how
 * @param value of the parameter or input that is varied, in its unit
 * @param output of the model, in its unit
 * @param frequency of the rhythm that is born or dies, in Hz; NaN at a fold
 */
public record Bifurcation(Kind kind, double value, double output, double frequency) {

  /** The kinds. */
  public enum Kind {
    /** Two equilibria meet and vanish. */
    FOLD,
    /** A rest gains or loses its stability to a rhythm. */
    HOPF
  }

  @Override
  public String toString() {
    return kind
        + " at "
        + Texts.rounded(value, 6)
        + ", output "
        + Texts.rounded(output, 6)
        + (kind == Kind.HOPF ? ", " + Texts.rounded(frequency, 5) + " Hz" : "");
  }
}
