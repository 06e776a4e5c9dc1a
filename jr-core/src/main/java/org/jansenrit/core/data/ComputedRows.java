package org.jansenrit.core.data;

/** Rows that are computed from others each time they are looked at. */
record ComputedRows(RowStore base, RowMap map) implements RowSource {

  @Override
  public int size() {
    return base.size();
  }

  @Override
  public int width() {
    return base.width();
  }

  @Override
  public void copyTo(int row, int from, int count, float[] target, int offset) {
    float[] values = new float[base.width()];
    base.copyTo(row, 0, values.length, values, 0);
    map.change(row, values);
    System.arraycopy(values, from, target, offset, count);
  }

  @Override
  public boolean isFinite(int row) {
    return base.isFinite(row) && RowSource.scan(this, row);
  }
}
