package org.jansenrit.core.eeg;

import static org.jansenrit.core.quantity.Numbers.shortest;

/**
 * A place in the head, in mm from its centre, or a direction, which has no unit. Coordinates are
 * finite.
 *
 * @param x to the right ear
 * @param y to the nose
 * @param z up, to the vertex
 */
public record Vector3(double x, double y, double z) {

  /**
   * Creates a vector.
   *
   * @param x to the right ear
   * @param y to the nose
   * @param z up, to the vertex
   * @throws IllegalArgumentException if a coordinate is not finite
   */
  public Vector3 {
    if (!(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z))) {
      throw new IllegalArgumentException(
          "coordinates must be finite, but were (" + x + ", " + y + ", " + z + ")");
    }
  }

  /**
   * {@return the vector from the centre to ({@code x}, {@code y}, {@code z})}
   *
   * @param x to the right ear
   * @param y to the nose
   * @param z up, to the vertex
   * @throws IllegalArgumentException if a coordinate is not finite
   */
  public static Vector3 of(double x, double y, double z) {
    return new Vector3(x, y, z);
  }

  /**
   * Returns the direction of an electrode, in the convention of the montage files of BioSemi and
   * BESA.
   *
   * @param inclination angle from the vertex, in degrees; negative for the left half of the head
   * @param azimuth angle from the right ear, or from the left one for a negative inclination, in
   *     degrees; counter-clockwise as seen from above
   * @return a vector of length 1
   */
  public static Vector3 ofAngles(double inclination, double azimuth) {
    double theta = Math.toRadians(inclination);
    double phi = Math.toRadians(azimuth);
    return new Vector3(
        Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
  }

  /** {@return the length, in the unit of the coordinates} */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /**
   * {@return the scalar product with {@code other}}
   *
   * @param other in the same unit, or a direction
   */
  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /**
   * {@return this vector plus {@code other}}
   *
   * @param other in the same unit
   */
  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  /**
   * {@return this vector {@code factor} times as long}
   *
   * @param factor any finite number; negative to point the other way
   */
  public Vector3 times(double factor) {
    return new Vector3(factor * x, factor * y, factor * z);
  }

  /**
   * {@return the vector of length 1 in this direction}
   *
   * @throws IllegalArgumentException if this vector has no direction, since its length is zero
   */
  public Vector3 unit() {
    double length = length();
    if (!(length > 0)) {
      throw new IllegalArgumentException("the vector " + this + " has no direction");
    }
    return times(1 / length);
  }

  @Override
  public String toString() {
    return "(" + shortest(x) + ", " + shortest(y) + ", " + shortest(z) + ")";
  }
}
