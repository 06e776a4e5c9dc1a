package org.jansenrit.core.data;

import java.util.List;
import java.util.stream.IntStream;

/** Scores on the directions of largest variance. */
record TransformPrincipalComponents(int count) implements Transform<Observations, Features> {

  TransformPrincipalComponents {
    if (count < 1) {
      throw new IllegalArgumentException(
          "the number of principal components must be at least 1, but was " + count);
    }
  }

  @Override
  public Fitted<Observations, Features> fit(Observations training) {
    training.requireFinite("training set");
    PrincipalComponents components = PrincipalComponents.of(rows(training), count);
    Observations template = training.empty();
    List<String> names = IntStream.rangeClosed(1, count).mapToObj(i -> "PC " + i).toList();
    return x -> {
      x.requireShapeOf(template, "observations to project", "the training set");
      return Features.of(scores(components, x), names);
    };
  }

  private static double[][] scores(PrincipalComponents components, Observations x) {
    return IntStream.range(0, x.size())
        .mapToObj(i -> components.scores(x.row(i)))
        .toArray(double[][]::new);
  }

  private static double[][] rows(Observations x) {
    return IntStream.range(0, x.size()).mapToObj(x::row).toArray(double[][]::new);
  }
}
