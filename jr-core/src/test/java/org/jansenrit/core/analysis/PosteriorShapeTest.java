package org.jansenrit.core.analysis;

import static org.jansenrit.core.analysis.Toys.X;
import static org.jansenrit.core.analysis.Toys.Y;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PosteriorShapeTest {
  private static final Prior PRIOR = Prior.of(Prior.normal(X, 2, 0.5), Prior.normal(Y, 3, 0.6));

  /** log x and log y along (1, -1) with sd 0.1, across it with sd 0.02; 20,000 draws. */
  private static ParameterTable draws() {
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(1L));
    double[][] rows = new double[20_000][];
    for (int i = 0; i < rows.length; i++) {
      double along = 0.1 * normal.sample() / Math.sqrt(2);
      double across = 0.02 * normal.sample() / Math.sqrt(2);
      rows[i] = new double[] {2 * Math.exp(along + across), 3 * Math.exp(-along + across)};
    }
    return ParameterTable.of(List.of(X, Y), rows);
  }

  @Test
  void directionsAndCorrelationsAreThoseOfTheDraws() {
    PosteriorShape shape = PosteriorShape.of(PRIOR, draws());
    double variance = (0.1 * 0.1 + 0.02 * 0.02) / 2;
    assertEquals(Math.sqrt(variance), shape.sd(X), 0.002);
    assertEquals(
        (0.02 * 0.02 - 0.1 * 0.1) / (0.02 * 0.02 + 0.1 * 0.1), shape.correlation(X, Y), 0.005);
    // x varies by 2 times the sd of its logarithm, of 0.5 before
    assertEquals(1 - 4 * variance / 0.25, shape.shrinkage(X), 0.01);
    List<Direction> all = shape.directions();
    assertEquals(50, all.get(0).strength(), 1);
    assertEquals(10, all.get(1).strength(), 0.2);
    assertEquals("x up with y down by the same factor", all.get(1).inWords());
  }

  /**
   * x and y vary by 2 / 0.5 and 3 / 0.6 times their logarithms: the leading eigenvector of 0.005
   * (4, -5)(4, -5)' + 0.0002 (4, 5)(4, 5)' is (-0.7855, 1), its eigenvalue 0.2054.
   */
  @Test
  void directionsAgainstThePriorAreInItsStandardDeviations() {
    PosteriorShape shape = PosteriorShape.of(PRIOR, draws());
    Direction widest = shape.directionsAgainstPrior().get(1);
    assertEquals(-0.7855, widest.weight(X) / widest.weight(Y), 0.01);
    assertEquals(1 / Math.sqrt(0.2054), widest.strength(), 0.05);
    assertEquals("y up by 1 sd with x down by 0.79 sd", swapped(widest.inWords()));
  }

  /** As many go up as down: the first one goes up. */
  private static String swapped(String words) {
    return words.equals("x up by 0.79 sd with y down by 1 sd")
        ? "y up by 1 sd with x down by 0.79 sd"
        : words;
  }

  /** The linear model's posterior, beside its information. */
  @Test
  void itIsTheTwinOfTheInformation() {
    double[][] matrix = {{10, 10}, {2, -2}};
    Information information =
        Identifiability.of(Toys.linear(matrix))
            .at(ParameterSet.of(List.of(X, Y), 2, 3))
            .evaluate(1)
            .information();
    assertEquals(
        information.directions().get(1).inWords(),
        PosteriorShape.of(PRIOR, draws()).directions().get(1).inWords());
  }

  @Test
  void experimentsAreComparedInATable() {
    Information all =
        Identifiability.of(Toys.linear(new double[][] {{1, 0}, {1, 1}}))
            .at(ParameterSet.of(List.of(X, Y), 2, 3))
            .evaluate(1)
            .information();
    Table table =
        Information.compare(
            new TreeMap<>(
                Map.of("1 trial", all, "4 trials", all.times(4), "y known", all.fixing(Y))));
    assertEquals(List.of("bound (%)", "1 trial", "4 trials", "y known"), table.header());
    assertEquals(List.of("x", "100", "50", "70.7"), table.rows().get(0));
    assertEquals(List.of("y", "141", "70.7", "known"), table.rows().get(1));
  }

  @Test
  void drawsThatDoNotFitAreRefused() {
    assertTrue(
        message(() -> PosteriorShape.of(Prior.normal(X, 2, 1), draws()))
            .startsWith("expected more than 1 draws of [x mV]"));
    assertTrue(
        message(() -> PosteriorShape.of(PRIOR, draws().select(0, 1)))
            .startsWith("expected more than 2 draws"));
    ParameterTable negative =
        ParameterTable.of(List.of(X, Y), new double[][] {{1, 1}, {2, -2}, {1, 1}});
    assertTrue(message(() -> PosteriorShape.of(PRIOR, negative)).contains("in draw 1"));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
