package org.jansenrit.inference.training;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jansenrit.core.simulate.Progress;

/**
 * How a network is trained: AdamW with a warm-up, a cosine that ends near zero, and an early stop.
 * Immutable; each verb returns a copy.
 *
 * <p>The learning rate rises linearly over the first {@code warmupSteps} steps, though never over
 * more than half of them all, and then falls on a cosine to a hundredth of itself in the last step.
 * Training stops when the validation loss has not fallen for {@code patience} epochs; the weights
 * of the best epoch are kept, or their average over the epochs before where that is better.
 *
 * @param epochs the largest number of passes over the training rows; at least 1
 * @param batchSize rows per step; at least 1
 * @param learningRate the largest step of a weight; positive
 * @param weightDecay decay of the weights per unit of learning rate, biases excepted; 0 for none
 * @param clip the largest Euclidean norm of the whole gradient, above which it is scaled down;
 *     infinite for none
 * @param warmupSteps steps until the learning rate is reached; 0 for none
 * @param patience epochs without a lower validation loss before training stops; at least 1
 * @param seed decides the first weights, the order of the rows and what the network draws while it
 *     is trained
 * @param loss what estimators make small; posteriors have a loss of their own
 * @param run where it computes, who hears of it and where it keeps what it needs to go on
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov &amp; Hutter (2019)</a>
 */
public record Training(
    int epochs,
    int batchSize,
    double learningRate,
    double weightDecay,
    double clip,
    int warmupSteps,
    int patience,
    long seed,
    Loss loss,
    TrainingRun run) {

  /**
   * Checks the settings one by one.
   *
   * @param epochs at least 1
   * @param batchSize at least 1
   * @param learningRate positive and finite
   * @param weightDecay not negative, finite
   * @param clip positive
   * @param warmupSteps at least 0
   * @param patience at least 1
   * @param seed any
   * @param loss not null
   * @param run not null
   * @throws IllegalArgumentException if a rule is broken
   */
  public Training {
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(run, "run");
    atLeast(1, epochs, "epochs");
    atLeast(1, batchSize, "batch size");
    atLeast(0, warmupSteps, "warm-up steps");
    atLeast(1, patience, "patience");
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw refused("learning rate must be positive and finite", learningRate);
    }
    if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
      throw refused("weight decay must be finite and not negative", weightDecay);
    }
    if (!(clip > 0)) {
      throw refused("the norm that gradients are clipped to must be positive", clip);
    }
  }

  private static void atLeast(int least, int value, String name) {
    if (value < least) {
      throw refused(name + " must be at least " + least, value);
    }
  }

  private static IllegalArgumentException refused(String rule, Object value) {
    return new IllegalArgumentException(rule + ", but was " + value);
  }

  /**
   * {@return settings that suit a few thousand simulations: 100 epochs, batches of 64, learning
   * rate 0.001 after 100 steps, weight decay 0.0001, gradients clipped to 5, patience 20, seed 1}
   */
  public static Training standard() {
    return new Training(
        100, 64, 1e-3, 1e-4, 5, 100, 20, 1, Loss.SQUARED_ERROR, TrainingRun.standard());
  }

  /**
   * {@return these settings with another number of epochs}
   *
   * @param n largest number of passes over the training rows; at least 1
   */
  public Training epochs(int n) {
    return new Training(
        n, batchSize, learningRate, weightDecay, clip, warmupSteps, patience, seed, loss, run);
  }

  /**
   * {@return these settings with another batch size}
   *
   * @param n rows per step; at least 1
   */
  public Training batchSize(int n) {
    return new Training(
        epochs, n, learningRate, weightDecay, clip, warmupSteps, patience, seed, loss, run);
  }

  /**
   * {@return these settings with another learning rate}
   *
   * @param rate the largest step of a weight; positive
   */
  public Training learningRate(double rate) {
    return new Training(
        epochs, batchSize, rate, weightDecay, clip, warmupSteps, patience, seed, loss, run);
  }

  /**
   * {@return these settings with another weight decay}
   *
   * @param decay per unit of learning rate; 0 for none
   */
  public Training weightDecay(double decay) {
    return new Training(
        epochs, batchSize, learningRate, decay, clip, warmupSteps, patience, seed, loss, run);
  }

  /**
   * {@return these settings with gradients clipped}
   *
   * @param norm the largest Euclidean norm of the whole gradient; infinite for none
   */
  public Training clip(double norm) {
    return new Training(
        epochs, batchSize, learningRate, weightDecay, norm, warmupSteps, patience, seed, loss, run);
  }

  /**
   * {@return these settings with another warm-up}
   *
   * @param n steps until the learning rate is reached; 0 for none
   */
  public Training warmupSteps(int n) {
    return new Training(
        epochs, batchSize, learningRate, weightDecay, clip, n, patience, seed, loss, run);
  }

  /**
   * {@return these settings with another patience}
   *
   * @param n epochs without a lower validation loss before training stops; at least 1
   */
  public Training patience(int n) {
    return new Training(
        epochs, batchSize, learningRate, weightDecay, clip, warmupSteps, n, seed, loss, run);
  }

  /**
   * {@return these settings with another seed}
   *
   * @param value decides the order of the rows, the first weights and what is dropped out
   */
  public Training seed(long value) {
    return new Training(
        epochs,
        batchSize,
        learningRate,
        weightDecay,
        clip,
        warmupSteps,
        patience,
        value,
        loss,
        run);
  }

  /**
   * {@return these settings with another loss}
   *
   * @param other {@link Loss#GAUSSIAN} for estimates with a standard deviation
   */
  public Training loss(Loss other) {
    return new Training(
        epochs,
        batchSize,
        learningRate,
        weightDecay,
        clip,
        warmupSteps,
        patience,
        seed,
        other,
        run);
  }

  private Training with(TrainingRun other) {
    return new Training(
        epochs,
        batchSize,
        learningRate,
        weightDecay,
        clip,
        warmupSteps,
        patience,
        seed,
        loss,
        other);
  }

  /**
   * {@return these settings on another device}
   *
   * @param where what it computes on; the processor if nothing is said
   */
  public Training device(Device where) {
    return with(new TrainingRun(where, run.progress(), run.checkpoints(), run.pause()));
  }

  /**
   * {@return these settings with a listener}
   *
   * @param listener hears of every epoch: losses, learning rate and which epoch is the best
   */
  public Training progress(Progress listener) {
    return with(new TrainingRun(run.device(), listener, run.checkpoints(), run.pause()));
  }

  /**
   * {@return these settings with checkpoints: a training that was interrupted, or whose process
   * died, goes on when the same one is started again, and ends with the same weights, bit for bit}
   *
   * <p>Each training has a file of its own in {@code directory}, named by a digest of settings,
   * data and network, so that many trainings may share it. It is written every ten seconds at the
   * end of an epoch, and when the training ends or is interrupted. Nothing deletes it.
   *
   * @param directory made if it is not there
   */
  public Training checkpoints(Path directory) {
    return with(new TrainingRun(run.device(), run.progress(), Optional.of(directory), run.pause()));
  }

  /**
   * {@return these settings with a pause: training stops for now, with the best weights so far}
   * With checkpoints, the same settings with a later pause go on from there.
   *
   * @param n the epoch after which it stops; at least 1
   */
  public Training pauseAfter(int n) {
    return with(new TrainingRun(run.device(), run.progress(), run.checkpoints(), n));
  }

  /** {@return one line: all that decides the result} */
  @Override
  public String toString() {
    return "Training["
        + epochs
        + " epochs, batches of "
        + batchSize
        + ", learning rate "
        + shortest(learningRate)
        + " after "
        + warmupSteps
        + " steps, weight decay "
        + shortest(weightDecay)
        + ", clip "
        + shortest(clip)
        + ", patience "
        + patience
        + ", seed "
        + seed
        + (loss == Loss.SQUARED_ERROR ? "" : ", Gaussian loss")
        + "]";
  }
}
