package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the standard column changes its behaviour, from the model's own drift.
 *
 * @see <a href="https://doi.org/10.1162/neco.2006.18.12.3052">Grimbert &amp; Faugeras (2006)</a>
 */
class JansenRitBifurcationTest {
  private static final int N = 6;
  private static final JansenRit MODEL = JansenRit.model();

  /** Equilibria have a closed form, by the net potential y = y1 - y2. */
  @Property
  void driftIsZeroAtTheEquilibria(@ForAll @DoubleRange(min = -5, max = 12) double y) {
    double[] drift = drift(equilibrium(y), input(y));
    for (int k = 0; k < N; k++) {
      // each is a difference of terms of up to 1e6 mV/s^2
      assertEquals(0, drift[k], 1e-6);
    }
  }

  /** Folds of the curve p(y), where two equilibria meet. */
  @ParameterizedTest
  @CsvSource({"113.5863, 2.58053", "-41.3014, 5.32654"})
  void equilibriaFoldWhereTheyShould(double p, double y) {
    double found = root(JansenRitBifurcationTest::slope, y - 0.3, y + 0.3);
    assertEquals(1, input(found) / p, 1e-4);
    assertEquals(1, found / y, 1e-4);
    double[] sizes = new double[N];
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigenvalues(found);
    for (int k = 0; k < N; k++) {
      sizes[k] = eigen.getEigenvalue(k).getMagnitude();
    }
    // at a fold the Jacobian is singular; the other eigenvalues are of the order of a and b
    assertEquals(0, java.util.Arrays.stream(sizes).min().orElseThrow(), 1e-3);
  }

  /** Hopf points, where a pair of eigenvalues crosses the imaginary axis. */
  @ParameterizedTest
  @CsvSource({
    "-12.1475, 5.94046, 7.24, 1e-3",
    "89.8291, 6.73957, 10.377, 1e-4",
    "315.6964, 8.07914, 11.164, 1e-4"
  })
  void rhythmsAreBornAndDieAtTheHopfPoints(double p, double y, double hertz, double tolerance) {
    double found = root(at -> rhythm(at).real, y - 0.2, y + 0.2);
    assertEquals(1, input(found) / p, 1e-4);
    assertEquals(1, found / y, 1e-4);
    double frequency = Math.abs(rhythm(found).imaginary) / (2 * Math.PI);
    assertEquals(1, frequency / hertz, tolerance);
  }

  /** Between its two Hopf points, the alpha rhythm has no stable rest beside it. */
  @Test
  void restIsUnstableBetweenTheAlphaRhythmsHopfPoints() {
    assertTrue(rhythm(7.3).real > 0);
    assertTrue(rhythm(6.6).real < 0);
    assertTrue(rhythm(8.2).real < 0);
  }

  /** The input at which y is an equilibrium. */
  private static double input(double y) {
    double y0 = 3.25 / 100 * sigmoid(y);
    return 100 / 3.25 * (y + inhibition(y0)) - 0.8 * 135 * sigmoid(135 * y0);
  }

  private static double inhibition(double y0) {
    return 22.0 / 50 * 0.25 * 135 * sigmoid(0.25 * 135 * y0);
  }

  private static double[] equilibrium(double y) {
    double y0 = 3.25 / 100 * sigmoid(y);
    double y2 = inhibition(y0);
    return new double[] {y0, y + y2, y2, 0, 0, 0};
  }

  /** dp/dy of the closed form. */
  private static double slope(double y) {
    double y0 = 3.25 / 100 * sigmoid(y);
    double dy0 = 3.25 / 100 * steepness(y);
    double c3 = 0.25 * 135;
    double dInhibition = 22.0 / 50 * c3 * steepness(c3 * y0) * c3 * dy0;
    return 100 / 3.25 * (1 + dInhibition) - 0.8 * 135 * steepness(135 * y0) * 135 * dy0;
  }

  private static double sigmoid(double v) {
    return 5 / (1 + Math.exp(0.56 * (6 - v)));
  }

  private static double steepness(double v) {
    return 0.56 * sigmoid(v) * (1 - sigmoid(v) / 5);
  }

  /** The complex eigenvalue that is furthest to the right. */
  private static Complex_F64 rhythm(double y) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigenvalues(y);
    Complex_F64 best = new Complex_F64(Double.NEGATIVE_INFINITY, 0);
    for (int k = 0; k < N; k++) {
      Complex_F64 value = eigen.getEigenvalue(k);
      if (Math.abs(value.imaginary) > 1 && value.real > best.real) {
        best = value;
      }
    }
    return best;
  }

  private static EigenDecomposition_F64<DMatrixRMaj> eigenvalues(double y) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(N, false);
    assertTrue(eigen.decompose(jacobian(equilibrium(y), input(y))));
    return eigen;
  }

  /** Central differences of drift, whose error here is 1e-8 of the derivative. */
  private static DMatrixRMaj jacobian(double[] state, double p) {
    DMatrixRMaj jacobian = new DMatrixRMaj(N, N);
    for (int column = 0; column < N; column++) {
      double h = column < 3 ? 1e-5 : 1e-3;
      double[] more = state.clone();
      double[] less = state.clone();
      more[column] += h;
      less[column] -= h;
      double[] up = drift(more, p);
      double[] down = drift(less, p);
      for (int row = 0; row < N; row++) {
        jacobian.set(row, column, (up[row] - down[row]) / (2 * h));
      }
    }
    return jacobian;
  }

  private static double[] drift(double[] state, double p) {
    double[][] theta = columns(JansenRit.standard().toArray());
    double[][] out = new double[N][1];
    double[][] u = {{p}, {0}, {0}};
    MODEL.drift(columns(state), MODEL.prepare(theta, 1), u, out, 1);
    double[] drift = new double[N];
    for (int k = 0; k < N; k++) {
      drift[k] = out[k][0];
    }
    return drift;
  }

  private static double[][] columns(double[] values) {
    double[][] rows = new double[values.length][];
    for (int k = 0; k < values.length; k++) {
      rows[k] = new double[] {values[k]};
    }
    return rows;
  }

  private static double root(DoubleUnaryOperator f, double from, double to) {
    double low = from;
    double high = to;
    boolean rising = f.applyAsDouble(low) < 0;
    assertEquals(!rising, f.applyAsDouble(high) < 0, "no change of sign");
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (f.applyAsDouble(middle) < 0 == rising) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
