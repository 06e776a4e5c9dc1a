package org.jansenrit.core.analysis;

import static org.jansenrit.core.analysis.Toys.simulator;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SensitivityTest {

  private static Prior uniform(int count, double low, double high) {
    return Prior.of(
        IntStream.range(0, count)
            .mapToObj(j -> Prior.uniform(Parameter.of("x" + (j + 1), "1", 0.5), low, high))
            .toArray(Prior[]::new));
  }

  /** Ishigami &amp; Homma (1990) with a = 7, b = 0.1; closed forms of its variances. */
  private static Simulator<Features> ishigami() {
    return simulator(
        t ->
            new double[] {
              Math.sin(t[0])
                  + 7 * Math.pow(Math.sin(t[1]), 2)
                  + 0.1 * Math.pow(t[2], 4) * Math.sin(t[0])
            });
  }

  @Test
  void indicesOfIshigamisFunctionAreThoseOfItsClosedForm() {
    double b = 0.1;
    double pi4 = Math.pow(Math.PI, 4);
    double v1 = 0.5 * Math.pow(1 + b * pi4 / 5, 2);
    double v2 = 49 / 8.0;
    double v13 = b * b * pi4 * pi4 * (1 / 18.0 - 1 / 50.0);
    double v = v1 + v2 + v13;
    Prior prior = uniform(3, -Math.PI, Math.PI);
    SobolIndices found = Sensitivity.of(ishigami(), prior).sobol(4096, 1);
    double[] first = {v1 / v, v2 / v, 0};
    double[] total = {(v1 + v13) / v, v2 / v, v13 / v};
    requireWithin(found, first, total);
    assertEquals(0.3139, first[0], 1e-4); // as in the literature
    assertEquals(0.2437, total[2], 1e-4);
    assertEquals(0, found.dropped());
    assertEquals(3, found.table().rows().size());
  }

  private static void requireWithin(SobolIndices found, double[] first, double[] total) {
    for (int j = 0; j < first.length; j++) {
      Parameter p = found.parameters().get(j);
      requireWithin(found.first(p), first[j], "first of " + p);
      requireWithin(found.total(p), total[j], "total of " + p);
    }
  }

  private static void requireWithin(SobolIndices.Index index, double expected, String what) {
    assertTrue(
        index.low() <= expected && expected <= index.high(), what + " " + index + ": " + expected);
    assertTrue(index.high() - index.low() < 0.1, what + " " + index);
    assertEquals(expected, index.value(), 0.02, what);
  }

  /** Sobol's g function with a = (0, 1, 4.5, 9, 99, 99). */
  @Test
  void indicesOfTheGFunctionAreThoseOfItsClosedForm() {
    double[] a = {0, 1, 4.5, 9, 99, 99};
    Simulator<Features> g =
        simulator(
            t -> {
              double product = 1;
              for (int j = 0; j < a.length; j++) {
                product *= (Math.abs(4 * t[j] - 2) + a[j]) / (1 + a[j]);
              }
              return new double[] {product};
            });
    double[] parts = Arrays.stream(a).map(aj -> 1 / (3 * (1 + aj) * (1 + aj))).toArray();
    double all = Arrays.stream(parts).map(v -> 1 + v).reduce(1, (x, y) -> x * y);
    double[] first = Arrays.stream(parts).map(v -> v / (all - 1)).toArray();
    double[] total = Arrays.stream(parts).map(v -> v * all / (1 + v) / (all - 1)).toArray();
    Prior prior = uniform(6, 0, 1);
    SobolIndices found = Sensitivity.of(g, prior).sobol(4096, 2);
    requireWithin(found, first, total);
    MorrisScreening morris = Sensitivity.of(g, prior).morris(40, 3);
    List<String> ranked = morris.ranking().stream().map(Parameter::symbol).toList();
    assertEquals(List.of("x1", "x2", "x3", "x4"), ranked.subList(0, 4));
  }

  /** The same quantiles of any prior: a monotone change of a parameter changes no index. */
  @Test
  void indicesFollowThePrior() {
    Parameter width = Parameter.of("w", "1", 1).possible(1e-9, 1e9);
    Prior normal =
        Prior.of(Prior.normal(Parameter.of("n", "1", 0), 0, 2), Prior.logUniform(width, 1, 100));
    // variances 4 and Var(2 log10 w - 2) = 4 / 12 * 4
    SobolIndices found =
        Sensitivity.of(simulator(t -> new double[] {t[0] + 2 * Math.log10(t[1])}), normal)
            .sobol(1024, 5);
    double v2 = 4 * 4 / 12.0;
    assertEquals(4 / (4 + v2), found.first(found.parameters().get(0)).value(), 0.01);
    assertEquals(v2 / (4 + v2), found.total(width).value(), 0.01);
  }

  /** Each value has indices of its own; the whole weighs them by their variance. */
  @Test
  void indicesAlongAnObservation() {
    Simulator<Features> two = simulator(t -> new double[] {t[0], 3 * t[1], 5});
    Prior prior = uniform(2, 0, 1);
    SobolIndices found = Sensitivity.of(two, prior).sobol(512, 1);
    Parameter x1 = found.parameters().get(0);
    assertEquals(1, found.first(x1, 0).value(), 0.02);
    assertEquals(0, found.total(x1, 1).value(), 0.02);
    assertTrue(Double.isNaN(found.total(x1, 2).value()));
    assertEquals(0.1, found.total(x1).value(), 0.01);
    assertEquals(9 / 12.0, found.variance(1), 0.02);
    assertEquals(0, found.variance(2));
    assertTrue(found.figure().toSvg().contains("number of the value"));
  }

  /** Seen in a time series, and with the same noise in all of them. */
  @Test
  void noiseThatIsCommonDoesNotCount() {
    Simulation simulation =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(220), Noise.white(50)))
            .burnIn(s(0.2))
            .duration(ms(100));
    Parameter gain = Parameter.of("gain", "uV/mV", 1).possible(0.1, 10);
    Prior prior = Prior.uniform(gain, 0.5, 2);
    SobolIndices found =
        Sensitivity.of(simulation.observe(Eeg.channel("Pz", 1).gain(gain)), prior).sobol(64, 1);
    assertEquals(1, found.first(gain).value(), 0.1);
    assertEquals(1, found.total(gain).value(), 0.1);
    assertTrue(found.figure().toSvg().contains("time (s)"));
    assertEquals(100, found.values());
  }

  /** x1 + 2 x2 + x1 x3: the effect of x2 is constant, that of x3 depends on x1. */
  @Test
  void elementaryEffectsAreThoseOfAFormula() {
    Simulator<Features> f = simulator(t -> new double[] {t[0] + 2 * t[1] + t[0] * t[2]});
    MorrisScreening found = Sensitivity.of(f, uniform(3, 0, 1)).morris(400, 1);
    Parameter x2 = found.parameters().get(1);
    Parameter x3 = found.parameters().get(2);
    assertEquals(2, found.size(x2), 1e-5);
    assertEquals(0, found.spread(x2), 1e-3);
    // x1 is at 1/8, 3/8, 5/8 or 7/8: mean 1/2, variance 5/64
    assertEquals(0.5, found.size(x3), 0.05);
    assertEquals(Math.sqrt(5 / 64.0), found.spread(x3), 0.03);
    assertEquals(x2, found.ranking().get(0));
    assertTrue(found.figure().toSvg().contains("Morris"));
    assertEquals("x2", found.table().rows().get(0).get(0));
  }

  /** With its whole block, or its whole path, and counted. */
  @Test
  void whatIsNotFiniteIsDroppedAndCounted() {
    Simulator<Features> f = simulator(t -> new double[] {t[0] > 0.95 ? Double.NaN : t[0] + t[1]});
    SobolIndices found = Sensitivity.of(f, uniform(2, 0, 1)).sobol(1024, 1);
    // A, B and one mixed point have x1 of A or B: a block is whole with probability 0.95^2
    assertEquals(1024 * (1 - 0.95 * 0.95), found.dropped(), 8);
    // x1 is then uniform below 0.95
    double v1 = 0.95 * 0.95;
    assertEquals(v1 / (v1 + 1), found.total(found.parameters().get(0)).value(), 0.03);
    Simulator<Features> most = simulator(t -> new double[] {t[0] > 0.5 ? Double.NaN : t[0]});
    MorrisScreening morris = Sensitivity.of(f, uniform(2, 0, 1)).morris(10, 1);
    assertEquals(0, morris.dropped());
    assertTrue(
        message(() -> Sensitivity.of(most, uniform(2, 0, 1)).morris(10, 1))
            .startsWith("only 0 of 10 paths are finite"));
  }

  @Test
  void whatCannotBeAskedForIsRefused() {
    Prior prior = uniform(2, 0, 1);
    Sensitivity constant = Sensitivity.of(simulator(t -> new double[] {5}), prior);
    assertEquals(
        "the observation is constant over the prior: there is no variance to explain",
        message(() -> constant.sobol(64, 1)));
    assertTrue(message(() -> constant.sobol(8, 1)).startsWith("Sobol indices need at least 16"));
    assertTrue(message(() -> constant.morris(1, 1)).startsWith("Morris screening needs"));
    assertTrue(
        message(() -> Sensitivity.of(simulator(t -> new double[] {Double.NaN}), prior).sobol(64, 1))
            .startsWith("only 0 of 64 blocks"));
    Simulation simulation = Simulation.of(JansenRit.model());
    assertTrue(
        message(() -> Sensitivity.of(simulation.observe(Eeg.source()), prior))
            .startsWith("the simulator has no parameter x1"));
    assertTrue(
        message(() -> ScrambledSobol.points(1, 1001, 1))
            .startsWith("a Sobol sequence has at most"));
  }

  /** In one and in two dimensions, each dyadic box of the right size has one point. */
  @Test
  void scrambledPointsFillTheCubeEvenly() {
    double[][] points = ScrambledSobol.points(256, 8, 9);
    for (int j = 0; j < 8; j++) {
      int column = j;
      long filled = Arrays.stream(points).mapToInt(p -> (int) (p[column] * 256)).distinct().count();
      assertEquals(256, filled, "dimension " + j);
    }
    long boxes =
        Arrays.stream(points)
            .mapToInt(p -> ((int) (p[0] * 16)) * 16 + (int) (p[1] * 16))
            .distinct()
            .count();
    assertEquals(256, boxes);
    assertTrue(Arrays.stream(points).flatMapToDouble(Arrays::stream).allMatch(u -> u > 0 && u < 1));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
