package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on in every {@link NeuralMassModel}. A test of a model implements this and
 * inherits its tests:
 *
 * <pre>{@code
 * class MyModelTest implements NeuralMassModelContract {
 *   public NeuralMassModel model() {
 *     return new MyModel();
 *   }
 * }
 * }</pre>
 */
public interface NeuralMassModelContract {
  /** The number of lanes that are set; arrays are longer. */
  int LANES = 5;

  /** The length of arrays. */
  int PADDED = 8;

  /** What stands in elements that the model must leave alone. */
  double UNTOUCHED = -12345.678;

  /** Returns the model under test. */
  NeuralMassModel model();

  /** Returns the parameters of {@code lane}: the standard set, and others near to it. */
  default double[] parameters(int lane) {
    return model().spec().parameters().stream()
        .mapToDouble(
            p -> {
              double near = p.standard() * (1 + 0.02 * lane);
              return p.isPossible(near) ? near : p.standard();
            })
        .toArray();
  }

  /** Returns a state of {@code lane}: the initial one, and others near to it. */
  default double[] state(int lane) {
    double[] state = model().spec().variables().stream().mapToDouble(Variable::initial).toArray();
    for (int v = 0; v < state.length; v++) {
      state[v] += 0.01 * lane * (v + 1);
    }
    return state;
  }

  /** Returns the inputs of {@code lane}, one per port. */
  default double[] inputs(int lane) {
    double[] inputs = new double[model().spec().ports().size()];
    Arrays.setAll(inputs, port -> 0.1 * lane * (port + 1));
    return inputs;
  }

  /** Engines call {@code spec()} again and again. */
  @Test
  default void specificationIsAlwaysTheSame() {
    ModelSpec one = model().spec();
    ModelSpec two = model().spec();
    assertEquals(one.name(), two.name());
    assertEquals(one.variables(), two.variables());
    assertEquals(one.parameters(), two.parameters());
    assertEquals(one.ports(), two.ports());
    assertEquals(one.outputUnit(), two.outputUnit());
    assertArrayEquals(one.output(), two.output());
    assertTrue(!one.variables().isEmpty(), "a model has at least one variable");
  }

  /** A first step needs it. */
  @Test
  default void driftIsFiniteAtTheStandardSetAndTheInitialState() {
    ContractRun run = new ContractRun(this, new int[] {0});
    run.drift();
    run.requireFinite();
  }

  /** What is left unset would be what another step left there. */
  @Test
  default void driftSetsEveryElement() {
    ContractRun run = ContractRun.block(this);
    run.drift();
    run.requireFinite();
  }

  /** Arrays are padded, and rows of a table may lie next to each other. */
  @Test
  default void driftWritesNothingBeyondTheLanes() {
    ContractRun run = ContractRun.block(this);
    run.drift();
    for (int v = 0; v < run.dydt().length; v++) {
      for (int i = LANES; i < PADDED; i++) {
        String what = run.derivative(v) + " was written beyond the " + LANES + " lanes, at " + i;
        assertEquals(UNTOUCHED, run.dydt()[v][i], what);
      }
    }
  }

  /** The engine uses states and inputs again; parameters belong to the caller. */
  @Test
  default void parametersStatesAndInputsAreNotWrittenTo() {
    ContractRun run = ContractRun.block(this);
    ContractRun same = ContractRun.block(this);
    run.drift();
    assertArrayEquals(same.theta(), run.theta(), "the parameters were written to");
    assertArrayEquals(same.y(), run.y(), "the states were written to");
    assertArrayEquals(same.u(), run.u(), "the inputs were written to");
  }

  /** Simulation i depends on nothing but itself, bit for bit. */
  @Test
  default void aBatchEqualsItsRows() {
    ContractRun batch = ContractRun.block(this);
    batch.drift();
    for (int lane = 0; lane < LANES; lane++) {
      ContractRun alone = new ContractRun(this, new int[] {lane});
      alone.drift();
      for (int v = 0; v < batch.dydt().length; v++) {
        String what = batch.derivative(v) + " in lane " + lane + " depends on the other lanes";
        assertEquals(alone.dydt()[v][0], batch.dydt()[v][lane], what);
      }
    }
  }

  /** Constants may serve as scratch, but not as memory. */
  @Test
  default void driftHasNoMemory() {
    ContractRun run = ContractRun.block(this);
    run.drift();
    double[][] first = Arrays.stream(run.dydt()).map(double[]::clone).toArray(double[][]::new);
    run.drift();
    for (int v = 0; v < first.length; v++) {
      assertArrayEquals(first[v], run.dydt()[v], run.derivative(v) + " differs at the second call");
    }
  }

  /** One block of lanes with its arrays. */
  final class ContractRun {
    private final NeuralMassModel model;
    private final int lanes;
    private final double[][] theta;
    private final double[][] y;
    private final double[][] u;
    private final double[][] dydt;
    private final double[][] constants;

    ContractRun(NeuralMassModelContract contract, int[] which) {
      model = contract.model();
      ModelSpec spec = model.spec();
      lanes = which.length;
      theta = untouched(spec.parameters().size());
      y = untouched(spec.variables().size());
      u = untouched(spec.ports().size());
      dydt = untouched(spec.variables().size());
      for (int i = 0; i < lanes; i++) {
        set(theta, i, contract.parameters(which[i]));
        set(y, i, contract.state(which[i]));
        set(u, i, contract.inputs(which[i]));
      }
      constants = model.prepare(theta, lanes);
    }

    static ContractRun block(NeuralMassModelContract contract) {
      return new ContractRun(contract, new int[] {0, 1, 2, 3, 4});
    }

    void drift() {
      for (double[] row : dydt) {
        Arrays.fill(row, 0, lanes, Double.NaN);
      }
      model.drift(y, constants, u, dydt, lanes);
    }

    void requireFinite() {
      for (int v = 0; v < dydt.length; v++) {
        for (int i = 0; i < lanes; i++) {
          assertTrue(
              Double.isFinite(dydt[v][i]),
              derivative(v) + " in lane " + i + " was not set, or is not finite: " + dydt[v][i]);
        }
      }
    }

    String derivative(int v) {
      return "derivative of " + model.spec().variables().get(v).symbol();
    }

    double[][] theta() {
      return theta;
    }

    double[][] y() {
      return y;
    }

    double[][] u() {
      return u;
    }

    double[][] dydt() {
      return dydt;
    }

    private static double[][] untouched(int rows) {
      double[][] all = new double[rows][PADDED];
      for (double[] row : all) {
        Arrays.fill(row, UNTOUCHED);
      }
      return all;
    }

    private static void set(double[][] rows, int lane, double[] values) {
      for (int k = 0; k < values.length; k++) {
        rows[k][lane] = values[k];
      }
    }
  }
}
