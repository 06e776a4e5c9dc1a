package org.jansenrit.core.analysis;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.model.WilsonCowan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ContinuationTest {
  private static final Parameter MU =
      Parameter.of("mu", "1", 0.5).possible(-10, 10).meaningful(-1, 1);

  private static final Port INPUT = new Port("input", "1", true);

  private static Continuation column() {
    return Continuation.of(JansenRit.model());
  }

  /** Grimbert &amp; Faugeras (2006), by the closed form: reference values to 1e-4. */
  @Test
  void theColumnFoldsAndOscillatesWhereItShould() {
    BifurcationDiagram diagram =
        column().along(JansenRit.P, -60, 400).cycles(0, ms(1), s(1), s(1)).diagram();
    double[][] folds = {{-41.3014, 5.32654}, {113.5863, 2.58053}};
    double[][] hopfs = {
      {-12.1475, 5.94046, 7.24}, {89.8291, 6.73957, 10.377}, {315.6964, 8.07914, 11.164}
    };
    assertEquals(2, diagram.folds().size());
    assertEquals(3, diagram.hopfPoints().size());
    for (int k = 0; k < 2; k++) {
      assertEquals(1, diagram.folds().get(k).value() / folds[k][0], 1e-5);
      assertEquals(1, diagram.folds().get(k).output() / folds[k][1], 1e-4);
    }
    for (int k = 0; k < 3; k++) {
      Bifurcation hopf = diagram.hopfPoints().get(k);
      assertEquals(1, hopf.value() / hopfs[k][0], 1e-4, hopf::toString);
      assertEquals(1, hopf.output() / hopfs[k][1], 1e-4, hopf::toString);
      assertEquals(1, hopf.frequency() / hopfs[k][2], 1e-4, hopf::toString);
    }
    assertEquals(1, diagram.branches().size());
    assertTrue(diagram.table().rows().get(0).contains("fold"));
  }

  /** The same, from a range that the curve leaves at a fold and comes back to. */
  @Test
  void aCurveThatLeavesTheRangeAndComesBackIsFollowed() {
    BifurcationDiagram diagram =
        column().along(JansenRit.P, 60, 400).cycles(0, ms(1), s(1), s(1)).diagram();
    assertEquals(1, diagram.folds().size());
    assertEquals(2, diagram.hopfPoints().size());
    double p = 200;
    long at200 =
        diagram.branches().stream()
            .flatMap(List::stream)
            .filter(e -> Math.abs(e.value() - p) < 1)
            .count();
    assertTrue(at200 > 0);
  }

  /**
   * Between the fold at 113.6 and about 137.4 the spike-like cycle and the alpha rhythm coexist:
   * extremes and frequencies from the zero state, computed independently.
   */
  @Test
  void cyclesAreThoseOfTheColumnAndTwoCoexist() {
    BifurcationDiagram diagram =
        column().along(JansenRit.P, 110, 150).cycles(5, ms(1), s(2), s(3)).diagram();
    assertEquals(List.of(110.0, 120.0, 130.0), diagram.bistable());
    Cycle spikes = diagram.cycles().get(6);
    assertTrue(spikes.upwards());
    assertEquals(120, spikes.value());
    assertEquals(1.22607, spikes.low(), 1e-3);
    assertEquals(11.16979, spikes.high(), 1e-3);
    assertEquals(2.3846, spikes.frequency(), 1e-3);
    Cycle alpha = diagram.cycles().get(3);
    assertEquals(140, alpha.value());
    assertEquals(5.80380, alpha.low(), 5e-3);
    assertEquals(8.29575, alpha.high(), 5e-3);
    assertEquals(10.5699, alpha.frequency(), 5e-3);
    assertTrue(diagram.cycles().get(5).isRest());
    assertTrue(diagram.figure().toSvg().contains("cycle, value going up"));
  }

  /** dx/dt = u + x - x^3 / 3: folds at u = 2/3, x = -1 and at u = -2/3, x = 1. */
  private record Cubic(ModelSpec spec) implements NeuralMassModel {
    Cubic() {
      this(ModelSpec.named("cubic").state("x", "1", 0.1).parameters(MU).ports(INPUT));
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      for (int i = 0; i < lanes; i++) {
        dydt[0][i] = u[0][i] + y[0][i] - y[0][i] * y[0][i] * y[0][i] / 3;
      }
    }
  }

  @Test
  void theCubicFoldsAtTwoThirds() {
    BifurcationDiagram diagram =
        Continuation.of(new Cubic()).along(INPUT, -1, 1).cycles(21, ms(50), s(20), s(1)).diagram();
    assertEquals(-2.0 / 3, diagram.folds().get(0).value(), 1e-8);
    assertEquals(1, diagram.folds().get(0).output(), 1e-3);
    assertEquals(2.0 / 3, diagram.folds().get(1).value(), 1e-8);
    assertEquals(0, diagram.hopfPoints().size());
    // hysteresis: at the inner values it matters where it comes from
    assertEquals(13, diagram.bistable().size());
    Equilibrium middle =
        diagram.branches().get(0).stream()
            .filter(e -> Math.abs(e.output()) < 0.5)
            .findFirst()
            .orElseThrow();
    assertFalse(middle.isStable());
    assertEquals(1 - middle.output() * middle.output(), middle.growth(), 1e-6);
  }

  /** The normal form of Hopf: born at mu = 0 with 5 Hz, of radius sqrt(mu). */
  private record NormalForm(ModelSpec spec) implements NeuralMassModel {
    NormalForm() {
      this(ModelSpec.named("hopf").state("x", "1", 0.5).state("y", "1", 0).parameters(MU));
    }

    @Override
    public void drift(double[][] y, double[][] c, double[][] u, double[][] dydt, int lanes) {
      double omega = 2 * Math.PI * 5;
      for (int i = 0; i < lanes; i++) {
        double growth = c[0][i] - y[0][i] * y[0][i] - y[1][i] * y[1][i];
        dydt[0][i] = growth * y[0][i] - omega * y[1][i];
        dydt[1][i] = growth * y[1][i] + omega * y[0][i];
      }
    }
  }

  @Test
  void theNormalFormOfHopfIsBornAtZero() {
    BifurcationDiagram diagram =
        Continuation.of(new NormalForm()).along(MU, -1, 1).cycles(5, ms(5), s(10), s(4)).diagram();
    assertEquals(1, diagram.hopfPoints().size());
    assertEquals(0, diagram.hopfPoints().get(0).value(), 1e-8);
    assertEquals(5, diagram.hopfPoints().get(0).frequency(), 1e-6);
    assertEquals(0, diagram.folds().size());
    Cycle last = diagram.cycles().get(9);
    assertEquals(1, last.high(), 1e-3);
    assertEquals(5, last.frequency(), 1e-3);
  }

  /** Any model, along any parameter. */
  @Test
  void otherModelsAndParametersWork() {
    BifurcationDiagram cowan =
        Continuation.of(WilsonCowan.model())
            .along(WilsonCowan.P, 0, 3)
            .cycles(0, ms(1), s(1), s(1))
            .diagram();
    assertEquals(2, cowan.folds().size());
    assertEquals(1, cowan.hopfPoints().size());
    BifurcationDiagram inhibition =
        column()
            .input(JansenRit.P, 220)
            .along(JansenRit.B, 5, 60)
            .cycles(0, ms(1), s(1), s(1))
            .diagram();
    assertEquals(3, inhibition.folds().size() + inhibition.hopfPoints().size());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThrows(IllegalStateException.class, () -> column().diagram());
    assertEquals(
        "p must go from a lower to a higher value, both finite, but from 400.0 to 0.0",
        message(() -> column().along(JansenRit.P, 400, 0)));
    assertTrue(message(() -> column().along(JansenRit.B, -5, 10)).startsWith("B = -5 mV"));
    assertTrue(message(() -> column().along(MU, 0, 1)).contains("has no parameter mu"));
    assertTrue(message(() -> column().along(INPUT, 0, 1)).contains("has no port input"));
    assertTrue(
        message(() -> column().cycles(1, ms(1), s(1), s(1))).startsWith("cycles are looked for"));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
