package org.jansenrit.sbi.diagnostics;

import java.util.Locale;
import java.util.OptionalInt;
import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** What {@link Misspecification} found. Immutable. */
public final class MisspecificationReport {
  private final double[] simulated;
  private final double observed;
  private final OptionalInt broken;

  MisspecificationReport(double[] simulated, double observed, OptionalInt broken) {
    this.simulated = simulated;
    this.observed = observed;
    this.broken = broken;
  }

  /** Returns this report on an observation that differs where all simulations are the same. */
  MisspecificationReport breaking(int value) {
    return new MisspecificationReport(simulated, 1, OptionalInt.of(value));
  }

  /** {@return the discrepancy of the observation from the simulations, in [0, 1]} */
  public double discrepancy() {
    return observed;
  }

  /** {@return that of each simulation from the others, as a fresh array} */
  public double[] simulatedDiscrepancies() {
    return simulated.clone();
  }

  /**
   * {@return the p-value: the share of simulations at least as far from the others as the
   * observation is, itself included}
   */
  public double p() {
    int further = 0;
    for (double d : simulated) {
      further += d >= observed ? 1 : 0;
    }
    return (further + 1.0) / (simulated.length + 1.0);
  }

  /** {@return whether the observation is not rejected at 1 %} */
  public boolean covered() {
    return p() >= Uniformity.LEVEL;
  }

  /** {@return the verdict in words} */
  public String verdict() {
    return String.format(
        Locale.ROOT,
        covered()
            ? "the simulations cover the observation (p = %.2g)"
            : "MISSPECIFIED: the observation is unlike any simulation (p = %.2g)"
                + reason()
                + "; no posterior learnt from these simulations can be trusted for it",
        p());
  }

  private String reason() {
    return broken.isEmpty()
        ? ""
        : ": its value "
            + broken.getAsInt()
            + ", counted from 0, is the same in all of them, and another one here; do they lack"
            + " noise?";
  }

  /** {@return a histogram of the discrepancies of the simulations, and that of the observation} */
  public Figure figure() {
    return Figure.of(
        Panel.of("Is the observation like the simulations?", "discrepancy (1)", "density (1)")
            .histogram("simulations", simulated, 40)
            .verticalLine("observation", observed));
  }

  /**
   * {@return the numbers behind the figure, for NumPy} They are {@code misspecification/observed},
   * the discrepancy of the observation, and {@code misspecification/simulated}, one per simulation.
   */
  public NumpyFile arrays() {
    return NumpyFile.empty()
        .with("misspecification/observed", observed)
        .with("misspecification/simulated", simulated, simulated.length);
  }

  @Override
  public String toString() {
    return "Misspecification, against " + simulated.length + " simulations: " + verdict();
  }
}
