package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;

/**
 * Blocks of d + 2 simulations: at a point A, at a point B, and at A with one coordinate of B after
 * the other.
 *
 * @see <a href="https://doi.org/10.1016/j.cpc.2009.09.018">Saltelli et al. (2010)</a>
 */
final class SaltelliDesign {
  private static final int FEWEST = 16;

  private final PriorGrid grid;
  private final int blocks;
  private final double[][] points;

  SaltelliDesign(PriorGrid grid, int blocks, long seed) {
    if (blocks < FEWEST) {
      throw new IllegalArgumentException(
          "Sobol indices need at least %d blocks of simulations, but got %d"
              .formatted(FEWEST, blocks));
    }
    this.grid = grid;
    this.blocks = blocks;
    this.points = ScrambledSobol.points(blocks, 2 * grid.dimensions(), seed);
  }

  List<Parameter> parameters() {
    return grid.prior().parameters();
  }

  int blocks() {
    return blocks;
  }

  /** Returns the simulations of a block: d + 2. */
  int blockSize() {
    return grid.dimensions() + 2;
  }

  ParameterTable table() {
    double[][] rows = new double[blocks * blockSize()][];
    int d = grid.dimensions();
    for (int block = 0; block < blocks; block++) {
      double[] a = Arrays.copyOf(points[block], d);
      double[] b = Arrays.copyOfRange(points[block], d, 2 * d);
      int at = block * blockSize();
      rows[at] = grid.at(a);
      rows[at + 1] = grid.at(b);
      for (int j = 0; j < d; j++) {
        double[] mixed = a.clone();
        mixed[j] = b[j];
        rows[at + 2 + j] = grid.at(mixed);
      }
    }
    return ParameterTable.of(parameters(), rows);
  }
}
