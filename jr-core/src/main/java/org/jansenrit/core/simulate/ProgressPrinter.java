package org.jansenrit.core.simulate;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints how far a job is. */
final class ProgressPrinter implements Progress {
  private static final double NANOS = 1e9;

  private final PrintStream out;
  private final LongSupplier clock;
  private final ProgressStyle style;
  private long firstTime;
  private long firstDone;
  private long lastTime;
  private long lastDone = Long.MAX_VALUE;

  ProgressPrinter(PrintStream out, LongSupplier clock, ProgressStyle style) {
    this.out = out;
    this.clock = clock;
    this.style = style;
  }

  @Override
  public void update(long done, long total) {
    update(done, total, "");
  }

  @Override
  public void update(long done, long total, String detail) {
    long now = clock.getAsLong();
    if (done < lastDone) { // another job, which may go on where it was stopped
      firstTime = now;
      firstDone = done;
      lastTime = now;
    }
    lastDone = done;
    if (now - lastTime >= NANOS * style.pause() || done == total) {
      lastTime = now;
      String line = line(done, total, (now - firstTime) / NANOS) + after(": ", detail);
      style.print(out, line, (double) done / total, done == total);
    }
  }

  private String line(long done, long total, double seconds) {
    String share =
        String.format(Locale.ROOT, "%d of %d (%.0f %%)", done, total, 100.0 * done / total);
    return share + after(", ", speed(done, total, seconds));
  }

  private String speed(long done, long total, double seconds) {
    double rate = (done - firstDone) / seconds;
    if (!(rate > 0)) {
      return "";
    }
    return (rate < 1 ? seconds(1 / rate) + " each" : String.format(Locale.ROOT, "%.3g per s", rate))
        + ", "
        + (done == total ? "took " + seconds(seconds) : seconds((total - done) / rate) + " left");
  }

  private static String after(String separator, String text) {
    return text.isEmpty() ? "" : separator + text;
  }

  private static String seconds(double s) {
    if (!(s >= 60)) {
      return String.format(Locale.ROOT, "%.1f s", s);
    }
    long whole = Math.round(s);
    return whole >= 3600
        ? whole / 3600 + " h " + whole % 3600 / 60 + " min"
        : whole / 60 + " min " + whole % 60 + " s";
  }
}
