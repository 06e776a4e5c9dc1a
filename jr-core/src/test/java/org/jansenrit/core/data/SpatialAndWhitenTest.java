package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;

class SpatialAndWhitenTest {
  private static final double[] PATTERN = {2, -3, 6}; // norm 7

  /** One source, random walks of 20 samples, seen by three channels with noise. */
  private static TimeSeries walks(int n, double noise, long seed) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] rows = new double[n][60];
    for (double[] row : rows) {
      double source = 1;
      for (int t = 0; t < 20; t++) {
        source += normal.sample();
        for (int c = 0; c < 3; c++) {
          row[20 * c + t] = PATTERN[c] * source + noise * normal.sample();
        }
      }
    }
    return TimeSeries.of(rows, List.of("Fz", "Cz", "Pz"), Frequency.hz(100), "uV")
        .startingAt(Time.ms(-50));
  }

  @Test
  void firstComponentOfOneSourceIsItsCourseWithThePatternAsWeights() {
    TimeSeries x = walks(20, 0, 1);
    TimeSeries y = Transform.spatialComponents(1).fit(x).apply(x);
    assertEquals("1 channel x 20 samples at 100 Hz, uV", y.shape());
    assertEquals(Time.ms(-50), y.start());
    for (int t = 0; t < 20; t++) {
      assertEquals(x.row(3)[40 + t] * 7 / 6, y.row(3)[t], 1e-4);
    }
  }

  /** Of 49 units of pattern and noise of sd 1, sd 1 is left: three channels tell 3.5 times one. */
  @Test
  void projectionKeepsTheNoiseOfOneChannel() {
    TimeSeries clean = walks(400, 0, 2);
    var fitted = Transform.spatialComponents(1).fit(clean);
    var normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(3L));
    double[][] noise = new double[400][60];
    for (double[] row : noise) {
      for (int j = 0; j < 60; j++) {
        row[j] = normal.sample();
      }
    }
    TimeSeries y =
        fitted.apply(
            TimeSeries.of(noise, clean.channels(), clean.rate(), "uV").startingAt(clean.start()));
    double squares = 0;
    for (int i = 0; i < 400; i++) {
      for (double v : y.row(i)) {
        squares += v * v / 8000;
      }
    }
    assertEquals(1, squares, 0.08); // five standard errors
  }

  @Test
  void componentsOfThreeDirectionsKeepAllPower() {
    TimeSeries x = walks(10, 1, 4);
    TimeSeries y = Transform.spatialComponents(3).fit(x).apply(x);
    for (int i = 0; i < 10; i++) {
      for (int t = 0; t < 20; t++) {
        assertEquals(power(x.row(i), t), power(y.row(i), t), 1e-3);
      }
    }
  }

  private static double power(double[] row, int t) {
    return row[t] * row[t] + row[20 + t] * row[20 + t] + row[40 + t] * row[40 + t];
  }

  @Test
  void allDirectionsWhitenedHaveTheIdentityAsCovariance() {
    assertCovariance(20, walks(300, 1, 5));
  }

  @Test
  void someDirectionsWhitenedHaveAProjectionAsCovariance() {
    assertCovariance(6, walks(300, 1, 5));
  }

  private static void assertCovariance(int count, TimeSeries x) {
    TimeSeries y = Transform.whiten(count).fit(x).apply(x);
    double[][] covariance = covariance(y);
    double trace = 0;
    for (int s = 0; s < 20; s++) {
      trace += covariance[s][s];
      double[] squared = new double[20];
      for (int t = 0; t < 20; t++) {
        for (int k = 0; k < 20; k++) {
          squared[t] += covariance[s][k] * covariance[k][t];
        }
      }
      assertArrayEquals(covariance[s], squared, 1e-4);
    }
    assertEquals(count, trace, 1e-3);
  }

  private static double[][] covariance(TimeSeries y) {
    double[] mean = new double[60];
    for (int i = 0; i < y.size(); i++) {
      for (int j = 0; j < 60; j++) {
        mean[j] += y.row(i)[j] / y.size();
      }
    }
    assertArrayEquals(new double[60], mean, 1e-4);
    double[][] covariance = new double[20][20];
    for (int i = 0; i < y.size(); i++) {
      double[] row = y.row(i);
      for (int j = 0; j < 60; j++) {
        for (int t = 0; t < 20; t++) {
          covariance[j % 20][t] += row[j] * row[j - j % 20 + t] / y.size() / 3;
        }
      }
    }
    return covariance;
  }

  /** ZCA: of all whitened series, the nearest; so a late change stays late. */
  @Test
  void whiteningKeepsTimesWhereTheyAre() {
    TimeSeries x = walks(2000, 1, 6);
    var whiten = Transform.whiten(20).fit(x);
    double[] row = new double[60];
    double[] stepped = new double[60];
    for (int c = 0; c < 3; c++) {
      for (int t = 10; t < 20; t++) {
        stepped[20 * c + t] = 5;
      }
    }
    TimeSeries both =
        TimeSeries.of(new double[][] {row, stepped}, x.channels(), x.rate(), "uV")
            .startingAt(x.start());
    TimeSeries y = whiten.apply(both);
    int largest = 0;
    for (int t = 0; t < 20; t++) {
      double here = Math.abs(y.row(1)[t] - y.row(0)[t]);
      largest = here > Math.abs(y.row(1)[largest] - y.row(0)[largest]) ? t : largest;
    }
    assertEquals(10, largest); // a random walk's increments are white: the step is one of them
  }

  @Test
  void moreDirectionsThanThereAreAreRefused() {
    TimeSeries x = walks(4, 0, 7);
    var e =
        assertThrows(IllegalArgumentException.class, () -> Transform.spatialComponents(2).fit(x));
    assertEquals(
        "cannot find 2 spatial components: the training set, TimeSeries 4 x 3 channels x 20"
            + " samples at 100 Hz, uV, varies in 1 direction of its channels",
        e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> Transform.whiten(4).fit(x));
    assertEquals(
        "cannot whiten 4 directions: the training set, TimeSeries 4 x 3 channels x 20 samples at"
            + " 100 Hz, uV, varies in 3 directions over time",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Transform.spatialComponents(0));
    assertThrows(IllegalArgumentException.class, () -> Transform.whiten(0));
  }
}
