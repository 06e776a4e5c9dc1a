package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.Arrays;

/**
 * A head of concentric spherical shells, each of one conductivity, with air outside. Immutable.
 *
 * <p>The potential of a dipole in the innermost sphere is an exact series of Legendre polynomials.
 * Its coefficients follow from the continuity of potential and of radial current at every boundary,
 * for any number of shells; see {@link ShellSeries}. Potentials are against infinity, so that their
 * mean over the sphere is zero.
 *
 * @see <a href="https://doi.org/10.1109/10.245635">de Munck &amp; Peters (1993), A fast method to
 *     compute the potential in the multisphere model, IEEE Trans Biomed Eng 40</a>
 * @see <a href="https://doi.org/10.3389/fnhum.2017.00490">Naess et al. (2017), Corrected
 *     four-sphere head model for EEG signals</a>, on errors in published formulas
 */
public final class HeadModel {
  /** Nearer to the boundary of the brain than this share of its radius, the series is too slow. */
  private static final double LARGEST_ECCENTRICITY = 0.9999;

  private final double radius;
  private final double[] relativeRadii;
  private final double[] conductivities;

  private HeadModel(double radius, double[] relativeRadii, double[] conductivities) {
    this.radius = radius;
    this.relativeRadii = relativeRadii.clone();
    this.conductivities = conductivities.clone();
  }

  /**
   * {@return a head of brain, cerebrospinal fluid, skull and scalp with the defaults of MNE-Python:
   * 90 mm, relative radii 0.90, 0.92, 0.97 and 1, conductivities 0.33, 1, 0.004 and 0.33 S/m}
   *
   * @see <a href="https://mne.tools/stable/generated/mne.make_sphere_model.html">MNE-Python,
   *     make_sphere_model</a>
   */
  public static HeadModel fourSpheres() {
    return of(90, new double[] {0.90, 0.92, 0.97, 1}, new double[] {0.33, 1, 0.004, 0.33});
  }

  /**
   * {@return a head of brain, skull and scalp: 90 mm, relative radii 0.92, 0.97 and 1 as in {@link
   * #fourSpheres()} with the fluid counted as brain, and 0.3, 0.006 and 0.3 S/m, the conductivities
   * of three-layer boundary element models in MNE-Python}
   *
   * @see <a href="https://mne.tools/stable/generated/mne.make_bem_model.html">MNE-Python,
   *     make_bem_model</a>
   */
  public static HeadModel threeSpheres() {
    return of(90, new double[] {0.92, 0.97, 1}, new double[] {0.3, 0.006, 0.3});
  }

  /** {@return a homogeneous head of 90 mm and 0.33 S/m, for comparison with closed forms} */
  public static HeadModel oneSphere() {
    return of(90, new double[] {1}, new double[] {0.33});
  }

  /**
   * Creates a head.
   *
   * @param radius the outer radius, in mm
   * @param relativeRadii outer radii of the shells as shares of {@code radius}, from the innermost
   *     outwards; the last is 1
   * @param conductivities of the same shells, in S/m
   * @return the head
   * @throws IllegalArgumentException if there is no shell, the arrays differ in length, the radii
   *     do not increase from above 0 to 1, or a conductivity or {@code radius} is not positive
   */
  public static HeadModel of(double radius, double[] relativeRadii, double[] conductivities) {
    if (!(radius > 0 && Double.isFinite(radius))) {
      throw new IllegalArgumentException("head radius must be positive, but was " + radius + " mm");
    }
    requireRadii(relativeRadii);
    requireConductivities(conductivities, relativeRadii.length);
    return new HeadModel(radius, relativeRadii, conductivities);
  }

  /** {@return the radius of the scalp, in mm} */
  public double radius() {
    return radius;
  }

  /** {@return the radius of the innermost sphere, in mm, inside which sources must be} */
  public double brainRadius() {
    return radius * relativeRadii[0];
  }

  /** {@return the number of shells, the innermost sphere included} */
  public int shells() {
    return relativeRadii.length;
  }

  /**
   * Returns the potential of a dipole of 1 nAm at one place of the scalp, against infinity.
   *
   * <p>The series is cut where what is left out is below 1e-9 of the largest potential that the
   * same dipole would have from the centre of the head.
   *
   * @param dipole a source in the innermost sphere
   * @param electrode a vector from the centre towards the place; its length does not matter
   * @return the potential, in uV per nAm
   * @throws IllegalArgumentException if the dipole is not in the innermost sphere, or nearer to its
   *     boundary than 0.01 % of its radius, or {@code electrode} is zero
   */
  public double potential(Dipole dipole, Vector3 electrode) {
    return series(dipole).potential(electrode.unit());
  }

  /** Returns the series for one dipole, which serves any number of electrodes. */
  ShellSeries series(Dipole dipole) {
    double distance = dipole.position().length();
    if (!(distance <= LARGEST_ECCENTRICITY * brainRadius())) {
      throw new IllegalArgumentException(
          dipole
              + " is "
              + shortest(distance)
              + " mm from the centre, but must be within "
              + shortest(LARGEST_ECCENTRICITY * brainRadius())
              + " mm, in the innermost sphere");
    }
    return new ShellSeries(radius, factors(), dipole);
  }

  /** Returns how the shells weigh each degree of the series. */
  ShellFactors factors() {
    return new ShellFactors(relativeRadii, conductivities);
  }

  private static void requireRadii(double[] radii) {
    boolean increasing = radii.length > 0 && radii[0] > 0 && radii[radii.length - 1] == 1;
    for (int j = 1; j < radii.length; j++) {
      increasing &= radii[j] > radii[j - 1];
    }
    if (!increasing) {
      throw new IllegalArgumentException(
          "relative radii must increase from above 0 to 1, but were "
              + Arrays.toString(radii)
              + ". Were they given in mm?");
    }
  }

  private static void requireConductivities(double[] conductivities, int shells) {
    boolean positive = conductivities.length == shells;
    for (double conductivity : conductivities) {
      positive &= conductivity > 0 && Double.isFinite(conductivity);
    }
    if (!positive) {
      throw new IllegalArgumentException(
          "expected "
              + shells
              + " positive conductivities in S/m, one per shell, but got "
              + Arrays.toString(conductivities));
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof HeadModel other
        && radius == other.radius
        && Arrays.equals(relativeRadii, other.relativeRadii)
        && Arrays.equals(conductivities, other.conductivities);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Double.hashCode(radius) + Arrays.hashCode(relativeRadii))
        + Arrays.hashCode(conductivities);
  }

  @Override
  public String toString() {
    return "HeadModel["
        + shortest(radius)
        + " mm, relative radii "
        + Arrays.toString(relativeRadii)
        + ", "
        + Arrays.toString(conductivities)
        + " S/m]";
  }
}
