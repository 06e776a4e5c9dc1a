package org.jansenrit.core.drive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Parameter;

/** A sum of drives, each with random streams of its own. */
record SumDrive(List<Drive> parts) implements Drive {
  SumDrive {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a sum of drives needs at least one part");
    }
  }

  @Override
  public Path start(LaneBlock block) {
    List<Path> paths =
        IntStream.range(0, parts.size()).mapToObj(i -> parts.get(i).start(block.part(i))).toList();
    List<Path> audible = paths.stream().filter(Path::hasMean).toList();
    double[] one = new double[block.lanes()];
    return new Path() {
      @Override
      public void mean(double[] out) {
        if (audible.isEmpty()) {
          Arrays.fill(out, 0, block.lanes(), 0);
          return;
        }
        audible.get(0).mean(out);
        for (Path path : audible.subList(1, audible.size())) {
          path.mean(one);
          Lanes.add(out, one, out, block.lanes());
        }
      }

      @Override
      public boolean repeats() {
        return audible.stream().allMatch(Path::repeats);
      }

      @Override
      public boolean hasMean() {
        return !audible.isEmpty();
      }

      @Override
      public void whiteIntensity(double[] out) {
        paths.get(0).whiteIntensity(out);
        for (Path path : paths.subList(1, paths.size())) {
          path.whiteIntensity(one);
          addInQuadrature(out, one);
        }
      }

      @Override
      public void restart(int lane) {
        paths.forEach(path -> path.restart(lane));
      }
    };
  }

  /** Independent white noises sum to one whose squared intensity is the sum of theirs. */
  private static void addInQuadrature(double[] out, double[] more) {
    for (int i = 0; i < more.length; i++) {
      out[i] = more[i] == 0 ? out[i] : Math.sqrt(out[i] * out[i] + more[i] * more[i]);
    }
  }

  @Override
  public List<Parameter> parameters() {
    return parts.stream().flatMap(part -> part.parameters().stream()).distinct().toList();
  }

  @Override
  public boolean isWhite() {
    return parts.stream().anyMatch(Drive::isWhite);
  }

  @Override
  public String toString() {
    return parts.stream().map(Drive::toString).collect(Collectors.joining(" + "));
  }
}
