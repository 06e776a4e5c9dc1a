package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelSpecTest {
  private static final Parameter G = Parameter.of("g", "mV", 1);
  private static final Parameter K = Parameter.of("k", "1/s", 10);
  private static final Port U = new Port("u", "1/s", true);
  private static final Port W = new Port("w", "nA", false);
  private static final ModelSpec SPEC =
      ModelSpec.named("toy").state("x", "mV", 0.5).state("v", "mV/s", 0).parameters(G, K).ports(U);

  @Test
  void orderIsTheOrderOfDeclaration() {
    assertEquals(List.of(new Variable("x", "mV", 0.5), new Variable("v", "mV/s", 0)), variables());
    assertEquals(1, SPEC.indexOf(K));
    assertEquals(1, SPEC.ports(W).indexOf(W));
    assertEquals(ParameterSet.of(List.of(G, K), 1, 10), SPEC.standard());
    assertEquals("toy[variables [x, v], parameters [g, k], ports [u]]", SPEC.toString());
  }

  @Test
  void theFirstVariableIsTheOutputUnlessSaidOtherwise() {
    assertArrayEquals(new double[] {1, 0}, SPEC.output());
    assertEquals("mV", SPEC.outputUnit());
    assertArrayEquals(new double[] {2, 0}, SPEC.output("uV", 2).output());
    assertEquals("uV", SPEC.output("uV", 2).outputUnit());
    assertEquals("1", SPEC.output("1", 0, 1).outputUnit());
    assertArrayEquals(
        new double[] {1, -1, 0}, SPEC.output("mV", 1, -1).state("z", "mV", 0).output());
  }

  @Test
  void specificationsAreImmutable() {
    SPEC.state("z", "mV", 0);
    SPEC.output("uV", 0, 1);
    SPEC.output()[0] = 9;
    double[] weights = {1, 2};
    ModelSpec weighted = SPEC.output("mV", weights);
    weights[0] = 9;
    assertEquals(2, variables().size());
    assertArrayEquals(new double[] {1, 0}, SPEC.output());
    assertArrayEquals(new double[] {1, 2}, weighted.output());
    assertThrows(UnsupportedOperationException.class, () -> SPEC.parameters().clear());
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertEquals("toy has no parameter A; it has [g, k]", message(() -> SPEC.indexOf(JansenRit.A)));
    assertEquals("toy has no port w; it has [u]", message(() -> SPEC.indexOf(W)));
  }

  @Test
  void nothingAppearsTwice() {
    assertEquals(
        "toy: a parameter appears twice in [g, k, g]",
        message(() -> SPEC.parameters(G.possible(0, 2))));
    assertEquals("toy: a port appears twice in [u, u]", message(() -> SPEC.ports(U)));
    assertEquals(
        "toy: a variable appears twice in [x, v, x]", message(() -> SPEC.state("x", "mV", 0)));
  }

  @Test
  void thereAreNoMoreWeightsThanVariables() {
    assertEquals(
        "toy: 3 output weights for 2 variables", message(() -> SPEC.output("mV", 1, 1, 1)));
  }

  @Test
  void initialValuesAreFinite() {
    assertEquals(
        "initial value of z must be finite, but was NaN mV",
        message(() -> SPEC.state("z", "mV", Double.NaN)));
  }

  @Test
  void onlyAdditivePortsEnterAKernel() {
    assertEquals(
        "port w enters a kernel, which is linear, so it must be additive",
        message(() -> Kernel.of(G, K, U, W)));
    assertEquals(List.of(U), Kernel.of(G, K, U).ports());
  }

  private static List<Variable> variables() {
    return SPEC.variables();
  }

  private static String message(org.junit.jupiter.api.function.Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
