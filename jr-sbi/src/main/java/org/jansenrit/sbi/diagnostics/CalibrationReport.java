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

  /** Returns how often central intervals of each parameter hold the truth. */
  public CoverageReport coverage() {
    return sbc.coverage();
  }

  /** Returns whether no check rejects the posterior at 1 %. */
  public boolean calibrated() {
    return sbc.calibrated()
        && coverage().calibrated()
        && expectedCoverage.calibrated()
        && tarp.calibrated();
  }

  /** Returns the verdicts in words, one per line. */
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

  /** Returns ranks, central coverage, expected coverage and TARP. */
  public Figure figure() {
    return Figure.grid(
        "Calibration", 2, sbc.panel(), coverage().panel(), expectedCoverage.panel(), tarp.panel());
  }

  /** Returns the numbers behind all checks, for NumPy. */
  public NumpyFile arrays() {
    double[] regions = expectedCoverage.shares();
    double[] points = tarp.shares();
    return sbc.arrays()
        .with("coverage/hdr_level", regions, regions.length)
        .with("tarp/share_nearer", points, points.length);
  }

  @Override
  public String toString() {
    return "Calibration[" + verdict().replace("\n", "; ") + "]";
  }
}
