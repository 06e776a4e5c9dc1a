package org.jansenrit.core.eeg;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where regions of the cortex are in the spherical head of {@link HeadModel#fourSpheres()}. An
 * approximation for studies of electrodes, some ten millimetres wrong for any one head.
 *
 * <p>Names are those of the Desikan-Killiany atlas with the hemisphere, as FreeSurfer and
 * MNE-Python have them. Centroids are in MNI space, in mm: that of the caudal middle frontal gyrus
 * of the atlas itself (the right one mirrored), the others of the region of the AAL atlas that is
 * nearest to it, to whole millimetres. The cerebrum fills there, to within some mm, the ellipsoid
 * round (0, -17, 20) mm with half axes of 72, 90 and 62 mm; stretching that ellipsoid to a sphere
 * gives the direction in the spherical head.
 *
 * <p>Regions on the convexity are put 70 mm from the centre, 20 mm below the scalp: about 15 mm to
 * the cortex, and some more to the middle of a gyrus. Those in a fold or on the medial side are put
 * where stretching puts them.
 *
 * @see <a href="https://doi.org/10.1016/j.neuroimage.2006.01.021">Desikan et al. (2006)</a>
 * @see <a href="https://doi.org/10.1006/nimg.2001.0978">Tzourio-Mazoyer et al. (2002), AAL</a>
 */
final class CorticalRegion {
  private static final double CONVEXITY = 70;
  private static final double BRAIN = 81;

  /** Name, centroids of the left and of the right one, and whether it is on the convexity. */
  private static final String TABLE =
      """
      caudalmiddlefrontal   -31  10 49   31  10 49  convexity
      rostralmiddlefrontal  -33  33 35   38  33 34  convexity
      superiorfrontal       -18  35 42   22  31 44  convexity
      precentral            -39  -6 51   41  -8 52  convexity
      postcentral           -42 -23 49   41 -25 53  convexity
      superiorparietal      -23 -60 59   26 -59 62  convexity
      inferiorparietal      -44 -61 36   46 -60 39  convexity
      supramarginal         -56 -34 30   58 -32 34  convexity
      superiortemporal      -53 -21  7   58 -22  7  convexity
      lateraloccipital      -32 -81 16   37 -80 19  convexity
      transversetemporal    -42 -19 10   46 -17 10  fold
      pericalcarine          -7 -79  6   16 -73  9  fold
      precuneus              -7 -56 48   10 -56 44  fold
      """;

  private static final Map<String, Vector3> POSITIONS = positions();

  private CorticalRegion() {}

  /**
   * Returns where a region is, in mm from the centre of the head.
   *
   * @throws IllegalArgumentException if there is no such region
   */
  static Vector3 position(String name) {
    Vector3 position = POSITIONS.get(Lookup.fold(name));
    if (position == null) {
      throw Lookup.missing("region", name, POSITIONS.keySet());
    }
    return position;
  }

  private static Map<String, Vector3> positions() {
    Map<String, Vector3> positions = new LinkedHashMap<>();
    for (String line : TABLE.strip().split("\n", -1)) {
      String[] words = line.strip().split("\\s+", -1);
      boolean convexity = words[7].equals("convexity");
      positions.put(words[0] + "-lh", place(words, 1, convexity));
      positions.put(words[0] + "-rh", place(words, 4, convexity));
    }
    return Collections.unmodifiableMap(positions);
  }

  private static Vector3 place(String[] words, int at, boolean convexity) {
    Vector3 stretched =
        Vector3.of(
            Double.parseDouble(words[at]) / 72,
            (Double.parseDouble(words[at + 1]) + 17) / 90,
            (Double.parseDouble(words[at + 2]) - 20) / 62);
    return convexity ? stretched.unit().times(CONVEXITY) : stretched.times(BRAIN);
  }
}
