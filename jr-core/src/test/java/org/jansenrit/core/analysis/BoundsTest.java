package org.jansenrit.core.analysis;

import static org.jansenrit.core.analysis.Toys.POINT;
import static org.jansenrit.core.analysis.Toys.X;
import static org.jansenrit.core.analysis.Toys.Y;
import static org.jansenrit.core.analysis.Toys.Z;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.features.Moments;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Profiles, bounds over a prior, and information from simulated means, by the linear model. */
class BoundsTest {
  private static final double[][] MATRIX = {{1, 2, 0}, {0, 1, -1}, {3, 0, 1}, {1, 1, 1}};

  /** x = M log theta + L e, with e normal. */
  private static Simulator<Features> noisy(double[][] matrix, double[][] factor) {
    return (theta, streams) -> {
      double[][] rows = new double[theta.size()][matrix.length];
      for (int i = 0; i < rows.length; i++) {
        var normal = ZigguratSampler.NormalizedGaussian.of(streams.random(i, Streams.DRIVES));
        double[] e = new double[matrix.length];
        Arrays.setAll(e, k -> normal.sample());
        for (int k = 0; k < matrix.length; k++) {
          for (int j = 0; j < matrix[k].length; j++) {
            rows[i][k] += matrix[k][j] * Math.log(theta.get(i, j));
          }
          for (int j = 0; j < factor[k].length; j++) {
            rows[i][k] += factor[k][j] * e[j];
          }
        }
      }
      return Features.of(rows, List.of("f0", "f1", "f2", "f3").subList(0, matrix.length));
    };
  }

  /**
   * The covariance of the noise counts, estimated from 4000 replicates: a relative error of about 2
   * % in its entries.
   */
  @Test
  void informationOfARandomObservationIsAgainstItsCovariance() {
    double[][] factor = {{0.5, 0, 0, 0}, {0.4, 0.3, 0, 0}, {0, 0, 1, 0}, {0, 0.2, 0, 0.7}};
    Information found = Identifiability.of(noisy(MATRIX, factor)).at(POINT).simulated(4000, 3);
    // whitened by hand: L^-1 M
    double[][] white = new double[4][3];
    for (int j = 0; j < 3; j++) {
      white[0][j] = MATRIX[0][j] / 0.5;
      white[1][j] = (MATRIX[1][j] - 0.4 * white[0][j]) / 0.3;
      white[2][j] = MATRIX[2][j];
      white[3][j] = (MATRIX[3][j] - 0.2 * white[1][j]) / 0.7;
    }
    Square covariance = Square.gram(white).inverse();
    for (Parameter p : List.of(X, Y, Z)) {
      int j = found.parameters().indexOf(p);
      assertEquals(1, found.bound(p) / Math.sqrt(covariance.get(j, j)), 0.05, p.symbol());
    }
    assertEquals(3, found.rank());
  }

  /** What changes nothing stays open although derivatives are noisy. */
  @Test
  void aNoisyDerivativeIsNotTakenForInformation() {
    double[][] matrix = {{1, 1, 0}, {2, 2, 1}};
    Simulator<Features> random = noisy(matrix, new double[][] {{1, 0}, {0, 1}});
    // independent streams at each point: derivatives are as noisy as can be
    Simulator<Features> independent =
        (theta, streams) ->
            random.simulate(
                theta,
                Streams.of(
                    Double.doubleToLongBits(
                        theta.get(0, 0) + 7 * theta.get(0, 1) + 3 * theta.get(0, 2))));
    Information found = Identifiability.of(independent).at(POINT).simulated(20_000, 3);
    assertEquals(2, found.rank());
    assertEquals(Double.POSITIVE_INFINITY, found.bound(X));
  }

  /**
   * At a stable rest a column filters weak noise linearly: the mean of its output has a standard
   * deviation in proportion to the noise, and so has what can be known of A.
   */
  @Test
  void noiseThatDrivesAModelLimitsWhatCanBeKnown() {
    double weak = boundOnA(0.1);
    assertEquals(2, boundOnA(0.2) / weak, 0.05);
    assertTrue(weak > 1e-5 && weak < 0.1, "bound " + weak);
  }

  private static double boundOnA(double noise) {
    Simulation column =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Noise.white(noise)))
            .burnIn(s(0.5))
            .duration(s(1));
    return Identifiability.of(column.observe(Eeg.source().features(Features.of(Moments.upTo(1)))))
        .at(JansenRit.A)
        .simulated(64, 4)
        .bound(JansenRit.A);
  }

  @Test
  void tooFewReplicatesAndSingularCovariancesAreRefused() {
    double[][] unit = {{1, 0}, {0, 1}};
    Identifiability fine = Identifiability.of(noisy(unit, unit)).at(X, Y);
    assertTrue(message(() -> fine.simulated(5, 1)).startsWith("the covariance of 2 values needs"));
    Identifiability constant =
        Identifiability.of(noisy(unit, new double[][] {{1, 0}, {0, 0}})).at(X, Y);
    assertTrue(message(() -> constant.simulated(50, 1)).contains("singular covariance"));
    Simulator<Features> broken = Toys.simulator(t -> new double[] {Double.NaN});
    assertTrue(message(() -> Identifiability.of(broken).at(X).simulated(50, 1)).contains("is NaN"));
  }

  /** Refitted, the misfit of a linear model grows with the square over the bound. */
  @Test
  void theProfileOfALinearModelIsAParabola() {
    Identifiability recipe = Identifiability.of(Toys.linear(MATRIX)).at(POINT).noise(0.5);
    double bound = recipe.evaluate(1).information().bound(X);
    double[] grid = {2 * Math.exp(-0.4), 2 * Math.exp(-0.1), 2, 2 * Math.exp(0.3)};
    Profile profile = recipe.profile(X, 1, grid);
    double[] expected =
        Arrays.stream(grid).map(x -> Math.pow(Math.log(x / 2) / bound, 2)).toArray();
    assertArrayEquals(expected, profile.misfits(), 1e-2);
    assertArrayEquals(grid, profile.values(), 1e-12);
    assertEquals(grid[3], profile.refitted(3).get(X), 1e-12);
    assertTrue(profile.figure().toSvg().contains("95 %"));
  }

  /** x y alone is known: y makes up for x. */
  @Test
  void theProfileOfAnUnidentifiableParameterIsFlat() {
    Profile profile =
        Identifiability.of(Toys.linear(new double[][] {{1, 1}, {2, 2}}))
            .at(ParameterSet.of(List.of(X, Y), 2, 3))
            .noise(0.01)
            .profile(X, 1, 1, 2, 6);
    assertArrayEquals(new double[3], profile.misfits(), 1e-2);
    assertEquals(1, profile.refitted(2).get(Y), 1e-2);
  }

  /** For a linear model in z the bound of van Trees is the variance of the posterior. */
  @Test
  void theBoundOverAPriorIsThatOfTheLinearModel() {
    Parameter logX = Parameter.of("u", "1", 1);
    Parameter logY = Parameter.of("v", "1", 1);
    // prior sds of 0.5 and 2, so that in z the model is M diag(0.5, 2)
    Prior prior = Prior.of(Prior.normal(logX, 4, 0.5), Prior.normal(logY, 20, 2));
    double[][] matrix = {{1, 2}, {0.5, -1}, {3, 0}};
    Simulator<Features> model =
        Toys.simulator(
            t -> {
              double[] x = new double[3];
              Arrays.setAll(x, k -> matrix[k][0] * t[0] + matrix[k][1] * t[1]);
              return x;
            });
    PriorBound bound = Identifiability.of(model).noise(0.8).over(prior, 40, 5);
    double[][] inZ = {{0.5, 4}, {0.25, -2}, {1.5, 0}};
    Square covariance =
        Square.gram(inZ).times(1 / 0.64).plusDiagonal(0, 1).plusDiagonal(1, 1).inverse();
    assertEquals(Math.sqrt(covariance.get(0, 0)), bound.sd(logX), 1e-3);
    assertEquals(Math.sqrt(covariance.get(1, 1)), bound.sd(logY), 1e-3);
    assertEquals(1 - covariance.get(1, 1), bound.shrinkage(logY), 1e-3);
    assertEquals(0, bound.leftOut());
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
