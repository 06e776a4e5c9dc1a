package org.jansenrit.inference.djl;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.Arrays;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.inference.training.Device;
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

  /** Products of fewer rows are summed in another order, and differ in their last bits. */
  private static final int SMALLEST_BATCH = 8;

  private static final String KIND = "network";

  private final NDManager manager;
  private final Device device;
  private final NetworkFactory body;
  private final BodyAndHead block;
  private final int[] inputShape;
  private final int outputs;

  private Network(
      NDManager manager,
      Device device,
      NetworkFactory body,
      BodyAndHead block,
      int[] inputShape,
      int outputs) {
    this.manager = manager;
    this.device = device;
    this.body = body;
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
   * @return an untrained network on the processor; the caller closes it
   * @throws ShapeException if the body does not give (batch, features)
   * @throws IllegalStateException if PyTorch's native library does not load
   * @throws IllegalArgumentException if a length of {@code inputShape} or the number of outputs is
   *     below 1
   */
  public static Network create(
      NetworkFactory body, int[] inputShape, Objective objective, long seed) {
    return create(body, inputShape, objective, seed, Device.CPU);
  }

  /**
   * Creates a network as {@link #create(NetworkFactory, int[], Objective, long)} does, on a device
   * of your choice.
   *
   * @param body builds everything but the last layer
   * @param inputShape the shape of one row; every length at least 1
   * @param objective says how many outputs there are, and where the last layer starts
   * @param seed decides the first weights
   * @param device what it computes on
   * @return an untrained network; the caller closes it
   * @throws ShapeException if the body does not give (batch, features)
   * @throws IllegalArgumentException if a length of {@code inputShape} or the number of outputs is
   *     below 1
   * @throws IllegalStateException if PyTorch's native library does not load, or there is no such
   *     device
   */
  public static Network create(
      NetworkFactory body, int[] inputShape, Objective objective, long seed, Device device) {
    return build(
        body, inputShape, objective.outputs(), seed, device, block -> block.draw(objective, seed));
  }

  /** Fills the weights of a block that has been built. */
  private interface Filling<E extends Exception> {
    void fill(BodyAndHead block) throws E;
  }

  private static <E extends Exception> Network build(
      NetworkFactory body,
      int[] inputShape,
      int outputs,
      long seed,
      Device device,
      Filling<E> filling)
      throws E {
    if (outputs < 1 || Arrays.stream(inputShape).anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "a network needs inputs and outputs, but was asked for an input of shape "
              + Arrays.toString(inputShape)
              + " and "
              + outputs
              + " outputs");
    }
    NDManager manager = Torch.newManager(device);
    boolean built = false;
    try {
      BodyAndHead block = new BodyAndHead(body.body(inputShape.clone()), outputs);
      initialize(block, manager, inputShape, seed, filling);
      built = true;
      return new Network(manager, device, body, block, inputShape.clone(), outputs);
    } finally {
      if (!built) {
        manager.close();
      }
    }
  }

  /**
   * {@return a network of its own with the same weights}
   *
   * @param objective what this network was created for, or one of as many outputs
   * @throws ShapeException if it has another number of outputs
   */
  public Network copy(Objective objective) {
    requireOutputs(objective);
    Network copy = create(body, inputShape, objective, 0, device);
    Weights.of(block).copyTo(copy.block);
    return copy;
  }

  private static <E extends Exception> void initialize(
      BodyAndHead block, NDManager manager, int[] shape, long seed, Filling<E> filling) throws E {
    Torch.LOCK.lock();
    try {
      Torch.withoutTape();
      Torch.engine().setRandomSeed(Long.hashCode(seed)); // for blocks that draw for themselves
      block.initialize(manager, DataType.FLOAT32, Batches.shape(1, shape));
      filling.fill(block);
    } finally {
      Torch.LOCK.unlock();
    }
  }

  /** {@return the name and version of the engine, and how many threads it computes with} */
  public static String engine() {
    return Torch.engine().getEngineName()
        + " "
        + Torch.engine().getVersion()
        + ", threads "
        + Torch.threads();
  }

  /**
   * {@return body, shapes and weights, which {@link #of(Archive)} reads}
   *
   * @throws IllegalStateException if this network is closed
   */
  public Archive toArchive() {
    requireOpen();
    return Archive.of(KIND)
        .with("body", body.toArchive())
        .with("input", Arrays.stream(inputShape).boxed().toList())
        .with("outputs", outputs)
        .with("weights", Weights.of(block).toArchive(block));
  }

  /**
   * {@return the network that was saved, with the same weights, bit for bit}
   *
   * @param archive made by {@link #toArchive}
   * @throws IOException if there is none in {@code archive}, its weights do not have the shapes of
   *     its body, or its body is one of one's own
   */
  public static Network of(Archive archive) throws IOException {
    return of(archive, SavedBodies.read(archive.part("body")));
  }

  /**
   * {@return the network that was saved, whose body is one of one's own}
   *
   * @param archive made by {@link #toArchive}
   * @param body the body that it was created with
   * @throws IOException if there is none in {@code archive}, or its weights do not have the shapes
   *     of {@code body}
   */
  public static Network of(Archive archive, NetworkFactory body) throws IOException {
    archive.requireKind(KIND);
    int[] input = archive.counts("input").stream().mapToInt(n -> n).toArray();
    int outputs = archive.count("outputs");
    Archive weights = archive.part("weights");
    try {
      return build(
          body, input, outputs, 0, Device.CPU, block -> Weights.of(weights, block).copyTo(block));
    } catch (EngineException | IllegalStateException e) {
      String shape = Arrays.toString(input);
      throw new IOException("the body of the network does not take rows of shape " + shape, e);
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
   * @param training how, and for how long
   * @return the losses of every epoch, and which one was kept
   * @throws ShapeException if inputs or objective do not fit this network
   * @throws IllegalArgumentException if there are no rows, or {@code training} names another device
   *     than this network was created on
   * @throws IllegalStateException if this network is closed
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
    if (training.run().device() != device) {
      throw new IllegalArgumentException(
          "this network was created on the "
              + device
              + ", but is to be trained on the "
              + training.run().device());
    }
    takeTurn();
    try {
      return fitNow(inputs, trainRows, validationRows, objective, training);
    } finally {
      Torch.LOCK.unlock();
    }
  }

  private TrainingHistory fitNow(
      Inputs inputs, int[] train, int[] validation, Objective objective, Training training) {
    Torch.withoutTape();
    try (NDManager scratch = manager.newSubManager()) {
      Stepper stepper = new Stepper(scratch, block, inputs, objective, training);
      return new TrainingLoop(stepper, block, training, inputs).run(train, validation);
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
   * @throws IllegalStateException if this network is closed
   */
  public float[] predict(Inputs inputs) {
    requireFit(inputs);
    Torch.withoutTape();
    float[] all = new float[Math.multiplyExact(inputs.size(), outputs)];
    int largest = Math.min(LARGEST_BATCH, Math.max(inputs.size(), SMALLEST_BATCH));
    Batches batches = new Batches(inputs, largest);
    for (int from = 0; from < inputs.size(); from += LARGEST_BATCH) {
      int count = Math.min(inputs.size() - from, LARGEST_BATCH);
      float[] some = predict(batches, padded(from, count));
      System.arraycopy(some, 0, all, from * outputs, count * outputs);
    }
    return all;
  }

  /** Returns rows {@code from} and on; the last one again where they are too few. */
  private static int[] padded(int from, int count) {
    int[] rows = new int[Math.max(count, SMALLEST_BATCH)];
    Arrays.setAll(rows, i -> from + Math.min(i, count - 1));
    return rows;
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

  private void requireOpen() {
    if (!manager.isOpen()) {
      throw new IllegalStateException("this network is closed");
    }
  }

  private void requireFit(Inputs inputs) {
    requireOpen();
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
