package org.jansenrit.inference.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Objective;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingException;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * A network that learns from rows of numbers: a body of any kind, then a linear layer.
 *
 * <p>Owns its native memory until it is closed. Predictions may be made from several threads at
 * once; trainings of the whole process take turns. The same seeds and number of threads give the
 * same weights, bit for bit. The engine computes with one thread, so that no result depends on the
 * machine, unless {@code -Dai.djl.pytorch.num_threads} says otherwise before it is loaded.
 */
public final class Network implements AutoCloseable {
  private static final int LARGEST_BATCH = 256;

  private final NetworkFactory body;
  private final NDManager manager;
  private final BodyAndHead block;
  private final int[] inputShape;
  private final int outputs;

  private Network(
      NetworkFactory body, NDManager manager, BodyAndHead block, int[] inputShape, int outputs) {
    this.body = body;
    this.manager = manager;
    this.block = block;
    this.inputShape = inputShape;
    this.outputs = outputs;
  }

  /**
   * Creates a network with weights drawn by {@code seed}.
   *
   * @param body builds everything but the last layer
   * @param inputShape the shape of one row; every length at least 1
   * @param objective says how many outputs there are, and where the last layer starts
   * @param seed decides the first weights
   * @throws ShapeException if the body does not give (batch, features)
   * @throws IllegalStateException if PyTorch's native library does not load
   */
  public static Network create(
      NetworkFactory body, int[] inputShape, Objective objective, long seed) {
    if (objective.outputs() < 1 || Arrays.stream(inputShape).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "a network needs inputs and outputs, but was asked for an input of shape "
              + Arrays.toString(inputShape)
              + " and "
              + objective.outputs()
              + " outputs");
    }
    int[] shape = inputShape.clone();
    NDManager manager = Torch.newManager();
    try {
      BodyAndHead block = new BodyAndHead(body.body(shape.clone()), objective.outputs());
      initialize(block, manager, shape, objective, seed);
      return new Network(body, manager, block, shape, objective.outputs());
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * Returns a network of its own with the same weights.
   *
   * @param objective what this network was created for, or one of as many outputs
   */
  public Network copy(Objective objective) {
    requireOutputs(objective);
    Network copy = create(body, inputShape, objective, 0);
    Weights.of(block).copyTo(copy.block);
    return copy;
  }

  private static void initialize(
      BodyAndHead block, NDManager manager, int[] shape, Objective objective, long seed) {
    Torch.LOCK.lock();
    try {
      Torch.withoutTape();
      Torch.engine().setRandomSeed(Long.hashCode(seed)); // for blocks that draw for themselves
      block.initialize(manager, DataType.FLOAT32, Batches.shape(1, shape));
      block.draw(objective, seed);
    } finally {
      Torch.LOCK.unlock();
    }
  }

  /**
   * Trains this network from the weights it has, and keeps those of the best epoch. If it throws,
   * the weights are as they were before.
   *
   * @param inputs the rows, of the input shape
   * @param trainRows what is learnt from; not empty
   * @param validationRows what decides when to stop; not empty
   * @param objective what the outputs are scored by, with row numbers as in {@code inputs}
   * @param training how
   * @return what happened
   * @throws ShapeException if inputs or objective do not fit this network
   * @throws TrainingException if the loss stays not finite, or the thread is interrupted
   */
  public TrainingHistory fit(
      Inputs inputs,
      int[] trainRows,
      int[] validationRows,
      Objective objective,
      Training training) {
    requireFit(inputs);
    requireRows(trainRows, "training");
    requireRows(validationRows, "validation");
    requireOutputs(objective);
    takeTurn();
    try {
      return fitNow(inputs, trainRows, validationRows, objective, training);
    } finally {
      Torch.LOCK.unlock();
    }
  }

  private TrainingHistory fitNow(
      Inputs inputs, int[] train, int[] validation, Objective objective, Training training) {
    Engine engine = Torch.engine();
    Torch.withoutTape();
    engine.setRandomSeed(Long.hashCode(training.seed()));
    try (NDManager scratch = manager.newSubManager()) {
      Stepper stepper = new Stepper(scratch, block, inputs, objective, training);
      return new TrainingLoop(stepper, block, training).run(train, validation);
    }
  }

  private static void takeTurn() {
    try {
      Torch.LOCK.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainingException("training was interrupted while it waited for another to end");
    }
  }

  /**
   * Returns the outputs for every row, computed in batches.
   *
   * @param inputs rows of the input shape
   * @return {@code inputs.size() x outputs} values, row after row
   * @throws ShapeException if the rows have another shape
   */
  public float[] predict(Inputs inputs) {
    requireFit(inputs);
    Torch.withoutTape();
    float[] all = new float[Math.multiplyExact(inputs.size(), outputs)];
    Batches batches = new Batches(inputs, Math.min(inputs.size(), LARGEST_BATCH));
    for (int from = 0; from < inputs.size(); from += LARGEST_BATCH) {
      int to = Math.min(inputs.size(), from + LARGEST_BATCH);
      float[] some = predict(batches, IntStream.range(from, to).toArray());
      System.arraycopy(some, 0, all, from * outputs, some.length);
    }
    return all;
  }

  private float[] predict(Batches batches, int[] rows) {
    try (NDManager scratch = manager.newSubManager()) {
      NDArray x = batches.next(scratch, rows);
      ParameterStore store = new ParameterStore(scratch, false);
      return block.forward(store, new NDList(x), false).head().toFloatArray();
    }
  }

  /** Returns a copy of all weights, for tests. */
  Weights weights() {
    return Weights.of(block);
  }

  private void requireFit(Inputs inputs) {
    if (!manager.isOpen()) {
      throw new IllegalStateException("this network is closed");
    }
    if (!Arrays.equals(inputs.shape(), inputShape)) {
      throw new ShapeException(
          "network input",
          "rows of shape " + Arrays.toString(inputShape),
          Arrays.toString(inputs.shape()));
    }
  }

  private void requireOutputs(Objective objective) {
    if (objective.outputs() != outputs) {
      throw new ShapeException(
          "objective", outputs + " outputs, as in the network", objective.outputs() + "");
    }
  }

  private static void requireRows(int[] rows, String what) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("there are no rows for " + what);
    }
  }

  /** Frees the native memory. A closed network cannot be used; closing twice does nothing. */
  @Override
  public void close() {
    manager.close();
  }

  @Override
  public String toString() {
    long weights =
        block.getParameters().values().stream().mapToLong(p -> p.getArray().size()).sum();
    return "Network["
        + Arrays.toString(inputShape)
        + " -> "
        + outputs
        + "; "
        + weights
        + " weights]";
  }
}
