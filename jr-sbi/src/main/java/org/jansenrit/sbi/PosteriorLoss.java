package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.jansenrit.inference.training.Objective;

/**
 * The mean of -log q(z | x) over rows: neural posterior estimation on draws from the prior.
 *
 * <p>Rows are computed in fixed slices by several threads and summed in order, so that the result
 * does not depend on their number.
 */
final class PosteriorLoss implements Objective {
  private static final int SLICE = 32;

  /** Components that start alike would stay copies of each other. */
  private static final double SPREAD = 0.7;

  private static final float SMALL = 0.1f;

  private final MixtureLayout layout;
  private final double[][] z;
  private final long seed;
  private final ThreadLocal<Scratch> scratch;

  PosteriorLoss(MixtureLayout layout, double[][] z, long seed) {
    this.layout = layout;
    this.z = z;
    this.seed = seed;
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(layout));
  }

  @Override
  public int outputs() {
    return layout.size();
  }

  @Override
  public double evaluate(int[] rows, float[] outputs, float[] gradient) {
    double[] losses = new double[rows.length];
    int slices = (rows.length + SLICE - 1) / SLICE;
    IntStream.range(0, slices)
        .parallel()
        .forEach(s -> slice(s * SLICE, rows, outputs, gradient, losses));
    return Arrays.stream(losses).sum() / rows.length;
  }

  private void slice(int from, int[] rows, float[] outputs, float[] gradient, double[] losses) {
    Scratch own = scratch.get();
    for (int b = from; b < Math.min(from + SLICE, rows.length); b++) {
      own.read(outputs, b);
      if (gradient == null) {
        losses[b] = own.head.loss(own.outputs, z[rows[b]]);
      } else {
        losses[b] = own.head.lossAndGradient(own.outputs, z[rows[b]], own.gradient);
        own.write(gradient, b, rows.length);
      }
    }
  }

  /** Starts near equal weights and P = 2 I, several components with their means apart. */
  @Override
  public void initialHead(float[] bias, float[] weightFactor) {
    Arrays.fill(bias, 0);
    Arrays.fill(weightFactor, SMALL);
    Random random = new Random(seed);
    for (int k = 0; k < layout.components(); k++) {
      for (int j = layout.mean(k); j < layout.diagonal(k); j++) {
        weightFactor[j] = 1;
        bias[j] = layout.components() == 1 ? 0 : (float) (SPREAD * random.nextGaussian());
      }
    }
  }

  /** The numbers of one row in double precision, one set per thread. */
  private static final class Scratch {
    final MixtureHead head;
    final double[] outputs;
    final double[] gradient;

    Scratch(MixtureLayout layout) {
      this.head = new MixtureHead(layout);
      this.outputs = new double[layout.size()];
      this.gradient = new double[layout.size()];
    }

    void read(float[] all, int row) {
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = all[row * outputs.length + i];
      }
    }

    void write(float[] all, int row, int rows) {
      for (int i = 0; i < gradient.length; i++) {
        all[row * gradient.length + i] = (float) (gradient[i] / rows);
      }
    }
  }
}
