package org.jansenrit.core.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Results are the same to the last bit whatever computes them. Each virtual machine is asked twice,
 * before and after its compiler has seen enough steps, for which the program waits ({@code
 * -Xbatch}).
 */
class SameBitsTest {
  private static final String HERE = Fingerprint.ofBlocks(256);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 100, 255})
  void anyBlockSizeGivesTheSameBits(int lanes) {
    assertEquals(HERE, Fingerprint.ofBlocks(lanes));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8})
  void anyNumberOfThreadsGivesTheSameBits(int threads) {
    assertEquals(Fingerprint.ofDataset(1), Fingerprint.ofDataset(threads));
  }

  @Test
  void theInterpreterGivesTheSameBits() throws Exception {
    assertEquals(HERE, printedBy(System.getProperty("java.home"), List.of("-Xint"), List.of()));
  }

  /** Vectors of 64, 32 and 16 bytes; a processor without the widest is asked for what it has. */
  @ParameterizedTest
  @ValueSource(strings = {"-XX:UseAVX=3", "-XX:UseAVX=2", "-XX:MaxVectorSize=16"})
  void anyInstructionSetGivesTheSameBits(String option) throws Exception {
    List<String> options = List.of("-XX:+IgnoreUnrecognizedVMOptions", "-Xbatch", option);
    String home = System.getProperty("java.home");
    assertEquals(HERE, printedBy(home, options, List.of("--compiled")));
  }

  /** {@code -Djr.other.jdk=DIR} names a JDK of another version, 25 say. */
  @Test
  void anotherJdkGivesTheSameBits() throws Exception {
    String home = System.getProperty("jr.other.jdk", "");
    assumeFalse(home.isBlank(), "no other JDK: give -Djr.other.jdk=DIR");
    assertEquals(HERE, printedBy(home, List.of("-Xbatch"), List.of("--compiled")));
  }

  private static String printedBy(String javaHome, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(javaHome, "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Fingerprint.class.getName());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running: " + command);
    assertEquals(0, process.exitValue(), printed);
    return printed.strip().lines().reduce("", (before, last) -> last);
  }
}
