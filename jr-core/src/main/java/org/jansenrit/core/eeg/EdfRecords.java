package org.jansenrit.core.eeg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/**
 * How a recording is divided into data records, which must be equal and hold whole samples.
 *
 * @param samples per record
 * @param count how many there are
 * @param duration of one, as the eight characters of the header say it
 */
record EdfRecords(int samples, int count, String duration) {
  private static final int CHARACTERS = 8;
  private static final double EQUAL = 1e-12;

  /** Records longer than this are not opened by some programs. */
  private static final long LONGEST = 10L << 20;

  private static final int MOST_LEFT_OUT = 100_000;

  /**
   * Returns the division whose records are nearest to 1 s.
   *
   * @throws IllegalArgumentException if there is none whose duration fits eight characters
   */
  static EdfRecords of(int samples, int channels, Frequency rate) {
    return best(samples, channels, rate)
        .orElseThrow(() -> new IllegalArgumentException(refusal(samples, channels, rate)));
  }

  private static Optional<EdfRecords> best(int samples, int channels, Frequency rate) {
    EdfRecords best = null;
    for (int divisor = 1; (long) divisor * divisor <= samples; divisor++) {
      if (samples % divisor == 0) {
        best = better(best, divisor, samples, channels, rate);
        best = better(best, samples / divisor, samples, channels, rate);
      }
    }
    return Optional.ofNullable(best);
  }

  private static EdfRecords better(
      EdfRecords best, int length, int samples, int channels, Frequency rate) {
    BigDecimal seconds = new BigDecimal(length / rate.hertz(), new MathContext(CHARACTERS));
    String text = seconds.stripTrailingZeros().toPlainString();
    boolean possible =
        text.length() <= CHARACTERS
            && Math.abs(length / Double.parseDouble(text) / rate.hertz() - 1) < EQUAL
            && 2L * length * channels <= LONGEST;
    return possible && (best == null || distance(length, rate) < distance(best.samples, rate))
        ? new EdfRecords(length, samples / length, text)
        : best;
  }

  private static double distance(int samples, Frequency rate) {
    return Math.abs(Math.log(samples / rate.hertz()));
  }

  private static String refusal(int samples, int channels, Frequency rate) {
    String cannot =
        samples + " samples at " + rate + " cannot be divided into the records of EDF; ";
    for (int n = samples - 1; n > Math.max(0, samples - MOST_LEFT_OUT); n--) {
      if (best(n, channels, rate).isPresent()) {
        return cannot
            + n
            + " can: crop to "
            + Time.s(n / rate.hertz())
            + " first, or save as .vhdr";
      }
    }
    return cannot + "resample to a whole number of Hz first, or save as .vhdr";
  }
}
