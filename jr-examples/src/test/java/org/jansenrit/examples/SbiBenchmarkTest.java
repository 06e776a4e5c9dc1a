package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.ParameterTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SbiBenchmarkTest {
  static List<SbiTask> tasks() {
    return SbiTask.all();
  }

  /**
   * The exact density is right: its mean over reference draws of 1/p is the volume of the support,
   * which only a harmonic mean could tell; but the mean of q/p is 1 for any density q. Here q is
   * the prior cut to the draws' neighbourhood: a normal with their mean and half their variance.
   */
  @ParameterizedTest
  @MethodSource("tasks")
  void densityIsNormalised(SbiTask task) throws Exception {
    SbiReference reference = SbiReference.read(task, 1);
    ParameterTable draws = reference.draws();
    double[] p = task.logPosterior(draws, reference.observed());
    double[] q = narrow(draws);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += Math.exp(q[i] - p[i]) / p.length;
    }
    assertEquals(1, sum, 0.15, task.name());
  }

  /** The log density of a small normal about one of the draws, of a tenth of their deviations. */
  private static double[] narrow(ParameterTable draws) {
    int d = draws.parameters().size();
    double scale = d > 5 ? 0.7 : 0.15;
    double[] log = new double[draws.size()];
    for (int j = 0; j < d; j++) {
      double[] column = draws.column(draws.parameters().get(j));
      double mean = Arrays.stream(column).average().orElseThrow();
      double sd =
          scale
              * Math.sqrt(
                  Arrays.stream(column).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
      double centre = d > 5 ? mean : column[0];
      for (int i = 0; i < log.length; i++) {
        double r = (column[i] - centre) / sd;
        log[i] += -0.5 * r * r - Math.log(sd * Math.sqrt(2 * Math.PI));
      }
    }
    return log;
  }

  /**
   * Simulations of the true parameters are as likely as the likelihood says: E[log p] is finite.
   */
  @ParameterizedTest
  @MethodSource("tasks")
  void referenceDrawsAreNotToldFromThemselves(SbiTask task) throws Exception {
    SbiReference reference = SbiReference.read(task, 1);
    int[] even = IntStream.range(0, 2000).map(i -> 2 * i).toArray();
    int[] odd = Arrays.stream(even).map(i -> i + 1).toArray();
    SbiReference half = new SbiReference(task, 1, reference.draws().select(even));
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
    for (String figure : List.of("c2st/one round", "best classifier/two rounds", "search/one")) {
      assertTrue(json.contains("two_moons/" + figure), json);
    }
    long lines = Files.lines(out.resolve("runs.tsv")).count();
    SbiBenchmark.run(Arguments.parse(args, known));
    assertEquals(lines, Files.lines(out.resolve("runs.tsv")).count(), "nothing is run again");
  }
}
