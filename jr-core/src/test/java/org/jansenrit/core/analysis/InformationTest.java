package org.jansenrit.core.analysis;

import static org.jansenrit.core.analysis.Direction.Scale.LOGARITHM;
import static org.jansenrit.core.analysis.Toys.POINT;
import static org.jansenrit.core.analysis.Toys.X;
import static org.jansenrit.core.analysis.Toys.Y;
import static org.jansenrit.core.analysis.Toys.Z;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Against the closed forms of the linear-Gaussian model, in which everything is known. */
class InformationTest {
  private static final double[][] MATRIX = {{1, 2, 0}, {0, 1, -1}, {3, 0, 1}, {1, 1, 1}};
  private static final double SD = 0.5;

  private static Information information(double[][] matrix) {
    return Identifiability.of(Toys.linear(matrix)).at(POINT).noise(SD).evaluate(1).information();
  }

  private static Square fisher(double[][] matrix) {
    return Square.gram(matrix).times(1 / (SD * SD));
  }

  @Test
  void theInformationOfALinearModelIsItsGramMatrix() {
    double[][] found = information(MATRIX).matrix();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(fisher(MATRIX).get(i, j), found[i][j], 1e-3);
      }
    }
  }

  /** Cramer and Rao: the inverse of the information is the covariance of least squares. */
  @Test
  void boundsAreThoseOfLeastSquares() {
    Square covariance = fisher(MATRIX).inverse();
    Information information = information(MATRIX);
    assertEquals(Math.sqrt(covariance.get(0, 0)), information.bound(X), 1e-5);
    assertEquals(Math.sqrt(covariance.get(1, 1)), information.bound(Y), 1e-5);
    assertEquals(3 * Math.sqrt(covariance.get(1, 1)), information.sd(Y), 1e-4);
    double correlation =
        covariance.get(0, 1) / Math.sqrt(covariance.get(0, 0) * covariance.get(1, 1));
    assertEquals(correlation, information.correlation(X, Y), 1e-4);
    assertEquals(1, information.correlation(Z, Z), 1e-12);
    assertEquals(1 / Math.sqrt(fisher(MATRIX).get(2, 2)), information.boundAlone(Z), 1e-5);
  }

  @Test
  void fixingAParameterDropsItsRowAndColumn() {
    Square two = fisher(MATRIX).corner(2).inverse();
    Information fixed = information(MATRIX).fixing(Z);
    assertEquals(List.of(X, Y), fixed.parameters());
    assertEquals(Math.sqrt(two.get(0, 0)), fixed.bound(X), 1e-5);
  }

  @Test
  void informationOfIndependentExperimentsAddsUp() {
    Information one = information(MATRIX);
    Information sum = one.plus(one);
    assertEquals(one.bound(X) / Math.sqrt(2), sum.bound(X), 1e-6);
    assertEquals(sum.bound(Y), one.times(2).bound(Y), 1e-6);
  }

  /** With a normal prior in theta, the posterior precision at the point is the sum of both. */
  @Test
  void aPriorCountsLikeAnExperiment() {
    Prior prior = Prior.of(Prior.normal(X, 2, 0.4), Prior.logUniform(Y, 1, 9));
    // dz / dlog x = x / sd; for the log-uniform prior z = Phi^-1(u), in the middle of the range
    double slope = Math.sqrt(2 * Math.PI) / Math.log(9);
    Square precision =
        fisher(MATRIX).plusDiagonal(0, Math.pow(2 / 0.4, 2)).plusDiagonal(1, slope * slope);
    Information with = information(MATRIX).with(prior);
    assertEquals(Math.sqrt(precision.inverse().get(0, 0)), with.bound(X), 1e-4);
    assertEquals(Math.sqrt(precision.inverse().get(1, 1)), with.bound(Y), 1e-4);
    assertEquals(Math.sqrt(precision.inverse().get(2, 2)), with.bound(Z), 1e-4);
  }

  /** Sds of 0.4 at x = 2, 0.5 at y = 3, 0.05 at z = 0.5: columns shrink by 1/5, 1/6 and 1/10. */
  @Test
  void directionsAgainstAPriorAreInItsStandardDeviations() {
    Prior prior =
        Prior.of(Prior.normal(Y, 3, 0.5), Prior.normal(X, 2, 0.4), Prior.normal(Z, 0.5, 0.05));
    double[][] scaled = new double[4][];
    for (int k = 0; k < 4; k++) {
      scaled[k] = new double[] {MATRIX[k][1] / 6, MATRIX[k][0] * 0.2, MATRIX[k][2] * 0.1};
    }
    Square fisher = fisher(scaled);
    List<Direction> all = information(MATRIX).directionsAgainst(prior);
    for (Direction direction : all) {
      double[] w = direction.weights().stream().mapToDouble(v -> v).toArray();
      for (int i = 0; i < 3; i++) {
        double product =
            fisher.get(i, 0) * w[0] + fisher.get(i, 1) * w[1] + fisher.get(i, 2) * w[2];
        assertEquals(Math.pow(direction.strength(), 2) * w[i], product, 1e-3);
      }
    }
    assertEquals(Y, all.get(0).parameters().get(0));
    assertTrue(all.get(2).inWords().contains(" sd"), all.get(2)::inWords);
    assertTrue(
        message(() -> information(MATRIX).directionsAgainst(Prior.normal(X, 2, 1)))
            .startsWith("directions against a prior need one over [x mV, y 1/s, z]"));
  }

  /** A prior makes known what the experiment leaves open, as far as it goes. */
  @Test
  void aPriorClosesWhatTheExperimentLeavesOpen() {
    Information open = information(new double[][] {{1, 1, 0}, {0, 0, 1}});
    assertEquals(Double.POSITIVE_INFINITY, open.bound(X));
    assertTrue(Double.isNaN(open.correlation(X, Z)));
    assertEquals(0.5, open.bound(Z), 1e-5);
    Prior prior = Prior.of(Prior.normal(X, 2, 0.2), Prior.normal(Y, 3, 3));
    assertTrue(open.with(prior).bound(X) < 0.1);
    assertEquals(3, open.rank() + 1);
  }

  @Test
  void directionsThatChangeNothingAreFoundAndRead() {
    Information product = information(new double[][] {{1, 1, 0}, {1, 1, 2}});
    assertEquals(2, product.rank());
    assertEquals("x up with y down by the same factor", product.nullDirections().get(0).inWords());
    Information ratio = information(new double[][] {{1, -2, 0}});
    List<String> words = ratio.nullDirections().stream().map(Direction::inWords).toList();
    assertEquals(List.of("x up by 1 %, y up by 0.5 %", "z up"), words);
  }

  /** Of two null directions any mixture is as null; the one that can be read is told. */
  @Test
  void nullDirectionsAreUnmixed() {
    double[][] matrix = {{1, 1, 1}};
    List<Direction> found = information(matrix).nullDirections();
    assertEquals(2, found.size());
    for (Direction direction : found) {
      assertTrue(direction.inWords().endsWith("by the same factor"), direction::inWords);
      double change = direction.weight(X) + direction.weight(Y) + direction.weight(Z);
      assertEquals(0, change, 1e-6);
    }
  }

  @Test
  void directionsGoFromTheBestToTheWorst() {
    List<Direction> all = information(MATRIX).directions();
    assertTrue(all.get(0).strength() > all.get(1).strength());
    assertTrue(all.get(1).strength() > all.get(2).strength());
    double trace = fisher(MATRIX).trace();
    double squares = all.stream().mapToDouble(d -> d.strength() * d.strength()).sum();
    assertEquals(1, squares / trace, 1e-5);
  }

  @Test
  void weightsAreSaidInWords() {
    Direction direction = new Direction(List.of(X, Y, Z), List.of(-0.3, 0.9, 0.01), 4, LOGARITHM);
    assertEquals("y up by 1 % with x down by 0.33 %", swapped(direction.inWords()));
    assertEquals(0, direction.weight(org.jansenrit.core.model.JansenRit.A));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Direction(List.of(X), List.of(1.0, 2.0), 1, LOGARITHM));
  }

  /** As many go up as down: the first one goes up. */
  private static String swapped(String words) {
    return words.equals("x up by 0.33 % with y down by 1 %")
        ? "y up by 1 % with x down by 0.33 %"
        : words;
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Information information = information(MATRIX);
    ParameterSet elsewhere = POINT.with(X, 5);
    Information other =
        Identifiability.of(Toys.linear(MATRIX)).at(elsewhere).evaluate(1).information();
    assertTrue(message(() -> information.plus(other)).startsWith("informations add up at one"));
    assertEquals(
        "fix fewer: no parameter of [x mV, y 1/s, z] is left",
        message(() -> information.fixing(X, Y, Z)));
    assertEquals(
        "information is multiplied by a positive number, but got NaN",
        message(() -> information.times(Double.NaN)));
    assertTrue(
        message(() -> information.with(Prior.uniform(X, 5, 6))).contains("is outside the prior"));
    assertTrue(
        message(() -> information.fixing(X).with(Prior.uniform(X, 1, 6)))
            .startsWith("the prior is over x"));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
