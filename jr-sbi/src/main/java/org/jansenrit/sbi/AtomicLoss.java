package org.jansenrit.sbi;

import java.util.stream.IntStream;
import org.jansenrit.core.math.Streams;

/**
 * The mean of -log of the posterior probability of a row's own z among several atoms: its own, and
 * those of the rows that follow it in the batch, or of simulations that failed. Right for draws
 * from any proposal, known or not.
 *
 * @see <a href="https://arxiv.org/abs/1905.07488">Greenberg et al. (2019)</a>
 */
final class AtomicLoss extends MixtureObjective {
  private static final int LANES = 256;

  private final double[][] failed;
  private final int atoms;
  private final MixtureLanes mixture;
  private final MixtureGradient sink;
  private final double[][] points;
  private final double[][] residual;
  private final double[][] shares;
  private final double[][] logs;

  /**
   * Creates the loss.
   *
   * @param failed points that were proposed too, but whose simulations are not finite: without them
   *     nothing would keep the density from leaking to where the simulator fails
   */
  AtomicLoss(MixtureLayout layout, double[][] z, double[][] failed, int atoms, long seed) {
    super(layout, z, seed);
    this.failed = failed;
    int rows = Math.max(1, LANES / layout.components());
    this.atoms = atoms;
    this.mixture = new MixtureLanes(layout, rows);
    this.sink = new MixtureGradient(mixture);
    this.points = new double[rows][];
    this.residual = LaneMatrices.vector(layout.dimensions(), rows * layout.components());
    this.shares = new double[atoms][rows * layout.components()];
    this.logs = new double[rows][];
  }

  @Override
  public double evaluate(int[] rows, float[] outputs, float[] gradient) {
    int[] batch = IntStream.range(0, rows.length).toArray();
    int used = Math.min(atoms, rows.length);
    double sum = 0;
    for (int from = 0; from < batch.length; from += points.length) {
      mixture.load(outputs, batch, from, Math.min(points.length, batch.length - from));
      sum += slice(rows, from, used);
      if (gradient != null) {
        collect(rows, from, used);
        sink.write(gradient, batch, from, 1.0 / rows.length);
      }
    }
    return sum / rows.length;
  }

  /** Fills in the shares of all atoms, and returns the sum of the losses. */
  private double slice(int[] rows, int from, int used) {
    for (int r = 0; r < mixture.rows(); r++) {
      logs[r] = new double[used];
    }
    for (int a = 0; a < used; a++) {
      place(rows, from, a);
      mixture.logJoint(residual, shares[a]);
      for (int r = 0; r < mixture.rows(); r++) {
        logs[r][a] = mixture.shareOut(shares[a], r) - NormalComponent.standardLogDensity(points[r]);
      }
    }
    double sum = 0;
    for (int r = 0; r < mixture.rows(); r++) {
      double own = logs[r][0];
      sum += LogSum.softmax(logs[r]) - own;
    }
    return sum;
  }

  private void place(int[] rows, int from, int atom) {
    for (int r = 0; r < mixture.rows(); r++) {
      points[r] = point(rows, from + r, atom);
    }
    mixture.residuals(points, residual);
  }

  /** Failed points are among the others as often as they were proposed. */
  private double[] point(int[] rows, int b, int atom) {
    int next = rows[(b + atom) % rows.length];
    long hash = Streams.part(rows[b], Streams.part(next, atom));
    long pick = Math.floorMod(hash, (long) z.length + failed.length);
    return atom > 0 && pick < failed.length ? failed[(int) pick] : z[next];
  }

  private void collect(int[] rows, int from, int used) {
    int k = layout.components();
    sink.clear();
    for (int a = 0; a < used; a++) {
      place(rows, from, a);
      for (int lane = 0; lane < mixture.lanes(); lane++) {
        shares[a][lane] *= logs[lane / k][a] - (a == 0 ? 1 : 0);
      }
      sink.add(shares[a], residual);
    }
  }
}
