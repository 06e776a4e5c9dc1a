package org.jansenrit.core.simulate;

import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.Parameter;

/** Keeps features of what another monitor keeps, block by block. */
record FeatureMonitor<X extends Observations>(
    Monitor<X> monitor, Transform.Fitted<? super X, Features> transform)
    implements Monitor<Features> {

  @Override
  public Recorder<Features> open(ModelSpec spec, Timeline timeline, int simulations) {
    return new Collector(spec, timeline, simulations);
  }

  @Override
  public List<Parameter> parameters() {
    return monitor.parameters();
  }

  @Override
  public String toString() {
    return transform + " of " + monitor;
  }

  private final class Collector implements Recorder<Features> {
    private final ModelSpec spec;
    private final Timeline timeline;
    private final List<String> names;
    private final double[][] rows;

    Collector(ModelSpec spec, Timeline timeline, int simulations) {
      this.spec = spec;
      this.timeline = timeline;
      this.names = transform.apply(monitor.open(spec, timeline, 0).gather()).names();
      this.rows = new double[simulations][];
    }

    @Override
    public Probe probe(LaneBlock block) {
      int[] seen = IntStream.range(0, block.lanes()).map(i -> (int) block.row(i)).toArray();
      int first = IntStream.of(seen).min().orElse(0);
      int count = IntStream.of(seen).max().orElse(-1) - first + 1;
      Recorder<X> ofBlock = monitor.open(spec, timeline, count);
      Probe probe = ofBlock.probe(block.alone());
      return new Probe() {
        @Override
        public void see(int sample, double[][] y) {
          probe.see(sample, y);
        }

        @Override
        public void finish() {
          probe.finish();
          put(first, transform.apply(ofBlock.gather()));
        }
      };
    }

    private void put(int first, Features features) {
      for (int i = 0; i < features.size(); i++) {
        rows[first + i] = features.row(i);
      }
    }

    @Override
    public Features gather() {
      return Features.of(rows, names);
    }
  }
}
