package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A model as a user would write it: one loop over lanes with {@code Math.exp}. */
class SingleLoopModelTest implements NeuralMassModelContract {

  /** One population with a sigmoid of its own activity: Wilson &amp; Cowan (1972), reduced. */
  static final class Population implements NeuralMassModel {
    static final Parameter W = Parameter.of("w", "1", 3).possible(0, 20);
    static final Parameter TAU = Parameter.of("tau", "ms", 20).possible(1, 1000);
    static final Port I = new Port("I", "1", false);
    private static final ModelSpec SPEC =
        ModelSpec.named("population").state("E", "1", 0.1).parameters(W, TAU).ports(I);

    @Override
    public ModelSpec spec() {
      return SPEC;
    }

    @Override
    public void drift(double[][] y, double[][] theta, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        double input = theta[0][i] * y[0][i] + u[0][i];
        dydt[0][i] = (-y[0][i] + 1 / (1 + Math.exp(4 - input))) * 1e3 / theta[1][i];
      }
    }
  }

  @Override
  public NeuralMassModel model() {
    return new Population();
  }

  @Test
  void theDefaultHandsOnTheParametersThemselves() {
    double[][] theta = {{3}, {20}};
    assertEquals(theta, model().prepare(theta, 1));
  }
}
