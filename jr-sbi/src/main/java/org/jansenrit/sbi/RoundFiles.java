package org.jansenrit.sbi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;

/**
 * Completed rounds on disk: the simulations of each in a data set of its own, and after each round
 * what was learnt so far.
 */
final class RoundFiles {
  private static final String FORMAT = "jansen-rit rounds";
  private static final int VERSION = 1;

  /** Of the largest value: simulators of users' own may round otherwise one by one. */
  private static final double SAME = 1e-6;

  private final Path directory;
  private final String run;

  /**
   * Names the files.
   *
   * @param run what all files of a run agree on: prior, recipe, rounds and observation
   * @throws UncheckedIOException if the directory is of another run, or cannot be made
   */
  RoundFiles(Path directory, String run) {
    this.directory = directory;
    this.run = run;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the directory " + directory, e);
    }
    if (Files.exists(name())) {
      Archive.load(name(), FORMAT, VERSION, this::requireRun);
    }
  }

  /** Returns the file that says which run the others are of: simulations do not. */
  private Path name() {
    return directory.resolve("run.npz");
  }

  /**
   * What is known after some rounds.
   *
   * @param bests the mixture at the observation after each round
   */
  record State(
      List<Round> rounds,
      List<GaussianMixture> bests,
      Learner.Learnt learnt,
      Transform.Fitted<?, ?> read) {

    GaussianMixture best() {
      return bests.get(bests.size() - 1);
    }
  }

  private Path simulations(int round) {
    return directory.resolve("simulations-" + round + ".npz");
  }

  /** Returns whether the simulations of a round have been run. */
  boolean have(int round) {
    return Files.exists(simulations(round));
  }

  /**
   * Runs the simulations of a round, or reads them if that has been done. Too few finite ones are
   * not kept: the same call is to run them again.
   */
  <X extends Observations> Dataset<X> simulations(int round, Simulations<X> simulations) {
    Path file = simulations(round);
    if (!have(round)) {
      Dataset<X> simulated = simulations.run();
      Archive.of("run").with("run", run).save(name(), FORMAT, VERSION);
      if (simulated.finite().size() >= Snpe.FEWEST) {
        simulated.save(file);
      }
      return simulated;
    }
    return cast(Dataset.load(file));
  }

  /**
   * Refuses simulations of another simulator, which nothing but its results can tell: many are
   * lambdas.
   *
   * @param kept read from here
   * @param again the first of these, simulated again
   * @throws UncheckedIOException if they differ
   */
  void requireSame(Observations kept, Observations again) {
    double[] row = again.row(0);
    double[] expected = kept.row(0);
    double most = Arrays.stream(expected).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    for (int j = 0; j < row.length; j++) {
      double gap = Math.abs(row[j] - expected[j]);
      if (Double.isFinite(gap) && gap > SAME * most) { // a simulation that fails is for later
        String why =
            "its simulations are of another simulator: value %d of the first is %s, where this one"
                + " gives %s for the same parameters and seed; use a new directory";
        throw new UncheckedIOException(
            new IOException(directory + ": " + why.formatted(j, expected[j], row[j])));
      }
    }
  }

  @SuppressWarnings("unchecked") // the shape is compared with that of the observation
  private static <X extends Observations> Dataset<X> cast(Dataset<?> data) {
    return (Dataset<X>) data;
  }

  /** Runs simulations. */
  interface Simulations<X extends Observations> {
    Dataset<X> run();
  }

  private Path state(int round) {
    return directory.resolve("state-" + round + ".npz");
  }

  void save(State state) {
    Archive.of("rounds")
        .with("run", run)
        .withParts("rounds", state.rounds().stream().map(RoundFiles::toArchive).toList())
        .withParts("bests", state.bests().stream().map(GaussianMixture::toArchive).toList())
        .with("transform", state.read().toArchive())
        .with("learnt", SavedPosterior.toArchive(state.learnt()))
        .save(state(state.rounds().size()), FORMAT, VERSION);
  }

  /**
   * Returns what is known after the last round, up to {@code most}, that was completed.
   *
   * @throws UncheckedIOException if the files are damaged or of another run
   */
  Optional<State> last(int most) {
    for (int round = most; round > 0; round--) {
      if (Files.exists(state(round))) {
        return Optional.of(Archive.load(state(round), FORMAT, VERSION, this::read));
      }
    }
    return Optional.empty();
  }

  private Archive requireRun(Archive archive) throws IOException {
    if (!archive.text("run").equals(run)) {
      throw new IOException(
          "it is of another run: "
              + archive.text("run")
              + ", not "
              + run
              + "; use a new directory");
    }
    return archive;
  }

  private State read(Archive archive) throws IOException {
    archive.requireKind("rounds");
    requireRun(archive);
    List<Round> rounds = new ArrayList<>();
    for (Archive part : archive.parts("rounds")) {
      rounds.add(round(part));
    }
    List<GaussianMixture> bests = new ArrayList<>();
    for (Archive part : archive.parts("bests")) {
      bests.add(GaussianMixture.of(part));
    }
    Transform.Fitted<?, ?> transform = Transform.Fitted.of(archive.part("transform"));
    return new State(rounds, bests, SavedPosterior.learnt(archive.part("learnt")), transform);
  }

  /** The loss before the first round is not a number, which no number in JSON is. */
  private static Archive toArchive(Round round) {
    return Archive.of("round")
        .with("number", round.number())
        .with("simulations", round.simulations())
        .with("excluded", round.excluded())
        .with("from prior", round.fromPrior())
        .with("components", round.components())
        .with("losses", new double[] {round.before(), round.after()}, 2)
        .with("kept", round.kept());
  }

  private static Round round(Archive archive) throws IOException {
    double[] losses = archive.doubles("losses", 2);
    int number = archive.count("number");
    return new Round(
        number,
        archive.count("simulations"),
        archive.count("excluded"),
        archive.has("from prior") ? archive.flag("from prior") : number == 1,
        archive.count("components"),
        losses[0],
        losses[1],
        archive.flag("kept"));
  }

  /** Returns a text that differs where the values of an observation do. */
  static String digest(Observations observed) {
    return observed.shape() + " #" + Integer.toHexString(Arrays.hashCode(observed.row(0)));
  }
}
