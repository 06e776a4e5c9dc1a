package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.hipparchus.distribution.multivariate.MultivariateNormalDistribution;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SbiBenchmarkTest {
  private static final long NEAR = 20;

  /** In ten dimensions the classifier is wide and slow, and no more is learnt. */
  static List<SbiTask> smallTasks() {
    return List.of(new TwoMoonsTask(), new SlcpTask());
  }

  /**
   * The exact density is that of the reference draws: the mean of q/p over draws from p is 1 for
   * any density q that is zero where p is. Here q is a normal that is narrower than its
   * neighbourhood of draws, cut to the prior's box.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void densityIsThatOfTheReferenceDraws(boolean uniform) throws Exception {
    SbiTask task = new GaussianLinearTask(uniform);
    SbiReference reference = SbiReference.read(task, 1);
    ParameterTable draws = reference.draws();
    double[] p = task.logPosterior(draws, reference.observed());
    double[][] rows = IntStream.range(0, p.length).mapToObj(draws::row).toArray(double[][]::new);
    MultivariateNormalDistribution q = near(rows);
    double[] ratios =
        IntStream.range(0, p.length)
            .mapToDouble(i -> q.density(rows[i]) / Math.exp(p[i]))
            .toArray();
    double mean = mean(ratios) / inside(task, q);
    double error = sd(ratios, mean) / Math.sqrt(p.length);
    assertTrue(error < 0.08, task.name() + ": standard error " + error);
    assertEquals(1, mean, 3 * error, task.name());
  }

  /** The share of q that is inside the prior. */
  private static double inside(SbiTask task, MultivariateNormalDistribution q) {
    q.reseedRandomGenerator(1);
    return mean(
        Arrays.stream(q.sample(20_000))
            .mapToDouble(t -> Double.isFinite(task.prior().logDensity(t)) ? 1 : 0)
            .toArray());
  }

  /**
   * The crescents are shifted images of the noise: wherever both lie inside the box the density of
   * an observation is that of the prior, 1/4, times two.
   */
  @Test
  void evidenceOfCrescentsIsThatOfTheClosedForm() throws Exception {
    for (int n = 1; n <= SbiReference.OBSERVATIONS; n++) {
      double[] observed = SbiReference.read(new TwoMoonsTask(), n).observed();
      assertEquals(Math.log(0.5), new TwoMoonsTask().logEvidence(observed), 2e-3);
    }
  }

  /** What an observation's density is on average over the prior, by brute force. */
  @Test
  void evidenceWithDistractorsIsTheMeanLikelihood() throws Exception {
    SbiTask task = new SlcpTask();
    double[] observed = SbiReference.read(task, 1).observed();
    ParameterTable theta = task.prior().sample(2_000_000, Streams.of(1));
    double[] likelihoods =
        IntStream.range(0, theta.size())
            .mapToDouble(i -> Math.exp(task.logLikelihood(theta.row(i), observed)))
            .toArray();
    double mean = mean(likelihoods);
    double error = sd(likelihoods, mean) / Math.sqrt(likelihoods.length) / mean;
    assertTrue(error < 0.08, "relative standard error " + error);
    assertEquals(Math.log(mean), task.logEvidence(observed), 3 * error);
  }

  /** A normal at the middle of the hundreds of draws about one of them, with half their spread. */
  private static MultivariateNormalDistribution near(double[][] rows) {
    int d = rows[0].length;
    double[] scale = new double[d];
    Arrays.setAll(scale, j -> sd(column(rows, j), mean(column(rows, j))));
    Comparator<double[]> nearer =
        Comparator.comparingDouble(
            r ->
                IntStream.range(0, d)
                    .mapToDouble(j -> Math.abs(r[j] - rows[1][j]) / scale[j])
                    .max()
                    .orElseThrow());
    double[][] near =
        Arrays.stream(rows).sorted(nearer).limit(NEAR * d * d).toArray(double[][]::new);
    double[] centre = new double[d];
    Arrays.setAll(centre, j -> mean(column(near, j)));
    double[][] apart =
        Arrays.stream(near)
            .map(r -> IntStream.range(0, d).mapToDouble(j -> r[j] - centre[j]).toArray())
            .toArray(double[][]::new);
    RealMatrix x = MatrixUtils.createRealMatrix(apart);
    RealMatrix covariance = x.transposeMultiply(x).scalarMultiply(0.5 / near.length);
    return new MultivariateNormalDistribution(centre, covariance.getData());
  }

  private static double[] column(double[][] rows, int j) {
    return Arrays.stream(rows).mapToDouble(r -> r[j]).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double sd(double[] values, double mean) {
    return Math.sqrt(mean(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray()));
  }

  @ParameterizedTest
  @MethodSource("smallTasks")
  void referenceDrawsAreNotToldFromThemselves(SbiTask task) throws Exception {
    SbiReference reference = SbiReference.read(task, 1);
    int[] even = IntStream.range(0, 2000).map(i -> 2 * i).toArray();
    int[] odd = Arrays.stream(even).map(i -> i + 1).toArray();
    SbiReference half = reference.with(even);
    double accuracy = SbiScores.c2st(reference.draws().select(odd), half, 1, 1);
    assertEquals(0.5, accuracy, 0.06, task.name());
  }

  /** Two normals at distance 2: the best classifier is right in 84 %. */
  @Test
  void publishedClassifierTellsNormalsApart() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(1);
    var draws = new Draws(random);
    float[][] rows = new float[2000][2];
    float[] labels = new float[2000];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 2;
      rows[i][0] = (float) (draws.normal() + 2 * labels[i]);
      rows[i][1] = (float) draws.normal();
    }
    double accuracy =
        PublishedClassifier.fit(Arrays.copyOf(rows, 1000), Arrays.copyOf(labels, 1000), 20, 1)
            .accuracy(Arrays.copyOfRange(rows, 1000, 2000), Arrays.copyOfRange(labels, 1000, 2000));
    assertEquals(0.84, accuracy, 0.05);
  }

  @Test
  void smallRunReportsTheTask(@TempDir Path out) throws Exception {
    List<String> known = List.of("small", "out", "task");
    String[] args = {"--small", "--out=" + out, "--task=two_moons"};
    SbiBenchmark.run(Arguments.parse(args, known));
    String json = Files.readString(out.resolve("results.json"));
    for (String figure : List.of("c2st/one round", "best classifier/two rounds", "search")) {
      assertTrue(json.contains("two_moons/" + figure), json);
    }
    List<String> lines = Files.readAllLines(out.resolve("runs.tsv"));
    SbiBenchmark.run(Arguments.parse(args, known));
    assertEquals(lines, Files.readAllLines(out.resolve("runs.tsv")), "nothing is run again");
  }
}
