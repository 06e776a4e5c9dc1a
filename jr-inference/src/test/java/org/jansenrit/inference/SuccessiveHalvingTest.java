package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessiveHalvingTest {
  private static final Hyperparameter RATE = Hyperparameter.logUniform("rate", 1e-6, 1e-2);
  private static final Hyperparameter UNITS = Hyperparameter.count("units", 4, 32);
  private static final Dataset<Features> DATA = Toys.nonlinear(200, 1);

  @TempDir private Path folder;

  /** Gives candidate c a loss after some epochs, without any training. */
  private interface Losses {
    double of(int candidate, int epochs);
  }

  private static SuccessiveHalving.Recipe<Features> fake(List<String> jobs, Losses losses) {
    return (candidate, training) ->
        new Estimator<>() {
          @Override
          public <Z extends Features> FittedEstimator<Z> fit(Dataset<Z> a, Dataset<Z> b) {
            int epochs = training.run().pause();
            jobs.add(candidate.number() + "@" + epochs);
            double loss = losses.of(candidate.number(), epochs);
            if (Double.isNaN(loss)) {
              throw new TrainingException("loss became NaN");
            }
            return known(epochs, loss);
          }

          @Override
          public String toString() {
            return "fake";
          }
        };
  }

  private static <Z extends Features> FittedEstimator<Z> known(int epochs, double loss) {
    var epoch = new TrainingHistory.Epoch(loss, loss, 1e-3);
    return new FittedEstimator<>() {
      @Override
      public ParameterTable predict(Z x) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<TrainingHistory> history() {
        return Optional.of(new TrainingHistory(Collections.nCopies(epochs, epoch), 1, 0, 1));
      }
    };
  }

  private static SearchReport run(SuccessiveHalving search, SuccessiveHalving.Recipe<Features> r) {
    return search.run(r, DATA, DATA, 1);
  }

  /** Algorithm 2 of Li et al. by hand: four candidates, each better than the last; one in two. */
  @Test
  void theBestHalfOfEachRungGoesOnAsSoonAsItIsKnown() {
    List<String> jobs = new ArrayList<>();
    SuccessiveHalving search = SuccessiveHalving.over(RATE).candidates(4).epochs(1, 4).reduction(2);
    SearchReport report = run(search, fake(jobs, (c, epochs) -> 4 - c));
    assertEquals(List.of("0@1", "1@1", "1@2", "2@1", "2@2", "2@4", "3@1", "3@2", "3@4"), jobs);
    assertEquals(3, report.best().number());
    assertEquals(List.of(1, 2), report.trials().get(1).epochs());
    assertTrue(report.toString().startsWith("SearchReport[4 candidates, 11 epochs of 16;"));
  }

  @Test
  void rungsEndAtTheMostEpochs() {
    List<String> jobs = new ArrayList<>();
    SuccessiveHalving search =
        SuccessiveHalving.over(RATE).candidates(9).epochs(3, 50).reduction(3);
    run(search, fake(jobs, (c, epochs) -> c));
    assertEquals(List.of("0@3", "1@3", "2@3", "0@9"), jobs.subList(0, 4));
    assertTrue(jobs.contains("0@27") && !jobs.contains("0@50"), jobs.toString());
    List<String> few = new ArrayList<>();
    run(search.candidates(30), fake(few, (c, epochs) -> c));
    assertTrue(few.contains("0@50"), few.toString());
  }

  @Test
  void whatFailsIsCountedAndNeverPromoted() {
    List<String> jobs = new ArrayList<>();
    SuccessiveHalving search = SuccessiveHalving.over(RATE).candidates(4).epochs(1, 2).reduction(2);
    SearchReport report = run(search, fake(jobs, (c, e) -> c < 3 ? Double.NaN : 1));
    assertEquals(List.of("0@1", "1@1", "2@1", "3@1", "3@2"), jobs);
    assertEquals(3, report.failed());
    assertEquals(3, report.best().number());
    assertEquals("n/a", report.table().rows().get(3).get(3));
    SearchReport none = run(search, fake(jobs, (c, e) -> Double.NaN));
    assertThrows(IllegalStateException.class, none::best);
  }

  @Test
  void reportWithoutTrialsIsRefused() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new SearchReport(List.of(), 4));
    assertEquals("a search has at least 1 candidate and 1 epoch, but had 0 and 4", e.getMessage());
  }

  @Test
  void aSearchThatWasStoppedGoesOnWhereItWas() {
    SuccessiveHalving search = SuccessiveHalving.over(RATE).candidates(6).epochs(1, 4).reduction(2);
    Losses losses = (c, epochs) -> (c * 7 % 5) + 1.0 / epochs;
    List<String> whole = new ArrayList<>();
    SearchReport expected = run(search, fake(whole, losses));
    List<String> first = new ArrayList<>();
    SuccessiveHalving.Recipe<Features> failing =
        fake(
            first,
            (c, epochs) -> {
              if (first.size() == 4) {
                throw new IllegalStateException("power cut");
              }
              return losses.of(c, epochs);
            });
    SuccessiveHalving kept = search.checkpoints(folder);
    assertThrows(IllegalStateException.class, () -> run(kept, failing));
    List<String> rest = new ArrayList<>();
    SearchReport found = run(kept, fake(rest, losses));
    assertEquals(expected, found);
    assertEquals(whole.subList(3, whole.size()), rest);
  }

  @Test
  void anotherSearchInTheDirectoryIsRefused() {
    SuccessiveHalving search = SuccessiveHalving.over(RATE).candidates(2).checkpoints(folder);
    var recipe = fake(new ArrayList<>(), (c, epochs) -> c);
    run(search, recipe);
    Dataset<Features> other = Toys.nonlinear(200, 2);
    for (Runnable different :
        List.<Runnable>of(
            () -> search.run(recipe, DATA, DATA, 2),
            () -> search.run(recipe, DATA, other, 1),
            () -> run(search.epochs(2, 64), recipe),
            () -> run(search.training(Training.standard().batchSize(7)), recipe))) {
      Exception e = assertThrows(UncheckedIOException.class, different::run);
      assertTrue(e.getMessage().contains("it is of another search"), e.getMessage());
    }
  }

  private static SuccessiveHalving.Recipe<Features> mlp() {
    return (c, training) ->
        Estimators.mlp(c.count("units")).training(training.learningRate(c.number("rate")));
  }

  /** A network learns nothing at a rate of 0.000001: the search must find that out. */
  @Test
  void findsALearningRateThatLearns() throws IOException {
    Dataset<Features> train = Toys.nonlinear(400, 1);
    SuccessiveHalving search =
        SuccessiveHalving.over(RATE, UNITS).candidates(12).epochs(2, 18).reduction(3);
    SearchReport report = search.run(mlp(), train, DATA, 1);
    assertTrue(report.best().number("rate") > 1e-3, report.table().toString());
    assertEquals(
        List.of("candidate", "rate", "units", "epochs", "validation loss"),
        report.table().header());
    assertTrue(report.figure().toSvg().contains("validation loss"));
    SearchReport kept = search.checkpoints(folder).run(mlp(), train, DATA, 1);
    assertEquals(report, kept);
    try (var files = Files.list(folder.resolve("trainings"))) {
      assertEquals(12, files.count());
    }
  }

  @Test
  void anInterruptStopsTheSearch() {
    SuccessiveHalving search = SuccessiveHalving.over(RATE, UNITS).checkpoints(folder);
    Thread.currentThread().interrupt();
    assertThrows(TrainingException.class, () -> search.run(mlp(), DATA, DATA, 1));
    assertTrue(Thread.interrupted());
    assertFalse(Files.exists(folder.resolve("search.npz")));
  }

  @Test
  void aRecipeThatIgnoresTheTrainingIsRefused() {
    SuccessiveHalving search = SuccessiveHalving.over(RATE).epochs(1, 2);
    SuccessiveHalving.Recipe<Features> own =
        (c, t) -> Estimators.mlp(4).training(Training.standard().epochs(3));
    Exception e = assertThrows(IllegalArgumentException.class, () -> run(search, own));
    assertTrue(e.getMessage().startsWith("the recipe must use the training"), e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> run(search, (c, t) -> Estimators.ridge()));
  }

  @Property(tries = 200)
  void drawsStayInTheirRanges(@ForAll long seed) {
    List<Hyperparameter> space =
        List.of(
            RATE,
            UNITS,
            Hyperparameter.uniform("dropout", 0, 0.5),
            Hyperparameter.among("layers", 1, 2, "three"));
    Candidate candidate = Candidate.draw(space, 3, seed);
    assertEquals(candidate, Candidate.draw(space, 3, seed));
    assertTrue(candidate.number("rate") >= 1e-6 && candidate.number("rate") <= 1e-2);
    assertTrue(candidate.count("units") >= 4 && candidate.count("units") <= 32);
    assertTrue(candidate.number("dropout") >= 0 && candidate.number("dropout") <= 0.5);
    assertTrue(List.of("1", "2", "three").contains(candidate.text("layers")));
  }

  /** Of 2000 log-uniform draws, half lie below the geometric mean; 4 standard errors are 90. */
  @Test
  void logUniformDrawsAreEvenInTheLogarithm() {
    double below =
        IntStream.range(0, 2000)
            .filter(i -> Candidate.draw(List.of(RATE), i, 5).number("rate") < 1e-4)
            .count();
    assertEquals(1000.0, below, 90.0);
    double few =
        IntStream.range(0, 2000)
            .filter(
                i -> Candidate.draw(List.of(Hyperparameter.count("n", 1, 2)), i, 5).count("n") == 1)
            .count();
    assertEquals(2000 * Math.log(2) / Math.log(3), few, 90);
  }

  @Test
  void spacesAndPlansThatMakeNoSearchAreRefused() {
    assertThrows(IllegalArgumentException.class, SuccessiveHalving::over);
    assertThrows(IllegalArgumentException.class, () -> SuccessiveHalving.over(RATE, RATE));
    assertThrows(IllegalArgumentException.class, () -> Hyperparameter.logUniform("x", 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Hyperparameter.uniform("x", 2, 1));
    assertThrows(IllegalArgumentException.class, () -> Hyperparameter.uniform("x", 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Hyperparameter.count("x", 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Hyperparameter.among("x"));
    SuccessiveHalving search = SuccessiveHalving.over(RATE);
    assertThrows(IllegalArgumentException.class, () -> search.candidates(0));
    assertThrows(IllegalArgumentException.class, () -> search.epochs(8, 4));
    assertThrows(IllegalArgumentException.class, () -> search.reduction(1));
    Candidate candidate = Candidate.draw(List.of(RATE), 0, 1);
    assertThrows(IllegalArgumentException.class, () -> candidate.number("units"));
    assertThrows(IllegalArgumentException.class, () -> candidate.count("rate"));
  }
}
