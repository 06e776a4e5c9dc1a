package org.jansenrit.core.eeg;

/**
 * A current dipole: a patch of cortex seen from far away. Its strength is not part of it: gains are
 * per nAm.
 *
 * @param position where it is, in mm from the centre of the head
 * @param orientation where its moment points, from sink to source; not of length zero, and made of
 *     length 1
 */
public record Dipole(Vector3 position, Vector3 orientation) {

  /**
   * Creates a dipole.
   *
   * @param position where it is, in mm
   * @param orientation where its moment points
   * @throws IllegalArgumentException if {@code orientation} has length zero
   */
  public Dipole {
    if (!(orientation.length() > 0)) {
      throw new IllegalArgumentException(
          "dipole at " + position + " mm: its orientation must not be zero");
    }
    orientation = orientation.unit();
  }

  /**
   * {@return a dipole that points away from the centre of the head, as that of a gyrus does}
   *
   * @param x to the right, in mm
   * @param y to the front, in mm
   * @param z up, in mm
   * @throws IllegalArgumentException at the centre, where no direction is radial
   */
  public static Dipole radial(double x, double y, double z) {
    Vector3 position = Vector3.of(x, y, z);
    requireOffCentre(position);
    return new Dipole(position, position);
  }

  /**
   * {@return a dipole that points along the surface of the head, as that of the wall of a sulcus
   * does}
   *
   * @param position in mm
   * @param towards a direction; what it has along {@code position} is taken away
   * @throws IllegalArgumentException at the centre, or if {@code towards} is radial
   */
  public static Dipole tangential(Vector3 position, Vector3 towards) {
    requireOffCentre(position);
    Vector3 radial = position.unit();
    Vector3 direction = towards.unit();
    Vector3 tangent = direction.plus(radial.times(-direction.dot(radial)));
    if (!(tangent.length() > 1e-9)) {
      throw new IllegalArgumentException(
          "direction " + towards + " is radial at " + position + " mm; it has no tangential part");
    }
    return new Dipole(position, tangent);
  }

  /**
   * {@return a radial dipole in a region of the cortex, in the spherical head of {@link
   * HeadModel#fourSpheres()}: {@code "caudalmiddlefrontal-lh"}}
   *
   * <p>Positions are approximations: centroids in MNI space, from the ellipsoid that the cerebrum
   * fills there stretched to a sphere; those on the convexity 70 mm from the centre. For a source
   * in the wall of a sulcus take the position and {@link #tangential}.
   *
   * @param region a name of the Desikan-Killiany atlas and {@code -lh} or {@code -rh}, in any case:
   *     caudalmiddlefrontal, rostralmiddlefrontal, superiorfrontal, precentral, postcentral,
   *     superiorparietal, inferiorparietal, supramarginal, superiortemporal, lateraloccipital,
   *     transversetemporal, pericalcarine or precuneus
   * @throws IllegalArgumentException if there is no such region
   * @see <a href="https://doi.org/10.1016/j.neuroimage.2006.01.021">Desikan et al. (2006)</a>
   */
  public static Dipole inRegion(String region) {
    Vector3 position = CorticalRegion.position(region);
    return new Dipole(position, position);
  }

  /**
   * {@return a radial dipole in the left caudal middle frontal gyrus, {@code
   * inRegion("caudalmiddlefrontal-lh")}: (-42.9, 29.9, 46.6) mm, 5 degrees from electrode FC3}
   */
  public static Dipole leftCaudalMiddleFrontal() {
    return inRegion("caudalmiddlefrontal-lh");
  }

  private static void requireOffCentre(Vector3 position) {
    if (!(position.length() > 0)) {
      throw new IllegalArgumentException(
          "a dipole at the centre of the head is neither radial nor tangential");
    }
  }

  @Override
  public String toString() {
    return "Dipole[at " + position + " mm, towards " + orientation + "]";
  }
}
