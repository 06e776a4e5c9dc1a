package org.jansenrit.sbi.diagnostics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/**
 * Whether values in (0, 1) are uniform: by the largest gap between the distribution functions, and
 * by their spread about one half, to which that gap is nearly blind.
 *
 * @param ks the largest gap between the distribution functions
 * @param ksP its p-value
 * @param shift (mean - 1/2) in standard errors: positive if the truths lie above the posterior
 * @param spread (mean of (u - 1/2)&sup2; - 1/12) in standard errors: positive if the posterior is
 *     too narrow
 */
record Uniformity(double ks, double ksP, double shift, double spread) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Below this a word is found for what is wrong. */
  static final double LEVEL = 0.01;

  static Uniformity of(double[] u) {
    var test = KolmogorovSmirnovTest.withDefaults().test(u, x -> Math.max(0, Math.min(1, x)));
    double scale = Math.sqrt(u.length);
    double shift = Arrays.stream(u).map(x -> x - 0.5).average().orElse(0) * Math.sqrt(12) * scale;
    double square = Arrays.stream(u).map(x -> (x - 0.5) * (x - 0.5)).average().orElse(0);
    double spread = (square - 1.0 / 12) * Math.sqrt(180) * scale;
    return new Uniformity(test.getStatistic(), test.getPValue(), shift, spread);
  }

  /** Returns the p-value of the spread, from its normal limit. */
  double spreadP() {
    return 2 * NORMAL.survivalProbability(Math.abs(spread));
  }

  /** Returns the p-value of both tests together. */
  double p() {
    return Holm.smallest(ksP, spreadP());
  }

  /** Says what is wrong, if anything is at a (further adjusted) p-value of {@code p}. */
  String finding(double p) {
    if (!(p < LEVEL)) {
      return "uniform";
    }
    if (Math.abs(shift) > Math.abs(spread)) {
      return shift > 0 ? "posterior too low" : "posterior too high";
    }
    return spread > 0 ? "posterior too narrow" : "posterior too wide";
  }
}
