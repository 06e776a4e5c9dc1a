package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Archive;

/**
 * Adam with decoupled weight decay, on weights but not on biases, and a clip of the global norm.
 *
 * <p>Computes in Java, in one pass over all numbers, where the engine would take ten: its memory is
 * the heap's. While it is in use nothing else may write to the weights; {@link #restore} reads them
 * anew.
 *
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov &amp; Hutter (2019)</a>
 */
final class AdamW {
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final List<Slot> slots = new ArrayList<>();
  private final double weightDecay;
  private final double clip;
  private final float[] weights;
  private final float[] gradient;
  private final float[] first;
  private final float[] second;
  private int steps;

  /** The stretch from {@code from} to {@code to} of all numbers, which one parameter has. */
  private record Slot(Parameter parameter, int from, int to) {
    NDArray array() {
      return parameter.getArray();
    }

    boolean decays() {
      return parameter.getType() == Parameter.Type.WEIGHT;
    }
  }

  AdamW(Block block, double weightDecay, double clip) {
    this.weightDecay = weightDecay;
    this.clip = clip;
    int from = 0;
    for (Parameter parameter : block.getParameters().values()) {
      if (parameter.requiresGradient()) {
        int to = Math.addExact(from, Math.toIntExact(parameter.getArray().size()));
        slots.add(new Slot(parameter, from, to));
        from = to;
      }
    }
    this.weights = new float[from];
    this.gradient = new float[from];
    this.first = new float[from];
    this.second = new float[from];
    readWeights();
  }

  private void readWeights() {
    for (Slot slot : slots) {
      floats(slot.array()).get(weights, slot.from(), slot.to() - slot.from());
    }
  }

  /** Returns the memory of an array on the CPU itself, or a copy of one that is elsewhere. */
  private static FloatBuffer floats(NDArray array) {
    return array.toByteBuffer(true).asFloatBuffer();
  }

  /**
   * Takes one step down the gradients that the last backward pass left, and clears them.
   *
   * @param scratch owns what is computed on the way
   * @return false if the norm of the gradient is not finite: then no weight has changed
   */
  boolean step(NDManager scratch, double rate) {
    readGradients(scratch);
    clear();
    double norm = Math.sqrt(sumOfSquares(gradient));
    if (!Double.isFinite(norm)) {
      return false;
    }
    steps++;
    float scale = (float) (norm > clip ? clip / norm : 1);
    double correction = Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
    for (Slot slot : slots) {
      float keep = slot.decays() ? (float) (1 - rate * weightDecay) : 1;
      update(slot.from(), slot.to(), scale, (float) (rate * correction), keep);
      write(slot);
    }
    return true;
  }

  private void readGradients(NDManager scratch) {
    for (Slot slot : slots) {
      NDArray own = slot.array().getGradient();
      own.attach(scratch);
      floats(own).get(gradient, slot.from(), slot.to() - slot.from());
    }
  }

  /** Four sums side by side, which need not wait for each other. */
  private static double sumOfSquares(float... x) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int whole = x.length - x.length % 4;
    for (int i = 0; i < whole; i += 4) {
      a += (double) x[i] * x[i];
      b += (double) x[i + 1] * x[i + 1];
      c += (double) x[i + 2] * x[i + 2];
      d += (double) x[i + 3] * x[i + 3];
    }
    for (int i = whole; i < x.length; i++) {
      a += (double) x[i] * x[i];
    }
    return a + b + (c + d);
  }

  /** A loop that is vectorised: no call, one pass. */
  private void update(int from, int to, float scale, float rate, float keep) {
    float[] w = weights;
    float[] g = gradient;
    float[] m = first;
    float[] v = second;
    for (int i = from; i < to; i++) {
      float slope = g[i] * scale;
      float mean = BETA_1 * m[i] + (1 - BETA_1) * slope;
      float square = BETA_2 * v[i] + (1 - BETA_2) * (slope * slope);
      m[i] = mean;
      v[i] = square;
      w[i] = keep * w[i] - rate * mean / ((float) Math.sqrt(square) + EPSILON);
    }
  }

  private void write(Slot slot) {
    if (slot.array().getDevice().isGpu()) {
      float[] own = new float[slot.to() - slot.from()];
      System.arraycopy(weights, slot.from(), own, 0, own.length);
      Weights.write(own, slot.array());
    } else {
      floats(slot.array()).put(weights, slot.from(), slot.to() - slot.from());
    }
  }

  /** Forgets the gradients that the last backward pass left. */
  void clear() {
    for (Slot slot : slots) {
      JniUtils.zeroGrad((PtNDArray) slot.array());
    }
  }

  /** Returns what {@link #restore} reads. */
  Archive toArchive() {
    return Archive.of("adam")
        .with("steps", steps)
        .with("first", first, first.length)
        .with("second", second, second.length);
  }

  /**
   * Goes on with moments that were saved, and with the weights as they are now.
   *
   * @throws IOException if they are of other weights
   */
  void restore(Archive archive) throws IOException {
    steps = archive.count("steps");
    System.arraycopy(archive.floats("first", first.length), 0, first, 0, first.length);
    System.arraycopy(archive.floats("second", second.length), 0, second, 0, second.length);
    readWeights();
  }
}
