package org.jansenrit.sbi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SequentialTest {
  private static final LinearOracle ORACLE = LinearOracle.identity(2, 1, 0.2);
  private static final Features OBSERVED = ORACLE.features(new double[] {1.5, -1});
  private static final Snpe<? super Features> RECIPE =
      Snpe.of(ORACLE.prior())
          .density(new MixtureDensity(2, 32))
          .training(Training.standard().epochs(30).batchSize(100).learningRate(5e-3));

  private static Snpe<? super Features> quick(int epochs) {
    return Snpe.of(ORACLE.prior())
        .density(new MixtureDensity(1, 8))
        .training(Training.standard().epochs(epochs).batchSize(100));
  }

  /** The prior is 25 times as wide as the posterior; closed form. */
  @ParameterizedTest
  @EnumSource
  void twoRoundsFindThePosterior(Rounds.Method method) {
    var found = RECIPE.infer(ORACLE.simulator(), OBSERVED, Rounds.of(2, 2000).method(method));
    double[] exact = ORACLE.mean(OBSERVED.row(0));
    double sd = Math.sqrt(ORACLE.covariance()[0][0]);
    double[] mean = found.posterior().mean().toArray();
    for (int j = 0; j < 2; j++) {
      assertEquals(exact[j], mean[j], 0.35 * sd, () -> method + ": " + found);
      double own = Math.sqrt(found.posterior().covariance()[j][j]);
      assertEquals(1, own / sd, 0.3, () -> method + ": " + found);
    }
    assertEquals(2, found.rounds().size());
    assertEquals(4000, found.data().size());
  }

  @Test
  void roundsTellWhetherTheyDrewFromTheWholePrior() {
    Rounds rounds = Rounds.of(2, 500).method(Rounds.Method.TRUNCATED);
    var found = RECIPE.infer(ORACLE.simulator(), OBSERVED, rounds);
    assertTrue(found.rounds().get(0).fromPrior());
    assertFalse(found.rounds().get(1).fromPrior(), () -> found + "");
    assertEquals(
        "round 2: 500 simulations from the whole prior; 1 components; loss 2.000 after 3.000",
        new Round(2, 500, 0, true, 1, 3, 2, true).toString());
  }

  @Test
  void laterRoundsLearnFromWhatEarlierOnesHeldOut() {
    var rounds = new RoundData<Features>(PriorTransform.of(ORACLE.prior()), false, 1);
    rounds.add(ORACLE.simulate(100, 1), null);
    var read = Transform.none().fit(rounds.finite().x());
    assertEquals(90, rounds.rows(read).train.length);
    rounds.add(ORACLE.simulate(100, 2), null);
    TrainingRows rows = rounds.rows(read);
    assertEquals(190, Arrays.stream(rows.train).distinct().count());
    assertTrue(Arrays.stream(rows.held).allMatch(i -> i >= 100), Arrays.toString(rows.held));
    assertTrue(
        Arrays.stream(rows.held).noneMatch(i -> Arrays.stream(rows.train).anyMatch(j -> i == j)));
  }

  /** Later rounds simulate where the posterior is. */
  @Test
  void laterRoundsDrawFromTheirProposal() {
    var found = RECIPE.infer(ORACLE.simulator(), OBSERVED, Rounds.of(2, 300));
    double[] spread = new double[2];
    for (int round = 0; round < 2; round++) {
      int from = 300 * round;
      ParameterTable theta = found.data().theta();
      for (int i = from; i < from + 300; i++) {
        spread[round] += Math.pow(theta.get(i, 0) - 1.44, 2) / 300;
      }
    }
    assertTrue(spread[1] < 0.2 * spread[0], () -> Arrays.toString(spread));
  }

  @Test
  void failingSimulationsAreLeftOutAndCounted() {
    var found = RECIPE.infer(ORACLE.failingAbove(1.6), OBSERVED, Rounds.of(2, 300));
    assertTrue(found.rounds().get(0).excluded() > 10, found::toString);
    assertTrue(found.toString().contains("not finite"), found::toString);
  }

  /** Of the prior 5 % fail, enough to learn where; drawn without regard to it, 27 would fail. */
  @Test
  void laterRoundsKeepAwayFromWhereTheSimulatorFails() {
    Snpe<? super Features> quick =
        Snpe.of(ORACLE.prior())
            .density(new MixtureDensity(1, 16))
            .training(Training.standard().epochs(20).batchSize(100).learningRate(1e-2));
    var found = quick.infer(ORACLE.failingAbove(1.6), OBSERVED, Rounds.of(2, 1000));
    assertTrue(found.rounds().get(0).excluded() > 40, found::toString);
    assertTrue(found.rounds().get(1).excluded() < 9, found::toString);
  }

  @Test
  void completedRoundsAreKeptWhereALaterOneFails() {
    Simulator<Features> breaking = (theta, streams) -> failAfterTheFirst(theta, streams);
    RoundsException e =
        assertThrows(
            RoundsException.class, () -> RECIPE.infer(breaking, OBSERVED, Rounds.of(3, 200)));
    assertTrue(e.getMessage().startsWith("round 2 of 3 failed, but those before"), e::getMessage);
    assertEquals(1, e.completed().orElseThrow().rounds().size());
  }

  /** Nothing of the second round is finite, so nothing can be learnt from it. */
  @Test
  void completedRoundsAreKeptWhereAllOfALaterOneFails() {
    Snpe<? super Features> quick = quick(2);
    Simulator<Features> failing =
        (theta, streams) ->
            ORACLE
                .failingAbove(streams.key(0, 0) == Streams.of(1).key(0, 0) ? 99 : -99)
                .simulate(theta, streams);
    RoundsException e =
        assertThrows(
            RoundsException.class, () -> quick.infer(failing, OBSERVED, Rounds.of(2, 200)));
    assertTrue(e.getMessage().contains("of 200 only 0 are"), e::getMessage);
    var completed = e.completed().orElseThrow();
    assertEquals(1, completed.keptRound());
    assertEquals(200, completed.data().size());
    assertEquals(5, completed.posterior().sample(5, 1).size());
  }

  /** Bit for bit: what is resumed is what would have been. */
  @Test
  void roundsThatWereSavedGoOn(@TempDir Path folder) {
    Snpe<? super Features> quick =
        Snpe.of(ORACLE.prior())
            .density(new MixtureDensity(2, 8))
            .training(Training.standard().epochs(3).batchSize(100));
    var simulator = ORACLE.failingAbove(1.8);
    var whole = quick.infer(simulator, OBSERVED, Rounds.of(3, 200));
    quick.infer(simulator, OBSERVED, Rounds.of(1, 200).savedTo(folder));
    var resumed = quick.infer(simulator, OBSERVED, Rounds.of(3, 200).savedTo(folder));
    ParameterTable at = ORACLE.prior().sample(20, 1);
    assertArrayEquals(whole.posterior().logDensity(at), resumed.posterior().logDensity(at));
    assertEquals(whole.rounds(), resumed.rounds());
    Simulator<Features> none = (theta, streams) -> failAfterTheFirst(theta, streams);
    var again = quick.infer(none, OBSERVED, Rounds.of(3, 200).savedTo(folder));
    assertArrayEquals(whole.posterior().logDensity(at), again.posterior().logDensity(at));
  }

  @Test
  void roundsOfAnotherRunAreRefused(@TempDir Path folder) {
    Snpe<? super Features> quick = quick(1);
    quick.infer(ORACLE.simulator(), OBSERVED, Rounds.of(1, 100).savedTo(folder));
    String message =
        assertThrows(
                UncheckedIOException.class,
                () ->
                    quick.infer(
                        ORACLE.simulator(), OBSERVED, Rounds.of(1, 100).seed(2).savedTo(folder)))
            .getMessage();
    assertTrue(message.contains("it is of another run"), message);
  }

  /** The first simulation is run again: it is the same of the same simulator, and of it only. */
  @Test
  void roundsOfAnotherSimulatorAreRefused(@TempDir Path folder) {
    Snpe<? super Features> quick = quick(1);
    Rounds rounds = Rounds.of(1, 100).savedTo(folder);
    quick.infer(ORACLE.simulator(), OBSERVED, rounds);
    Simulator<Features> louder =
        (theta, streams) -> {
          Features x = ORACLE.simulator().simulate(theta, streams);
          return ORACLE.features(new double[] {1.01 * x.row(0)[0], x.row(0)[1]});
        };
    for (Rounds again : List.of(rounds, Rounds.of(2, 100).savedTo(folder))) {
      String message =
          assertThrows(UncheckedIOException.class, () -> quick.infer(louder, OBSERVED, again))
              .getMessage();
      assertTrue(message.contains("are of another simulator: value 0 of the first is "), message);
      assertTrue(message.contains(folder.toString()), message);
    }
  }

  /** As of a cluster that was gone for a while. */
  @Test
  void roundThatFailedAltogetherIsRunAgain(@TempDir Path folder) {
    Snpe<? super Features> quick = quick(1);
    Rounds rounds = Rounds.of(2, 100).savedTo(folder);
    quick.infer(ORACLE.simulator(), OBSERVED, Rounds.of(1, 100).savedTo(folder));
    assertThrows(
        RoundsException.class, () -> quick.infer(ORACLE.failingAbove(-99), OBSERVED, rounds));
    assertEquals(200, quick.infer(ORACLE.simulator(), OBSERVED, rounds).data().size());
  }

  @Test
  void roundsOfAnotherNetworkOrTransformAreRefused(@TempDir Path folder) {
    Training training = Training.standard().epochs(2).batchSize(50);
    Snpe<? super Features> narrow = Snpe.of(ORACLE.prior()).training(training);
    Rounds rounds = Rounds.of(1, 100).savedTo(folder);
    narrow.density(new MixtureDensity(1, 8)).infer(ORACLE.simulator(), OBSERVED, rounds);
    for (MixtureDensity other : List.of(new MixtureDensity(1, 9), new MixtureDensity(1, 8, 3))) {
      assertThrows(
          UncheckedIOException.class,
          () -> narrow.density(other).infer(ORACLE.simulator(), OBSERVED, rounds));
    }
    var transformed =
        Snpe.of(ORACLE.prior())
            .training(training)
            .density(new MixtureDensity(1, 8))
            .after(Transform.<Features>standardize());
    String message =
        assertThrows(
                UncheckedIOException.class,
                () -> transformed.infer(ORACLE.simulator(), OBSERVED, rounds))
            .getMessage();
    assertTrue(message.contains("it is of another run"), message);
  }

  /** A round that was simulated and not learnt from leaves its simulations, and no state. */
  @Test
  void simulationsThatAnotherRunLeftAreNotTaken(@TempDir Path folder) throws IOException {
    Snpe<? super Features> quick = quick(1);
    Rounds rounds = Rounds.of(1, 100).savedTo(folder);
    var first = quick.infer(ORACLE.simulator(), OBSERVED, rounds);
    Files.delete(folder.resolve("state-1.npz"));
    assertThrows(
        UncheckedIOException.class,
        () -> quick.infer(ORACLE.simulator(), OBSERVED, rounds.seed(2)));
    ParameterTable at = ORACLE.prior().sample(20, 1);
    var again = quick.infer(ORACLE.simulator(), OBSERVED, rounds);
    assertArrayEquals(first.posterior().logDensity(at), again.posterior().logDensity(at));
  }

  @Test
  void observationOfAnotherShapeIsRefusedBeforeARoundIsSimulated() {
    int[] simulated = {0};
    Simulator<Features> counting =
        (theta, streams) -> {
          simulated[0] += theta.size();
          return ORACLE.simulator().simulate(theta, streams);
        };
    Features other = Features.of(new double[][] {{1, 2, 3}}, List.of("a", "b", "c"));
    String message =
        assertThrows(
                ShapeException.class, () -> RECIPE.infer(counting, other, Rounds.of(2, 1_000_000)))
            .getMessage();
    assertTrue(message.startsWith("observation: expected 2 features"), message);
    assertTrue(message.contains("as in the simulations, but got 3 features"), message);
    assertEquals(1, simulated[0]);
  }

  @ParameterizedTest
  @CsvSource({"250, uV, 100 Hz, 250 Hz", "100, V, uV, V"})
  void seriesOfAnotherRateOrUnitAreRefused(
      double rate, String unit, String expected, String found) {
    Simulator<TimeSeries> simulator =
        (theta, streams) ->
            TimeSeries.of(new double[theta.size()][8], List.of("Cz"), Frequency.hz(100), "uV");
    TimeSeries observed = TimeSeries.of(new double[1][8], List.of("Cz"), Frequency.hz(rate), unit);
    String message =
        assertThrows(
                ShapeException.class,
                () -> Snpe.of(ORACLE.prior()).infer(simulator, observed, Rounds.of(1, 100)))
            .getMessage();
    String[] parts = message.split(", but got ", -1);
    assertTrue(
        parts[0].startsWith("observation: expected ") && parts[0].contains(expected), message);
    assertTrue(parts[1].contains(found), message);
  }

  @Test
  void severalObservationsAndOneThatIsNotFiniteAreRefused() {
    Features two = ORACLE.features(new double[][] {{1, 2}, {3, 4}});
    assertThrows(
        ShapeException.class, () -> RECIPE.infer(ORACLE.simulator(), two, Rounds.of(1, 100)));
    Features nan = ORACLE.features(new double[] {1, Double.NaN});
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> RECIPE.infer(ORACLE.simulator(), nan, Rounds.of(1, 100)))
            .getMessage();
    assertEquals(
        "observation: feature theta1 is NaN. Is it a simulation that diverged, or a recording with"
            + " gaps?",
        message);
  }

  @Test
  void observationFarOutsideIsWarnedOfOnceBeforeLaterRounds() {
    List<String> warnings = new ArrayList<>();
    Logger logger = Logger.getLogger(NeuralPosterior.class.getName());
    Handler handler =
        new StreamHandler() {
          @Override
          public synchronized void publish(LogRecord record) {
            warnings.add(record.getMessage());
          }
        };
    logger.addHandler(handler);
    try {
      Features far = ORACLE.features(new double[] {300, -300});
      quick(1).infer(ORACLE.simulator(), far, Rounds.of(2, 100));
    } finally {
      logger.removeHandler(handler);
    }
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("MISSPECIFIED"), warnings::toString);
  }

  @Test
  void whatWasFoundIsOneLineAndATable() {
    var found = quick(1).infer(ORACLE.failingAbove(1.5), OBSERVED, Rounds.of(2, 100));
    assertEquals(1, found.toString().lines().count());
    assertTrue(found.toString().contains("200 simulations, "), found::toString);
    assertEquals(4, found.table().toString().lines().count());
  }

  @Test
  void observationFarOutsideTheSimulationsOfTheRoundsIsCalledSo() {
    Snpe<? super Features> quick = quick(2);
    Features far = ORACLE.features(new double[] {300, -300});
    var found = quick.infer(ORACLE.simulator(), far, Rounds.of(2, 100));
    assertTrue(found.toString().startsWith("MISSPECIFIED: "), found::toString);
    assertTrue(found.verdict().startsWith("MISSPECIFIED: "), found::verdict);
    assertEquals(5, found.posterior().sample(5, 1).size());
  }

  private static Features failAfterTheFirst(ParameterTable theta, Streams streams) {
    if (streams.key(0, 0) != Streams.of(1).key(0, 0)) {
      throw new IllegalStateException("cluster gone");
    }
    return ORACLE.simulator().simulate(theta, streams);
  }

  @Test
  void simulatorsThatCannotBeLearntFromAreRefused() {
    String always =
        assertThrows(
                IllegalArgumentException.class,
                () -> RECIPE.infer(ORACLE.failingAbove(-99), OBSERVED, Rounds.of(2, 100)))
            .getMessage();
    assertTrue(always.contains("of 100 only 0 are"), always);
    Simulator<Features> few = (theta, streams) -> ORACLE.features(new double[3][2]);
    String tooFew =
        assertThrows(ShapeException.class, () -> RECIPE.infer(few, OBSERVED, Rounds.of(2, 100)))
            .getMessage();
    assertEquals("simulator: expected 100 observations for as many rows, but got 3", tooFew);
  }

  @Test
  void roundsBelowOneAreRefused() {
    assertRefused("there must be at least 1 round, but got 0", () -> Rounds.of(0, 100));
    assertRefused("a round needs at least 10 simulations, but got 9", () -> Rounds.of(2, 9));
    assertRefused("an ensemble needs at least 1 member, but got 0", () -> RECIPE.ensemble(0));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
