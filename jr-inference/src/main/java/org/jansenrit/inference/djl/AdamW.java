package org.jansenrit.inference.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Archive;

/**
 * Adam with decoupled weight decay, on weights but not on biases, and a clip of the global norm.
 *
 * <p>Owns its moments: they live in the manager given and are freed with it.
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
  private int steps;

  private record Slot(Parameter parameter, NDArray first, NDArray second) {
    NDArray weights() {
      return parameter.getArray();
    }

    int size() {
      return Math.toIntExact(first.size());
    }

    boolean decays() {
      return parameter.getType() == Parameter.Type.WEIGHT;
    }
  }

  AdamW(NDManager manager, Block block, double weightDecay, double clip) {
    this.weightDecay = weightDecay;
    this.clip = clip;
    for (Parameter parameter : block.getParameters().values()) {
      if (parameter.requiresGradient()) {
        NDArray w = parameter.getArray();
        slots.add(new Slot(parameter, zerosLike(manager, w), zerosLike(manager, w)));
      }
    }
  }

  private static NDArray zerosLike(NDManager manager, NDArray array) {
    return manager.zeros(array.getShape(), array.getDataType());
  }

  /**
   * Takes one step down the gradients that the last backward pass left, and clears them.
   *
   * @param scratch owns what is computed on the way
   * @return false if the norm of the gradient is not finite: then no weight has changed
   */
  boolean step(NDManager scratch, double rate) {
    NDList gradients = gradients(scratch);
    double norm = norm(gradients);
    if (!Double.isFinite(norm)) {
      clear();
      return false;
    }
    steps++;
    double scale = norm > clip ? clip / norm : 1;
    for (int i = 0; i < slots.size(); i++) {
      update(slots.get(i), gradients.get(i), rate, scale);
    }
    return true;
  }

  /** Forgets the gradients that the last backward pass left. */
  void clear() {
    for (Slot slot : slots) {
      JniUtils.zeroGrad((PtNDArray) slot.weights());
    }
  }

  /** Returns what {@link #restore} reads. */
  Archive toArchive() {
    Archive archive = Archive.of("adam").with("steps", steps);
    for (int i = 0; i < slots.size(); i++) {
      archive =
          archive
              .with("first " + i, slots.get(i).first().toFloatArray(), slots.get(i).size())
              .with("second " + i, slots.get(i).second().toFloatArray(), slots.get(i).size());
    }
    return archive;
  }

  /**
   * Goes on with moments that were saved.
   *
   * @throws IOException if they are of other weights
   */
  void restore(Archive archive) throws IOException {
    steps = archive.count("steps");
    for (int i = 0; i < slots.size(); i++) {
      Weights.write(archive.floats("first " + i, slots.get(i).size()), slots.get(i).first());
      Weights.write(archive.floats("second " + i, slots.get(i).size()), slots.get(i).second());
    }
  }

  private NDList gradients(NDManager scratch) {
    NDList gradients = new NDList(slots.size());
    for (Slot slot : slots) {
      NDArray gradient = slot.weights().getGradient();
      gradient.attach(scratch);
      gradients.add(gradient);
    }
    return gradients;
  }

  private static double norm(NDList gradients) {
    NDList norms = new NDList(gradients.size());
    for (NDArray gradient : gradients) {
      norms.add(gradient.norm());
    }
    NDArray total = NDArrays.stack(norms).norm();
    return total.toType(DataType.FLOAT64, false).getDouble();
  }

  private void update(Slot slot, NDArray gradient, double rate, double scale) {
    double correction = Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
    slot.weights()
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(slot.weights(), gradient, slot.first(), slot.second()),
            new NDList(slot.weights()),
            (float) rate,
            (float) (rate * correction),
            slot.decays() ? (float) weightDecay : 0f,
            (float) scale,
            -1f, // no clip of single elements
            BETA_1,
            BETA_2,
            EPSILON,
            true,
            true);
  }
}
