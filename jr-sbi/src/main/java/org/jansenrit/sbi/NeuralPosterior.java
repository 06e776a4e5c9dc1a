package org.jansenrit.sbi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * A posterior that was learnt. Owns the networks' native memory until it is closed; posteriors
 * taken from it stay usable.
 *
 * @param <X> the kind of observation
 */
public final class NeuralPosterior<X extends Observations> implements AmortizedPosterior<X> {
  private static final String KIND = "neural posterior";

  private static final System.Logger LOGGER = System.getLogger(NeuralPosterior.class.getName());

  private final PriorTransform transform;
  private final Transform.Fitted<? super X, ? extends Observations> read;
  private final Learner.Learnt learnt;
  private final Observations template;
  private final int simulations;
  private final int excluded;
  private final Provenance provenance;

  NeuralPosterior(
      PriorTransform transform,
      Transform.Fitted<? super X, ? extends Observations> read,
      Learner.Learnt learnt,
      Observations template,
      int simulations,
      int excluded,
      Provenance provenance) {
    this.transform = transform;
    this.read = read;
    this.learnt = learnt;
    this.template = template;
    this.simulations = simulations;
    this.excluded = excluded;
    this.provenance = provenance;
  }

  @Override
  public Prior prior() {
    return transform.prior();
  }

  @Override
  public List<MixturePosterior> givenEach(X observations) {
    observations.requireShapeOf(template, "observation", "the training set");
    observations.requireFinite("observation");
    Observations seen = read.apply(observations);
    List<GaussianMixture> mixtures = learnt.mixtures(seen);
    Inputs inputs = learnt.ensemble().members().get(0).inputs(seen);
    List<MixturePosterior> posteriors =
        IntStream.range(0, mixtures.size())
            .mapToObj(
                i ->
                    new MixturePosterior(
                        transform, mixtures.get(i), learnt.range().caution(inputs, i)))
            .toList();
    warn(posteriors);
    return posteriors;
  }

  /** Logs a warning if an observation is far outside the simulations. */
  static void warn(List<MixturePosterior> posteriors) {
    List<String> cautions =
        posteriors.stream().flatMap(posterior -> posterior.caution().stream()).toList();
    if (!cautions.isEmpty()) {
      LOGGER.log(
          System.Logger.Level.WARNING,
          cautions.size() + " of " + posteriors.size() + " observations: " + cautions.get(0));
    }
  }

  @Override
  public MixturePosterior given(X one) {
    return (MixturePosterior) AmortizedPosterior.super.given(one);
  }

  @Override
  public MixturePosterior given(X observations, int i) {
    return (MixturePosterior) AmortizedPosterior.super.given(observations, i);
  }

  /**
   * {@return the posterior given several observations, made independently with the same parameters:
   * the product of the posteriors given each, over the prior; see {@link MixturePosterior#and}}
   *
   * @param trials one or more, of the shape that was learnt from
   * @throws ShapeException if there are none, or they have another shape than those learnt from
   * @throws IllegalArgumentException if one of them has values that are not finite, or there are
   *     several and this was learnt by {@link Snpe#cutAtBounds}
   */
  public MixturePosterior givenAll(X trials) {
    if (trials.size() == 0) {
      throw new ShapeException("givenAll", "at least one observation", "0");
    }
    return givenEach(trials).stream().reduce(MixturePosterior::and).orElseThrow();
  }

  /** {@return the density that was set or chosen} */
  public MixtureDensity density() {
    return learnt.density();
  }

  /** {@return the training that was set or chosen} */
  public Training training() {
    return learnt.training();
  }

  /** {@return the networks that were tried, in that order; one if nothing was left open} */
  public List<DensityCandidate> candidates() {
    return learnt.candidates();
  }

  /** {@return what happened in the training of the first network} */
  public TrainingHistory history() {
    return histories().get(0);
  }

  /** {@return what happened in training, network by network} */
  public List<TrainingHistory> histories() {
    return learnt.ensemble().histories();
  }

  /** {@return the number of finite simulations that it was learnt from, validation included} */
  public int simulations() {
    return simulations;
  }

  /** {@return how many simulations were left out because they are not finite} */
  public int excluded() {
    return excluded;
  }

  /** {@return what made the simulations and this} */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * Writes this posterior to a file, whole or not at all: prior, transforms, networks and what they
   * were chosen from. {@link #load} gives the same densities, bit for bit.
   *
   * @param file made, or replaced if it is there
   * @throws UnsupportedOperationException if the prior or a transform is of one's own
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void save(Path file) {
    Archive.of(KIND)
        .with("input", template)
        .with("prior", prior().toArchive())
        .with("cut at bounds", transform.isCutAtBounds())
        .with("transform", read.toArchive())
        .with("simulations", simulations)
        .with("excluded", excluded)
        .with("provenance", provenance)
        .with("learnt", SavedPosterior.toArchive(learnt))
        .save(file, SavedPosterior.FORMAT, SavedPosterior.VERSION);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @param <X> the kind of observation
   * @param file written by {@link #save}
   * @param kind the kind of observation that it was learnt from: {@code TimeSeries.class}
   * @return the posterior, which gives the same densities; the caller closes it
   * @throws java.io.UncheckedIOException if there is no such file, it is damaged, of a later
   *     version, or for another kind of observation
   */
  public static <X extends Observations> NeuralPosterior<X> load(Path file, Class<X> kind) {
    return Archive.load(
        file, SavedPosterior.FORMAT, SavedPosterior.VERSION, archive -> of(archive, kind));
  }

  @SuppressWarnings("unchecked") // the template is of this kind, and givenEach refuses all others
  private static <X extends Observations> NeuralPosterior<X> of(Archive archive, Class<X> kind)
      throws IOException {
    archive.requireKind(KIND);
    X template = archive.template("input", kind);
    PriorTransform prior = PriorTransform.of(Prior.of(archive.part("prior")));
    boolean cut = // files of before there were any do not say
        archive.has("cut at bounds") && archive.flag("cut at bounds");
    Transform.Fitted<?, ?> read = Transform.Fitted.of(archive.part("transform"));
    int simulations = archive.count("simulations");
    int excluded = archive.count("excluded");
    Provenance provenance = archive.provenance("provenance");
    return new NeuralPosterior<>(
        cut ? prior.cutAtBounds() : prior,
        (Transform.Fitted<? super X, ? extends Observations>) read,
        SavedPosterior.learnt(archive.part("learnt")),
        template,
        simulations,
        excluded,
        provenance);
  }

  /** Frees the networks. Closing twice does nothing. */
  @Override
  public void close() {
    learnt.ensemble().close();
  }

  @Override
  public String toString() {
    int members = histories().size();
    return "NeuralPosterior["
        + transform
        + "; given "
        + template.shape()
        + "; "
        + density()
        + (members == 1 ? "" : " from each of " + members + " networks")
        + (learnt.widths().areSame() ? "" : " of " + learnt.widths())
        + "; "
        + simulations
        + " simulations"
        + (excluded == 0 ? "" : ", " + excluded + " diverged excluded")
        + "; "
        + history()
        + "]";
  }
}
