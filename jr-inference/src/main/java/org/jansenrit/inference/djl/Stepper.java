package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import org.jansenrit.core.math.Streams;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Objective;
import org.jansenrit.inference.training.Training;

/**
 * Forward, score, backward, update: one batch at a time. All arrays of a step live in a manager of
 * their own, open until the step is over.
 */
final class Stepper {
  private final NDManager owner;
  private final Block block;
  private final Objective objective;
  private final long seed;
  private final Batches batches;
  private final ParameterStore store;
  private final AdamW optimizer;
  private final int batchSize;
  private final int epochs;

  Stepper(NDManager owner, Block block, Inputs inputs, Objective objective, Training training) {
    this.owner = owner;
    this.block = block;
    this.objective = objective;
    this.batchSize = Math.min(training.batchSize(), inputs.size());
    this.epochs = training.epochs();
    this.seed = training.seed();
    this.batches = new Batches(inputs, batchSize);
    this.store = new ParameterStore(owner, false);
    this.optimizer = new AdamW(block, training.weightDecay(), training.clip());
  }

  /** Reads {@code inputs} from now on, and draws what an epoch draws. */
  void begin(int epoch, Inputs inputs) {
    Torch.engine().setRandomSeed(Long.hashCode(Streams.part(seed, epoch)));
    objective.begin((epoch - 1.0) / epochs);
    batches.read(inputs);
  }

  AdamW optimizer() {
    return optimizer;
  }

  /** Returns the number of batches that {@code rows} rows make; the last may be smaller. */
  int count(int rows) {
    return (rows + batchSize - 1) / batchSize;
  }

  /** Returns the rows of batch {@code b}, counted from 0. */
  int[] batch(int[] rows, int b) {
    return Arrays.copyOfRange(rows, b * batchSize, Math.min(rows.length, (b + 1) * batchSize));
  }

  /**
   * Learns from some rows.
   *
   * @return the mean loss before the update; NaN or infinite if loss or gradient were not finite,
   *     and then nothing was changed
   */
  double learn(int[] rows, double rate) {
    try (NDManager step = owner.newSubManager()) {
      double loss = backward(step, rows);
      boolean updated = Double.isFinite(loss) && optimizer.step(step, rate);
      return updated || !Double.isFinite(loss) ? loss : Double.NaN;
    }
  }

  private double backward(NDManager step, int[] rows) {
    NDArray x = batches.next(step, rows);
    try (GradientCollector tape = Torch.engine().newGradientCollector()) {
      NDArray output = block.forward(store, new NDList(x), true).head();
      float[] gradient = new float[rows.length * objective.outputs()];
      double loss = loss(rows, output, gradient);
      if (Double.isFinite(loss)) {
        NDArray g = step.create(gradient, new Shape(rows.length, objective.outputs()));
        tape.backward(output.mul(g).sum());
      }
      return loss;
    }
  }

  /** Returns the mean loss over {@code rows}, learning nothing. */
  double score(int[] rows) {
    double sum = 0;
    for (int b = 0; b < count(rows.length); b++) {
      int[] some = batch(rows, b);
      sum += scoreBatch(some) * some.length;
    }
    return sum / rows.length;
  }

  private double scoreBatch(int[] rows) {
    try (NDManager step = owner.newSubManager()) {
      NDArray x = batches.next(step, rows);
      return loss(rows, block.forward(store, new NDList(x), false).head(), null);
    }
  }

  private double loss(int[] rows, NDArray output, float[] gradient) {
    float[] values = output.toFloatArray();
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return Double.NaN;
      }
    }
    return objective.evaluate(rows, values, gradient);
  }
}
