package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.report.Panel;

/**
 * Where the electrodes are on a spherical head: names and unit vectors, x to the right, y to the
 * front, z up. An immutable value.
 */
public final class Montage {
  private static final double UNIT = 0.01;

  /** Of the 10-20 system before it was extended. */
  private static final Map<String, String> OLDER_NAMES =
      Map.of("t3", "t7", "t4", "t8", "t5", "p7", "t6", "p8");

  private final List<String> names;
  private final List<Vector3> positions;
  private final Map<String, Integer> places;

  private Montage(List<String> names, List<Vector3> positions) {
    this.names = List.copyOf(names);
    this.positions = List.copyOf(positions);
    this.places = places(names);
  }

  /** {@return the 64-electrode cap of BioSemi, in BioSemi's order: Fp1, AF7, AF3, ... O2} */
  public static Montage biosemi64() {
    return BioSemi.cap64();
  }

  /** {@return the 32-electrode cap of BioSemi, in BioSemi's order: Fp1, AF3, F7, ... Cz} */
  public static Montage biosemi32() {
    return BioSemi.cap32();
  }

  /**
   * {@return the sites of the international 10-20 system and of its 10 % extension, 81 in all, on a
   * sphere on which 10 % of the way between the landmarks is 23 degrees: Cz at the vertex; Fpz, T8,
   * Oz and T7 at 92 degrees; F9, T10, Iz and the others of the lowest ring at 115} Sites that
   * {@link #biosemi64()} has are where it has them.
   *
   * <p>The ears A1 and A2 are at T9 and T10, the mastoids M1 and M2 at TP9 and TP10. The older
   * names T3, T4, T5 and T6 are found as T7, T8, P7 and P8. {@link #pick} those that were recorded.
   *
   * @see <a href="https://pubmed.ncbi.nlm.nih.gov/10590970/">Klem et al. (1999), The ten-twenty
   *     electrode system of the International Federation</a>
   */
  public static Montage international1020() {
    return BioSemi.international();
  }

  /**
   * Creates a montage.
   *
   * @param names the names of the electrodes, different even without regard to case
   * @param positions as many vectors from the centre of the head, of length 1 to within 1 %, and
   *     then made exactly so
   * @return the montage
   * @throws IllegalArgumentException if there is no electrode, the lists differ in length, a name
   *     is blank or appears twice, or a vector is not of length 1
   */
  public static Montage of(List<String> names, List<Vector3> positions) {
    if (names.isEmpty() || names.size() != positions.size()) {
      throw new IllegalArgumentException(
          "a montage needs as many names as positions, at least one, but got "
              + names.size()
              + " and "
              + positions.size());
    }
    List<Vector3> units = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      units.add(unit(names.get(i), positions.get(i)));
    }
    return new Montage(names, units);
  }

  /** {@return the names of the electrodes, in order} */
  public List<String> names() {
    return names;
  }

  /** {@return the number of electrodes} */
  public int size() {
    return names.size();
  }

  /** {@return the direction of every electrode from the centre of the head, in order} */
  public List<Vector3> positions() {
    return positions;
  }

  /**
   * {@return the direction of an electrode from the centre of the head, a vector of length 1}
   *
   * @param name its name, in any case
   * @throws IllegalArgumentException if there is no such electrode
   */
  public Vector3 position(String name) {
    return positions.get(indexOf(name));
  }

  /**
   * {@return the montage of these electrodes only, in this order}
   *
   * @param chosen names, in any case
   * @throws IllegalArgumentException if there is no such electrode, or one is named twice
   */
  public Montage pick(String... chosen) {
    List<String> some = Arrays.stream(chosen).map(name -> names.get(indexOf(name))).toList();
    return of(some, some.stream().map(this::position).toList());
  }

  /**
   * {@return whether there is an electrode of this name, in any case}
   *
   * @param name in any case
   */
  public boolean has(String name) {
    return place(name) != null;
  }

  /**
   * Draws values on the scalp from above, nose up, interpolated between the electrodes by spherical
   * splines of order 4. Seen from the vertex, distances along meridians are kept: the outline of
   * the head is at 90 degrees.
   *
   * @param title may be empty
   * @param label what the values are, with their unit: {@code "potential (µV)"}
   * @param values one per electrode, in order
   * @return one panel
   * @throws IllegalArgumentException if there are fewer than four electrodes, more or fewer values
   *     than electrodes, or one is not finite
   * @see <a href="https://doi.org/10.1016/0013-4694(89)90180-6">Perrin et al. (1989), Spherical
   *     splines for scalp potential and current density mapping</a>
   */
  public Panel topography(String title, String label, double... values) {
    return ScalpMap.of(this, values)
        .drawnIn(Panel.of(title, "left - right", "back - front"), label);
  }

  private Integer place(String name) {
    String folded = Lookup.fold(name);
    return places.getOrDefault(folded, places.get(OLDER_NAMES.get(folded)));
  }

  private int indexOf(String name) {
    Integer place = place(name);
    if (place == null) {
      throw Lookup.missing("electrode", name, names);
    }
    return place;
  }

  private static Vector3 unit(String name, Vector3 position) {
    double length = position.length();
    if (!(Math.abs(length - 1) <= UNIT)) {
      throw new IllegalArgumentException(
          "position of electrode "
              + name
              + " must have length 1, but "
              + position
              + " has "
              + length
              + ". If it is in mm or m, give position.unit()");
    }
    return position.unit();
  }

  private static Map<String, Integer> places(List<String> names) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String name : names) {
      if (name.isBlank() || places.put(Lookup.fold(name), places.size()) != null) {
        throw new IllegalArgumentException(
            "names of electrodes must be there and differ, but got \"" + name + "\" in " + names);
      }
    }
    return Collections.unmodifiableMap(places);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Montage other
        && names.equals(other.names)
        && positions.equals(other.positions);
  }

  @Override
  public int hashCode() {
    return 31 * names.hashCode() + positions.hashCode();
  }

  @Override
  public String toString() {
    List<String> shown = names.subList(0, Math.min(3, names.size()));
    return "Montage["
        + names.size()
        + (names.size() == 1 ? " electrode: " : " electrodes: ")
        + String.join(", ", shown)
        + (names.size() > 3 ? ", ..." : "")
        + "]";
  }
}
