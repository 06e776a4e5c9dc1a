package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.quantity.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryExperimentTest {
  private static final RecoveryExperiment PUBLISHED = RecoveryExperiment.asPublished();
  private static final RecoveryExperiment MENDED = RecoveryExperiment.consistentUnits();

  private static TimeSeries run(RecoveryExperiment experiment, ParameterSet theta) {
    return experiment.noiseFactor(0).simulator().simulate(theta, 1);
  }

  @Test
  void oneSimulationIs1201SamplesOf64Channels() {
    TimeSeries erp = run(PUBLISHED, JansenRit.asPublished());
    assertEquals("TimeSeries 1 x 64 channels x 1201 samples at 1000 Hz, uV", erp.toString());
    assertEquals(-0.2, erp.start().seconds(), 1e-12);
    double sum = 0;
    for (int c = 0; c < 64; c++) {
      sum += erp.channel(0, c)[250];
    }
    assertEquals(0, sum, 1e-4, "average reference");
  }

  /** The study's own loop, in mV: Euler at 1 ms over 61 s, 59 windows from 800 ms on, by hand. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void potentialIsThatOfTheStudysLoop(boolean published) {
    RecoveryExperiment experiment = published ? PUBLISHED : MENDED;
    ParameterSet theta = published ? JansenRit.asPublished() : JansenRit.standard();
    double[] source = StudyLoop.erp(theta, published ? 0 : 60);
    LeadField field =
        LeadField.of(
            Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal());
    double gain = 6 * field.reference(Reference.average()).gain("FC3", 0);
    double[] expected = Arrays.stream(source).map(v -> gain * v).toArray();
    double peak = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertArrayEquals(
        expected, run(experiment, theta).channel(0, "FC3"), 1e-5 * peak, "peak " + peak);
  }

  /**
   * What +20 % of a parameter does to the published configuration, as measured with other code: the
   * relative norm of the change is 0.217 for B, 0.187 for b, 0.0193 for A, 0.0165 for a, and 3e-5
   * for the contacts and for C.
   */
  @Test
  void connectivityLeavesNoTraceInThePublishedConfiguration() {
    Map<String, Double> large = Map.of("B", 0.217, "b", 0.187, "A", 0.0193, "a", 0.0165);
    List<Parameter> drawn = PUBLISHED.prior().parameters();
    double[] changes = changes(PUBLISHED, JansenRit.asPublished(), drawn);
    for (int j = 0; j < changes.length; j++) {
      Double expected = large.get(drawn.get(j).symbol());
      if (expected == null) {
        assertTrue(changes[j] < 6e-5, drawn.get(j) + ": " + changes[j]);
      } else {
        assertEquals(expected, changes[j], 0.03 * expected, drawn.get(j).symbol());
      }
    }
  }

  /** With consistent units the same change is 1 to 21 % at rest, 20 to 33 % at a drive of 120. */
  @ParameterizedTest
  @CsvSource({"0, 0.01, 0.22", "60, 0.01, 0.22", "120, 0.195, 0.335"})
  void connectivityMattersOnceUnitsAreConsistent(double drive, double low, double high) {
    List<Parameter> contacts = List.of(JansenRit.A_1, JansenRit.A_2, JansenRit.A_3, JansenRit.A_4);
    for (double change : changes(MENDED.constantDrive(drive), JansenRit.standard(), contacts)) {
      assertTrue(change >= low && change <= high, change + "");
    }
  }

  /** Returns the relative norm of the change of the ERP for +20 % of each parameter alone. */
  private static double[] changes(
      RecoveryExperiment experiment, ParameterSet set, List<Parameter> parameters) {
    double[][] rows = new double[parameters.size() + 1][parameters.size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < parameters.size(); j++) {
        rows[i][j] = set.get(parameters.get(j)) * (i == j ? 1.2 : 1);
      }
    }
    TimeSeries erp =
        experiment
            .noiseFactor(0)
            .simulator()
            .simulate(ParameterTable.of(parameters, rows), Streams.of(1));
    double[] typical = erp.row(parameters.size());
    double[] changes = new double[parameters.size()];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = relative(erp.row(i), typical);
    }
    return changes;
  }

  private static double relative(double[] after, double[] before) {
    double difference = 0;
    double norm = 0;
    for (int k = 0; k < before.length; k++) {
      difference += Math.pow(after[k] - before[k], 2);
      norm += Math.pow(before[k], 2);
    }
    return Math.sqrt(difference / norm);
  }

  /** What is reported is the ratio of clean to added power; 77 k samples give it to 0.03 dB. */
  @Test
  void signalToNoiseRatioIsThatOfWhatWasKept() {
    ParameterTable theta = PUBLISHED.prior().sample(3, 5);
    TimeSeries clean = PUBLISHED.noiseFactor(0).simulator().simulate(theta, Streams.of(5));
    TimeSeries noisy = PUBLISHED.noiseFactor(1).simulator().simulate(theta, Streams.of(5));
    Features snr = PUBLISHED.noiseFactor(1).snr().simulate(theta, Streams.of(5));
    Features louder = PUBLISHED.noiseFactor(10).snr().simulate(theta, Streams.of(5));
    for (int i = 0; i < 3; i++) {
      double[] s = clean.row(i);
      double[] x = noisy.row(i);
      double signal = 0;
      double noise = 0;
      for (int k = 0; k < s.length; k++) {
        signal += s[k] * s[k];
        noise += (x[k] - s[k]) * (x[k] - s[k]);
      }
      assertEquals(10 * Math.log10(signal / noise), snr.row(i)[0], 0.1);
      assertEquals(snr.row(i)[0] - 10, louder.row(i)[0], 1e-5);
    }
  }

  /** 0.2 uV per raw sample, 59 trials averaged, 250 Hz: the standard error of the sd is 0.5 %. */
  @ParameterizedTest
  @CsvSource({"1000, 1", "250, 4"})
  void noiseHasTheStudysDensityAtAnyRate(double hertz, double ratio) {
    RecoveryExperiment experiment = PUBLISHED.rate(Frequency.hz(hertz));
    double[] clean = run(experiment, JansenRit.asPublished()).row(0);
    double[] noisy = experiment.simulator().simulate(JansenRit.asPublished(), 1).row(0);
    double power = 0;
    for (int k = 0; k < clean.length; k++) {
      power += Math.pow(noisy[k] - clean[k], 2) / clean.length;
    }
    assertEquals(0.2 / Math.sqrt(59 * ratio), Math.sqrt(power), 0.03 * 0.2 / Math.sqrt(59 * ratio));
  }

  @Test
  void sampleIsTheSimulatorsLessWhatIsLeftOut() {
    RecoveryExperiment experiment = MENDED.physiologicalRanges().rate(Frequency.hz(125));
    RecoveryData sample = experiment.sample(40, 3);
    Dataset<TimeSeries> all = experiment.simulator().sample(experiment.prior(), 40, 3);
    assertEquals(40, sample.data().size() + sample.diverged() + sample.outliers());
    assertEquals(sample.data().size(), sample.snr().size());
    assertArrayEquals(all.x().row(0), sample.data().x().row(0));
    assertEquals(8, sample.data().theta().parameters().size(), "C is fixed");
  }

  /** Sizes 1..9 and 100: quartiles 3.25 and 7.75, fences at -10.25 and 21.25. */
  @Test
  void outliersAndDivergedAreCountedAndLeftOut() {
    double[][] rows = new double[11][];
    for (int i = 0; i < 10; i++) {
      rows[i] = new double[] {i + 1, -(i + 1)};
    }
    rows[9] = new double[] {100, -100};
    rows[10] = new double[] {Double.NaN, 0};
    TimeSeries x = TimeSeries.of(rows, List.of("Cz"), Frequency.hz(1), "uV");
    double[][] decibels = new double[11][];
    Arrays.setAll(decibels, i -> new double[] {i});
    ParameterTable theta = ParameterTable.of(List.of(), new double[11][0]);
    RecoveryData data =
        RecoveryData.screened(Dataset.of(theta, x), Features.of(decibels, List.of("SNR (dB)")));
    assertEquals(1, data.outliers());
    assertEquals(1, data.diverged());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, data.decibels());
    assertEquals(
        "RecoveryData[" + data.data() + ", 1 outliers and 1 diverged left out; median SNR 4.0 dB]",
        data.toString());
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> PUBLISHED.noiseFactor(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> PUBLISHED.noiseFactor(-1));
    assertThrows(IllegalArgumentException.class, () -> PUBLISHED.strength(0));
    assertThrows(IllegalArgumentException.class, () -> PUBLISHED.constantDrive(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> PUBLISHED.rate(Frequency.hz(300)));
    assertThrows(IllegalArgumentException.class, PUBLISHED::stimulating);
  }

  /** Equations and loop of the study, written down again: nothing of the library is used. */
  private static final class StudyLoop {
    private StudyLoop() {}

    static double[] erp(ParameterSet set, double drive) {
      double[] p = set.parameters().stream().mapToDouble(set::get).toArray();
      double[] y = new double[6];
      double[] mean = new double[1201];
      for (int k = 0; k < 61_000; k++) {
        int recorded = k - 800;
        for (int trial = 0; trial < 59; trial++) {
          int place = recorded - 1000 * trial;
          if (place >= 0 && place < 1201) {
            mean[place] += (y[1] - y[2]) / 59;
          }
        }
        boolean pulse = recorded >= 200 && (recorded - 200) % 1000 < 50;
        step(y, p, drive, pulse ? 60 : 0);
      }
      double baseline = Arrays.stream(mean, 0, 200).average().orElseThrow();
      return Arrays.stream(mean).map(v -> v - baseline).toArray();
    }

    private static void step(double[] y, double[] p, double drive, double pulse) {
      double h = 1e-3;
      double a = p[2];
      double b = p[3];
      double d3 = p[0] * a * (0.56 * pulse + rate(p, y[1] - y[2])) - 2 * a * y[3] - a * a * y[0];
      double excite = p[6] * p[4] * rate(p, p[5] * p[4] * y[0]);
      double d4 = p[0] * a * (drive + pulse + excite) - 2 * a * y[4] - a * a * y[1];
      double inhibit = p[8] * p[4] * rate(p, p[7] * p[4] * y[0]);
      double d5 = p[1] * b * (pulse + inhibit) - 2 * b * y[5] - b * b * y[2];
      y[0] += h * y[3];
      y[1] += h * y[4];
      y[2] += h * y[5];
      y[3] += h * d3;
      y[4] += h * d4;
      y[5] += h * d5;
    }

    private static double rate(double[] p, double v) {
      return 2 * p[10] / (1 + Math.exp(p[11] * (p[9] - v)));
    }
  }
}
