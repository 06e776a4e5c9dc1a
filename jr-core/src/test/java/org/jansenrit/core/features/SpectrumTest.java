package org.jansenrit.core.features;

import static org.jansenrit.core.features.Signals.number;
import static org.jansenrit.core.features.Signals.numbers;
import static org.jansenrit.core.features.Signals.reference;
import static org.jansenrit.core.features.Signals.shape;
import static org.jansenrit.core.features.Signals.values;
import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Signal;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.math.Fourier;
import org.jansenrit.core.math.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference values are those of SciPy 1.17: {@code signal.welch} with its defaults. */
class SpectrumTest {

  private static Spectrum spectrum(Welch welch, double[] x, double rate) {
    return new WelchPlan(welch, shape(x, rate)).of(new Signal(shape(x, rate), x));
  }

  private static double[] normals(int count, double sd, long seed) {
    var sampler = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_SHI_RO_256_PP.create(seed));
    return values(count, k -> sd * sampler.sample());
  }

  @ParameterizedTest
  @CsvSource({
    "64, 0.5, 0.0003379797502739616, 0.0009837011812735626, 0.0034717016560056185,"
        + " 0.0001014748914917157, 7.872878078244247e-05",
    "50, 0.5, 0.0004205722544131391, 0.004748576309008674, 0.006598431433965763,"
        + " 9.493990764019071e-05, 7.10265590707299e-05",
    "100, 0.25, 0.0001005718117533871, 8.797785668118145e-05, 8.904122881648047e-05,"
        + " 0.000123662024614463, 0.00021959515751460417"
  })
  void densitiesAreThoseOfScipy(
      int samples, double overlap, double d1, double d2, double d10, double d17, double d31) {
    Welch welch = Welch.segments(s(samples / 200.0)).overlap(overlap);
    Spectrum spectrum = spectrum(welch, reference(), 200);
    double[] found = {
      spectrum.density(1),
      spectrum.density(2),
      spectrum.density(10),
      spectrum.density(17),
      spectrum.density(31)
    };
    assertArrayEquals(new double[] {d1, d2, d10, d17, d31}, found, 1e-12);
  }

  /** Parseval: one segment has the mean square of what is under its window. */
  @Property(tries = 30)
  void theWholePowerIsThatOfTheWindowedSignal(@ForAll @IntRange(min = 4, max = 200) int samples) {
    double[] x = normals(samples, 2, samples);
    double mean = Arrays.stream(x).average().orElseThrow();
    double power = 0;
    double energy = 0;
    for (int k = 0; k < samples; k++) {
      double w = Math.pow(Math.sin(Math.PI * k / samples), 2);
      power += Math.pow(w * (x[k] - mean), 2);
      energy += w * w;
    }
    Spectrum spectrum = spectrum(Welch.segments(s(samples / 100.0)), x, 100);
    assertEquals(1, spectrum.power(0, 50) / (power / energy), 1e-12);
  }

  /**
   * White noise of sd 3 uV at 250 Hz: 2 * 9 / 250 uV^2/Hz everywhere. 400 s in segments of 1 s have
   * a standard error of about 4 % per line, and less per bin.
   */
  @Test
  void whiteNoiseIsFlatInItsUnits() {
    Psd psd = Psd.logBins(20).between(hz(2), hz(120)).welch(Welch.segments(s(1)));
    double[] densities = numbers(psd, normals(100_000, 3, 7), 250);
    for (double density : densities) {
      assertEquals(1, density / (2 * 9 / 250.0), 5 * 0.04);
    }
    assertEquals(2 * 9 / 250.0, Arrays.stream(densities).average().orElseThrow(), 0.002);
    assertEquals("PSD 2..3 Hz (uV^2/Hz)", Signals.names(psd, 100_000, 250).get(0));
  }

  @Test
  void logarithmsAreThoseOfTheDensities() {
    double[] x = normals(2000, 3, 7);
    Psd psd = Psd.logBins(9);
    double[] expected = Arrays.stream(numbers(psd, x, 250)).map(Math::log10).toArray();
    assertArrayEquals(expected, numbers(psd.inLog10(), x, 250), 1e-12);
    assertTrue(Signals.names(psd.inLog10(), 2000, 250).get(8).endsWith("125 Hz (log10 uV^2/Hz)"));
  }

  /**
   * Neighbouring bins of the grid hold all the power between its ends, each as wide as resolved.
   */
  @Property(tries = 50)
  void binsCoverTheirRange(@ForAll @IntRange(min = 1, max = 98) int bins) {
    double[] x = reference();
    Welch welch = Welch.segments(s(1));
    var names = Signals.names(Psd.logBins(bins).welch(welch).between(hz(2), hz(100)), 300, 200);
    double[] densities = numbers(Psd.logBins(bins).welch(welch).between(hz(2), hz(100)), x, 200);
    double power = 0;
    double before = 2;
    for (int j = 0; j < bins; j++) {
      String[] edges = names.get(j).replaceAll("PSD | Hz.*", "").split("\\.\\.", -1);
      assertEquals(before, Double.parseDouble(edges[0]), 1e-9);
      before = Double.parseDouble(edges[1]);
      double width = before - Double.parseDouble(edges[0]);
      assertTrue(width > 0.98, names.get(j));
      power += densities[j] * width;
    }
    assertEquals(1, power / spectrum(welch, x, 200).power(2, 100), 0.02);
  }

  /** A sine of amplitude 4 has the power 8, all of it within its band. */
  @Test
  void theBandOfARhythmHasItsPower() {
    double[] x = values(5000, k -> 4 * Math.sin(2 * Math.PI * 10 * k / 250.0));
    double[] powers = numbers(Bands.standard(), x, 250);
    assertArrayEquals(new double[] {0, 0, 8, 0, 0}, powers, 4e-3);
    double[] shares = numbers(Bands.standard().relativePower(), x, 250);
    assertArrayEquals(new double[] {0, 0, 1, 0, 0}, shares, 5e-4);
    assertEquals("alpha 8..13 Hz power (uV^2)", Signals.names(Bands.standard(), 5000, 250).get(2));
    assertEquals(
        "alpha 8..13 Hz relative power (1)",
        Signals.names(Bands.standard().relativePower(), 5000, 250).get(2));
  }

  @Test
  void sharesOfNeighbouringBandsSumToOne() {
    double[] shares = numbers(Bands.standard().relativePower(), reference(), 200);
    assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
  }

  @Test
  void centroidAndEntropyAreThoseOfScipysSpectrum() {
    Welch welch = Welch.segments(ms(500));
    double centroid = number(Spectral.centroid().welch(welch), reference(), 200);
    assertEquals(22.800824736306442, centroid, 1e-9);
    double entropy = number(Spectral.entropy().welch(welch), reference(), 200);
    assertEquals(0.4993884997103159, entropy, 1e-9);
  }

  /** A flat spectrum from 0 to 125 Hz: the edge at its share, the centroid in the middle. */
  @Test
  void theShapeOfWhiteNoiseIsFlat() {
    double[] x = normals(100_000, 1, 9);
    assertEquals(0.95 * 125, number(Spectral.edge(0.95), x, 250), 1);
    assertEquals(62.5, number(Spectral.centroid(), x, 250), 1);
    assertEquals(1, number(Spectral.entropy(), x, 250), 0.002);
    Spectral edge = Spectral.edge(0.5).between(hz(20), hz(60));
    assertEquals(40, number(edge, x, 250), 1);
    assertEquals("spectral edge 50 % 20..60 Hz (Hz)", Signals.names(edge, 1000, 250).get(0));
  }

  /** The parabola in log finds a sine between two lines 0.5 Hz apart to a thirtieth of that. */
  @ParameterizedTest
  @ValueSource(doubles = {9.7, 10, 10.1, 10.25, 10.4})
  void thePeakOfARhythmIsBetweenTheLines(double f) {
    double[] x = values(2048, k -> 4 * Math.sin(2 * Math.PI * f * k / 256.0));
    assertEquals(f, number(Spectral.peak(), x, 256), 0.017);
    assertTrue(number(Spectral.entropy(), x, 256) < 0.25);
  }

  /**
   * The sum of cosines of random phase whose amplitudes follow the power law, exactly: what comes
   * out is the error of the method, for 20 signals of 60 s.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 1.5, 2})
  void theAperiodicExponentOfAPowerLawIsFound(double alpha) {
    double sum = 0;
    for (int i = 0; i < 20; i++) {
      sum += numbers(Aperiodic.between(hz(2), hz(40)), powerLaw(alpha, i), 250)[0] / 20;
    }
    assertEquals(alpha, sum, 0.05);
  }

  /** The offset is log10 of the density at 1 Hz, here 1; low by (psi(K) - ln K) / ln 10, K ~ 50. */
  @Test
  void theAperiodicOffsetIsTheDensityAtOneHertz() {
    double[] fit = numbers(Aperiodic.between(hz(2), hz(40)), powerLaw(1, 3), 250);
    assertEquals(0, fit[1], 0.1);
    assertEquals(
        "aperiodic offset (log10 uV^2/Hz)",
        Signals.names(Aperiodic.between(hz(2), hz(40)), 16384, 250).get(1));
  }

  /** A one-sided density of 1/f^alpha. */
  private static double[] powerLaw(double alpha, long seed) {
    int n = 1 << 14;
    var random = RandomSource.XO_SHI_RO_256_PP.create(seed + 100);
    double[] re = new double[n];
    double[] im = new double[n];
    double spacing = 250.0 / n;
    for (int k = 1; k < n / 2; k++) {
      double amplitude = Math.sqrt(2 * spacing * Math.pow(k * spacing, -alpha));
      double phase = 2 * Math.PI * random.nextDouble();
      re[k] = amplitude * Math.cos(phase);
      im[k] = amplitude * Math.sin(phase);
    }
    Fourier.transform(re, im);
    return re;
  }

  /** Our own noise: 24 lanes of 64 s, the mean of which has a standard error of about 0.01. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 1.5})
  void theAperiodicExponentOfOurPinkNoiseIsFound(double alpha) {
    LaneBlock block = LaneBlock.of(0, 24, 0, 0.004, (p, row) -> 0, Streams.of(11), Streams.DRIVES);
    Drive.Path path = Noise.pink(alpha, 1, hz(1), hz(100)).start(block);
    double[][] x = new double[24][16_000];
    double[] mean = new double[24];
    for (int k = 0; k < 16_000; k++) {
      path.mean(mean);
      block.clock().tick();
      for (int i = 0; i < 24; i++) {
        x[i][k] = mean[i];
      }
    }
    double exponent =
        Arrays.stream(x)
            .mapToDouble(lane -> numbers(Aperiodic.between(hz(2), hz(30)), lane, 250)[0])
            .average()
            .orElseThrow();
    assertEquals(alpha, exponent, 0.05);
  }

  /** An alpha rhythm tilts the line; left out, it does not. */
  @Test
  void aRhythmCanBeLeftOutOfTheAperiodicFit() {
    double[] noise = powerLaw(1, 5);
    double[] x = values(noise.length, k -> noise[k] + 2 * Math.sin(2 * Math.PI * 10 * k / 250.0));
    double alone = numbers(Aperiodic.between(hz(4), hz(40)), noise, 250)[0];
    double without = numbers(Aperiodic.between(hz(4), hz(40)).without(Band.ALPHA), x, 250)[0];
    assertEquals(alone, without, 0.02);
    assertTrue(Math.abs(numbers(Aperiodic.between(hz(4), hz(40)), x, 250)[0] - alone) > 0.02);
  }

  @Test
  void standardSegmentsFitTheSignal() {
    assertEquals(512, Welch.standard().samples(shape(new double[1201], 1000)));
    assertEquals(256, Welch.standard().samples(shape(new double[100_000], 250)));
    assertEquals("standard segments, 50 % overlap", Welch.standard().toString());
  }

  @Test
  void whatTheSpectrumDoesNotHaveIsRefused() {
    assertEquals(
        "band gamma, 30..45 Hz, exceeds the Nyquist frequency, 40 Hz, of a rate of 80 Hz",
        message(() -> numbers(Bands.standard(), reference(), 80)));
    assertEquals(
        "spectrum: segments of 2 s, 400 samples, are longer than the signal, 1.5 s of 300 samples"
            + " at 200 Hz, uV",
        message(() -> numbers(Psd.logBins(3).welch(Welch.segments(s(2))), reference(), 200)));
    assertEquals(
        "band delta, 1..4 Hz, is narrower than the resolution of 5 Hz; segments of at least"
            + " 333.333333 ms are needed",
        message(() -> numbers(Bands.standard().welch(Welch.segments(ms(200))), reference(), 200)));
    assertEquals(
        "64 bins in 1.563..100 Hz are narrower than the resolution of 1.563 Hz; at most 63 fit, or"
            + " use longer segments",
        message(() -> numbers(Psd.logBins(64), reference(), 200)));
    assertEquals(
        "spectrum: segments need at least 4 samples, but have 2 of 5 samples at 200 Hz, uV",
        message(() -> numbers(Psd.logBins(1), new double[5], 200)));
    assertEquals(
        "aperiodic fit, 9..12 Hz: needs at least 3 lines 1.563 Hz apart, but has 2 left",
        message(() -> numbers(Aperiodic.between(hz(9), hz(12)), reference(), 200)));
    assertEquals(
        "overlap must be in [0, 1), but was 1.0", message(() -> Welch.standard().overlap(1)));
    assertEquals(
        "band x must end above its start, but was from 4 Hz to 4 Hz",
        message(() -> new Band("x", hz(4), hz(4))));
    assertEquals(
        "a spectral edge has a share of the power between 0 and 1, but got 95.0",
        message(() -> Spectral.edge(95)));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
