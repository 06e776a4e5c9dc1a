package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadModelTest {
  private static final HeadModel HEAD = HeadModel.fourSpheres();

  /** A direction {@code degrees} away from the vertex, towards the right ear. */
  private static Vector3 at(double degrees) {
    return Vector3.ofAngles(degrees, 0);
  }

  /**
   * A dipole of 10 nAm at 70 mm on the z axis, radial and tangential (to the right). Series of 300
   * terms in 60 digits, each f_n from the full system of boundary conditions (mpmath).
   */
  @ParameterizedTest
  @CsvSource({
    "0, 3.4920030438, 0",
    "20, 1.74539176047, 1.57145557362",
    "60, 0.0245237083198, 0.921868595658",
    "90, -0.237048970175, 0.531497668441",
    "180, -0.348003103411, 0"
  })
  void potentialsAreThoseOfFourSpheres(double degrees, double radial, double tangential) {
    var right = new Dipole(Vector3.of(0, 0, 70), Vector3.of(1, 0, 0));
    assertEquals(radial, 10 * HEAD.potential(Dipole.radial(0, 0, 70), at(degrees)), 3e-9);
    assertEquals(tangential, 10 * HEAD.potential(right, at(degrees)), 3e-9);
  }

  /** The same source as above: 10 nAm, radial, seen from straight above. */
  @ParameterizedTest
  @CsvSource({"50, 1.79197239339", "80, 6.47483365124", "1e-9, 0.723761661033"})
  void peakGrowsTowardsTheScalp(double millimetres, double peak) {
    assertEquals(peak, 10 * HEAD.potential(Dipole.radial(0, 0, millimetres), at(0)), 3e-9);
  }

  @Test
  void centreNeedsNoRadialDirection() {
    var centre = new Dipole(Vector3.of(0, 0, 0), Vector3.of(0, 0, 1));
    assertEquals(0.723761661033, 10 * HEAD.potential(centre, at(0)), 1e-11);
    assertEquals(0, HEAD.potential(centre, at(90)), 1e-15);
  }

  /** The homogeneous sphere of the reference values: 0.8931 uV for 10 nAm. */
  @Test
  void homogeneousSphereHasItsReferenceValue() {
    var centre = new Dipole(Vector3.of(0, 0, 0), Vector3.of(0, 0, 1));
    assertEquals(0.8931, 10 * HeadModel.oneSphere().potential(centre, at(0)), 5e-5);
  }

  /** At the centre of a homogeneous sphere V = 3 Q cos / (4 pi sigma R^2). */
  @ParameterizedTest
  @ValueSource(doubles = {0, 30, 90, 150})
  void homogeneousSphereHasItsClosedFormAtTheCentre(double degrees) {
    var centre = new Dipole(Vector3.of(0, 0, 0), Vector3.of(0, 0, 1));
    double expected = 3e3 * Math.cos(Math.toRadians(degrees)) / (4 * Math.PI * 0.33 * 90 * 90);
    assertEquals(expected, HeadModel.oneSphere().potential(centre, at(degrees)), 1e-15);
  }

  /**
   * Anywhere in a homogeneous sphere; the closed form of Brody, Terry and Ideker (1973) and Yao
   * (2000), doi 10.1109/10.846691, here as the gradient of the sum of the series of a monopole.
   */
  @Property(tries = 300)
  void homogeneousSphereHasItsClosedFormEverywhere(
      @ForAll @DoubleRange(min = 1, max = 85) double depth,
      @ForAll @DoubleRange(min = 0, max = 180) double inclination,
      @ForAll @DoubleRange(min = -180, max = 180) double azimuth,
      @ForAll @DoubleRange(min = 0, max = 180) double tilt) {
    var dipole =
        new Dipole(Vector3.ofAngles(inclination, azimuth).times(depth), Vector3.ofAngles(tilt, 50));
    double expected = brody(dipole, at(35), 90, 0.33);
    double centre = 3e3 / (4 * Math.PI * 0.33 * 90 * 90);
    double found = HeadModel.oneSphere().potential(dipole, at(35));
    assertEquals(expected, found, 1e-9 * centre + 1e-12 * Math.abs(expected));
  }

  private static double brody(Dipole dipole, Vector3 electrode, double radius, double sigma) {
    Vector3 r = electrode.times(radius);
    Vector3 d = r.plus(dipole.position().times(-1));
    double near = d.length();
    double cosine = r.dot(dipole.position()) / (radius * radius);
    Vector3 image =
        r.times(1 / (radius * radius))
            .plus(d.times(1 / (radius * near)))
            .times(1 / (radius * (1 - cosine + near / radius)));
    return 1e3
        / (4 * Math.PI * sigma)
        * dipole.orientation().dot(d.times(2 / (near * near * near)).plus(image));
  }

  /** Nothing changes if shells of the same conductivity are told apart. */
  @Test
  void boundariesWithoutContrastDoNotMatter() {
    var shells =
        HeadModel.of(90, new double[] {0.5, 0.8, 0.99, 1}, new double[] {0.33, 0.33, 0.33, 0.33});
    var dipole = new Dipole(Vector3.of(10, 20, 30), Vector3.of(1, -2, 0.5));
    assertEquals(
        HeadModel.oneSphere().potential(dipole, at(50)), shells.potential(dipole, at(50)), 1e-11);
  }

  @Property(tries = 100)
  void turningHeadAndElectrodeTogetherChangesNothing(
      @ForAll @DoubleRange(min = 0, max = 360) double angle,
      @ForAll @DoubleRange(min = 0, max = 80) double depth,
      @ForAll @DoubleRange(min = 0, max = 180) double degrees) {
    var dipole = new Dipole(Vector3.of(0, depth, 5), Vector3.of(1, 2, 3));
    var turned = new Dipole(turn(dipole.position(), angle), turn(dipole.orientation(), angle));
    assertEquals(
        HEAD.potential(dipole, at(degrees)),
        HEAD.potential(turned, turn(at(degrees), angle)),
        1e-11);
  }

  /** Turns round (1, 1, 1) with the formula of Rodrigues. */
  private static Vector3 turn(Vector3 v, double degrees) {
    Vector3 k = Vector3.of(1, 1, 1).unit();
    double c = Math.cos(Math.toRadians(degrees));
    Vector3 cross =
        Vector3.of(
            k.y() * v.z() - k.z() * v.y(),
            k.z() * v.x() - k.x() * v.z(),
            k.x() * v.y() - k.y() * v.x());
    return v.times(c)
        .plus(cross.times(Math.sin(Math.toRadians(degrees))))
        .plus(k.times(k.dot(v) * (1 - c)));
  }

  @Property(tries = 100)
  void potentialsOfMomentsAddUp(
      @ForAll @DoubleRange(min = -5, max = 5) double a,
      @ForAll @DoubleRange(min = 0.1, max = 5) double b,
      @ForAll @DoubleRange(min = 0, max = 180) double degrees) {
    var position = Vector3.of(20, -30, 50);
    var one = new Dipole(position, Vector3.of(1, 0, 0));
    var other = new Dipole(position, Vector3.of(0, 0.6, 0.8));
    Vector3 sum = one.orientation().times(a).plus(other.orientation().times(b));
    assertEquals(
        a * HEAD.potential(one, at(degrees)) + b * HEAD.potential(other, at(degrees)),
        sum.length() * HEAD.potential(new Dipole(position, sum), at(degrees)),
        1e-12);
  }

  /** Every term of the series but the constant one integrates to zero over the sphere. */
  @Test
  void meanOverTheScalpIsZero() {
    var dipole = new Dipole(Vector3.of(30, 20, 50), Vector3.of(1, 1, 1));
    double sum = 0;
    int n = 4000;
    for (int i = 0; i < n; i++) {
      double z = 1 - (2 * i + 1.0) / n; // Fibonacci lattice
      double phi = i * Math.PI * (3 - Math.sqrt(5));
      double r = Math.sqrt(1 - z * z);
      sum += HEAD.potential(dipole, Vector3.of(r * Math.cos(phi), r * Math.sin(phi), z));
    }
    assertEquals(0, sum / n, 1e-5);
  }

  /** A radial dipole at 70 mm: 20 terms of the series are not enough, 100 are more than that. */
  @Test
  void seriesIsCutWhereTheBoundSays() {
    int terms = HEAD.series(Dipole.radial(0, 0, 70)).terms();
    assertTrue(terms > 60 && terms < 160, "terms: " + terms);
    assertEquals(1, HEAD.series(new Dipole(Vector3.of(0, 0, 0), at(0))).terms());
  }

  /**
   * What the series leaves out, summed to four times as many terms by the recurrence of the
   * Legendre polynomials, is below 1e-9 of the largest potential from the centre, in heads of any
   * conductivities.
   */
  @Property(tries = 200)
  void whatIsLeftOutOfTheSeriesIsBelowItsBound(
      @ForAll @Size(4) List<@Scale(3) @DoubleRange(min = 0.004, max = 2) Double> shells,
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 0.995) double eccentricity,
      @ForAll @DoubleRange(min = 0, max = 180) double tilt,
      @ForAll @DoubleRange(min = 0, max = 180) double degrees) {
    double[] conductivities = shells.stream().mapToDouble(Double::doubleValue).toArray();
    HeadModel head = HeadModel.of(90, new double[] {0.9, 0.92, 0.97, 1}, conductivities);
    Vector3 place = Vector3.of(0, 0, 81 * eccentricity);
    ShellSeries series = head.series(new Dipole(place, at(tilt)));
    ShellFactors factors = head.factors();
    double b = place.z() / 90;
    double x = Math.cos(Math.toRadians(degrees));
    double along = Math.cos(Math.toRadians(tilt));
    double across = Math.sin(Math.toRadians(tilt)) * Math.sin(Math.toRadians(degrees));
    double rest = 0;
    double[] p = {1, x};
    double[] slope = {0, 1};
    for (int n = 1; n <= 4 * series.terms() + 100; n++) {
      if (n > series.terms()) {
        double weight = (2.0 * n + 1) / n * factors.factor(n) * Math.pow(b, n - 1);
        rest += weight * (n * along * p[1] + across * slope[1]);
      }
      double next = ((2 * n + 1) * x * p[1] - n * p[0]) / (n + 1);
      double steeper = (n + 1) * p[1] + x * slope[1];
      p = new double[] {p[1], next};
      slope = new double[] {slope[1], steeper};
    }
    assertTrue(Math.abs(rest) <= 1e-9 * 3 * factors.factor(1), rest + " of " + factors.factor(1));
  }

  /** The last share of the radius that is taken: hundreds of thousands of terms, still exact. */
  @Test
  void dipolesAtTheVeryBoundaryConverge() {
    var dipole = Dipole.tangential(Vector3.of(0, 0, 0.9998 * 90), Vector3.of(1, 0, 0));
    double expected = brody(dipole, at(1), 90, 0.33);
    assertEquals(expected, HeadModel.oneSphere().potential(dipole, at(1)), 1e-6 * expected);
  }

  @Test
  void sourcesOutsideTheBrainAreRefused() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> HEAD.potential(Dipole.radial(0, 0, 85), at(0)));
    assertEquals(
        "Dipole[at (0, 0, 85) mm, towards (0, 0, 1)] is 85 mm from the centre, but must be within"
            + " 80.9919 mm, in the innermost sphere",
        e.getMessage());
  }

  @Test
  void skullDampensAndThreeSpheresAreBetween() {
    var dipole = Dipole.radial(0, 0, 70);
    double one = HeadModel.oneSphere().potential(dipole, at(0));
    double three = HeadModel.threeSpheres().potential(dipole, at(0));
    double four = HEAD.potential(dipole, at(0));
    assertTrue(four < three && three < one, four + ", " + three + ", " + one);
  }

  @Test
  void shellsMustBeInOrderAndConduct() {
    assertRefused(90, new double[] {0.9, 0.8, 1}, new double[] {1, 1, 1});
    assertRefused(90, new double[] {81, 90}, new double[] {1, 1});
    assertRefused(90, new double[] {0.9, 1}, new double[] {1, 0});
    assertRefused(90, new double[] {0.9, 1}, new double[] {1});
    assertRefused(90, new double[] {Double.NaN, 1}, new double[] {1, 1});
    assertRefused(90, new double[] {}, new double[] {});
    assertRefused(Double.NaN, new double[] {1}, new double[] {1});
  }

  private static void assertRefused(double radius, double[] radii, double[] conductivities) {
    assertThrows(IllegalArgumentException.class, () -> HeadModel.of(radius, radii, conductivities));
  }

  @Test
  void headsAreValues() {
    assertEquals(HeadModel.fourSpheres(), HEAD);
    assertEquals(HeadModel.fourSpheres().hashCode(), HEAD.hashCode());
    assertNotEquals(HeadModel.threeSpheres(), HEAD);
    assertEquals(81, HEAD.brainRadius(), 1e-12);
    assertEquals(4, HEAD.shells());
    assertEquals(
        "HeadModel[90 mm, relative radii [1.0], [0.33] S/m]", HeadModel.oneSphere().toString());
  }
}
