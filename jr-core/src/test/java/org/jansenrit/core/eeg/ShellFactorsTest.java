package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellFactorsTest {

  /**
   * MNE's four spheres. The linear system of all boundary conditions, solved in 60 digits (mpmath);
   * f_1 to f_6 agree with the project's reference values to all their digits.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.810369602668214",
    "2, 0.589482953226271",
    "3, 0.426103625859699",
    "4, 0.316937912574806",
    "5, 0.244300341306562",
    "6, 0.194722564372689",
    "20, 0.0458836222532832",
    "100, 0.0238156775907288",
    "300, 0.0236581805217245"
  })
  void factorsOfFourSpheresSolveTheBoundaryConditions(int n, double factor) {
    assertEquals(factor, HeadModel.fourSpheres().factors().factor(n), 1e-13 * factor);
  }

  /** The same system for three spheres. */
  @ParameterizedTest
  @CsvSource({"1, 0.953046043993581", "2, 0.792944205592504", "3, 0.641438633246603"})
  void factorsOfThreeSpheresSolveTheBoundaryConditions(int n, double factor) {
    assertEquals(factor, HeadModel.threeSpheres().factors().factor(n), 1e-13 * factor);
  }

  /** For n without limit the boundaries no longer see each other: f is a product of 2 / (1 + s). */
  @Test
  void largestDegreesNeitherOverflowNorVanish() {
    double limit = 2 / (1 + 1 / 0.33) * 2 / (1 + 0.004) * 2 / (1 + 0.33 / 0.004);
    double factor = HeadModel.fourSpheres().factors().factor(1_000_000);
    assertEquals(limit, factor, 1e-5 * limit);
  }

  @Property
  void factorsArePositiveAndBelowTheirBound(
      @ForAll @Size(4) List<@Scale(4) @DoubleRange(min = 0.001, max = 10) Double> shells,
      @ForAll @IntRange(min = 1, max = 2000) int n) {
    double[] conductivities = shells.stream().mapToDouble(Double::doubleValue).toArray();
    var factors = new ShellFactors(new double[] {0.6, 0.7, 0.95, 1}, conductivities);
    double f = factors.factor(n);
    assertTrue(f > 0 && f <= factors.bound() * (1 + 1e-12), f + " against " + factors.bound());
  }
}
