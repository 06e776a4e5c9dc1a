package org.jansenrit.core.data;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Scores on the directions of largest variance. */
record TransformPrincipalComponents(int count) implements Transform<Observations, Features> {
  static final String KIND = "principal components";

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
    return new Known(components, training.empty());
  }

  static Known read(Archive archive) throws IOException {
    Observations template = archive.template("input");
    int count = archive.count("components");
    return new Known(PrincipalComponents.read(archive, count, template.width()), template);
  }

  @Override
  public String toString() {
    return count + " " + KIND;
  }

  /** Directions, and the shape of what they were found in. */
  record Known(PrincipalComponents components, Observations template)
      implements Fitted<Observations, Features> {

    @Override
    public Features apply(Observations x) {
      x.requireShapeOf(template, "observations to project", "the training set");
      int count = components.count();
      List<String> names = IntStream.rangeClosed(1, count).mapToObj(i -> "PC " + i).toList();
      return Features.of(scores(x), names);
    }

    private double[][] scores(Observations x) {
      return IntStream.range(0, x.size())
          .mapToObj(i -> components.scores(x.row(i)))
          .toArray(double[][]::new);
    }

    @Override
    public Archive toArchive() {
      Archive archive = Archive.of(KIND).with("input", template);
      return components.addTo(archive.with("components", components.count()));
    }
  }

  private static double[][] rows(Observations x) {
    return IntStream.range(0, x.size()).mapToObj(x::row).toArray(double[][]::new);
  }
}
