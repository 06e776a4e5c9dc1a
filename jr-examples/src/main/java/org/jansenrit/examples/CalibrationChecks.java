package org.jansenrit.examples;

import org.jansenrit.core.report.Results;
import org.jansenrit.sbi.diagnostics.CalibrationReport;

/**
 * The three numbers that the studies judge a posterior by. One that is right fulfils each of what
 * is asked in 99 of 100 cases, with 1000 simulations.
 *
 * @param p the smallest of simulation-based calibration, Holm's correction included
 * @param error the largest of the shares that regions of highest density hold
 * @param area of TARP, without its sign
 */
record CalibrationChecks(double p, double error, double area) {
  static final String P = "SBC, smallest p (Holm)";
  static final String ERROR = "largest coverage error";
  static final String AREA = "TARP, size of area";

  static CalibrationChecks of(CalibrationReport report) {
    return new CalibrationChecks(
        report.sbc().smallestP(),
        report.expectedCoverage().largestError(),
        Math.abs(report.tarp().area()));
  }

  /** Adds the numbers beside what is asked, their names behind {@code prefix}. */
  Results asked(Results results, String prefix) {
    return results
        .figure(prefix + P, p, "1", 0.01, ">")
        .figure(prefix + ERROR, error, "1", 0.052, "<=")
        .figure(prefix + AREA, area, "1", 0.03, "<=");
  }

  /** Adds the numbers of a posterior of which nothing is asked. */
  Results shown(Results results, String prefix) {
    return results
        .figure(prefix + P, p, "1")
        .figure(prefix + ERROR, error, "1")
        .figure(prefix + AREA, area, "1");
  }
}
