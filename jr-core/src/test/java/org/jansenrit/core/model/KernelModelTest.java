package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** A kernel model of a user's own: two kernels, one driven through two ports, one by the other. */
class KernelModelTest implements NeuralMassModelContract {

  static final class Chain implements KernelModel {
    static final Parameter G = Parameter.of("G", "mV", 3);
    static final Parameter H = Parameter.of("H", "mV", 5);
    static final Parameter R = Parameter.of("r", "1/s", 80);
    static final Parameter Q = Parameter.of("q", "1/s", 30);
    static final Port U = new Port("u", "1/s", true);
    static final Port V = new Port("v", "1/s", true);
    private static final ModelSpec SPEC =
        ModelSpec.named("chain")
            .state("x", "mV", 0)
            .state("y", "mV", 0)
            .state("dx", "mV/s", 0)
            .state("dy", "mV/s", 0)
            .parameters(Q, G, R, H)
            .ports(V, U);

    @Override
    public ModelSpec spec() {
      return SPEC;
    }

    @Override
    public List<Kernel> kernels() {
      return List.of(Kernel.of(G, R, U, V), Kernel.of(H, Q));
    }

    @Override
    public void inputs(double[][] y, double[][] theta, double[][] rates, int lanes) {
      for (int i = 0; i < lanes; i++) {
        rates[0][i] = 0;
        rates[1][i] = Math.max(0, y[0][i]);
      }
    }
  }

  @Override
  public NeuralMassModel model() {
    return new Chain();
  }

  /** Jansen &amp; Rit (1995), eq. 2: y'' = G r u - 2 r y' - r^2 y. */
  @Property
  void driftIsThatOfTheKernels(
      @ForAll @DoubleRange(min = -20, max = 20) double x,
      @ForAll @DoubleRange(min = -20, max = 20) double y,
      @ForAll @DoubleRange(min = -500, max = 500) double dx,
      @ForAll @DoubleRange(min = -500, max = 500) double dy,
      @ForAll @DoubleRange(min = -300, max = 300) double u,
      @ForAll @DoubleRange(min = -300, max = 300) double v) {
    Chain chain = new Chain();
    double[][] constants = chain.prepare(new double[][] {{30}, {3}, {80}, {5}}, 1);
    double[][] out = new double[4][1];
    chain.drift(
        new double[][] {{x}, {y}, {dx}, {dy}}, constants, new double[][] {{v}, {u}}, out, 1);
    assertEquals(dx, out[0][0]);
    assertEquals(dy, out[1][0]);
    assertEquals(3 * 80 * (u + v) - 2 * 80 * dx - 80 * 80 * x, out[2][0], 1e-9);
    assertEquals(5 * 30 * Math.max(0, x) - 2 * 30 * dy - 30 * 30 * y, out[3][0], 1e-9);
  }
}
