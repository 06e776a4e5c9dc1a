package org.jansenrit.inference;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.inference.training.Inputs;

/** Observations, one set after the other, scaled row by row as they are asked for. */
final class ScaledInputs implements Inputs {
  private final List<Observations> parts;
  private final InputScaling scaling;

  ScaledInputs(InputScaling scaling, Observations... parts) {
    this.scaling = scaling;
    this.parts = List.of(parts);
  }

  @Override
  public int size() {
    return parts.stream().mapToInt(Observations::size).sum();
  }

  @Override
  public int[] shape() {
    return shape(parts.get(0));
  }

  /** Returns {channels, samples} of time series and {width} of features. */
  static int[] shape(Observations x) {
    return x instanceof TimeSeries series
        ? new int[] {series.channels().size(), series.samples()}
        : new int[] {x.width()};
  }

  @Override
  public void copyTo(int row, float[] target, int offset) {
    int i = row;
    for (Observations part : parts) {
      if (i < part.size()) {
        part.copyTo(i, target, offset);
        scaling.apply(target, offset, part.width());
        return;
      }
      i -= part.size();
    }
    throw new IndexOutOfBoundsException("row " + row + " of " + size());
  }
}
