package org.jansenrit.inference.djl;

import static org.jansenrit.core.quantity.Numbers.shortest;

import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;

/** Epochs, early stop and bookkeeping of one training. */
final class TrainingLoop {
  /** Skipped steps in a row after which there is no hope. */
  private static final int HOPELESS = 10;

  private final Stepper stepper;
  private final Block block;
  private final Training training;
  private final UniformRandomProvider random;
  private final List<TrainingHistory.Epoch> epochs = new ArrayList<>();
  private RateSchedule schedule;
  private RunningAverage average = RunningAverage.none();
  private Weights candidate;
  private Weights best;
  private int bestEpoch;
  private double bestLoss = Double.POSITIVE_INFINITY;
  private long step;
  private int skipped;
  private int skippedInARow;

  TrainingLoop(Stepper stepper, Block block, Training training) {
    this.stepper = stepper;
    this.block = block;
    this.training = training;
    this.random = RandomSource.XO_SHI_RO_256_PP.create(training.seed());
  }

  /** Trains; leaves the best weights in the block, or the first ones if it throws. */
  TrainingHistory run(int[] train, int[] validation) {
    Weights kept = Weights.of(block);
    try {
      schedule = RateSchedule.of(training, stepper.count(train.length));
      runEpochs(train.clone(), validation);
      kept = requireBest();
      return new TrainingHistory(epochs, bestEpoch, skipped, Torch.threads());
    } finally {
      kept.copyTo(block);
    }
  }

  private void runEpochs(int[] train, int[] validation) {
    for (int epoch = 1; epoch <= training.epochs(); epoch++) {
      PermutationSampler.shuffle(random, train);
      double trainLoss = pass(epoch, train);
      double validationLoss = scoreWithAverage(validation);
      epochs.add(new TrainingHistory.Epoch(trainLoss, validationLoss, schedule.at(step - 1)));
      if (validationLoss < bestLoss) {
        bestLoss = validationLoss;
        bestEpoch = epoch;
        best = candidate;
      } else if (epoch - bestEpoch >= training.patience()) {
        return;
      }
    }
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
    for (int b = 0; b < stepper.count(rows.length); b++) {
      requireNotInterrupted(epoch, b + 1);
      int[] some = stepper.batch(rows, b);
      double loss = stepper.learn(some, schedule.at(step++));
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

  private static void requireNotInterrupted(int epoch, int batch) {
    if (Thread.currentThread().isInterrupted()) {
      throw new TrainingException(
          "training was interrupted in epoch "
              + epoch
              + ", batch "
              + batch
              + "; nothing was saved");
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
}
