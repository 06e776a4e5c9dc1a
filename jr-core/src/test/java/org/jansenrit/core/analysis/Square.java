package org.jansenrit.core.analysis;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;

/** Small matrices of the tests. */
record Square(DMatrixRMaj m) {
  static Square gram(double[][] matrix) {
    DMatrixRMaj jacobian = new DMatrixRMaj(matrix);
    DMatrixRMaj gram = new DMatrixRMaj(jacobian.numCols, jacobian.numCols);
    CommonOps_DDRM.multInner(jacobian, gram);
    return new Square(gram);
  }

  Square times(double factor) {
    DMatrixRMaj scaled = m.copy();
    CommonOps_DDRM.scale(factor, scaled);
    return new Square(scaled);
  }

  Square inverse() {
    DMatrixRMaj inverse = m.copy();
    CommonOps_DDRM.invert(inverse);
    return new Square(inverse);
  }

  Square corner(int size) {
    return new Square(CommonOps_DDRM.extract(m, 0, size, 0, size));
  }

  Square plusDiagonal(int i, double value) {
    DMatrixRMaj sum = m.copy();
    sum.add(i, i, value);
    return new Square(sum);
  }

  double get(int i, int j) {
    return m.get(i, j);
  }

  double trace() {
    return CommonOps_DDRM.trace(m);
  }

  /** The sine of the largest principal angle between two spans of columns. */
  static double sineOfLargestAngle(double[][] known, double[][] found) {
    DMatrixRMaj a = orthonormal(known);
    DMatrixRMaj b = orthonormal(found);
    DMatrixRMaj inside = new DMatrixRMaj(a.numCols, b.numCols);
    CommonOps_DDRM.multTransA(a, b, inside);
    DMatrixRMaj outside = b.copy();
    CommonOps_DDRM.multAdd(-1, a, inside, outside);
    return SingularOps_DDRM.singularValues(outside)[0];
  }

  private static DMatrixRMaj orthonormal(double[][] columns) {
    DMatrixRMaj matrix = new DMatrixRMaj(columns);
    CommonOps_DDRM.transpose(matrix);
    var qr =
        org.ejml.dense.row.factory.DecompositionFactory_DDRM.qr(matrix.numRows, matrix.numCols);
    qr.decompose(matrix);
    return qr.getQ(null, true);
  }
}
