package org.jansenrit.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.file.FileFailure;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;

/** One search on its way. What is decided depends on the losses so far and on the seed only. */
final class SearchRun<X extends Observations> {
  private final SuccessiveHalving search;
  private final SuccessiveHalving.Recipe<X> recipe;
  private final Dataset<X> train;
  private final Dataset<X> validation;
  private final long seed;
  private final Training training;
  private final SearchLog log;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<List<Double>> losses = new ArrayList<>(); // by candidate, then by rung

  /** A candidate that is to be trained up to a rung. */
  record Job(int candidate, int rung) {}

  private SearchRun(
      SuccessiveHalving search,
      SuccessiveHalving.Recipe<X> recipe,
      Dataset<X> train,
      Dataset<X> validation,
      long seed,
      Path directory) {
    this.search = search;
    this.recipe = recipe;
    this.train = train;
    this.validation = validation;
    this.seed = seed;
    this.training =
        search.training().epochs(search.plan().most()).checkpoints(directory.resolve("trainings"));
    this.log = SearchLog.open(directory.resolve("search.npz"), identity());
  }

  static <X extends Observations> SearchReport run(
      SuccessiveHalving search,
      SuccessiveHalving.Recipe<X> recipe,
      Dataset<X> train,
      Dataset<X> validation,
      long seed) {
    Optional<Path> kept = search.directory();
    Path directory = kept.isPresent() ? made(kept.get()) : temporary();
    try {
      return new SearchRun<>(search, recipe, train, validation, seed, directory).run();
    } finally {
      if (kept.isEmpty()) {
        delete(directory);
      }
    }
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw FileFailure.saving(directory, e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("jr-search");
    } catch (IOException e) {
      throw FileFailure.saving(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw FileFailure.saving(directory, e);
    }
  }

  /** Returns what tells searches apart. */
  private String identity() {
    return String.join(
        "; ",
        search.toString(),
        search.training().toString(),
        "seed " + seed,
        recipe.estimator(candidate(0), training).toString(),
        train.size() + " and " + validation.size() + " simulations",
        "checksum " + SearchLog.checksum(train, validation));
  }

  private Candidate candidate(int number) {
    return Candidate.draw(search.space(), number, seed);
  }

  private SearchReport run() {
    for (Optional<Job> job = next(); job.isPresent(); job = next()) {
      Job now = job.get();
      if (now.candidate() == candidates.size()) {
        candidates.add(candidate(now.candidate()));
        losses.add(new ArrayList<>());
      }
      double loss = log.find(now).orElseGet(() -> log.add(now, loss(now)));
      losses.get(now.candidate()).add(loss);
      tell(now, loss);
    }
    return new SearchReport(trials(), search.plan().most());
  }

  private List<SearchReport.Trial> trials() {
    return candidates.stream().map(c -> trial(c, losses.get(c.number()))).toList();
  }

  private SearchReport.Trial trial(Candidate candidate, List<Double> reached) {
    List<Integer> epochs = new ArrayList<>();
    for (int k = 0; k < reached.size(); k++) {
      epochs.add(search.plan().epochs(k));
    }
    return new SearchReport.Trial(candidate, epochs, reached);
  }

  /** Promotes from the highest rung that it can; else draws a new candidate, if any are left. */
  private Optional<Job> next() {
    for (int rung = search.plan().rungs() - 2; rung >= 0; rung--) {
      int k = rung;
      Optional<Integer> best =
          top(k).stream().filter(c -> losses.get(c).size() == k + 1).findFirst();
      if (best.isPresent()) {
        return Optional.of(new Job(best.get(), k + 1));
      }
    }
    return candidates.size() < search.plan().candidates()
        ? Optional.of(new Job(candidates.size(), 0))
        : Optional.empty();
  }

  /** Returns the best 1/reduction of those that came to a rung, the best first. */
  private List<Integer> top(int rung) {
    List<Integer> reached =
        candidates.stream()
            .map(Candidate::number)
            .filter(c -> losses.get(c).size() > rung)
            .sorted(Comparator.comparingDouble(c -> losses.get(c).get(rung)))
            .toList();
    return reached.stream()
        .limit(reached.size() / search.plan().reduction())
        .filter(c -> losses.get(c).get(rung) < Double.POSITIVE_INFINITY)
        .toList();
  }

  private double loss(Job job) {
    int epochs = search.plan().epochs(job.rung());
    Candidate candidate = candidates.get(job.candidate());
    Estimator<? super X> estimator = recipe.estimator(candidate, training.pauseAfter(epochs));
    try (FittedEstimator<X> fitted = estimator.fit(train, validation)) {
      return loss(fitted, epochs);
    } catch (TrainingException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return Double.POSITIVE_INFINITY;
    }
  }

  private static double loss(FittedEstimator<?> fitted, int epochs) {
    TrainingHistory history =
        fitted
            .history()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "only estimators that are trained can be searched, but got " + fitted));
    if (history.epochs().size() > epochs) {
      throw new IllegalArgumentException(
          "the recipe must use the training it is given, which pauses after "
              + epochs
              + " epochs, but it trained for "
              + history.epochs().size());
    }
    return history.best().validationLoss();
  }

  private void tell(Job job, double loss) {
    double best =
        losses.stream().flatMap(List::stream).mapToDouble(l -> l).min().orElse(Double.NaN);
    search
        .progress()
        .update(
            candidates.size(),
            search.plan().candidates(),
            String.format(
                Locale.ROOT,
                "validation loss %.4g after %d epochs (best %.4g), %s",
                loss,
                search.plan().epochs(job.rung()),
                best,
                candidates.get(job.candidate())));
  }
}
