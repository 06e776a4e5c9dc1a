package org.jansenrit.sbi;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.Networks;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Objective;
import org.jansenrit.inference.training.Training;

/**
 * A network that learns to tell two kinds of rows apart. Owns native memory until it is closed.
 *
 * <p>Rows are read as they are: bring them to order one first.
 */
public final class Classifier implements AutoCloseable {
  private static final int HOLD_OUT_EACH = 10;

  private final Network network;

  private Classifier(Network network) {
    this.network = network;
  }

  /**
   * Learns from rows of both kinds. Every tenth row of each decides when to stop.
   *
   * @param first rows of the first kind, all of one width; at least 10
   * @param second rows of the second kind, of the same width; at least 10
   * @param hidden the number of units of both hidden layers
   * @param training how; its seed decides everything drawn
   * @return the network that tells them apart; the caller closes it
   * @throws IllegalArgumentException if there are fewer than 10 rows of a kind
   */
  public static Classifier fit(double[][] first, double[][] second, int hidden, Training training) {
    if (first.length < HOLD_OUT_EACH || second.length < HOLD_OUT_EACH) {
      throw new IllegalArgumentException(
          "a classifier needs at least "
              + HOLD_OUT_EACH
              + " rows of each kind, but got "
              + first.length
              + " and "
              + second.length);
    }
    double[][] rows = Stream.of(first, second).flatMap(Arrays::stream).toArray(double[][]::new);
    Objective loss = new LogisticLoss(rows.length, first.length);
    NetworkFactory body = Networks.mlp(hidden, hidden);
    Network network = Network.create(body, new int[] {rows[0].length}, loss, training.seed());
    try {
      network.fit(
          new Rows(rows), part(rows.length, false), part(rows.length, true), loss, training);
      return new Classifier(network);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private static int[] part(int rows, boolean held) {
    return IntStream.range(0, rows).filter(i -> i % HOLD_OUT_EACH == 0 == held).toArray();
  }

  /**
   * Tells how likely each row is of the second kind: by the logarithm of the odds, if both kinds
   * were as frequent as they were in training.
   *
   * @param rows at least one, of the width that was learnt from
   * @return in nat, one per row
   */
  public double[] logOdds(double[]... rows) {
    float[] outputs = network.predict(new Rows(rows));
    return IntStream.range(0, outputs.length).mapToDouble(i -> outputs[i]).toArray();
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return "Classifier[" + network + "]";
  }

  private static final class Rows implements Inputs {
    private final double[][] rows;

    Rows(double[]... rows) {
      this.rows = rows;
    }

    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public int[] shape() {
      return new int[] {rows[0].length};
    }

    @Override
    public void copyTo(int row, float[] target, int offset) {
      for (int j = 0; j < rows[row].length; j++) {
        target[offset + j] = (float) rows[row][j];
      }
    }
  }
}
