package org.jansenrit.core.data;

import java.io.IOException;

/** A fitted transform of each of several trials. */
record TransformEachTrial<X extends Observations, Y extends Observations>(
    Transform.Fitted<X, Y> each) implements Transform.Fitted<Trials<X>, Trials<Y>> {
  static final String KIND = "each trial";

  @Override
  public Trials<Y> apply(Trials<X> x) {
    return Trials.of(each.apply(x.each()), x.count());
  }

  @Override
  public Archive toArchive() {
    return Archive.of(KIND).with("each", each.toArchive());
  }

  static TransformEachTrial<?, ?> read(Archive archive) throws IOException {
    return new TransformEachTrial<>(SavedTransforms.read(archive.part("each")));
  }
}
