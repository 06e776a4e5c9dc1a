package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Dipole;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.HeadModel;
import org.jansenrit.core.eeg.LeadField;
import org.jansenrit.core.eeg.Montage;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Simulation;

/**
 * How much memory does a whole process take that simulates a large set?
 *
 * <p>Arguments: {@code --run=erp}, evoked potentials of one channel from 61 s each, or {@code
 * --run=disk}, 64 channels written to disk in chunks; {@code --simulations=N}; {@code --out=DIR}
 * for what is written and deleted again. Prints one figure per line: memory in MiB, CPU time in s.
 */
public final class EngineMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double MEBI = 1 << 20;
  private static final Prior PRIOR =
      Prior.of(Prior.uniform(JansenRit.A, 2.6, 5), Prior.uniform(JansenRit.B, 17.6, 40));

  private EngineMemory() {}

  /**
   * Runs one of the two and prints what it took.
   *
   * @param args {@code --run=erp} (default) or {@code --run=disk}, {@code --simulations=N} (default
   *     10,000) and {@code --out=DIR} (default {@code engine-memory})
   * @throws IOException if {@code DIR} cannot be made, or what was written there be deleted
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("run", "simulations", "out"));
    int n = arguments.count("simulations", 10_000, 1);
    if (arguments.get("run").orElse("erp").equals("erp")) {
      evoked(n);
    } else {
      toDisk(n, Path.of(arguments.get("out").orElse("engine-memory")));
    }
    print("heap", heap());
    if (Files.isReadable(STATUS)) {
      print("process", resident());
    }
    print("cpu", CpuTime.ofProcess());
  }

  /** Keeps the average of 60 trials at one electrode of each simulation of 61 s. */
  private static void evoked(int n) {
    Onsets onsets = Onsets.every(s(1), 60).from(ms(500));
    Drive drive =
        Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), 60), Noise.white(2));
    Erp monitor = Erp.of(onsets, ms(-100), ms(390)).channel("Pz", 8);
    System.out.println(simulation(drive, s(61)).observe(monitor).sample(PRIOR, n, 1));
  }

  /** Keeps every sample of 64 electrodes: 3 GB for 10,000 simulations. */
  private static void toDisk(int n, Path out) throws IOException {
    Files.createDirectories(out);
    Path directory = Files.createTempDirectory(out, "simulations");
    try {
      run(n, directory);
    } finally {
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void run(int n, Path directory) {
    LeadField field =
        LeadField.of(
            Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.leftCaudalMiddleFrontal());
    Drive drive = Drive.of(Stimulus.constant(220), Noise.white(2));
    System.out.println(
        simulation(drive, ms(1201))
            .observe(Eeg.through(field))
            .sampleTo(directory, PRIOR, n, 500, 1));
  }

  private static Simulation simulation(Drive drive, Time duration) {
    return Simulation.of(JansenRit.model()).drive(JansenRit.P, drive).duration(duration);
  }

  private static void print(String name, double value) {
    System.out.printf(Locale.ROOT, "%s=%.2f%n", name, value);
  }

  /** Returns the most that was ever in the heap, garbage included, in MiB. */
  private static double heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum()
        / MEBI;
  }

  /** Returns the most that this process ever held, in MiB. */
  private static double resident() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs this program in a process of its own with a heap of 1 GiB.
   *
   * @return what it printed: {@code heap} and {@code process} in MiB, {@code cpu} in s
   * @throws IllegalStateException if it failed, for want of memory say
   */
  static Map<String, Double> inOneGibibyte(String run, int simulations, Path out)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
    command.add(EngineMemory.class.getName());
    command.addAll(List.of("--run=" + run, "--simulations=" + simulations, "--out=" + out));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, Double> figures = new LinkedHashMap<>();
    printed
        .lines()
        .filter(line -> line.matches("[a-z]+=[0-9.]+"))
        .map(line -> line.split("="))
        .forEach(pair -> figures.put(pair[0], Double.parseDouble(pair[1])));
    if (!figures.containsKey("cpu")) {
      throw new IllegalStateException("the run '" + run + "' failed: " + printed);
    }
    return figures;
  }
}
