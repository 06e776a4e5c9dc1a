package org.jansenrit.core.data;

import java.util.List;

/** Summary statistics: n simulations x named features. Immutable. */
public final class Features implements Observations {
  private final RowStore store;
  private final List<String> names;

  private Features(RowStore store, List<String> names) {
    this.store = store;
    this.names = names;
  }

  /**
   * Creates features.
   *
   * @param rows {@code rows[n][names.size()]}, each column in a unit that its name states
   * @param names one per column, with its unit: {@code "Cz mean (uV)"}
   * @return n x names.size() features
   * @throws ShapeException if a row has another length
   */
  public static Features of(double[][] rows, List<String> names) {
    return of(RowStore.of(rows, names.size(), "features"), names);
  }

  /**
   * {@return a recipe for features of time series: {@code Features.of(Psd.logBins(33),
   * Moments.upTo(4))}} Package {@code features} has the usual families.
   *
   * @param summaries at least one; the order of the features is theirs
   * @throws IllegalArgumentException if no summary is given
   */
  public static Summaries of(Summary... summaries) {
    return new Summaries(List.of(summaries));
  }

  static Features of(RowStore store, List<String> names) {
    return new Features(store, List.copyOf(names));
  }

  /** {@return the names of the features} */
  public List<String> names() {
    return names;
  }

  @Override
  public int size() {
    return store.size();
  }

  @Override
  public int width() {
    return names.size();
  }

  /** {@return the number of features and the first of their names} */
  @Override
  public String shape() {
    List<String> shown = names.subList(0, Math.min(3, names.size()));
    return Names.count(names.size(), "feature")
        + " ("
        + String.join(", ", shown)
        + (names.size() > 3 ? ", ..." : "")
        + ")";
  }

  @Override
  public void copyTo(int i, float[] target, int offset) {
    store.copyTo(i, 0, width(), target, offset);
  }

  @Override
  public boolean isFinite(int i) {
    return store.isFinite(i);
  }

  @Override
  public void requireShapeOf(Observations expected, String what, String where) {
    if (!(expected instanceof Features other && names.equals(other.names))) {
      throw new ShapeException(what, expected.shape() + ", as in " + where, shape());
    }
  }

  @Override
  public Features append(Observations others) {
    others.requireShapeOf(this, "features to append", "the first");
    return new Features(store.append(((Features) others).store), names);
  }

  @Override
  public Features empty() {
    return new Features(store.empty(), names);
  }

  @Override
  public Features select(int... rows) {
    return new Features(store.select(rows), names);
  }

  @Override
  public String toString() {
    return "Features " + size() + " x " + shape();
  }
}
