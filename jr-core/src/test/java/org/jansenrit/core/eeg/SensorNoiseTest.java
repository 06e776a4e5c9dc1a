package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensorNoiseTest {
  private static final Frequency RATE = Frequency.hz(100);
  private static final int CHANNELS = 64;

  /** Five windows of 14 samples, one each 10: neighbours share four samples. */
  private static final TrialWindow OVERLAPPING = new TrialWindow(20, 10, 5, -4, 14, 4);

  private static List<String> channels(int count) {
    return IntStream.range(0, count).mapToObj(c -> "E" + c).toList();
  }

  /** Draws {@code n} averages in each of 64 independent channels: rows of 14 samples. */
  private static double[][] draws(SensorNoise noise, int n, boolean sampleBySample) {
    var sampler = new NoiseSampler(noise, channels(CHANNELS), OVERLAPPING, RATE, sampleBySample);
    double[][] rows = new double[n * CHANNELS][OVERLAPPING.samples()];
    Normals normals = new Normals();
    for (int i = 0; i < n; i++) {
      normals.restart(Streams.of(sampleBySample ? 4 : 3).random(i, Streams.SENSORS));
      double[][] x = sampler.draw(normals);
      for (int k = 0; k < x.length; k++) {
        for (int c = 0; c < CHANNELS; c++) {
          rows[i * CHANNELS + c][k] = x[k][c];
        }
      }
    }
    return rows;
  }

  static Stream<SensorNoise> everyKind() {
    return Stream.of(
        SensorNoise.white(1),
        SensorNoise.pink(1, 0.5, Frequency.hz(1)),
        SensorNoise.pink(1, 1.5, Frequency.hz(0.5)),
        SensorNoise.stationary(new double[] {1, 0.7, 0.49, 0.343, 0.24, 0.168, 0.1}, RATE),
        SensorNoise.mains(Frequency.hz(11.3), Math.sqrt(2)),
        SensorNoise.white(0.6).plus(SensorNoise.pink(0.8, 1, Frequency.hz(1))));
  }

  /**
   * The noise of the average, drawn directly, is distributed as what one gets by drawing every raw
   * sample and averaging; both have the covariance that follows from the autocovariance r of a raw
   * sample: 1/J^2 times the sum of r over all pairs of trials. With 12,800 draws of variance up to
   * v, the standard error of a covariance is at most 0.0125 v; 91 are looked at, so 4.5 of them.
   */
  @ParameterizedTest
  @MethodSource("everyKind")
  void noiseOfTheAverageIsThatOfTheLongWay(SensorNoise noise) {
    double[][] direct = draws(noise, 200, false);
    double[][] longWay = draws(noise, 200, true);
    double scale = expected(noise, 0);
    for (int j = 0; j < 14; j++) {
      for (int k = j; k < 14; k += 3) {
        double expected = expected(noise, k - j);
        assertEquals(expected, covariance(direct, j, k), 0.056 * scale, "direct " + j + ", " + k);
        assertEquals(expected, covariance(longWay, j, k), 0.056 * scale, "long " + j + ", " + k);
      }
    }
  }

  private static double expected(SensorNoise noise, int lag) {
    double sum = 0;
    for (NoisePart part : noise.parts()) {
      double[] r = part.colour().autocovariance(100, RATE);
      for (int a = 0; a < 5; a++) {
        for (int b = 0; b < 5; b++) {
          sum += part.spread().variance() * r[Math.abs(lag + 10 * (a - b))] / 25;
        }
      }
    }
    return sum;
  }

  private static double covariance(double[][] x, int j, int k) {
    double sum = 0;
    for (double[] row : x) {
      sum += row[j] * row[k] / x.length;
    }
    return sum;
  }

  /**
   * A minute at 250 Hz in 16 channels. Welch's method over 29 windows of 4 s; a line through 40
   * frequencies, spaced evenly in log f from 2 to 40 Hz. The standard error of the exponent is
   * about 0.01.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 1.5, 2})
  void pinkNoiseHasTheExponentAskedFor(double alpha) {
    TrialWindow minute = new TrialWindow(0, 15_000, 1, 0, 15_000, 0);
    var sampler =
        new NoiseSampler(
            SensorNoise.pink(1, alpha), channels(16), minute, Frequency.hz(250), false);
    Normals normals = new Normals();
    normals.restart(Streams.of(1).random(0, Streams.SENSORS));
    assertEquals(alpha, -SpectralSlope.of(sampler.draw(normals), 250), 0.05);
  }

  /** The variance of a raw sample, over which a mean of 400 channels and 300 samples is taken. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2})
  void pinkNoiseHasTheStandardDeviationAskedFor(double alpha) {
    TrialWindow three = new TrialWindow(0, 300, 1, 0, 300, 0);
    var noise = SensorNoise.pink(2, alpha, Frequency.hz(2));
    double[][] x = new NoiseSampler(noise, channels(400), three, RATE, false).draw(started());
    double sum = 0;
    for (double[] row : x) {
      for (double v : row) {
        sum += v * v / x.length / row.length;
      }
    }
    assertEquals(2, Math.sqrt(sum), 0.1);
    assertEquals(2, noise.sd(), 1e-12);
  }

  private static Normals started() {
    Normals normals = new Normals();
    normals.restart(Streams.of(5).random(0, Streams.SENSORS));
    return normals;
  }

  /** 20,000 samples: the standard error of a covariance is 0.7 % of the variances. */
  @Test
  void channelsShareNoiseAsTheirCovarianceSays() {
    double[][] sigma = {{4, 1.5, 0}, {1.5, 1, -0.3}, {0, -0.3, 0.25}};
    var covariance = NoiseCovariance.of(List.of("a", "b", "c"), sigma);
    TrialWindow one = new TrialWindow(0, 20_000, 1, 0, 20_000, 0);
    for (SensorNoise noise :
        List.of(
            SensorNoise.of(covariance),
            SensorNoise.pink(9, 0.5, Frequency.hz(10)).correlated(covariance))) {
      double[][] x =
          new NoiseSampler(noise, List.of("c", "a", "b"), one, RATE, false).draw(started());
      assertEquals(4, covariance(x, 1, 1), 0.2);
      assertEquals(1.5, covariance(x, 1, 2), 0.1);
      assertEquals(0, covariance(x, 0, 1), 0.05);
      assertEquals(-0.3, covariance(x, 0, 2), 0.025);
      assertEquals(Math.sqrt(5.25 / 3), noise.sd(), 1e-12);
    }
  }

  private static Simulation pulses(Onsets onsets) {
    return Simulation.of(JansenRit.model())
        .drive(
            JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, Time.ms(50), 60)))
        .integrator(Integrator.heun(), Time.ms(10))
        .burnIn(Time.s(1))
        .duration(Time.s(4.5));
  }

  private static double decibels(double[] clean, double[] noisy) {
    double signal = 0;
    double noise = 0;
    for (int k = 0; k < clean.length; k++) {
      signal += clean[k] * clean[k];
      noise += Math.pow(noisy[k] - clean[k], 2);
    }
    return 10 * Math.log10(signal / noise);
  }

  /**
   * 300 simulations of 32 channels against their average: the power of the noise, after baseline
   * and reference, is as its formula says. The tolerance is 4 standard errors of the slowest noise.
   */
  @ParameterizedTest
  @MethodSource("everyKind")
  void ratioIsThatOfTheSignalToTheNoiseThatIsAdded(SensorNoise noise) {
    Onsets onsets = Onsets.every(Time.s(0.5), 8).from(Time.s(0.2));
    Erp erp =
        Erp.of(onsets, Time.ms(-100), Time.ms(390))
            .through(
                LeadField.of(
                    Montage.biosemi32(), HeadModel.fourSpheres(), Dipole.radial(20, 30, 55)))
            .reference(Reference.average());
    ParameterTable theta = ParameterTable.of(JansenRit.standard()).select(new int[300]);
    double[] clean = pulses(onsets).observe(erp).simulate(JansenRit.standard(), 1).row(0);
    Erp noisy = erp.sensorNoise(noise);
    TimeSeries x = pulses(onsets).observe(noisy).simulate(theta, Streams.of(1));
    double power = 0;
    for (int i = 0; i < 300; i++) {
      power += Math.pow(10, -decibels(clean, x.row(i)) / 10) / 300;
    }
    Features snr = pulses(onsets).observe(noisy.snr()).simulate(theta, Streams.of(1));
    assertEquals(List.of("SNR (dB)"), snr.names());
    assertEquals(snr.row(0)[0], -10 * Math.log10(power), 0.15);
    Features scaled =
        pulses(onsets)
            .observe(erp.sensorNoise(noise.times(Math.pow(10, -7 / 20.0))).snr())
            .simulate(theta.select(0), Streams.of(1));
    assertEquals(snr.row(0)[0] + 7, scaled.row(0)[0], 1e-4);
  }

  /** White noise: 384,000 values in a simulation give its power to 0.23 %, 0.01 dB. */
  @Test
  void noiseIsScaledToTheRatioAskedForInEverySimulation() {
    Simulation simulation = pulses(Onsets.every(Time.s(1), 4)).duration(Time.s(60));
    Eeg eeg =
        Eeg.through(
            LeadField.of(Montage.biosemi64(), HeadModel.oneSphere(), Dipole.radial(0, 0, 50)));
    ParameterTable theta =
        ParameterTable.of(List.of(JansenRit.A), new double[][] {{2.8}, {3.25}, {4}});
    TimeSeries clean = simulation.observe(eeg).simulate(theta, Streams.of(2));
    Eeg noisy = eeg.sensorNoise(SensorNoise.white(123));
    TimeSeries x = simulation.observe(noisy.atSnr(-6)).simulate(theta, Streams.of(2));
    for (int i = 0; i < 3; i++) {
      assertEquals(-6, decibels(clean.row(i), x.row(i)), 0.05);
    }
  }

  @Test
  void noiseOfASimulationDoesNotDependOnThoseBesideIt() {
    Onsets onsets = Onsets.every(Time.s(0.5), 8).from(Time.s(0.2));
    Erp erp =
        Erp.of(onsets, Time.ms(-100), Time.ms(390))
            .sensorNoise(SensorNoise.pink(1, 1).plus(SensorNoise.white(1)));
    ParameterTable theta = ParameterTable.of(JansenRit.standard()).select(new int[300]);
    TimeSeries all = pulses(onsets).observe(erp).simulate(theta, Streams.of(7));
    TimeSeries last =
        pulses(onsets).observe(erp).simulate(theta.select(0), Streams.of(7).from(299));
    assertArrayEquals(last.row(0), all.row(299));
    assertTrue(decibels(all.row(0), all.row(299)) < 20, "every simulation has noise of its own");
  }

  private static String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  @Test
  void noiseThatCannotBeIsRefused() {
    assertEquals(
        "exponent of pink noise must be within [0, 3.0], but was NaN",
        message(() -> SensorNoise.pink(1, Double.NaN)));
    assertThrows(IllegalArgumentException.class, () -> SensorNoise.pink(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> SensorNoise.mains(Frequency.hz(50), -1));
    assertThrows(IllegalArgumentException.class, () -> SensorNoise.white(1).times(-1));
    Simulation simulation = pulses(Onsets.every(Time.s(1), 4));
    assertEquals(
        "mains hum must be below half of the kept rate, 100 Hz, but is 50 Hz",
        message(
            () ->
                simulation.observe(
                    Eeg.source().sensorNoise(SensorNoise.mains(Frequency.hz(50), 1)))));
    assertEquals(
        "the sensor noise is given at 128 Hz, but the monitor keeps 100 Hz",
        message(
            () ->
                simulation.observe(
                    Eeg.source()
                        .sensorNoise(
                            SensorNoise.stationary(new double[] {1}, Frequency.hz(128))))));
    assertEquals(
        "a signal-to-noise ratio of 3.0 dB needs sensor noise to be scaled, but there is none",
        message(() -> simulation.observe(Eeg.source().atSnr(3))));
    assertThrows(IllegalArgumentException.class, () -> Eeg.source().atSnr(Double.NaN));
    SensorNoise two = SensorNoise.white(1).plus(SensorNoise.pink(1, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> two.correlated(NoiseCovariance.diagonal(List.of("Cz"), 1)));
  }

  /** An autocovariance that no process has: 1, 0.9 and then nothing. */
  @ParameterizedTest
  @ValueSource(ints = {100, 3000})
  void autocovarianceThatIsNotPositiveDefiniteIsRefused(int samples) {
    var impossible = SensorNoise.stationary(new double[] {1, 0.9}, RATE);
    TrialWindow window = new TrialWindow(0, samples, 1, 0, samples, 0);
    assertEquals(
        "the autocovariance of the sensor noise is not positive definite over "
            + samples
            + " samples; taper it towards zero at long lags",
        message(() -> new NoiseSampler(impossible, channels(1), window, RATE, false)));
  }

  @Test
  void noiseSaysWhatItIs() {
    SensorNoise noise =
        SensorNoise.white(0.2)
            .plus(SensorNoise.pink(3, 1.5))
            .plus(SensorNoise.mains(Frequency.hz(50), Math.sqrt(2)));
    assertEquals(
        "white noise of sd 0.2 uV + 1/f^1.5 noise from 0.1 Hz on of sd 3 uV + hum at 50 Hz of sd 1"
            + " uV",
        noise.toString());
    assertEquals(SensorNoise.none(), SensorNoise.white(0));
    assertEquals("no noise", SensorNoise.none().toString());
    var spread =
        new NoiseSpread(2, Optional.of(NoiseCovariance.diagonal(List.of("Cz", "Pz"), 0.2)));
    assertEquals(" of 2 times NoiseCovariance[2 channels, mean sd 0.2 uV]", spread.toString());
  }
}
