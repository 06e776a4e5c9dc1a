package org.jansenrit.core.prior;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;

class CorrelatedNormalPriorTest {
  private static final Parameter X = Parameter.of("x", "1", 0);
  private static final Parameter Y = Parameter.of("y", "1", 0);
  private static final Parameter OTHER = Parameter.of("other", "1", 0);
  private static final double[] MEAN = {1, -2};
  private static final double[][] COVARIANCE = {{4, 1.2}, {1.2, 1}};
  private static final Prior PRIOR = Prior.correlatedNormal(List.of(X, Y), MEAN, COVARIANCE);

  /** 100,000 draws: five standard errors of a variance of 4 are 0.09. */
  @Test
  void drawsHaveTheMeanAndCovariance() {
    ParameterTable draws = PRIOR.sample(100_000, 1);
    double[] sums = new double[5];
    for (int i = 0; i < draws.size(); i++) {
      double a = draws.get(i, 0) - 1;
      double b = draws.get(i, 1) + 2;
      sums[0] += a / draws.size();
      sums[1] += b / draws.size();
      sums[2] += a * a / draws.size();
      sums[3] += a * b / draws.size();
      sums[4] += b * b / draws.size();
    }
    assertArrayEquals(new double[] {0, 0, 4, 1.2, 1}, sums, 0.09);
  }

  @Property
  void transformsAreInversesOfEachOther(
      @ForAll @DoubleRange(min = -8, max = 8) double a,
      @ForAll @DoubleRange(min = -8, max = 8) double b) {
    assertArrayEquals(
        new double[] {a, b}, PRIOR.toNormal(PRIOR.fromNormal(new double[] {a, b})), 1e-12);
  }

  /** The textbook formula for two correlated normals. */
  @Test
  void densityIsThatOfTheTextbook() {
    double rho = 1.2 / 2;
    double u = (2.5 - 1) / 2;
    double v = -1.5 + 2;
    double quadratic = (u * u - 2 * rho * u * v + v * v) / (1 - rho * rho);
    double expected = -0.5 * quadratic - Math.log(2 * Math.PI * 2 * 1 * Math.sqrt(1 - rho * rho));
    assertEquals(expected, PRIOR.logDensity(new double[] {2.5, -1.5}), 1e-13);
  }

  @Test
  void marginalForgetsTheOthers() {
    Prior y = PRIOR.marginal(List.of(Y));
    assertEquals(
        Prior.normal(Y, -2, 1).logDensity(new double[] {-1}),
        y.logDensity(new double[] {-1}),
        1e-13);
    Prior both = Prior.of(PRIOR, Prior.uniform(JansenRit.A, 2.6, 9.75));
    assertEquals(List.of(Y, JansenRit.A), both.marginal(List.of(JansenRit.A, Y)).parameters());
  }

  @Test
  void marginalKeepsTheOrderOfThePriorWhateverIsAsked() {
    assertEquals(PRIOR, PRIOR.marginal(List.of(Y, X)));
  }

  @Test
  void marginalsOverNoneTwiceOrOthersAreRefused() {
    Prior one = Prior.normal(X, 0, 1);
    for (Prior prior : List.of(PRIOR, one, Prior.of(one))) {
      for (List<Parameter> some : List.of(List.<Parameter>of(), List.of(X, X), List.of(OTHER))) {
        assertThrows(IllegalArgumentException.class, () -> prior.marginal(some));
      }
    }
  }

  @Test
  void parametersTwiceAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Prior.correlatedNormal(List.of(X, X), MEAN, COVARIANCE));
  }

  @Test
  void covariancesMayDifferFromTheirTransposeByRounding() {
    double[][] rounded = {{4, 1e-17}, {-1e-17, 1}};
    Prior prior = Prior.correlatedNormal(List.of(X, Y), MEAN, rounded);
    assertEquals(MEAN[0] + 2, prior.fromNormal(new double[] {1, 0})[0], 1e-15);
  }

  @Test
  void equalNumbersMakeEqualPriors() {
    assertEquals(PRIOR, Prior.correlatedNormal(List.of(X, Y), MEAN, COVARIANCE));
    assertEquals(Prior.uniform(X, 0, 1), Prior.uniform(X, 0, 1));
  }

  @Test
  void covariancesThatAreNoneAreRefused() {
    assertRefused("not positive definite", new double[][] {{1, 2}, {2, 1}});
    assertRefused("not a symmetric square", new double[][] {{1, 0.5}, {0.2, 1}});
    assertRefused("of finite numbers", new double[][] {{Double.NaN, 0}, {0, 1}});
    assertRefused("as many means", new double[][] {{1}});
  }

  private static void assertRefused(String part, double[][] covariance) {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Prior.correlatedNormal(List.of(X, Y), MEAN, covariance))
            .getMessage();
    assertTrue(message.contains(part), message);
  }

  /** As posteriors of observations far outside the simulations ask for. */
  @Property
  void valuesStayPossibleHoweverFarOutZIs(
      @ForAll @DoubleRange(min = -40, max = 40) double a,
      @ForAll @DoubleRange(min = -40, max = 40) double b) {
    Prior prior =
        Prior.correlatedNormal(
            List.of(JansenRit.A, JansenRit.B),
            new double[] {3.25, 22},
            new double[][] {{0.25, 0.1}, {0.1, 4}});
    double[] theta = prior.fromNormal(new double[] {a, b});
    assertTrue(JansenRit.A.isPossible(theta[0]) && JansenRit.B.isPossible(theta[1]));
    assertTrue(Double.isFinite(prior.logDensity(theta)));
    assertEquals(Double.NEGATIVE_INFINITY, prior.logDensity(new double[] {-0.1, 22}));
  }

  @Test
  void priorThatLeavesThePossibleRangeIsRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Prior.correlatedNormal(
                        List.of(JansenRit.A), new double[] {3.25}, new double[][] {{1}}))
            .getMessage();
    assertTrue(message.contains("leaves its possible range"), message);
  }
}
