package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosteriorLossTest {
  private static final int ROWS = 150;

  private static double[][] normals(int d) {
    double[][] z = new double[ROWS][];
    Random random = new Random(1);
    Arrays.setAll(z, i -> random.doubles(d, -1, 1).toArray());
    return z;
  }

  private static float[] outputs(MixtureLayout layout, int rows) {
    Random random = new Random(2);
    float[] outputs = new float[rows * layout.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = (random.nextInt(4097) - 2048) / 4096f; // differences of floats are then exact
    }
    return outputs;
  }

  private static GaussianMixture mixture(MixtureLayout layout, float[] outputs, int row) {
    double[] own = new double[layout.size()];
    Arrays.setAll(own, j -> outputs[row * own.length + j]);
    return GaussianMixture.of(layout, own);
  }

  /** Rows of the first three rounds take turns. */
  private static Proposals rounds(double[][] z) {
    int d = z[0].length;
    int[] rounds = IntStream.range(0, z.length).map(i -> i % 3).toArray();
    return Proposals.of(List.of(Mixtures.mixture(2, d, 8), Mixtures.mixture(3, d, 9)), rounds, z);
  }

  /** Row by row with {@link GaussianMixture}, which has nothing in common with the lanes. */
  @ParameterizedTest
  @CsvSource({"1,1", "3,2", "300,1", "2,10", "1,20"})
  void lossIsTheMeanOverTheRowsAskedFor(int components, int dimensions) {
    MixtureLayout layout = new MixtureLayout(components, dimensions);
    double[][] z = normals(dimensions);
    int[] rows = {149, 3, 77, 0, 20};
    float[] outputs = outputs(layout, rows.length);
    double expected =
        IntStream.range(0, rows.length)
            .mapToDouble(b -> -mixture(layout, outputs, b).logDensity(z[rows[b]]))
            .average()
            .orElseThrow();
    PosteriorLoss loss = new PosteriorLoss(layout, z, Proposals.prior(ROWS), 1);
    assertEquals(expected, loss.evaluate(rows, outputs, null), 1e-11);
    assertEquals(expected, loss.evaluate(rows, outputs, new float[outputs.length]), 1e-11);
  }

  /** Z by a sum over a fine grid: the integral of q p~ / p. */
  @Test
  void correctionIsTheNormalisedProductWithTheProposal() {
    MixtureLayout layout = new MixtureLayout(2, 1);
    double[][] z = normals(1);
    Proposals proposals = rounds(z);
    float[] outputs = outputs(layout, 1);
    GaussianMixture q = mixture(layout, outputs, 0);
    double integral = 0;
    for (double x = -12; x < 12; x += 1e-3) {
      integral += 1e-3 * Math.exp(logProduct(q, proposals.mixtures().get(1), x));
    }
    double expected = Math.log(integral) - logProduct(q, proposals.mixtures().get(1), z[5][0]);
    PosteriorLoss loss = new PosteriorLoss(layout, z, proposals, 1);
    assertEquals(expected, loss.evaluate(new int[] {5}, outputs, null), 1e-7);
  }

  private static double logProduct(GaussianMixture q, GaussianMixture proposal, double x) {
    double[] z = {x};
    return q.logDensity(z) + proposal.logDensity(z) - NormalComponent.standardLogDensity(z);
  }

  /** Through the outputs as floats; the difference is of fourth order. */
  @ParameterizedTest
  @CsvSource({"1,1", "1,5", "3,2", "8,3", "2,10", "1,20", "70,2"})
  void gradientIsThatOfCentralDifferences(int components, int dimensions) {
    MixtureLayout layout = new MixtureLayout(components, dimensions);
    double[][] z = normals(dimensions);
    PosteriorLoss loss = new PosteriorLoss(layout, z, rounds(z), 1);
    int[] rows = {7, 50, 3, 11, 9, 40, 26};
    float[] outputs = outputs(layout, rows.length);
    float[] gradient = new float[outputs.length];
    loss.evaluate(rows, outputs, gradient);
    Random random = new Random(5);
    double largest = 0;
    for (int trial = 0; trial < 150; trial++) {
      int i = random.nextInt(outputs.length);
      double slope = slope(loss, rows, outputs, i);
      largest = Math.max(largest, Math.abs(gradient[i] - slope) / (1e-3 + Math.abs(slope)));
    }
    assertTrue(largest < 2e-5, "largest relative error " + largest);
  }

  private static double slope(PosteriorLoss loss, int[] rows, float[] outputs, int i) {
    float h = 0x1p-9f;
    return (8 * (at(loss, rows, outputs, i, h) - at(loss, rows, outputs, i, -h))
            - at(loss, rows, outputs, i, 2 * h)
            + at(loss, rows, outputs, i, -2 * h))
        / (12 * h);
  }

  private static double at(PosteriorLoss loss, int[] rows, float[] outputs, int i, float by) {
    float[] moved = outputs.clone();
    moved[i] += by;
    return loss.evaluate(rows, moved, null);
  }

  /** With the prior as proposal the closed form must be the plain loss. */
  @Test
  void proposalThatIsThePriorChangesNothing() {
    MixtureLayout layout = new MixtureLayout(3, 2);
    double[][] z = normals(2);
    double[] standard = {0, 0, 0, -300, -300, 0}; // clamped: P = (1 + e^-16) I
    GaussianMixture prior = GaussianMixture.of(new MixtureLayout(1, 2), standard);
    int[] ones = IntStream.generate(() -> 1).limit(ROWS).toArray();
    int[] rows = IntStream.range(0, 100).toArray();
    float[] outputs = outputs(layout, 100);
    float[] first = new float[outputs.length];
    float[] second = new float[outputs.length];
    PosteriorLoss plain = new PosteriorLoss(layout, z, Proposals.prior(ROWS), 1);
    PosteriorLoss corrected =
        new PosteriorLoss(layout, z, Proposals.of(List.of(prior), ones, z), 1);
    assertEquals(
        plain.evaluate(rows, outputs, first), corrected.evaluate(rows, outputs, second), 1e-6);
    assertArrayEquals(first, second, 1e-8f);
  }

  @Test
  void gradientIsZeroBeyondTheClamp() {
    MixtureLayout layout = new MixtureLayout(1, 2);
    float[] outputs = {0, 0.1f, 0.2f, 9, -9, 0.3f};
    float[] gradient = new float[layout.size()];
    PosteriorLoss loss = new PosteriorLoss(layout, normals(2), Proposals.prior(ROWS), 1);
    double value = loss.evaluate(new int[] {0}, outputs, gradient);
    assertEquals(0, gradient[3]);
    assertEquals(0, gradient[4]);
    float[] further = {0, 0.1f, 0.2f, 20, -20, 0.3f};
    assertEquals(value, loss.evaluate(new int[] {0}, further, null));
  }

  @Test
  void lossIsThatOfTheTextbookFormulaInOneDimension() {
    float[] outputs = {0.3f, 0.5f, 0.75f};
    double precision = 1 + Math.exp(1.5);
    double expected = 0.5 * Math.log(2 * Math.PI / precision) + 0.5 * precision * 0.49;
    PosteriorLoss loss =
        new PosteriorLoss(new MixtureLayout(1, 1), new double[][] {{1.2}}, Proposals.prior(1), 1);
    assertEquals(expected, loss.evaluate(new int[] {0}, outputs, null), 1e-13);
  }

  @ParameterizedTest
  @CsvSource({"8,1e6", "-8,1e6", "0,-1e6", "8,0"})
  void lossStaysFiniteAtExtremeFactors(float diagonal, float off) {
    MixtureLayout layout = new MixtureLayout(1, 3);
    float[] outputs = {0, 0, 0, 0, diagonal, diagonal, diagonal, off, -off, off};
    float[] gradient = new float[layout.size()];
    double[][] z = normals(3);
    PosteriorLoss loss = new PosteriorLoss(layout, z, rounds(z), 1);
    for (int row : new int[] {0, 1, 2}) {
      assertTrue(Double.isFinite(loss.evaluate(new int[] {row}, outputs, gradient)));
      for (float g : gradient) {
        assertTrue(Float.isFinite(g));
      }
    }
  }

  @Test
  void shareOfAComponentThatIsFarAwayVanishesWithoutOverflow() {
    MixtureLayout layout = new MixtureLayout(2, 1);
    float[] outputs = {0, 0, 0, 900, 40, 3};
    PosteriorLoss loss = new PosteriorLoss(layout, normals(1), Proposals.prior(ROWS), 1);
    assertTrue(Double.isFinite(loss.evaluate(new int[] {0}, outputs, new float[6])));
  }

  @Test
  void componentsStartApartWithSmallFactors() {
    MixtureLayout layout = new MixtureLayout(3, 2);
    float[] bias = new float[layout.size()];
    float[] factor = new float[layout.size()];
    new PosteriorLoss(layout, normals(2), Proposals.prior(ROWS), 1).initialHead(bias, factor);
    assertNotEquals(bias[layout.mean(0)], bias[layout.mean(1)]);
    assertEquals(0, bias[layout.diagonal(1)]);
    assertEquals(1, factor[layout.mean(2)]);
    assertEquals(0.1f, factor[layout.logit(2)]);
  }

  @Test
  void oneComponentStartsAtThePriorsMean() {
    MixtureLayout one = new MixtureLayout(1, 2);
    float[] bias = new float[one.size()];
    new PosteriorLoss(one, normals(2), Proposals.prior(ROWS), 1)
        .initialHead(bias, new float[one.size()]);
    assertArrayEquals(new float[one.size()], bias);
  }
}
