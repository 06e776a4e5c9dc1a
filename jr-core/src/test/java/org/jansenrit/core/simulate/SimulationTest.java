package org.jansenrit.core.simulate;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
  private static final Parameter GAIN =
      Parameter.of("gain", "uV/mV", 1).possible(-100, 100).meaningful(0.1, 10);
  private static final Parameter DELAY = Parameter.of("delay", "ms", 0).possible(0, 500);

  private static final Prior PRIOR =
      Prior.of(
          Prior.uniform(JansenRit.A, 2.6, 9.75),
          Prior.uniform(JansenRit.C, 65, 1350),
          Prior.uniform(GAIN, 0.5, 2),
          Prior.uniform(DELAY, 0, 30));

  private static final Prior PRIOR_OF_A = Prior.uniform(JansenRit.A, 2.6, 9.75);
  private static final Onsets FIRST = Onsets.at(ms(0));

  private static Simulation noisy() {
    return Simulation.of(JansenRit.model())
        .drive(
            JansenRit.P,
            Drive.of(
                Stimulus.constant(220),
                Stimulus.pulse(ms(20), ms(10), 60).after(DELAY),
                Noise.white(4)))
        .burnIn(ms(20))
        .duration(ms(100));
  }

  private static Simulator<TimeSeries> simulator() {
    return noisy().observe(Eeg.channel("Pz", 1).gain(GAIN).sensorNoise(SensorNoise.white(0.2)));
  }

  /** Extremes and frequency of the limit cycles from the zero state, computed independently. */
  @ParameterizedTest
  @CsvSource({
    "120, 1.22607, 11.16979, 2.3846",
    "140, 5.80380, 8.29575, 10.5699",
    "220, 6.08826, 9.03439, 10.9380"
  })
  void limitCyclesHaveTheReferenceExtremesAndFrequency(
      double p, double low, double high, double hertz) {
    double[] y = settled(p);
    assertEquals(low, Arrays.stream(y).min().orElseThrow(), 2e-5);
    assertEquals(high, Arrays.stream(y).max().orElseThrow(), 2e-5);
    assertEquals(hertz, frequency(y, 1e-4), 2e-4 * hertz);
  }

  /** At p = 400 the column rests at y1 - y2 = 8.59906 mV. */
  @Test
  void strongConstantInputBringsTheColumnToRest() {
    double[] y = settled(400);
    assertEquals(8.59906, y[0], 1e-5);
    assertEquals(8.59906, y[y.length - 1], 1e-5);
  }

  private static double[] settled(double p) {
    return Simulation.of(JansenRit.model())
        .drive(JansenRit.P, Stimulus.constant(p))
        .integrator(Integrator.rungeKutta4(), ms(0.1))
        .burnIn(s(16))
        .duration(s(4))
        .observe(Eeg.source())
        .simulate(JansenRit.standard(), 1)
        .channel(0, 0);
  }

  /** Mean frequency between the first and the last upward crossing of a level near the peak. */
  private static double frequency(double[] y, double step) {
    double high = Arrays.stream(y).max().orElseThrow();
    double level = high - 0.25 * (high - Arrays.stream(y).min().orElseThrow());
    double[] crossings =
        IntStream.range(1, y.length)
            .filter(i -> y[i - 1] < level && y[i] >= level)
            .mapToDouble(i -> i - (y[i] - level) / (y[i] - y[i - 1]))
            .toArray();
    return (crossings.length - 1) / (step * (crossings[crossings.length - 1] - crossings[0]));
  }

  @Test
  void someRowsSimulatedAloneEqualTheSameRowsOfTheWhole() {
    ParameterTable theta = PRIOR.sample(40, 7);
    TimeSeries whole = simulator().simulate(theta, Streams.of(3));
    int[] rows = {6, 7, 8, 9};
    TimeSeries part = simulator().simulate(theta.select(rows), Streams.of(3).from(6));
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(whole.row(rows[i]), part.row(i));
    }
  }

  @Property(tries = 20)
  void resultsDoNotDependOnThreadsOrBlocks(
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll long seed) {
    ParameterTable theta = PRIOR.sample(n, seed);
    TimeSeries here = simulator().simulate(theta, Streams.of(seed));
    Monitor<TimeSeries> monitor =
        Eeg.channel("Pz", 1).gain(GAIN).sensorNoise(SensorNoise.white(0.2));
    Simulation three = noisy().execution(Execution.threads(3));
    TimeSeries elsewhere = three.observe(monitor).simulate(theta, Streams.of(seed));
    TimeSeries last = simulator().simulate(theta.select(n - 1), Streams.of(seed).from(n - 1));
    assertArrayEquals(here.row(n - 1), elsewhere.row(n - 1));
    assertArrayEquals(here.row(n - 1), last.row(0));
  }

  @Test
  void callersExecutorIsUsedAndStaysOpen() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      List<Long> done = new ArrayList<>();
      ParameterTable theta = PRIOR_OF_A.sample(600, 1);
      Execution execution = Execution.on(pool).progress((k, total) -> done.add(k * 1000 + total));
      noisy().execution(execution).observe(Eeg.source()).simulate(theta, Streams.of(1));
      assertEquals(600_600L, done.get(done.size() - 1));
      assertEquals(done.stream().sorted().toList(), done);
      assertEquals(7, pool.submit(() -> 7).get());
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void interruptStopsALongSimulationWithinABlock() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean interrupted = new AtomicBoolean();
    Simulator<TimeSeries> endless =
        Simulation.of(JansenRit.model()).duration(s(1000)).observe(Erp.of(FIRST, ms(0), ms(10)));
    Thread worker =
        new Thread(
            () -> {
              try {
                endless.simulate(PRIOR_OF_A.sample(100_000, 1), Streams.of(1));
              } catch (CancellationException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
              }
            });
    worker.start();
    Thread.sleep(300);
    worker.interrupt();
    worker.join(5_000);
    assertFalse(worker.isAlive());
    assertEquals("the simulation was interrupted; nothing is returned", thrown.get().getMessage());
    assertTrue(interrupted.get());
  }

  @Test
  void fewerThanOneThreadIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Execution.threads(0));
  }

  @Test
  void commonStreamsGiveEqualParametersEqualObservations() {
    ParameterTable theta = PRIOR.sample(1, 7).select(0, 0, 0);
    TimeSeries x = simulator().simulate(theta, Streams.of(3).common());
    assertArrayEquals(x.row(0), x.row(2));
    TimeSeries own = simulator().simulate(theta, Streams.of(3));
    assertTrue(!Arrays.equals(own.row(0), own.row(2)));
  }

  @Test
  void simulatorAcceptsTheFreeParametersOfModelDriveAndMonitor() {
    List<Parameter> accepted = simulator().parameters();
    assertTrue(accepted.containsAll(List.of(JansenRit.A, DELAY, GAIN)), accepted.toString());
    assertEquals(JansenRit.model().spec().parameters().size() + 2, accepted.size());
  }

  @Test
  void parameterThatNothingTakesIsRefusedBeforeAnythingRuns() {
    Parameter stranger = Parameter.of("tau", "ms", 2);
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> simulator().sample(Prior.uniform(stranger, 0, 1), 10, 1));
    assertTrue(e.getMessage().startsWith("this simulator has no parameter tau"), e.getMessage());
  }

  @Test
  void valueInAnotherUnitIsRefusedBeforeAnythingRuns() {
    ParameterTable volts = ParameterTable.of(List.of(JansenRit.A), new double[][] {{0.0026}});
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> simulator().simulate(volts, Streams.of(1)));
    assertTrue(e.getMessage().contains("Was it given in V? That is 2.6 mV."), e.getMessage());
  }

  @Test
  void notANumberInTheTableIsRefused() {
    ParameterTable nan = ParameterTable.of(List.of(JansenRit.A), new double[][] {{Double.NaN}});
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> simulator().simulate(nan, Streams.of(1)));
    assertEquals("A = NaN mV is outside [0.1, 100.0] mV.", e.getMessage());
  }

  @Test
  void durationThatIsNoMultipleOfTheStepIsRefused() {
    Simulation odd = noisy().integrator(Integrator.heun(), ms(0.3));
    var e = assertThrows(IllegalArgumentException.class, () -> odd.observe(Eeg.source()));
    assertEquals(
        "burn-in of 20 ms is not a multiple of 0.3 ms; the nearest is 20.1 ms", e.getMessage());
  }

  @Test
  void twoParametersOfOneNameAreRefused() {
    Parameter other = Parameter.of("A", "1", 1);
    Simulation twice = noisy().drive(JansenRit.P, Stimulus.constant(1).times(other));
    var e = assertThrows(IllegalArgumentException.class, () -> twice.observe(Eeg.source()));
    assertEquals("two different parameters are called A; rename one of them", e.getMessage());
  }

  @Test
  void laterDriveReplacesAnEarlierOneAtItsPorts() {
    Simulation replaced =
        Simulation.of(JansenRit.model())
            .drive(List.of(JansenRit.P, JansenRit.P_INHIBITORY), Stimulus.constant(300))
            .drive(JansenRit.P, Stimulus.constant(120));
    Simulation direct =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P_INHIBITORY, Stimulus.constant(300))
            .drive(JansenRit.P, Stimulus.constant(120));
    assertArrayEquals(
        direct.observe(Eeg.source()).simulate(JansenRit.standard(), 1).row(0),
        replaced.observe(Eeg.source()).simulate(JansenRit.standard(), 1).row(0));
  }

  @Test
  void baselineGivesTheParametersThatTheTableLeavesOut() {
    Simulation rest = Simulation.of(JansenRit.model()).drive(JansenRit.P, Stimulus.constant(90));
    ParameterTable onlyA = ParameterTable.of(List.of(JansenRit.A), new double[][] {{3.25}});
    TimeSeries virtualBrain =
        rest.baseline(JansenRit.theVirtualBrain())
            .observe(Eeg.source())
            .simulate(onlyA, Streams.of(1));
    TimeSeries direct = rest.observe(Eeg.source()).simulate(JansenRit.theVirtualBrain(), 1);
    assertArrayEquals(direct.row(0), virtualBrain.row(0));
    assertTrue(
        !Arrays.equals(
            direct.row(0), rest.observe(Eeg.source()).simulate(JansenRit.standard(), 1).row(0)));
  }

  @Test
  void initialStateIsZeroGivenOrRandomPerSimulation() {
    Simulation simulation = Simulation.of(JansenRit.model());
    ParameterTable two = ParameterTable.of(JansenRit.standard()).select(0, 0);
    double[] values = {0.1, 9, 2, 0, 0, 0};
    TimeSeries given =
        simulation
            .initial(InitialState.of(values))
            .observe(Eeg.source())
            .simulate(two, Streams.of(1));
    assertEquals(7, given.channel(0, 0)[0], 1e-6);
    TimeSeries random =
        simulation
            .initial(InitialState.uniform(new double[6], values))
            .observe(Eeg.source())
            .simulate(two, Streams.of(1));
    assertTrue(random.channel(0, 0)[0] != random.channel(1, 0)[0]);
    assertEquals(0, simulation.observe(Eeg.source()).simulate(two, Streams.of(1)).row(0)[0]);
    assertThrows(IllegalArgumentException.class, () -> simulation.initial(InitialState.of(1, 2)));
  }

  @Test
  void lambdaOverOtherCodeIsASimulator() {
    Simulator<Features> square =
        (theta, streams) -> {
          double[][] rows = new double[theta.size()][];
          Arrays.setAll(rows, i -> new double[] {theta.get(i, 0) * theta.get(i, 0)});
          return Features.of(rows, List.of("A squared"));
        };
    Dataset<Features> data = square.sample(Prior.uniform(JansenRit.A), 5, 1);
    double a = data.theta().get(3, 0);
    assertEquals(a * a, data.x().row(3)[0], 1e-5);
  }

  /** x' = x^2 explodes in finite time for every lane whose x starts high enough. */
  @Test
  void divergedSimulationIsCountedAndLeavesItsNeighboursAlone() {
    Simulator<TimeSeries> explosive =
        Simulation.of(new Explosive()).duration(s(2)).observe(Eeg.source());
    Parameter rate = Explosive.RATE;
    ParameterTable theta = ParameterTable.of(List.of(rate), new double[][] {{0.1}, {5}, {0.1}});
    TimeSeries x = explosive.simulate(theta, Streams.of(1));
    Dataset<TimeSeries> data = Dataset.of(theta, x);
    assertEquals(1, data.diverged());
    assertTrue(data.toString().endsWith("; 1 diverged]"), data.toString());
    assertArrayEquals(x.row(0), x.row(2));
  }

  private static final class Explosive implements NeuralMassModel {
    static final Parameter RATE = Parameter.of("k", "1/s", 1);

    @Override
    public ModelSpec spec() {
      return ModelSpec.named("explosive")
          .state("x", "1", 1)
          .parameters(RATE)
          .ports(new Port("u", "1", true));
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        dydt[0][i] = c[0][i] * y[0][i] * y[0][i];
      }
    }
  }

  @Test
  void samplePrintsShapesAndUnits() {
    Dataset<TimeSeries> data = simulator().sample(PRIOR, 12, 42);
    assertEquals(
        "Dataset[theta 12 x [A mV, C, gain uV/mV, delay ms],"
            + " TimeSeries 12 x 1 channel x 100 samples at 1000 Hz, uV]",
        data.toString());
    assertEquals("42", data.provenance().entries().get("seed"));
  }
}
