package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.diagnostics.Sbc;
import org.jansenrit.sbi.diagnostics.SbcReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SnpeTest {
  private static final LinearOracle ORACLE =
      new LinearOracle(
          2, 1, new double[] {1, 0.5}, new double[] {-0.3, 1}, new double[] {0.5, -0.5});
  private static final Training SHORT =
      Training.standard().epochs(4).batchSize(100).learningRate(2e-3);
  private static final Training LONG =
      Training.standard().epochs(20).batchSize(1000).learningRate(2e-2).weightDecay(0.1);

  /**
   * Closed form; root mean squares over 300 observations. Errors of each mean are below 5 % of the
   * posterior's own standard deviation, those of each entry of the covariance below 5 % of
   * sqrt(C_ii C_jj). Few weights and many simulations, since a network with k weights that matter
   * errs by about sqrt(k / n) standard deviations.
   */
  @Test
  void posteriorIsThatOfTheLinearGaussianModel() {
    var recipe = Snpe.of(ORACLE.prior()).density(new MixtureDensity(1, 16, 1)).training(LONG);
    try (var amortized = recipe.fit(ORACLE.simulate(200_000, 1))) {
      Features observed = ORACLE.simulate(300, 5).x();
      List<MixturePosterior> found = amortized.givenEach(observed);
      double[] squares = new double[5];
      for (int i = 0; i < found.size(); i++) {
        double[] errors = errors(found.get(i), ORACLE.mean(observed.row(i)));
        Arrays.setAll(squares, k -> squares[k] + errors[k] * errors[k] / found.size());
      }
      double[] rms = Arrays.stream(squares).map(Math::sqrt).toArray();
      assertTrue(Arrays.stream(rms).allMatch(e -> e < 0.05), () -> Arrays.toString(rms));
    }
  }

  /** Two means in standard deviations, then the covariance's C_11, C_22 and C_21, as above. */
  private static double[] errors(Posterior posterior, double[] mean) {
    double[][] exact = ORACLE.covariance();
    double[][] found = posterior.covariance();
    double[] m = posterior.mean().toArray();
    double[] errors = new double[5];
    for (int j = 0; j < 2; j++) {
      errors[j] = (m[j] - mean[j]) / Math.sqrt(exact[j][j]);
      errors[2 + j] = found[j][j] / exact[j][j] - 1;
    }
    errors[4] = (found[1][0] - exact[1][0]) / Math.sqrt(exact[0][0] * exact[1][1]);
    return errors;
  }

  /** 1000 simulations; a right posterior fails with a probability of 0.01. */
  @Test
  void posteriorThatWasLearntIsCalibrated() {
    LinearOracle small = LinearOracle.identity(2, 1, 0.5);
    Prior prior = small.prior();
    try (var amortized =
        Snpe.of(prior).density(new MixtureDensity(2, 64)).fit(small.simulate(10_000, 3))) {
      SbcReport report = Sbc.run(amortized, small.simulate(1000, 4), 500, 5);
      assertTrue(report.calibrated(), report::toString);
      assertTrue(report.coverage().calibrated(), () -> report.coverage().toString());
      assertEquals(0.8, report.rows().get(0).shrinkage(), 0.02);
    }
  }

  /** Trials of one parameter set: the product of their posteriors over the prior, in any order. */
  @Test
  void severalTrialsGiveTheProductOfTheirPosteriors() {
    try (var amortized =
        Snpe.of(ORACLE.prior())
            .training(SHORT)
            .density(new MixtureDensity(2, 8))
            .fit(ORACLE.simulate(400, 1))) {
      Features trials = ORACLE.simulate(3, 5).x();
      ParameterTable at = ORACLE.prior().sample(50, 2);
      double[] together = amortized.givenAll(trials).logDensity(at);
      double[] expected = new double[50];
      for (MixturePosterior one : amortized.givenEach(trials)) {
        double[] log = one.logDensity(at);
        Arrays.setAll(expected, i -> expected[i] + log[i]);
      }
      Arrays.setAll(expected, i -> expected[i] - 2 * ORACLE.prior().logDensity(at.row(i)));
      for (int i = 1; i < 50; i++) {
        assertEquals(expected[i] - expected[0], together[i] - together[0], 1e-6);
      }
      double[] turned = amortized.givenAll(trials.select(2, 0, 1)).logDensity(at);
      assertArrayEquals(together, turned, 1e-6);
      assertThrows(ShapeException.class, () -> amortized.givenAll(trials.empty()));
    }
  }

  @Test
  void sameSeedsGiveTheSamePosterior() {
    Dataset<Features> data = ORACLE.simulate(400, 1);
    double first = meanAfter(Snpe.of(ORACLE.prior()).training(SHORT), data);
    assertEquals(first, meanAfter(Snpe.of(ORACLE.prior()).training(SHORT), data));
    assertNotEquals(first, meanAfter(Snpe.of(ORACLE.prior()).training(SHORT.seed(2)), data));
  }

  private static double meanAfter(Snpe<? super Features> recipe, Dataset<Features> data) {
    try (var amortized = recipe.fit(data)) {
      return amortized.given(data.x(), 0).mean().toArray()[0];
    }
  }

  @Test
  void divergedSimulationsAreLeftOutAndCounted() {
    Dataset<Features> data = ORACLE.simulate(300, 1);
    double[][] x = new double[300][];
    Arrays.setAll(x, i -> data.x().row(i));
    x[5][0] = Double.POSITIVE_INFINITY;
    x[9][2] = Double.NaN;
    Features some = ORACLE.features(x);
    try (var amortized =
        Snpe.of(ORACLE.prior()).training(SHORT).fit(Dataset.of(data.theta(), some))) {
      assertEquals(298, amortized.simulations());
      assertEquals(2, amortized.excluded());
      String text = amortized.toString();
      assertTrue(text.contains("298 simulations, 2 diverged excluded"), text);
      assertMessage("row 5, feature theta0 is Infinity", () -> amortized.givenEach(some));
    }
  }

  @Test
  void observationOfAnotherShapeIsRefused() {
    try (var amortized = Snpe.of(ORACLE.prior()).training(SHORT).fit(ORACLE.simulate(200, 1))) {
      Features other = Features.of(new double[][] {{1, 2}}, List.of("a", "b"));
      String message =
          assertThrows(ShapeException.class, () -> amortized.given(other)).getMessage();
      assertTrue(message.startsWith("observation: expected 3 features"), message);
      assertTrue(message.contains("as in the training set, but got 2 features"), message);
    }
  }

  @Test
  void observationFarOutsideTheSimulationsIsAllowedAndCalledSo() {
    Dataset<Features> data = ORACLE.simulate(200, 1);
    try (var amortized =
        Snpe.of(ORACLE.prior()).density(new MixtureDensity(1, 8)).training(SHORT).fit(data)) {
      Features far = ORACLE.features(new double[] {1e3, -1e3, 1e3});
      MixturePosterior posterior = amortized.given(far);
      assertTrue(posterior.toString().startsWith("MISSPECIFIED: the observation is far outside"));
      assertEquals(5, posterior.sample(5, 1).size());
      assertTrue(amortized.given(data.x(), 3).caution().isEmpty());
    }
  }

  @Test
  void posteriorOutlivesItsNetwork() {
    Dataset<Features> data = ORACLE.simulate(200, 1);
    Posterior posterior;
    try (var amortized = Snpe.of(ORACLE.prior()).training(SHORT).fit(data)) {
      posterior = amortized.given(data.x(), 3);
    }
    assertEquals(10, posterior.sample(10, 1).size());
  }

  @Test
  void dataThatIsNotFromThePriorIsRefused() {
    Dataset<Features> data = ORACLE.simulate(200, 1);
    var other = Snpe.of(Prior.uniform(JansenRit.A, 2.6, 9.75));
    assertMessage("must be the same parameters in the same order", () -> other.fit(data));
    var narrow = Snpe.of(Mixtures.uniform(2, -0.5, 0.5));
    assertMessage("was it drawn from another one?", () -> narrow.fit(data));
    var right = Snpe.of(ORACLE.prior());
    assertMessage("of 9 only 9 are", () -> right.fit(ORACLE.simulate(9, 1)));
    double[][] rows = {{0.5, Double.NaN}};
    var nan = Dataset.of(ParameterTable.of(data.theta().parameters(), rows), data.x().select(0));
    assertMessage("row 0 of the training set, [0.5, NaN]", () -> right.fit(nan));
  }

  private static void assertMessage(String part, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.contains(part), message);
  }

  /** A constant in noise: its posterior is normal, and the LSTM's mean state can tell it. */
  @Test
  void timeSeriesAreReadByAnLstm() {
    Prior prior = Mixtures.normal(1, 1);
    ParameterTable theta = prior.sample(2000, 1);
    Dataset<TimeSeries> data = Dataset.of(theta, levels(theta, 2));
    Snpe<TimeSeries> recipe =
        Snpe.of(prior)
            .embedding(Embedding.lstm(8))
            .density(new MixtureDensity(1, 16))
            .training(SHORT.epochs(15).learningRate(1e-2));
    try (AmortizedPosterior<TimeSeries> amortized = recipe.fit(data)) {
      double sd = amortized.given(data.x(), 0).sd(prior.parameters().get(0));
      assertTrue(sd < 0.4, "standard deviation " + sd);
    }
  }

  private static TimeSeries levels(ParameterTable theta, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[theta.size()][20];
    for (int i = 0; i < rows.length; i++) {
      double level = theta.get(i, 0);
      Arrays.setAll(rows[i], k -> level + random.nextGaussian());
    }
    return TimeSeries.of(rows, List.of("Cz"), Frequency.hz(100), "uV");
  }

  @Test
  void fullyConnectedEmbeddingAddsItsLayers() {
    Snpe<Observations> recipe =
        Snpe.of(ORACLE.prior()).embedding(Embedding.mlp(32, 16)).training(SHORT);
    assertTrue(recipe.toString().contains("MLP [32, 16]"), recipe::toString);
    try (var amortized = recipe.fit(ORACLE.simulate(300, 1))) {
      assertEquals(4, amortized.history().epochs().size());
    }
  }

  @Test
  void sizesBelowOneAreRefused() {
    assertMessage("got [0], 64 and 2", () -> new MixtureDensity(0, 64));
    assertMessage("got [32, 0]", () -> Embedding.mlp(32, 0));
    assertMessage("got 0", () -> Embedding.lstm(0));
  }
}
