package org.jansenrit.sbi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.inference.training.Training;

/** What was chosen, to and from archives. */
final class SavedPosterior {
  static final String FORMAT = "jansen-rit posterior";
  static final int VERSION = 1;

  private SavedPosterior() {}

  static Archive toArchive(Learner.Learnt learnt) {
    return Archive.of("learnt")
        .with("density", toArchive(learnt.density()))
        .with("training", toArchive(learnt.training()))
        .withParts(
            "candidates", learnt.candidates().stream().map(SavedPosterior::toArchive).toList())
        .with("range", learnt.range().toArchive())
        .with("widths", learnt.widths().toArchive())
        .withParts("networks", learnt.ensemble().toArchives());
  }

  static Learner.Learnt learnt(Archive archive) throws IOException {
    archive.requireKind("learnt");
    MixtureDensity density = density(archive.part("density"));
    Training training = training(archive.part("training"));
    List<DensityCandidate> candidates = new ArrayList<>();
    for (Archive part : archive.parts("candidates")) {
      candidates.add(
          new DensityCandidate(
              density(part.part("density")), part.number("weight decay"), part.number("loss")));
    }
    TrainingRange range = TrainingRange.of(archive.part("range"));
    Widths widths = // files of before there were any have none
        archive.has("widths") ? Widths.of(archive.part("widths")) : Widths.same();
    // last, since networks own native memory that nobody would free if another part were missing
    return new Learner.Learnt(
        MixtureEnsemble.of(archive.parts("networks")),
        widths,
        density,
        training,
        candidates,
        range);
  }

  private static Archive toArchive(DensityCandidate candidate) {
    return Archive.of("candidate")
        .with("density", toArchive(candidate.density()))
        .with("weight decay", candidate.weightDecay())
        .with("loss", candidate.validationLoss());
  }

  private static Archive toArchive(MixtureDensity density) {
    return Archive.of("mixture density")
        .with("components", density.candidates())
        .with("width", density.width())
        .with("layers", density.layers());
  }

  private static MixtureDensity density(Archive archive) throws IOException {
    return new MixtureDensity(
        archive.counts("components"), archive.count("width"), archive.count("layers"));
  }

  /** The clip may be infinite, which no number in JSON is. */
  private static Archive toArchive(Training training) {
    return Archive.of("training")
        .with("epochs", training.epochs())
        .with("batch size", training.batchSize())
        .with("learning rate", training.learningRate())
        .with("weight decay", training.weightDecay())
        .with("clip", new double[] {training.clip()}, 1)
        .with("warm-up steps", training.warmupSteps())
        .with("patience", training.patience())
        .with("seed", Long.toString(training.seed()));
  }

  private static Training training(Archive archive) throws IOException {
    return Training.standard()
        .epochs(archive.count("epochs"))
        .batchSize(archive.count("batch size"))
        .learningRate(archive.number("learning rate"))
        .weightDecay(archive.number("weight decay"))
        .clip(archive.doubles("clip", 1)[0])
        .warmupSteps(archive.count("warm-up steps"))
        .patience(archive.count("patience"))
        .seed(Long.parseLong(archive.text("seed")));
  }
}
