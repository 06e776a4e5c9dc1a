package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contract finds what breaks the engine, and names the equation. */
class BrokenModelsTest {

  /** x' = y - x, y' = u - k y, with something wrong added. */
  @FunctionalInterface
  private interface Slip extends NeuralMassModel {
    ModelSpec SPEC =
        ModelSpec.named("broken")
            .state("x", "1", 1)
            .state("y", "1", 2)
            .parameters(Parameter.of("k", "1/s", 3))
            .ports(new Port("u", "1", true));

    void slip(double[][] y, double[][] theta, double[][] u, double[][] dydt, int lanes);

    @Override
    default ModelSpec spec() {
      return SPEC;
    }

    @Override
    default void drift(double[][] y, double[][] theta, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        dydt[0][i] = y[1][i] - y[0][i];
        dydt[1][i] = u[0][i] - theta[0][i] * y[1][i];
      }
      slip(y, theta, u, dydt, lanes);
    }
  }

  @Test
  void aModelWithoutASlipKeepsTheContract() {
    NeuralMassModelContract contract = contract((y, theta, u, dydt, lanes) -> {});
    contract.specificationIsAlwaysTheSame();
    contract.driftIsFiniteAtTheStandardSetAndTheInitialState();
    contract.driftSetsEveryElement();
    contract.driftWritesNothingBeyondTheLanes();
    contract.parametersStatesAndInputsAreNotWrittenTo();
    contract.aBatchEqualsItsRows();
    contract.driftHasNoMemory();
  }

  @Test
  void aDerivativeThatIsNotANumberIsNamed() {
    finds(
        (y, theta, u, dydt, lanes) -> dydt[1][3] = Math.sqrt(-1 - dydt[1][3] * dydt[1][3]),
        NeuralMassModelContract::driftSetsEveryElement,
        "derivative of y in lane 3 was not set, or is not finite: NaN");
  }

  @Test
  void aDerivativeWrittenBeyondTheLanesIsNamed() {
    finds(
        (y, theta, u, dydt, lanes) -> dydt[0][lanes] = 0,
        NeuralMassModelContract::driftWritesNothingBeyondTheLanes,
        "derivative of x was written beyond the 5 lanes, at 5");
  }

  @Test
  void aStateThatIsWrittenToIsFound() {
    finds(
        (y, theta, u, dydt, lanes) -> y[0][0] += 1,
        NeuralMassModelContract::parametersStatesAndInputsAreNotWrittenTo,
        "the states were written to");
  }

  @Test
  void aDerivativeThatMixesLanesIsNamed() {
    finds(
        (y, theta, u, dydt, lanes) -> dydt[1][lanes - 1] += y[0][0] - y[0][lanes - 1],
        NeuralMassModelContract::aBatchEqualsItsRows,
        "derivative of y in lane 4 depends on the other lanes");
  }

  @Test
  void aDerivativeThatRemembersIsNamed() {
    double[] calls = new double[1];
    finds(
        (y, theta, u, dydt, lanes) -> Arrays.fill(dydt[0], 0, lanes, calls[0]++),
        NeuralMassModelContract::driftHasNoMemory,
        "derivative of x differs at the second call");
  }

  private static NeuralMassModelContract contract(Slip model) {
    return () -> model;
  }

  private static void finds(Slip model, Consumer<NeuralMassModelContract> test, String message) {
    var error = assertThrows(AssertionError.class, () -> test.accept(contract(model)));
    assertTrue(error.getMessage().startsWith(message), error.getMessage());
  }
}
