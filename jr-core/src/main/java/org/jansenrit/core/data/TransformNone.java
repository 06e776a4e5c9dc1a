package org.jansenrit.core.data;

/** Leaves observations as they are. */
record TransformNone<X extends Observations>() implements Transform<X, X>, Transform.Fitted<X, X> {
  static final String KIND = "none";

  @Override
  public Fitted<X, X> fit(X training) {
    return this;
  }

  @Override
  public X apply(X x) {
    return x;
  }

  @Override
  public Archive toArchive() {
    return Archive.of(KIND);
  }

  @Override
  public String toString() {
    return "as it is";
  }
}
