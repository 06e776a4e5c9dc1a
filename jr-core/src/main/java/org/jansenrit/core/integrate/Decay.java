package org.jansenrit.core.integrate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;

/**
 * Something in a model that decays by itself.
 *
 * @param what its name, for a message
 * @param rate its rate, in 1/s; 0 if nothing decays
 */
record Decay(String what, double rate) {
  /** What a block has at least, so that the compiler sees no short loops. */
  private static final int LANES = 64;

  private static final double NUDGE = 1e-6;

  /**
   * Returns the fastest decay near the initial state of {@code model}, without input: the
   * eigenvalue of the Jacobian with the most negative real part, and the variable that relaxes
   * fastest on its own.
   */
  static Decay atInitialState(NeuralMassModel model, ToDoubleFunction<Parameter> values) {
    DMatrixRMaj jacobian = jacobian(model, values);
    int n = jacobian.numRows;
    var eigen = DecompositionFactory_DDRM.eig(n, false);
    if (!Arrays.stream(jacobian.data).allMatch(Double::isFinite) || !eigen.decompose(jacobian)) {
      return new Decay("nothing", 0);
    }
    double rate = 0;
    int fastest = 0;
    for (int v = 0; v < n; v++) {
      rate = Math.max(rate, -eigen.getEigenvalue(v).real);
      fastest = jacobian.get(v, v) < jacobian.get(fastest, fastest) ? v : fastest;
    }
    String symbol = model.spec().variables().get(fastest).symbol();
    return new Decay("variable " + symbol + " at the initial state", rate);
  }

  /** Central differences: lanes 2 v and 2 v + 1 have variable v a little lower and higher. */
  private static DMatrixRMaj jacobian(NeuralMassModel model, ToDoubleFunction<Parameter> values) {
    ModelSpec spec = model.spec();
    int n = spec.variables().size();
    int lanes = Math.max(LANES, 2 * n);
    double[][] y = rows(spec.variables(), v -> v.initial(), lanes);
    double[][] theta = rows(spec.parameters(), values, lanes);
    double[][] u = rows(spec.ports(), port -> 0, lanes);
    double[][] dydt = rows(spec.variables(), v -> 0, lanes);
    double[] nudge = new double[n];
    for (int v = 0; v < n; v++) {
      nudge[v] = NUDGE * Math.max(1, Math.abs(y[v][0]));
      y[v][2 * v] -= nudge[v];
      y[v][2 * v + 1] += nudge[v];
    }
    model.drift(y, model.prepare(theta, lanes), u, dydt, lanes);
    DMatrixRMaj jacobian = new DMatrixRMaj(n, n);
    for (int v = 0; v < n; v++) {
      for (int w = 0; w < n; w++) {
        jacobian.set(v, w, (dydt[v][2 * w + 1] - dydt[v][2 * w]) / (2 * nudge[w]));
      }
    }
    return jacobian;
  }

  private static <T> double[][] rows(List<T> of, ToDoubleFunction<T> value, int lanes) {
    double[][] rows = new double[of.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Lanes.array(lanes);
      Arrays.fill(rows[i], value.applyAsDouble(of.get(i)));
    }
    return rows;
  }
}
