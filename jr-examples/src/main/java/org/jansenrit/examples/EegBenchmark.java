package org.jansenrit.examples;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.s;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jansenrit.core.eeg.Recording;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.signal.Filter;

/**
 * How fast are recordings read, written and filtered?
 *
 * <p>64 channels at 1000 Hz in EDF and 73 at 2048 Hz in BDF, some 200 MB each, made for the purpose
 * and in the cache of the file system when they are read. Arguments: {@code --out=DIR}, {@code
 * --small}.
 */
public final class EegBenchmark {
  /** What the clock of CPU time counts in, in s. */
  private static final double TICK = 0.01;

  private static final int REPETITIONS = 7;

  private EegBenchmark() {}

  /**
   * Runs the benchmark and prints its figures.
   *
   * @param args {@code --out=DIR} (default {@code eeg-benchmark}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made, or the recordings in it be written or read
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("small", "out"));
    run(arguments.has("small"), Path.of(arguments.get("out").orElse("eeg-benchmark")));
  }

  static Results run(boolean small, Path out) throws IOException {
    Files.createDirectories(out);
    Path edf = out.resolve("benchmark.edf");
    Path bdf = out.resolve("benchmark.bdf");
    Results results = Results.of("EegBenchmark", small ? "small" : "full");
    try {
      write(edf, 2, 64, 1000, small ? 20 : 1600);
      write(bdf, 3, 73, 2048, small ? 8 : 500);
      results = reading(reading(results, "EDF", edf), "BDF", bdf);
      results = processing(results, Recording.read(edf).crop(s(0), s(small ? 10 : 300)), out);
    } finally {
      Files.deleteIfExists(edf);
      Files.deleteIfExists(bdf);
    }
    System.out.println(results.table());
    results.save(out.resolve("results.json"));
    return results;
  }

  private static Results reading(Results results, String format, Path file) throws IOException {
    double megabytes = Files.size(file) / 1e6;
    Recording recording = Recording.read(file);
    String last = recording.channels().get(recording.channels().size() - 1);
    String rate = format + ": all values/per CPU time";
    return results
        .figure(rate, megabytes / seconds(recording::load), "MB/s", 200, ">=")
        .figure(format + ": open/CPU time", milliseconds(() -> open(file)), "ms")
        .figure(
            format + ": one channel/CPU time", milliseconds(() -> recording.channel(last)), "ms")
        .figure(
            format + ": one second/CPU time",
            milliseconds(() -> recording.crop(s(2), s(3)).load()),
            "ms");
  }

  private static void open(Path file) {
    try {
      Recording.read(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Results processing(Results results, Recording some, Path out) throws IOException {
    Recording recording = some.load();
    double values = 1e-6 * recording.samples() * recording.channels().size();
    Path saved = out.resolve("saved.edf");
    Filter band = Filter.bandPass(hz(1), hz(40));
    try {
      return results
          .figure(
              "EDF+: save/per CPU time", 2 * values / seconds(() -> recording.save(saved)), "MB/s")
          .figure(
              "band-pass 1 to 40 Hz, zero phase/per CPU time",
              values / seconds(() -> recording.filter(band)),
              "M values/s")
          .figure(
              "resampling, 1000 to 250 Hz/per CPU time",
              values / seconds(() -> recording.resample(hz(250))),
              "M values/s");
    } finally {
      Files.deleteIfExists(saved);
    }
  }

  /** Writes a file of so many seconds, each of one record, each the same noise. */
  private static void write(Path file, int bytes, int channels, int rate, int seconds)
      throws IOException {
    byte[] record = new byte[channels * rate * bytes];
    new Random(1).nextBytes(record);
    if (bytes == 3) {
      Arrays.fill(record, record.length - rate * bytes, record.length, (byte) 0); // Status
    }
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      to.write(header(bytes == 3, channels, rate, seconds).getBytes(ISO_8859_1));
      for (int i = 0; i < seconds; i++) {
        to.write(record);
      }
    }
  }

  private static String header(boolean isBdf, int channels, int rate, int seconds) {
    String names =
        IntStream.range(0, channels)
            .mapToObj(c -> text(isBdf && c == channels - 1 ? "Status" : "E" + (c + 1), 16))
            .collect(Collectors.joining());
    String limit = isBdf ? "8388607" : "32767";
    return (isBdf ? "\u00ffBIOSEMI" : text("0", 8))
        + text("", 160)
        + "01.01.0000.00.00"
        + text(256 * (channels + 1) + "", 8)
        + text("", 44)
        + text(seconds + "", 8)
        + text("1", 8)
        + text(channels + "", 4)
        + names
        + text("", 80).repeat(channels)
        + text("uV", 8).repeat(channels)
        + text("-" + limit, 8).repeat(channels)
        + text(limit, 8).repeat(channels)
        + text("-" + limit, 8).repeat(channels)
        + text(limit, 8).repeat(channels)
        + text("", 80).repeat(channels)
        + text(rate + "", 8).repeat(channels)
        + text("", 32).repeat(channels);
  }

  private static String text(String text, int length) {
    return text + " ".repeat(length - text.length());
  }

  /** The median over some runs of the CPU time of all threads, at least a tick of its clock. */
  private static double seconds(Runnable run) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Math.max(TICK, 1e-9 * median(run, system::getProcessCpuTime));
  }

  /** The median of the CPU time of this thread, which is known to less than 10 ms. */
  private static double milliseconds(Runnable run) {
    return 1e-6 * median(run, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
  }

  private static double median(Runnable run, LongSupplier nanoseconds) {
    double[] times = new double[REPETITIONS];
    for (int k = 0; k < REPETITIONS; k++) {
      long start = nanoseconds.getAsLong();
      run.run();
      times[k] = nanoseconds.getAsLong() - start;
    }
    Arrays.sort(times);
    return times[REPETITIONS / 2];
  }
}
