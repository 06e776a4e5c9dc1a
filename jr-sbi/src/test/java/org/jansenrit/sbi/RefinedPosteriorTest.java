package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;

class RefinedPosteriorTest {
  private static final Prior PRIOR = Mixtures.normal(1, 1);

  /** x = 1 seen in unit noise: the posterior is N(1/2, 1/2), the evidence N(1; 0, 2). */
  private static double[] likelihood(ParameterTable theta) {
    double[] log = new double[theta.size()];
    Arrays.setAll(log, i -> -0.5 * Math.pow(1 - theta.get(i, 0), 2) - 0.5 * Math.log(2 * Math.PI));
    return log;
  }

  private static MixturePosterior normal(double mean, double variance) {
    NormalComponent one =
        NormalComponent.ofCovariance(new double[] {mean}, new double[] {variance});
    return new MixturePosterior(PriorTransform.of(PRIOR), GaussianMixture.of(new double[1], one));
  }

  /** 20,000 draws from a normal that is shifted and too wide. */
  @Test
  void weightsMendAPosteriorThatIsNear() {
    RefinedPosterior refined = normal(0.3, 0.7).refine(RefinedPosteriorTest::likelihood, 20_000, 1);
    assertTrue(refined.usable(), refined::verdict);
    double evidence = -0.25 - 0.5 * Math.log(4 * Math.PI);
    assertEquals(evidence, refined.logEvidence(), 0.01);
    assertEquals(0.5, refined.mean().toArray()[0], 0.03);
    assertEquals(0.5, refined.covariance()[0][0], 0.03);
    assertTrue(refined.effectiveSize() > 10_000, refined::verdict);
    ParameterTable at = ParameterTable.of(PRIOR.parameters(), new double[][] {{0.5}});
    assertEquals(-0.5 * Math.log(Math.PI), refined.logDensity(at)[0], 0.02);
  }

  /** A posterior with a tenth of the right deviation misses its tails. */
  @Test
  void weightsOfAPosteriorThatIsFarTooNarrowAreNotTrusted() {
    RefinedPosterior refined =
        normal(0.5, 0.005).refine(RefinedPosteriorTest::likelihood, 5_000, 1);
    assertFalse(refined.usable());
    assertTrue(refined.verdict().startsWith("WEIGHTS CANNOT BE TRUSTED"), refined::verdict);
  }

  /** Ratios whose tail is that of a Pareto law of shape k, for 5,000 ratios. */
  @Test
  void tailShapeIsThatOfTheWeights() {
    for (double k : new double[] {0.2, 0.5, 0.9}) {
      Random random = new Random(3);
      double[] logs = random.doubles(5_000).map(u -> -k * Math.log(u)).toArray();
      assertEquals(k, ParetoSmoothing.of(logs).k(), 0.15);
    }
  }

  @Test
  void likelihoodsThatAreNotNumbersAreRefused() {
    MixturePosterior posterior = normal(0, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> posterior.refine(theta -> new double[theta.size() - 1], 100, 1));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            posterior.refine(
                theta -> {
                  double[] log = new double[theta.size()];
                  Arrays.fill(log, Double.NaN);
                  return log;
                },
                100,
                1));
  }

  /** Of the same 400 logarithms by a program in NumPy after the same papers. */
  @Test
  void smoothedWeightsAreThoseOfAnIndependentProgram() {
    Random random = new Random(5);
    double[] logs = random.doubles(400, 0, 1).map(u -> -1.2 * Math.log(u)).toArray();
    ParetoSmoothing smoothing = ParetoSmoothing.of(logs);
    assertEquals(0.644686930368275, smoothing.k(), 1e-10);
    assertEquals(32.13279969580847, smoothing.effectiveSize(), 1e-8);
  }

  @Test
  void whatIsWrongWithALikelihoodIsSaid() {
    MixturePosterior posterior = normal(0, 1);
    String nan = refusal(posterior, theta -> filled(Double.NaN));
    assertTrue(nan.startsWith("the log likelihood is NaN at {"), nan);
    assertEquals(
        "log likelihood: expected 4 values, one per row, but got 1",
        refusal(posterior, theta -> new double[1]));
    String nowhere = refusal(posterior, theta -> filled(Double.NEGATIVE_INFINITY));
    assertTrue(nowhere.contains("at each of 4 posterior draws"), nowhere);
    double[] periodogram = {1, 2, 3, 6};
    String power = refusal(posterior, WhittleLikelihood.of(periodogram, 1, theta -> filled(-2)));
    assertTrue(power.startsWith("the expected power at frequency 0, counted from 0, is -2.0 at {"));
    assertThrows(
        IllegalArgumentException.class,
        () -> WhittleLikelihood.of(filled(Double.POSITIVE_INFINITY), 1, theta -> filled(1)));
  }

  @Test
  void approximateLikelihoodIsNamed() {
    var whittle = WhittleLikelihood.of(filled(1), 1, theta -> filled(2));
    assertTrue(
        normal(0, 1)
            .refine(whittle, 100, 1)
            .toString()
            .contains("refined by a Whittle likelihood (approximate) of 4 frequencies; "));
    LogLikelihood own =
        new LogLikelihood() {
          @Override
          public double[] at(ParameterTable theta) {
            return likelihood(theta);
          }

          @Override
          public String label() {
            return "synthetic likelihood";
          }
        };
    String refined = normal(0, 1).refine(own, 100, 1).toString();
    assertTrue(refined.contains("refined by a synthetic likelihood; "), refined);
  }

  private static String refusal(MixturePosterior posterior, LogLikelihood likelihood) {
    return assertThrows(IllegalArgumentException.class, () -> posterior.refine(likelihood, 4, 1))
        .getMessage();
  }

  /** A flat spectrum of unknown power s: the likelihood peaks at the mean of the periodogram. */
  @Test
  void whittleLikelihoodPeaksAtTheMeanPower() {
    double[] periodogram = {1, 2, 3, 6};
    WhittleLikelihood whittle =
        WhittleLikelihood.of(periodogram, 5, theta -> filled(theta.toArray()[0]));
    double[][] rows = {{2.9}, {3}, {3.1}};
    double[] log = whittle.at(ParameterTable.of(PRIOR.parameters(), rows));
    assertTrue(log[1] > log[0] && log[1] > log[2]);
    assertEquals(-5 * (4 * Math.log(3) + 4), log[1], 1e-12);
    assertThrows(
        IllegalArgumentException.class,
        () -> WhittleLikelihood.of(new double[] {0}, 1, theta -> filled(1)));
  }

  private static double[] filled(double power) {
    return new double[] {power, power, power, power};
  }
}
