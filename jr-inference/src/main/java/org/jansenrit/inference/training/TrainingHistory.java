package org.jansenrit.inference.training;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/**
 * What happened while a network was trained.
 *
 * @param epochs one entry per pass over the training rows, in order
 * @param bestEpoch the epoch whose weights were kept, counted from 1
 * @param skippedSteps steps left out because loss or gradient were not finite
 * @param threads threads the engine computed with; another number gives other rounding
 */
public record TrainingHistory(List<Epoch> epochs, int bestEpoch, int skippedSteps, int threads) {
  private static final String KIND = "training history";

  /**
   * Copies the epochs and checks which is the best.
   *
   * @param epochs not empty
   * @param bestEpoch from 1 to the number of epochs
   * @param skippedSteps 0 if all steps were finite
   * @param threads at least 1
   * @throws IllegalArgumentException if the best epoch is none of the epochs
   */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
    if (bestEpoch < 1 || bestEpoch > epochs.size()) {
      throw new IllegalArgumentException(
          "the best epoch must be one of 1.." + epochs.size() + ", but was " + bestEpoch);
    }
  }

  /**
   * One pass over the training rows.
   *
   * @param trainLoss mean loss over the training rows, each before the step it was part of
   * @param validationLoss mean loss over the validation rows after the pass, of the weights or of
   *     their average over the last epochs, whichever is lower
   * @param learningRate the learning rate of the last step
   */
  public record Epoch(double trainLoss, double validationLoss, double learningRate) {}

  /** {@return the epoch whose weights were kept} */
  public Epoch best() {
    return epochs.get(bestEpoch - 1);
  }

  /** {@return a figure of both losses over the epochs, with a line at the epoch that was kept} */
  public Figure figure() {
    double[] number = new double[epochs.size()];
    Arrays.setAll(number, i -> i + 1);
    return Figure.of(
        Panel.of("Learning curves", "epoch", "loss (1)")
            .line("training", number, finiteOrGap(column(Epoch::trainLoss)))
            .line("validation", number, finiteOrGap(column(Epoch::validationLoss)))
            .verticalLine("kept", bestEpoch));
  }

  private static double[] finiteOrGap(double... losses) {
    return Arrays.stream(losses).map(loss -> Double.isInfinite(loss) ? Double.NaN : loss).toArray();
  }

  /** {@return what {@link #of(Archive)} reads} */
  public Archive toArchive() {
    return Archive.of(KIND)
        .with("best epoch", bestEpoch)
        .with("skipped steps", skippedSteps)
        .with("threads", threads)
        .with("epochs", epochs.size())
        .with("train loss", column(Epoch::trainLoss), epochs.size())
        .with("validation loss", column(Epoch::validationLoss), epochs.size())
        .with("learning rate", column(Epoch::learningRate), epochs.size());
  }

  private double[] column(ToDoubleFunction<Epoch> value) {
    return epochs.stream().mapToDouble(value).toArray();
  }

  /**
   * {@return the history that was saved}
   *
   * @param archive made by {@link #toArchive}
   * @throws IOException if there is none in {@code archive}
   */
  public static TrainingHistory of(Archive archive) throws IOException {
    archive.requireKind(KIND);
    int n = archive.count("epochs");
    double[] train = archive.doubles("train loss", n);
    double[] validation = archive.doubles("validation loss", n);
    double[] rate = archive.doubles("learning rate", n);
    Epoch[] epochs = new Epoch[n];
    Arrays.setAll(epochs, i -> new Epoch(train[i], validation[i], rate[i]));
    return new TrainingHistory(
        List.of(epochs),
        archive.count("best epoch"),
        archive.count("skipped steps"),
        archive.count("threads"));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "TrainingHistory[%d epochs, best %d: train loss %.4g, validation loss %.4g;"
            + " %d steps skipped, %d thread%s]",
        epochs.size(),
        bestEpoch,
        best().trainLoss(),
        best().validationLoss(),
        skippedSteps,
        threads,
        threads == 1 ? "" : "s");
  }
}
