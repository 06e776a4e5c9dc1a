package org.jansenrit.core.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.quantity.Frequency;

/**
 * A range of frequencies with a name.
 *
 * @param name what it is called: {@code "alpha"}
 * @param from its lower edge
 * @param to its upper edge, above the lower
 */
public record Band(String name, Frequency from, Frequency to) {
  /** 1 to 4 Hz. */
  public static final Band DELTA = of("delta", 1, 4);

  /** 4 to 8 Hz. */
  public static final Band THETA = of("theta", 4, 8);

  /** 8 to 13 Hz. */
  public static final Band ALPHA = of("alpha", 8, 13);

  /** 13 to 30 Hz. */
  public static final Band BETA = of("beta", 13, 30);

  /** 30 to 45 Hz. */
  public static final Band GAMMA = of("gamma", 30, 45);

  /** The five bands above, from slow to fast. */
  public static final List<Band> STANDARD = List.of(DELTA, THETA, ALPHA, BETA, GAMMA);

  /**
   * Creates a band.
   *
   * @param name what it is called
   * @param from its lower edge
   * @param to its upper edge
   * @throws IllegalArgumentException if it is empty
   */
  public Band {
    if (to.compareTo(from) <= 0) {
      throw new IllegalArgumentException(
          "band " + name + " must end above its start, but was from " + from + " to " + to);
    }
  }

  private static Band of(String name, double from, double to) {
    return new Band(name, Frequency.hz(from), Frequency.hz(to));
  }

  Archive toArchive() {
    return Archive.of("band").with("name", name).with("from", from.hertz()).with("to", to.hertz());
  }

  static List<Band> read(List<Archive> archives) throws IOException {
    List<Band> bands = new ArrayList<>();
    for (Archive archive : archives) {
      bands.add(of(archive.text("name"), archive.number("from"), archive.number("to")));
    }
    return bands;
  }

  @Override
  public String toString() {
    return name + " " + Units.range(from, to);
  }
}
