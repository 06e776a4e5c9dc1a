package org.jansenrit.core.eeg;

/**
 * A current dipole: a patch of cortex seen from far away. Its strength is not part of it: gains are
 * per nAm.
 *
 * @param position where it is, in mm from the centre of the head
 * @param orientation where its moment points, from sink to source; made of length 1
 */
public record Dipole(Vector3 position, Vector3 orientation) {

  /** Refuses an orientation of length zero. */
  public Dipole {
    if (!(orientation.length() > 0)) {
      throw new IllegalArgumentException(
          "dipole at " + position + " mm: its orientation must not be zero");
    }
    orientation = orientation.unit();
  }

  /**
   * Returns a dipole that points away from the centre of the head, as that of a gyrus does.
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
   * Returns a dipole that points along the surface of the head, as that of the wall of a sulcus
   * does.
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
   * Returns a radial dipole in the left caudal middle frontal gyrus of the spherical head of {@link
   * HeadModel#fourSpheres()}: (-42.9, 29.9, 46.6) mm.
   *
   * <p>An approximation, in three steps. The centroid of that region of the Desikan-Killiany atlas
   * is near (-31, 10, 49) mm in MNI space. The cerebrum fills there, to within some mm, the
   * ellipsoid round (0, -17, 20) mm with half axes of 72, 90 and 62 mm; stretching that ellipsoid
   * to a sphere gives the direction, 5 degrees from electrode FC3. The distance from the centre is
   * 70 mm, 20 mm below the scalp: about 15 mm to the cortex, and some more to the middle of a
   * gyrus.
   *
   * @see <a href="https://doi.org/10.1016/j.neuroimage.2006.01.021">Desikan et al. (2006)</a>
   */
  public static Dipole leftCaudalMiddleFrontal() {
    Vector3 stretched = Vector3.of(-31 / 72.0, (10 + 17) / 90.0, (49 - 20) / 62.0);
    Vector3 position = stretched.unit().times(70);
    return new Dipole(position, position);
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
