package org.jansenrit.sbi.diagnostics;

import org.jansenrit.core.data.NumpyFile;
import org.jansenrit.core.report.Figure;

/**
 * What {@link Calibration} found.
 *
 * @param sbc each parameter alone
 * @param expectedCoverage all parameters together, by density
 * @param tarp all parameters together, by distance
 */
public record CalibrationReport(
    SbcReport sbc, ExpectedCoverageReport expectedCoverage, TarpReport tarp) {

  /** {@return how often central intervals of each parameter hold the truth} */
  public CoverageReport coverage() {
    return sbc.coverage();
  }

  /** {@return whether no check rejects the posterior at 1 %} */
  public boolean calibrated() {
    return sbc.calibrated()
        && coverage().calibrated()
        && expectedCoverage.calibrated()
        && tarp.calibrated();
  }

  /** {@return the verdicts in words, one per line} */
  public String verdict() {
    return "SBC: "
        + sbc.verdict()
        + "\ncentral intervals: "
        + coverage().verdict()
        + "\nhighest-density regions: "
        + expectedCoverage.verdict()
        + "\nTARP: "
        + tarp.verdict();
  }

  /** {@return a figure of ranks, central coverage, expected coverage and TARP, a panel each} */
  public Figure figure() {
    return Figure.grid(
        "Calibration", 2, sbc.panel(), coverage().panel(), expectedCoverage.panel(), tarp.panel());
  }

  /**
   * {@return the numbers behind all checks, for NumPy} They are those of {@link SbcReport#arrays},
   * {@link CoverageReport#arrays}, {@link ExpectedCoverageReport#arrays} and {@link
   * TarpReport#arrays}.
   */
  public NumpyFile arrays() {
    return sbc.arrays().and(coverage().arrays()).and(expectedCoverage.arrays()).and(tarp.arrays());
  }

  @Override
  public String toString() {
    return "Calibration[" + verdict().replace("\n", "; ") + "]";
  }
}
