package org.jansenrit.core.features;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.Summaries;
import org.jansenrit.core.data.Summary;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Execution;
import org.jansenrit.core.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Summaries put together, of series, before estimators and as a monitor. */
class RecipeTest {
  private static final Summaries RECIPE =
      Features.of(Psd.logBins(5), Moments.upTo(2), Waveform.HJORTH, Autocorrelation.width());

  private static TimeSeries noise(int n, int channels, int samples) {
    var random = RandomSource.XO_SHI_RO_256_PP.create(1L);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = random.doubles((long) channels * samples).toArray();
    }
    List<String> names = List.of("Fz", "Cz", "Pz").subList(0, channels);
    return TimeSeries.of(rows, names, hz(100), "uV");
  }

  @Test
  void featuresAreNamedByChannelAndUnit() {
    Features x = RECIPE.of(noise(2, 2, 50));
    assertEquals(22, x.width());
    assertEquals("Fz PSD 6.25..12.5 Hz (uV^2/Hz)", x.names().get(0));
    assertEquals("Fz mean (uV)", x.names().get(5));
    assertEquals("Cz sd (uV)", x.names().get(17));
    assertEquals("Cz autocorrelation width (s)", x.names().get(21));
    assertEquals(
        "Features 2 x 22 features (Fz PSD 6.25..12.5 Hz (uV^2/Hz), "
            + "Fz PSD 12.5..18.75 Hz (uV^2/Hz), Fz PSD 18.75..26 Hz (uV^2/Hz), ...)",
        x.toString());
  }

  @Test
  void aBatchEqualsItsRowsOneByOne() {
    TimeSeries x = noise(20, 3, 60);
    Features all = RECIPE.of(x);
    for (int i = 0; i < 20; i++) {
      assertArrayEquals(RECIPE.of(x.select(i)).row(0), all.row(i));
    }
  }

  @Test
  void eachPartIsWhatItIsAlone() {
    TimeSeries x = noise(3, 1, 60);
    double[] together =
        Features.of(Moments.upTo(1), Bands.of(Band.BETA), Spectral.peak()).of(x).row(2);
    assertEquals(Features.of(Moments.upTo(1)).of(x).row(2)[0], together[0]);
    assertEquals(Features.of(Bands.of(Band.BETA)).of(x).row(2)[0], together[1]);
    assertEquals(Features.of(Spectral.peak()).of(x).row(2)[0], together[2]);
  }

  @Test
  void aSummaryOfOnesOwnIsALambda() {
    Summary lineLength =
        Summary.of(
            "line length (uV)",
            v -> {
              double sum = 0;
              for (int k = 1; k < v.length; k++) {
                sum += Math.abs(v[k] - v[k - 1]);
              }
              return sum;
            });
    TimeSeries x = TimeSeries.of(new double[][] {{0, 2, -1}}, List.of("Cz"), hz(10), "uV");
    assertEquals(5, Features.of(lineLength).of(x).row(0)[0]);
    assertEquals(List.of("Cz line length (uV)"), Features.of(lineLength).of(x).names());
  }

  @Test
  void aRecipeIsATransformThatKeepsItsShape() {
    Transform.Fitted<TimeSeries, Features> fitted = RECIPE.fit(noise(4, 2, 50));
    assertEquals(4, fitted.apply(noise(4, 2, 50)).size());
    assertEquals(
        "series to sum up: expected 2 channels x 50 samples at 100 Hz, uV, as in the training set,"
            + " but got 2 channels x 51 samples at 100 Hz, uV",
        message(() -> fitted.apply(noise(1, 2, 51))));
    Transform<TimeSeries, Features> both = RECIPE.then(Transform.standardize());
    assertEquals(22, both.fit(noise(9, 2, 50)).apply(noise(1, 2, 50)).width());
  }

  /** Every family, with all that can be set. */
  @Test
  void aFittedRecipeIsTheSameAfterItIsSaved(@TempDir Path folder) {
    Welch welch = Welch.segments(ms(200)).overlap(0.25);
    Summaries all =
        Features.of(
            Moments.upTo(4),
            Quantiles.at(0.1, 1 / 3.0),
            Waveform.RMS,
            Waveform.HJORTH,
            Autocorrelation.at(ms(20), ms(100)),
            Autocorrelation.width(),
            Psd.logBins(3),
            Psd.logBins(2).between(hz(5), hz(30)).inLog10().welch(welch),
            Bands.of(new Band("mu", hz(8), hz(14)), Band.BETA),
            Bands.of(new Band("mu", hz(8), hz(14)), Band.BETA).relativePower().welch(welch),
            Spectral.edge(0.9),
            Spectral.peak().between(hz(5), hz(40)).welch(welch),
            Aperiodic.between(hz(2), hz(49)).without(Band.ALPHA).welch(Welch.segments(s(0.5))),
            Component.negative("N1", ms(100), ms(300)));
    Transform.Fitted<TimeSeries, Features> fitted = all.fit(noise(5, 2, 90));
    Path file = folder.resolve("features.npz");
    fitted.toArchive().save(file, "transform", 1);
    @SuppressWarnings("unchecked")
    var again =
        (Transform.Fitted<TimeSeries, Features>)
            Archive.load(file, "transform", 1, Transform.Fitted::of);
    Features expected = fitted.apply(noise(7, 2, 90));
    Features found = again.apply(noise(7, 2, 90));
    assertEquals(expected.names(), found.names());
    for (int i = 0; i < 7; i++) {
      assertArrayEquals(expected.row(i), found.row(i));
    }
    assertThrows(ShapeException.class, () -> again.apply(noise(1, 2, 91)));
  }

  @Test
  void aLambdaCannotBeSavedAndSaysSo() {
    Summaries recipe = Features.of(Summary.of("first (uV)", x -> x[0]));
    var fitted = recipe.fit(noise(1, 1, 10));
    var e = assertThrows(UnsupportedOperationException.class, fitted::toArchive);
    assertTrue(e.getMessage().contains("cannot be saved"), e.getMessage());
  }

  /** Bit for bit, whatever the threads; free parameters of the monitor remain. */
  @Test
  void aMonitorOfFeaturesKeepsThoseOfTheSeries() {
    Parameter gain = Parameter.of("gain", "uV/mV", 1).possible(0.1, 10);
    Eeg eeg = Eeg.channel("Pz", 1).gain(gain).sensorNoise(SensorNoise.white(0.2));
    Simulation simulation =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(220), Noise.white(4)))
            .duration(ms(200));
    Prior prior = Prior.of(Prior.uniform(JansenRit.A, 3, 4), Prior.uniform(gain, 0.5, 2));
    Dataset<TimeSeries> series = simulation.observe(eeg).sample(prior, 300, 3);
    for (Execution execution : List.of(Execution.threads(1), Execution.threads(3))) {
      var simulator = simulation.execution(execution).observe(eeg.features(RECIPE));
      Dataset<Features> features = simulator.sample(prior, 300, 3);
      Features expected = RECIPE.of(series.x());
      assertEquals(expected.names(), features.x().names());
      for (int i = 0; i < 300; i++) {
        assertArrayEquals(expected.row(i), features.x().row(i));
      }
      assertTrue(simulator.toString().contains("features PSD in 5 log bins"), simulator.toString());
    }
    ParameterTable some = series.theta().select(7, 8);
    Features later = simulation.observe(eeg.features(RECIPE)).simulate(some, Streams.of(3).from(7));
    assertArrayEquals(RECIPE.of(series.x()).row(7), later.row(0));
    assertArrayEquals(RECIPE.of(series.x()).row(8), later.row(1));
  }

  /** Before anything is simulated. */
  @Test
  void aMonitorThatCannotBeSummedUpIsRefusedAtOnce() {
    Simulation simulation = Simulation.of(JansenRit.model()).duration(ms(100));
    assertEquals(
        "band delta, 1..4 Hz, is narrower than the resolution of 31.25 Hz; segments of at least"
            + " 333.333333 ms are needed",
        message(() -> simulation.observe(Eeg.source().features(Features.of(Bands.standard())))));
  }

  @Test
  void whatIsNotFiniteIsNamed() {
    double[][] rows = {new double[20], new double[20]};
    rows[1][13] = Double.NaN;
    TimeSeries x = TimeSeries.of(rows, List.of("Fz", "Cz"), hz(100), "uV");
    String message = message(() -> Features.of(Moments.upTo(1)).of(x));
    assertTrue(message.startsWith("series: row 1, channel Cz, sample 3 is NaN"), message);
    assertTrue(
        message(() -> Features.of(Moments.upTo(1)).fit(x))
            .startsWith("training set: row 1, channel Cz, sample 3 is NaN"));
    Features kept = Features.of(Moments.upTo(1)).apply(x);
    assertEquals(1, Dataset.of(table(2), kept).diverged());
  }

  @Test
  void aConstantChannelIsNamed() {
    double[][] rows = {noise(1, 2, 10).row(0), noise(1, 2, 10).row(0)};
    java.util.Arrays.fill(rows[1], 10, 20, 5);
    TimeSeries x = TimeSeries.of(rows, List.of("Fz", "Cz"), hz(100), "uV");
    assertEquals(
        "simulation 1: Cz Hjorth mobility (1/s) is not defined, since the channel is constant at"
            + " 5.0 uV; leave such channels or simulations out",
        message(() -> Features.of(Waveform.HJORTH).of(x)));
    Summary[] undefined = {
      Moments.upTo(3),
      Autocorrelation.width(),
      Spectral.centroid(),
      Spectral.edge(0.5),
      Bands.of(new Band("all", hz(20), hz(50))).relativePower().welch(Welch.segments(ms(100)))
    };
    for (Summary summary : undefined) {
      assertTrue(message(() -> Features.of(summary).of(x)).contains("constant at 5.0 uV"));
      assertEquals(1, Dataset.of(table(2), Features.of(summary).apply(x)).diverged());
    }
    assertEquals(2, Features.of(Waveform.RMS, Psd.logBins(1)).of(x).size());
  }

  private static ParameterTable table(int n) {
    return ParameterTable.of(List.of(JansenRit.A), new double[n][1]);
  }

  @Test
  void whatIsAskedTwiceOrNotAtAllIsRefused() {
    assertEquals("at least one summary is needed for features", message(() -> Features.of()));
    assertEquals(
        "two features are called mean (uV); ask once",
        message(() -> Features.of(Moments.upTo(1), Moments.upTo(2)).of(noise(1, 1, 10))));
    Summary wrong = shape -> new Summary.Prepared(List.of("a", "b"), x -> new double[3]);
    assertEquals(
        "summary: expected [a, b], but got 3 numbers",
        message(() -> Features.of(wrong).of(noise(1, 1, 10))));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
