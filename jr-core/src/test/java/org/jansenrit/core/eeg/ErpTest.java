package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.InitialState;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.core.simulate.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErpTest {
  private static final Onsets ONSETS = Onsets.every(s(0.5), 6).from(s(0.4));
  private static final ParameterTable STANDARD = ParameterTable.of(JansenRit.standard());

  private static Simulation simulation() {
    return Simulation.of(JansenRit.model())
        .drive(
            JansenRit.P,
            Drive.of(Stimulus.constant(60), Stimulus.pulses(ONSETS, ms(50), 60), Noise.white(2)))
        .burnIn(s(0.5))
        .duration(s(3.5));
  }

  /** Averaging while it runs gives what cutting the whole recording afterwards gives. */
  @Test
  void onlineAverageEqualsTheAverageOfTheRecording() {
    double[] y = simulation().observe(Eeg.source()).simulate(STANDARD, Streams.of(4)).channel(0, 0);
    TimeSeries erp =
        simulation().observe(Erp.of(ONSETS, ms(-100), ms(300))).simulate(STANDARD, Streams.of(4));
    assertEquals(401, erp.samples());
    assertEquals(-0.1, erp.start().seconds(), 1e-12);
    double[] expected = new double[401];
    double baseline = 0;
    for (int trial = 0; trial < 6; trial++) {
      for (int k = 0; k < 401; k++) {
        double value = y[400 + 500 * trial - 100 + k] / 6;
        expected[k] += value;
        baseline += k < 100 ? value / 100 : 0;
      }
    }
    for (int k = 0; k < 401; k++) {
      assertEquals(expected[k] - baseline, erp.channel(0, 0)[k], 1e-5, "sample " + k);
    }
  }

  @Test
  void trialsWhoseWindowLeavesTheRecordingAreLeftOut() {
    Onsets onsets = Onsets.every(s(1), 60).from(s(0.5));
    Simulation study = Simulation.of(JansenRit.model()).duration(s(60.5));
    TrialWindow window =
        TrialWindow.round(onsets, ms(-200), s(1), timeline(60.5), Frequency.hz(1000));
    assertEquals(59, window.trials());
    assertEquals(1201, window.samples());
    assertEquals(200, window.baseline());
    assertEquals(
        "no trial fits: the window [-200 ms, 1 s] round 60 from 60 s, one each 1 s leaves the"
            + " recording of 60.5 s",
        message(() -> study.observe(Erp.of(onsets.from(s(60)), ms(-200), s(1)))));
    assertEquals(
        "the window starts -200 ms from the first onset at 0 ms, before the recording",
        message(() -> study.observe(Erp.of(onsets.from(s(0)), ms(-200), s(1)))));
  }

  private static String message(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static Timeline timeline(double seconds) {
    return new Timeline(ms(1), (int) Math.round(seconds * 1000));
  }

  /**
   * The noise of the average is drawn directly; the long way adds independent noise to each raw
   * sample and averages. Windows of 700 ms each 500 ms share 200 ms, so the two ends of the average
   * are correlated by (n - 1) / n. With 6000 simulations the standard error of a correlation is
   * 0.013, of a variance 1.8 %.
   */
  @Test
  void noiseOfTheAverageIsDrawnAsTheLongWayWouldGiveIt() {
    int n = 6000;
    Onsets onsets = Onsets.every(ms(50), 5).from(ms(20));
    Simulation silent =
        Simulation.of(JansenRit.model()).integrator(Integrator.euler(), ms(5)).duration(ms(400));
    ParameterTable theta = STANDARD.select(new int[n]);
    TimeSeries direct =
        silent
            .observe(Erp.of(onsets, ms(0), ms(65)).sensorNoise(SensorNoise.white(1)))
            .simulate(theta, Streams.of(8));
    TimeSeries raw =
        silent
            .observe(Eeg.source().sensorNoise(SensorNoise.white(1)))
            .simulate(theta, Streams.of(9));
    double[][] a = new double[n][];
    double[][] b = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = direct.channel(i, 0);
      b[i] = longWay(raw.channel(i, 0));
    }
    for (int j : new int[] {0, 2, 5, 10, 12, 13}) {
      for (int k : new int[] {0, 2, 5, 10, 12, 13}) {
        assertEquals(covariance(b, j, k), covariance(a, j, k), 0.015, j + ", " + k);
      }
    }
    assertEquals(1 / 5.0, covariance(a, 5, 5), 0.012);
    assertEquals(4 / 25.0, covariance(a, 0, 10), 0.012);
  }

  private static double[] longWay(double[] raw) {
    double[] mean = new double[14];
    for (int trial = 0; trial < 5; trial++) {
      for (int k = 0; k < 14; k++) {
        mean[k] += raw[4 + 10 * trial + k] / 5;
      }
    }
    return mean;
  }

  private static double covariance(double[][] x, int j, int k) {
    double mj = 0;
    double mk = 0;
    double product = 0;
    for (double[] row : x) {
      mj += row[j] / x.length;
      mk += row[k] / x.length;
    }
    for (double[] row : x) {
      product += (row[j] - mj) * (row[k] - mk) / (x.length - 1);
    }
    return product;
  }

  /** AR(1) noise has autocovariance sd^2 rho^lag; 4000 simulations, standard error 2.2 %. */
  @Test
  void colouredNoiseHasTheGivenAutocovariance() {
    double[] autocovariance = new double[20];
    for (int lag = 0; lag < 20; lag++) {
      autocovariance[lag] = 4 * Math.pow(0.7, lag);
    }
    SensorNoise noise = SensorNoise.stationary(autocovariance, Frequency.hz(200));
    int n = 4000;
    TimeSeries x =
        Simulation.of(JansenRit.model())
            .integrator(Integrator.euler(), ms(5))
            .duration(ms(100))
            .observe(Eeg.source().sensorNoise(noise))
            .simulate(STANDARD.select(new int[n]), Streams.of(2));
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = x.row(i);
    }
    assertEquals(4, covariance(rows, 10, 10), 0.35);
    assertEquals(4 * 0.7, covariance(rows, 10, 11), 0.35);
    assertEquals(4 * Math.pow(0.7, 4), covariance(rows, 3, 7), 0.35);
  }

  @Test
  void freeGainMultipliesTheChannelButNotItsNoise() {
    Parameter gain = Parameter.of("gain", "uV/mV", 1).possible(-100, 100);
    ParameterTable theta = ParameterTable.of(List.of(gain), new double[][] {{1}, {3}});
    TimeSeries x =
        simulation()
            .observe(Erp.of(ONSETS, ms(-100), ms(300)).channel("Pz", 2).gain(gain))
            .simulate(theta, Streams.of(4).common());
    assertEquals("uV", x.unit());
    assertEquals(3 * x.channel(0, "Pz")[250], x.channel(1, "Pz")[250], 1e-4);
  }

  @Test
  void leadFieldGivesEachChannelItsGain() {
    LeadField field =
        LeadField.of(
            Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal());
    TimeSeries source = simulation().observe(Eeg.source()).simulate(STANDARD, Streams.of(4));
    TimeSeries eeg = simulation().observe(Eeg.through(field)).simulate(STANDARD, Streams.of(4));
    assertEquals(64, eeg.channels().size());
    assertEquals("uV", eeg.unit());
    double expected = field.gain("C3", 0) * source.channel(0, 0)[700];
    assertEquals(expected, eeg.channel(0, "C3")[700], 1e-6);
    LeadField two =
        LeadField.of(
            Montage.biosemi32(),
            HeadModel.oneSphere(),
            Dipole.radial(0, 0, 50),
            Dipole.radial(0, 50, 0));
    assertThrows(IllegalArgumentException.class, () -> Eeg.through(two));
  }

  /** 400 trials of AR(1) noise of variance 4: the standard error of each estimate is below 0.1. */
  @Test
  void noiseEstimatedFromARecordingHasItsAutocovariance() {
    var random = Streams.of(6).random(0, Streams.SENSORS);
    double[] x = new double[60_100];
    for (int k = 1; k < x.length; k++) {
      double z = ZigguratSampler.NormalizedGaussian.of(random).sample();
      x[k] = 0.7 * x[k - 1] + 2 * Math.sqrt(1 - 0.49) * z;
    }
    TimeSeries one = TimeSeries.of(new double[][] {x}, List.of("Pz"), Frequency.hz(100), "uV");
    List<Event> events =
        IntStream.range(0, 400).mapToObj(i -> new Event("Stimulus", "s", 150 * i, 1)).toList();
    SensorNoise noise = SensorNoise.of(Recording.of(one, events).epochs("s", ms(0), s(1)));
    assertEquals(2, noise.sd(), 0.06);
    // the mean of each trial, and the bias, take away about 6 % and 1 %
    TimeSeries drawn =
        Simulation.of(JansenRit.model())
            .integrator(Integrator.euler(), ms(10))
            .duration(s(1))
            .observe(Eeg.source().sensorNoise(noise))
            .simulate(STANDARD.select(new int[4000]), Streams.of(2));
    double[][] rows = new double[drawn.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = drawn.row(i);
    }
    assertEquals(4 * 0.7, covariance(rows, 50, 51), 0.4);
  }

  @Test
  void rateThatDoesNotDivideIsRefused() {
    Simulation at = simulation();
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> at.observe(Eeg.source().rate(Frequency.hz(128))));
    assertTrue(e.getMessage().contains("does not divide"), e.getMessage());
  }

  /** dy/dt = 2 pi f cos(2 pi f t): the output is a sine, whose amplitude the filter changes. */
  @ParameterizedTest
  @CsvSource({
    "5, 1, 0.01",
    "38, 1, 0.01",
    "64, 0, 0.011",
    "70, 0, 0.011",
    "100, 0, 0.011",
    "128, 0, 0.011"
  })
  void keptRatePassesWhatItCanShowAndSilencesTheRest(
      double hertz, double amplitude, double tolerance) {
    Simulator<TimeSeries> sine =
        Simulation.of(new Integral())
            .drive(
                Integral.U,
                Stimulus.of(t -> 2 * Math.PI * hertz * Math.cos(2 * Math.PI * hertz * t + 0.3)))
            .integrator(Integrator.euler(), s(1 / 1024.0))
            .initial(InitialState.of(Math.sin(0.3)))
            .duration(s(2))
            .observe(Eeg.source().rate(Frequency.hz(128)));
    double[] y =
        sine.simulate(ParameterTable.of(List.of(), new double[1][0]), Streams.of(1)).row(0);
    double largest = 0;
    for (int k = 20; k < y.length - 20; k++) {
      largest = Math.max(largest, Math.abs(y[k]));
      if (amplitude == 1) {
        double t = k / 128.0;
        assertEquals(Math.sin(2 * Math.PI * hertz * t + 0.3), y[k], tolerance, "t = " + t);
      }
    }
    assertEquals(amplitude, largest, amplitude == 1 ? 0.05 : tolerance);
  }

  private static final class Integral implements NeuralMassModel {
    static final Port U = new Port("u", "1/s", true);

    @Override
    public ModelSpec spec() {
      return ModelSpec.named("integral").state("y", "1", 0).ports(U);
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      System.arraycopy(u[0], 0, dydt[0], 0, lanes);
    }
  }

  @Test
  void sensorNoiseThatIsNotANumberIsRefused() {
    assertEquals(
        "standard deviation of sensor noise must be zero or positive, and finite, but was NaN uV",
        message(() -> SensorNoise.white(Double.NaN)));
    assertThrows(IllegalArgumentException.class, () -> SensorNoise.white(-1));
    assertThrows(
        IllegalArgumentException.class,
        () -> SensorNoise.stationary(new double[] {1, 2}, Frequency.hz(100)));
  }
}
