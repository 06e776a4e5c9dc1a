package org.jansenrit.inference.djl;

import ai.djl.nn.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Archive;

/**
 * An average of weights over the last epochs, each older one counting less. It is often better than
 * the weights of any epoch, above all where training stops before the learning rate has fallen.
 *
 * @param weights the average; null of no epochs
 * @param epochs how many there were
 * @see <a href="https://arxiv.org/abs/1803.05407">Izmailov et al. (2018)</a>
 */
record RunningAverage(Weights weights, int epochs) {
  private static final double LONGEST = 0.8;

  static RunningAverage none() {
    return new RunningAverage(null, 0);
  }

  /** Returns the average with one more epoch: short at first, then over about five epochs. */
  RunningAverage and(Weights next) {
    double keep = Math.min(LONGEST, epochs / (epochs + 4.0));
    return new RunningAverage(epochs == 0 ? next : mix(keep, next), epochs + 1);
  }

  /** Returns the average in the shapes of {@code block}. */
  Archive toArchive(Block block) {
    Archive archive = Archive.of("running average").with("epochs", epochs);
    return epochs == 0 ? archive : archive.with("weights", weights.toArchive(block));
  }

  /** Reads what was saved. */
  static RunningAverage of(Archive archive, Block block) throws IOException {
    int epochs = archive.count("epochs");
    return epochs == 0
        ? none()
        : new RunningAverage(Weights.of(archive.part("weights"), block), epochs);
  }

  private Weights mix(double keep, Weights next) {
    List<float[]> mixed = new ArrayList<>();
    for (int i = 0; i < next.values().size(); i++) {
      float[] values = next.values().get(i).clone();
      float[] old = weights.values().get(i);
      for (int j = 0; j < values.length; j++) {
        values[j] = (float) (keep * old[j] + (1 - keep) * values[j]);
      }
      mixed.add(values);
    }
    return new Weights(mixed);
  }
}
