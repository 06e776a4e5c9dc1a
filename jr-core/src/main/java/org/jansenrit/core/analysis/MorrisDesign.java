package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;

/**
 * Paths of d + 1 points: each step moves one parameter by half of the grid, up or down, all of them
 * once, in random order. The grid has four levels, at the middle of the quarters of the prior.
 */
final class MorrisDesign {
  private static final int LEVELS = 4;
  private static final int FEWEST = 4;

  private final PriorGrid grid;
  private final List<int[]> moved = new ArrayList<>();
  private final List<double[]> points = new ArrayList<>();

  MorrisDesign(PriorGrid grid, int paths, long seed) {
    if (paths < FEWEST) {
      throw new IllegalArgumentException(
          "Morris screening needs at least %d paths, but got %d".formatted(FEWEST, paths));
    }
    this.grid = grid;
    UniformRandomProvider random = Streams.of(seed).random(0, Streams.PRIOR);
    for (int path = 0; path < paths; path++) {
      walk(random);
    }
  }

  private void walk(UniformRandomProvider random) {
    int d = grid.dimensions();
    int[] level = random.ints(d, 0, LEVELS).toArray();
    int[] order = PermutationSampler.natural(d);
    PermutationSampler.shuffle(random, order);
    points.add(at(level));
    for (int j : order) {
      level[j] += level[j] < LEVELS / 2 ? LEVELS / 2 : -LEVELS / 2;
      points.add(at(level));
    }
    moved.add(order);
  }

  private double[] at(int[] level) {
    double[] u = new double[level.length];
    for (int j = 0; j < u.length; j++) {
      u[j] = (level[j] + 0.5) / LEVELS;
    }
    return u;
  }

  int paths() {
    return moved.size();
  }

  /** Returns the row of the first point of a path. */
  int start(int path) {
    return path * (grid.dimensions() + 1);
  }

  /** Returns which parameter the steps of a path move, in order. */
  int[] order(int path) {
    return moved.get(path);
  }

  /** Returns by which share of the prior's quantiles, with its sign, a step moves its parameter. */
  double step(int path, int k) {
    int j = order(path)[k];
    return points.get(start(path) + k + 1)[j] - points.get(start(path) + k)[j];
  }

  List<Parameter> parameters() {
    return grid.prior().parameters();
  }

  ParameterTable table() {
    double[][] rows = points.stream().map(grid::at).toArray(double[][]::new);
    return ParameterTable.of(parameters(), rows);
  }
}
