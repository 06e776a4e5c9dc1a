package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the files hold, the outcome is a recording or an IOException. */
class BrainVisionFuzzTest {
  private static final int TRIES = 2000;
  private static final List<String> NUMBERS =
      List.of("-1", "0", "2147483648", "9e99", "NaN", "", "=", ",", "1e-300", "99999999999", "\\1");

  @TempDir Path folder;

  @Test
  void damagedFilesAreReadOrRefused() {
    var random = new Random(20261120);
    int[] read = {0};
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < TRIES; i++) {
            read[0] += attempt(random, i);
          }
        });
    assertTrue(read[0] > TRIES / 20 && read[0] < TRIES, read[0] + " of " + TRIES + " were read");
  }

  private int attempt(Random random, int i) throws IOException {
    var files = new BrainVisionFiles(folder).write();
    int victim = i % 3;
    String name = List.of("small.vhdr", "small.vmrk", "small.eeg").get(victim);
    byte[] bytes =
        victim == 2
            ? BrainVisionFiles.data()
            : mutateLines(victim == 0 ? BrainVisionFiles.HEADER : BrainVisionFiles.MARKERS, random);
    files.bytes(name, mutateBytes(bytes, random));
    try {
      return files.read().load().toString().isEmpty() ? 0 : 1;
    } catch (IOException e) {
      assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
      return 0;
    } catch (RuntimeException | Error e) {
      return fail("try " + i + ", " + name + ":\n" + new String(bytes, StandardCharsets.UTF_8), e);
    }
  }

  /** Drops, doubles or swaps a line, or puts a strange number after an equals sign or a comma. */
  private static byte[] mutateLines(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> {
        String number = NUMBERS.get(random.nextInt(NUMBERS.size()));
        lines.set(at, lines.get(at).replaceFirst("[=,][^,]*", "=" + number.replace("\\", "")));
      }
      default -> lines.set(at, lines.get(at).toUpperCase(Locale.ROOT));
    }
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** Leaves alone, cuts, or overwrites up to three bytes, in a third of all tries each. */
  private static byte[] mutateBytes(byte[] bytes, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> {
        return bytes;
      }
      case 1 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
      }
      default -> {
        for (int k = random.nextInt(3); k >= 0; k--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
      }
    }
  }

  @Test
  void randomBytesAreRefused() throws IOException {
    var random = new Random(7);
    var files = new BrainVisionFiles(folder).write();
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[random.nextInt(4096)];
      random.nextBytes(noise);
      files.bytes("small.vhdr", noise);
      try {
        fail("read " + files.read());
      } catch (IOException e) {
        assertTrue(e.getMessage().contains("small.vhdr"), e.getMessage());
      }
    }
  }
}
