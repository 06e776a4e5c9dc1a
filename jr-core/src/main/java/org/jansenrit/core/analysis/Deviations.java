package org.jansenrit.core.analysis;

import java.util.List;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.simulate.Monitor;
import org.jansenrit.core.simulate.Timeline;

/**
 * Shows a linear monitor the difference of each simulation from a reference: what it keeps is then
 * rounded to 32 bits relative to the difference, not to the whole.
 */
final class Deviations<X extends Observations> implements Monitor<X> {
  private final Monitor<X> monitor;
  private final double[][] reference;

  /** Takes the states of the reference, {@code [sample][variable]}. */
  Deviations(Monitor<X> monitor, double[][] reference) {
    this.monitor = monitor;
    this.reference = reference;
  }

  @Override
  public Recorder<X> open(ModelSpec spec, Timeline timeline, int simulations) {
    Recorder<X> inner = monitor.open(spec, timeline, simulations);
    return new Recorder<>() {
      @Override
      public Probe probe(LaneBlock block) {
        return new Difference(inner.probe(block));
      }

      @Override
      public X gather() {
        return inner.gather();
      }
    };
  }

  @Override
  public List<Parameter> parameters() {
    return monitor.parameters();
  }

  private final class Difference implements Probe {
    private final Probe probe;
    private double[][] difference = new double[0][];

    Difference(Probe probe) {
      this.probe = probe;
    }

    @Override
    public void see(int sample, double[][] y) {
      if (difference.length == 0) {
        difference = new double[y.length][y[0].length];
      }
      for (int v = 0; v < y.length; v++) {
        double from = reference[sample][v];
        for (int i = 0; i < y[v].length; i++) {
          difference[v][i] = y[v][i] - from;
        }
      }
      probe.see(sample, difference);
    }

    @Override
    public void finish() {
      probe.finish();
    }
  }
}
