package org.jansenrit.core.data;

import java.io.IOException;

/** One transform after another. */
record TransformChain<X extends Observations, Y extends Observations, Z extends Observations>(
    Transform<X, Y> first, Transform<? super Y, Z> second) implements Transform<X, Z> {
  static final String KIND = "chain";

  @Override
  public Transform.Fitted<X, Z> fit(X training) {
    Transform.Fitted<X, Y> one = first.fit(training);
    return new Both<>(one, second.fit(one.apply(training)));
  }

  /** Two transforms that know their data. */
  private record Both<X extends Observations, Y extends Observations, Z extends Observations>(
      Transform.Fitted<X, Y> first, Transform.Fitted<? super Y, Z> second)
      implements Transform.Fitted<X, Z> {

    @Override
    public Z apply(X x) {
      return second.apply(first.apply(x));
    }

    @Override
    public Archive toArchive() {
      return Archive.of(KIND).with("first", first.toArchive()).with("second", second.toArchive());
    }
  }

  @SuppressWarnings("unchecked") // each transform refuses what it was not fitted to
  static Transform.Fitted<?, ?> read(Archive archive) throws IOException {
    var first = Transform.Fitted.of(archive.part("first"));
    var second = Transform.Fitted.of(archive.part("second"));
    return new Both<>(
        (Transform.Fitted<Observations, Observations>) first,
        (Transform.Fitted<Observations, Observations>) second);
  }

  @Override
  public String toString() {
    return first + ", " + second;
  }
}
