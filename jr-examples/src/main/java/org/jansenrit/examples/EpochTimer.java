package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.simulate.Progress;
import org.jansenrit.inference.training.Training;

/** Measures the CPU time of each epoch of a training, in the thread that trains. */
final class EpochTimer implements Progress {
  private final int samples;
  private final List<Double> seconds = new ArrayList<>();
  private double last;

  /** Measures trainings on {@code samples} rows. */
  EpochTimer(int samples) {
    this.samples = samples;
  }

  /** Returns settings of a training that is measured. */
  Training training(int epochs, int batch) {
    return Training.standard().epochs(epochs).batchSize(batch).patience(epochs).progress(this);
  }

  @Override
  public void update(long done, long total) {
    double now = CpuTime.ofThread();
    if (done > 0) {
      seconds.add(now - last);
    }
    last = CpuTime.ofThread();
  }

  /** Returns the median over all epochs but the first, which compiles and loads. */
  double secondsPerThousand() {
    double[] later = seconds.stream().skip(1).mapToDouble(s -> s).sorted().toArray();
    return later[later.length / 2] * 1000 / samples;
  }
}
