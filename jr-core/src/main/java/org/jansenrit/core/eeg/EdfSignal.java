package org.jansenrit.core.eeg;

import java.io.IOException;
import org.jansenrit.core.quantity.Frequency;

/**
 * A signal of an EDF or BDF file.
 *
 * @param label as written
 * @param unit the unit of the values, uV for voltages
 * @param scale what stored numbers are multiplied by
 * @param shift what is added then
 * @param start where its part of a data record starts, in samples of all signals
 * @param samples per data record
 * @param rate its sampling rate
 */
record EdfSignal(
    String label,
    String unit,
    double scale,
    double shift,
    long start,
    int samples,
    Frequency rate) {
  private static final int LABEL = 0;
  private static final int UNIT = 96;
  private static final int PHYSICAL_MINIMUM = 104;
  private static final int PHYSICAL_MAXIMUM = 112;
  private static final int DIGITAL_MINIMUM = 120;
  private static final int DIGITAL_MAXIMUM = 128;
  private static final int SAMPLES = 216;

  /** Where a number of a signal is: the fields of all signals stand together, kind by kind. */
  private record Place(EdfFields fields, int signals, int i, String label) {
    static final int WIDTH = 8;

    static Place of(EdfFields fields, int signals, int i) {
      String label = fields.text(EdfHeader.FIXED + LABEL * signals + i * 16, 16);
      return new Place(fields, signals, i, label);
    }

    int offset(int kind) {
      return EdfHeader.FIXED + kind * signals + i * WIDTH;
    }

    String what(String field) {
      return field + " of signal " + (i + 1) + " (" + IniText.printable(label) + ")";
    }

    double number(String field, int kind) throws IOException {
      return fields.number(what(field), offset(kind), WIDTH);
    }

    long whole(String field, int kind, long low, long high) throws IOException {
      return fields.whole(what(field), offset(kind), WIDTH, low, high);
    }

    IOException wrong(String field, int kind, String rule) {
      return fields.wrong(what(field), offset(kind), WIDTH, rule);
    }
  }

  /**
   * Reads signal {@code i}.
   *
   * @param start where its part of a data record starts
   * @param duration of a data record, in s
   */
  static EdfSignal of(EdfFields fields, int signals, int i, long start, double duration)
      throws IOException {
    Place place = Place.of(fields, signals, i);
    int samples = (int) place.whole("samples per record", SAMPLES, 1, 99_999_999);
    if (isAnnotations(place.label())) {
      return new EdfSignal(place.label(), "", 1, 0, start, samples, Frequency.hz(1));
    }
    if (!(duration > 0)) {
      throw fields.wrong(
          "duration of a data record", EdfHeader.DURATION, 8, "must be more than 0 s");
    }
    PhysicalUnit unit = PhysicalUnit.of(fields.text(place.offset(UNIT), Place.WIDTH));
    double scale = scale(place);
    double shift =
        place.number("physical minimum", PHYSICAL_MINIMUM)
            - scale * place.number("digital minimum", DIGITAL_MINIMUM);
    return new EdfSignal(
        place.label(),
        unit.name(),
        scale * unit.factor(),
        shift * unit.factor(),
        start,
        samples,
        Frequency.hz(samples / duration));
  }

  /**
   * Returns the size of a step. It is negative for a negative amplifier gain, which EDF+ 2.1.3 (5)
   * says by a physical maximum below the minimum; the digital ones must not be inverted.
   */
  private static double scale(Place place) throws IOException {
    long low =
        place.whole("digital minimum", DIGITAL_MINIMUM, Integer.MIN_VALUE, Integer.MAX_VALUE);
    long high =
        place.whole("digital maximum", DIGITAL_MAXIMUM, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (high <= low) {
      throw place.wrong(
          "digital maximum", DIGITAL_MAXIMUM, "must be above the digital minimum, " + low);
    }
    double bottom = place.number("physical minimum", PHYSICAL_MINIMUM);
    double top = place.number("physical maximum", PHYSICAL_MAXIMUM);
    double scale = (top - bottom) / (high - low);
    if (scale == 0 || !Double.isFinite(scale)) {
      throw place.wrong(
          "physical maximum",
          PHYSICAL_MAXIMUM,
          "the physical minimum is " + bottom + ", which leaves no range");
    }
    return scale;
  }

  private static boolean isAnnotations(String label) {
    return label.equals("EDF Annotations") || label.equals("BDF Annotations");
  }

  /** Returns whether this is a list of annotations. */
  boolean isAnnotations() {
    return isAnnotations(label);
  }

  /** Returns whether this is the line of triggers of BioSemi's recorders. */
  boolean isStatus() {
    return label.equalsIgnoreCase("Status");
  }

  /** Returns whether the amplifier gain is negative. */
  boolean isInverted() {
    return scale < 0;
  }

  /** Returns this signal with its numbers as they are stored. */
  EdfSignal raw() {
    return new EdfSignal(label, "", 1, 0, start, samples, rate);
  }
}
