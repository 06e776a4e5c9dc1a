package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NoiseCovarianceTest {
  private static final Frequency RATE = Frequency.hz(100);
  private static final List<String> THREE = List.of("a", "b", "c");

  private static TimeSeries waves() {
    double[][] rows = new double[4][30];
    for (int i = 0; i < 4; i++) {
      for (int c = 0; c < 3; c++) {
        for (int k = 0; k < 10; k++) {
          rows[i][10 * c + k] =
              (c + 1) * (c + 1) * Math.sin(0.7 * k + i + 0.9 * c * c)
                  + Math.cos(2.3 * k * (c + 1) + i * i);
        }
      }
    }
    return TimeSeries.of(rows, THREE, RATE, "uV");
  }

  /** The formulas of the papers in NumPy, on the same numbers: amounts 0.021342 and 0.064729. */
  @Test
  void shrunkCovariancesAreThoseOfThePapers() {
    assertMatrix(
        new double[][] {
          {1.399599363, 1.313101688, -4.080656788},
          {1.313101688, 9.502457233, -15.862064794},
          {-4.080656788, -15.862064794, 40.331126559}
        },
        NoiseCovariance.ledoitWolf(waves()));
    assertMatrix(
        new double[][] {
          {2.09466145, 1.254887648, -3.899748088},
          {1.254887648, 9.83829345, -15.15884821},
          {-3.899748088, -15.15884821, 39.300228255}
        },
        NoiseCovariance.oracleApproximating(waves()));
  }

  private static void assertMatrix(double[][] expected, NoiseCovariance actual) {
    for (int c = 0; c < expected.length; c++) {
      assertArrayEquals(expected[c], actual.matrix()[c], 1e-5);
    }
  }

  /**
   * 30 samples of 20 channels: the sample covariance is off by 3.8 in Frobenius norm, the target by
   * 2.0, so that the best mixture of both is off by 1.77, 0.46 times as far; both shrunk ones must
   * come to 0.65 times, in each of 20 draws.
   */
  @Test
  void shrinkingComesNearerToTheTruth() {
    double[][] truth = new double[20][20];
    for (int c = 0; c < 20; c++) {
      for (int d = 0; d < 20; d++) {
        truth[c][d] = c == d ? 1 + 0.02 * c : 0.1;
      }
    }
    List<String> names = IntStream.range(0, 20).mapToObj(c -> "E" + c).toList();
    SensorNoise noise = SensorNoise.of(NoiseCovariance.of(names, truth));
    TrialWindow window = new TrialWindow(0, 31, 1, 0, 31, 0);
    var sampler = new NoiseSampler(noise, names, window, RATE, false);
    Normals normals = new Normals();
    for (int i = 0; i < 20; i++) {
      normals.restart(Streams.of(11).random(i, Streams.SENSORS));
      TimeSeries x = series(sampler.draw(normals), names);
      double plain = distance(truth, Shrinkage.of(x).shrunk(0));
      assertTrue(distance(truth, NoiseCovariance.ledoitWolf(x).matrix()) < 0.65 * plain);
      assertTrue(distance(truth, NoiseCovariance.oracleApproximating(x).matrix()) < 0.65 * plain);
    }
  }

  private static TimeSeries series(double[][] samplesByChannels, List<String> names) {
    double[][] row = new double[1][samplesByChannels.length * names.size()];
    for (int k = 0; k < samplesByChannels.length; k++) {
      for (int c = 0; c < names.size(); c++) {
        row[0][c * samplesByChannels.length + k] = samplesByChannels[k][c];
      }
    }
    return TimeSeries.of(row, names, RATE, "uV");
  }

  private static double distance(double[][] a, double[][] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      for (int d = 0; d < a.length; d++) {
        sum += Math.pow(a[c][d] - b[c][d], 2);
      }
    }
    return Math.sqrt(sum);
  }

  /**
   * What is estimated of a recording's baseline, against its average, is noise that can be drawn.
   */
  @Test
  void baselineOfARecordingGivesItsCovariance() {
    double[][] row = new double[1][3 * 1000];
    for (int k = 0; k < 1000; k++) {
      row[0][k] = 3 * Math.sin(1.7 * k) + k % 100;
      row[0][1000 + k] = Math.sin(2.9 * k + 1);
      row[0][2000 + k] = Math.sin(0.9 * k * k);
    }
    List<Event> events =
        IntStream.range(1, 10).mapToObj(i -> Event.stimulus("go", 100 * i)).toList();
    Recording recording = Recording.of(TimeSeries.of(row, THREE, RATE, "uV"), events);
    Epochs epochs = recording.epochs("go", Time.ms(-300), Time.ms(200));
    TimeSeries baseline = epochs.baseline();
    assertEquals("TimeSeries 9 x 3 channels x 30 samples at 100 Hz, uV", baseline.toString());
    assertEquals(epochs.asTimeSeries().channel(3, "b")[29], baseline.channel(3, "b")[29]);
    NoiseCovariance covariance = NoiseCovariance.ledoitWolf(baseline);
    // a sine of amplitude A has the variance A^2 / 2, a ramp of 30 samples (30^2 - 1) / 12
    assertEquals(4.5 + 899 / 12.0, covariance.matrix()[0][0], 4);
    Epochs against = epochs.reference(Reference.average());
    NoiseCovariance singular =
        NoiseCovariance.of(THREE, Shrinkage.of(against.baseline()).shrunk(0));
    assertEquals(3, singular.channels().size());
    assertThrows(
        IllegalStateException.class,
        () -> recording.epochs("go", Time.ms(0), Time.ms(200)).baseline());
  }

  @Test
  void pickKeepsTheOrderAsked() {
    NoiseCovariance all =
        NoiseCovariance.of(THREE, new double[][] {{4, 1, 0}, {1, 9, 2}, {0, 2, 16}});
    NoiseCovariance two = all.pick(List.of("c", "a"));
    assertArrayEquals(new double[] {16, 0}, two.matrix()[0]);
    assertArrayEquals(new double[] {0, 4}, two.matrix()[1]);
    assertEquals(
        "no channel C here; did you mean c? There are [a, b, c]",
        message(() -> all.pick(List.of("C"))));
    assertEquals(all, all.pick(THREE));
    assertEquals(all.hashCode(), all.pick(THREE).hashCode());
    assertNotEquals(all, two);
  }

  private static String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void matricesThatAreNoCovarianceAreRefused() {
    List<String> two = List.of("a", "b");
    for (double[][] wrong :
        new double[][][] {
          {{1, 0}},
          {{1, 0}, {0}},
          {{1, 0.5}, {0.4, 1}},
          {{1, 2}, {2, 1}},
          {{1, Double.NaN}, {Double.NaN, 1}},
          {{0, 0}, {0, 1}},
          {{-1, 0}, {0, 1}}
        }) {
      assertThrows(IllegalArgumentException.class, () -> NoiseCovariance.of(two, wrong));
    }
    TimeSeries volts = TimeSeries.of(new double[][] {{1, 2}}, List.of("a"), RATE, "V");
    assertThrows(IllegalArgumentException.class, () -> NoiseCovariance.ledoitWolf(volts));
    TimeSeries constant = TimeSeries.of(new double[][] {{1, 1, 1}}, List.of("a"), RATE, "uV");
    assertThrows(IllegalArgumentException.class, () -> NoiseCovariance.ledoitWolf(constant));
  }
}
