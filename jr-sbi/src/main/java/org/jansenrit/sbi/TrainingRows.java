package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Objective;

/**
 * What is learnt from: finite observations as the network reads them, the points z behind them, who
 * proposed these, and which rows are held out to decide when to stop. Arrays are not to be written
 * to.
 */
final class TrainingRows {
  private static final double HELD_OUT = 0.1;
  private static final int ATOMS = 10;

  final Observations x;
  final double[][] z;
  final Proposals proposals;
  final int[] train;
  final int[] held;
  private final Optional<double[][]> failed;
  private final Optional<IntFunction<Observations>> later;

  /**
   * Creates rows.
   *
   * @param failed the points whose simulations are not finite, if the loss is to be the atomic one
   * @param later observations as later epochs see them, if these differ from {@code x}
   */
  TrainingRows(
      Observations x,
      double[][] z,
      Proposals proposals,
      int[] train,
      int[] held,
      Optional<double[][]> failed,
      Optional<IntFunction<Observations>> later) {
    this.x = x;
    this.z = z;
    this.proposals = proposals;
    this.train = train;
    this.held = held;
    this.failed = failed;
    this.later = later;
  }

  /** Returns the observations of all epochs, scaled; those held out are the same in each. */
  Inputs inputs(InputScale scale) {
    Inputs first = scale.apply(x);
    return later.map(anew -> first.inEpochs(e -> scale.apply(anew.apply(e)), held)).orElse(first);
  }

  /** Returns what networks are scored by. */
  Objective objective(MixtureLayout layout, long seed) {
    return failed.isPresent()
        ? new AtomicLoss(layout, z, failed.get(), ATOMS, seed)
        : new PosteriorLoss(layout, z, proposals, seed);
  }

  /**
   * Splits rows {@code from} to {@code to} at random: those to learn from, and a tenth held out.
   */
  static Split split(int from, int to, long seed) {
    int[] order = IntStream.range(from, to).toArray();
    PermutationSampler.shuffle(RandomSource.XO_SHI_RO_256_PP.create(seed), order);
    int held = Math.max(1, (int) Math.round(HELD_OUT * order.length));
    return new Split(Arrays.copyOfRange(order, held, order.length), Arrays.copyOf(order, held));
  }

  /** Rows to learn from and rows held out. */
  static final class Split {
    final int[] train;
    final int[] held;

    Split(int[] train, int[] held) {
      this.train = train;
      this.held = held;
    }
  }
}
