package org.jansenrit.inference.djl;

import static org.jansenrit.core.quantity.Numbers.shortest;

import ai.djl.nn.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.math.Streams;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * Epochs, early stop and bookkeeping of one training.
 *
 * <p>What an epoch draws depends on the seed and its number only, so that a training which goes on
 * from the state after an epoch does the same as one that was never stopped.
 */
final class TrainingLoop {
  /** Skipped steps in a row after which there is no hope. */
  private static final int HOPELESS = 10;

  /** Training rows whose loss tells whether a checkpoint is of the same targets. */
  private static final int PROBED = 256;

  private final Stepper stepper;
  private final Block block;
  private final Training training;
  private final Inputs inputs;
  private final List<TrainingHistory.Epoch> epochs = new ArrayList<>();
  private Optional<Checkpoint> checkpoint = Optional.empty();
  private RateSchedule schedule;
  private RunningAverage average = RunningAverage.none();
  private Weights candidate;
  private Weights best;
  private int bestEpoch;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private int skipped;
  private int skippedInARow;

  TrainingLoop(Stepper stepper, Block block, Training training, Inputs inputs) {
    this.stepper = stepper;
    this.block = block;
    this.training = training;
    this.inputs = inputs;
  }

  /** Trains; leaves the best weights in the block, or the first ones if it throws. */
  TrainingHistory run(int[] train, int[] validation) {
    Weights kept = Weights.of(block);
    try {
      schedule = RateSchedule.of(training, stepper.count(train.length));
      resume(kept, train, validation);
      runEpochs(train, validation);
      kept = requireBest();
      return history();
    } finally {
      kept.copyTo(block);
    }
  }

  private TrainingHistory history() {
    return new TrainingHistory(epochs, bestEpoch, skipped, Torch.threads());
  }

  private void runEpochs(int[] train, int[] validation) {
    tell("");
    for (int epoch = epochs.size() + 1; epoch <= lastEpoch() && !isOver(); epoch++) {
      stepper.begin(epoch, inputs.epoch(epoch));
      double trainLoss = pass(epoch, shuffled(train, epoch));
      double validationLoss = scoreWithAverage(validation);
      note(new TrainingHistory.Epoch(trainLoss, validationLoss, schedule.at(lastStep(epoch))));
    }
    checkpoint.ifPresent(Checkpoint::write);
    if (isOver()) {
      training.run().progress().update(epochs.size(), epochs.size(), "stopped early");
    }
  }

  private int lastEpoch() {
    return Math.min(training.epochs(), training.run().pause());
  }

  private boolean isOver() {
    return epochs.size() - bestEpoch >= training.patience();
  }

  private int[] shuffled(int[] rows, int epoch) {
    int[] order = rows.clone();
    long key = Streams.part(training.seed(), epoch);
    PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(key), order);
    return order;
  }

  private long lastStep(int epoch) {
    return (long) epoch * schedule.stepsPerEpoch() - 1;
  }

  private void note(TrainingHistory.Epoch epoch) {
    epochs.add(epoch);
    if (epoch.validationLoss() < bestLoss) {
      bestLoss = epoch.validationLoss();
      bestEpoch = epochs.size();
      best = candidate;
    }
    checkpoint.filter(c -> best != null).ifPresent(c -> c.keep(state()));
    tell(
        String.format(
            Locale.ROOT,
            "train loss %.4g, validation loss %.4g (best %.4g in epoch %d), learning rate %.2g",
            epoch.trainLoss(),
            epoch.validationLoss(),
            bestLoss,
            bestEpoch,
            epoch.learningRate()));
  }

  private void tell(String detail) {
    training.run().progress().update(epochs.size(), training.epochs(), detail);
  }

  /** Scores the weights and their running average, and makes the better of them the candidate. */
  private double scoreWithAverage(int[] validation) {
    Weights now = Weights.of(block);
    double loss = stepper.score(validation);
    candidate = now;
    if (Double.isFinite(loss)) {
      average = average.and(now);
      average.weights().copyTo(block);
      double averaged = stepper.score(validation);
      candidate = averaged < loss ? average.weights() : now;
      loss = Math.min(loss, averaged);
      now.copyTo(block);
    }
    return loss;
  }

  private double pass(int epoch, int[] rows) {
    double sum = 0;
    int used = 0;
    long first = lastStep(epoch - 1) + 1;
    for (int b = 0; b < stepper.count(rows.length); b++) {
      requireNotInterrupted(epoch, b + 1);
      int[] some = stepper.batch(rows, b);
      double loss = stepper.learn(some, schedule.at(first + b));
      if (Double.isFinite(loss)) {
        skippedInARow = 0;
        sum += loss * some.length;
        used += some.length;
      } else {
        skip(loss, epoch, b + 1);
      }
    }
    return sum / used;
  }

  private void skip(double loss, int epoch, int batch) {
    skipped++;
    if (++skippedInARow == HOPELESS) {
      throw new TrainingException(
          "loss became "
              + loss
              + " in epoch "
              + epoch
              + ", batch "
              + batch
              + " (learning rate "
              + shortest(training.learningRate())
              + "); nothing was saved. Try "
              + shortest(training.learningRate() / 100));
    }
  }

  private void requireNotInterrupted(int epoch, int batch) {
    if (Thread.currentThread().isInterrupted()) {
      checkpoint.ifPresent(Checkpoint::write);
      boolean canGoOn = checkpoint.filter(Checkpoint::exists).isPresent();
      throw new TrainingException(
          "training was interrupted in epoch "
              + epoch
              + ", batch "
              + batch
              + (canGoOn
                  ? "; started again, it goes on after epoch " + epochs.size()
                  : "; nothing was saved"));
    }
  }

  private Weights requireBest() {
    if (best == null) {
      throw new TrainingException(
          "the validation loss was not finite in any of "
              + epochs.size()
              + " epochs (learning rate "
              + shortest(training.learningRate())
              + "); nothing was saved. Try "
              + shortest(training.learningRate() / 100));
    }
    return best;
  }

  /** Goes back to the state that this training was stopped in, if there is a checkpoint of it. */
  private void resume(Weights first, int[] train, int[] validation) {
    if (training.run().checkpoints().isPresent()) {
      double[] losses = {stepper.score(validation), stepper.score(probed(train))};
      String digest = Checkpoint.digest(training, first, inputs, train, validation, losses);
      Checkpoint found = Checkpoint.in(training.run().checkpoints().get(), digest);
      checkpoint = Optional.of(found);
      if (found.exists()) {
        found.read(this::restore);
      }
    }
  }

  private static int[] probed(int[] rows) {
    return Arrays.copyOf(rows, Math.min(PROBED, rows.length));
  }

  private Archive state() {
    return Archive.of("training")
        .with("history", history().toArchive())
        .with("skipped in a row", skippedInARow)
        .with("weights", Weights.of(block).toArchive(block))
        .with("best weights", best.toArchive(block))
        .with("average", average.toArchive(block))
        .with("optimizer", stepper.optimizer().toArchive());
  }

  private TrainingHistory restore(Archive state) throws IOException {
    TrainingHistory history = TrainingHistory.of(state.part("history"));
    best = Weights.of(state.part("best weights"), block);
    Weights.of(state.part("weights"), block).copyTo(block);
    stepper.optimizer().restore(state.part("optimizer"));
    average = RunningAverage.of(state.part("average"), block);
    epochs.addAll(history.epochs());
    bestEpoch = history.bestEpoch();
    bestLoss = history.best().validationLoss();
    skipped = history.skippedSteps();
    skippedInARow = state.count("skipped in a row");
    return history;
  }
}
