package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BiFunction;

/** Feeds a reader damaged files: whatever they hold, it reads them or throws an IOException. */
final class Mutations {
  private final Path folder;
  private final String ending;
  private final Reading reading;

  /** Reads a file, all of it. */
  @FunctionalInterface
  interface Reading {
    void read(Path file) throws IOException;
  }

  Mutations(Path folder, String ending, Reading reading) {
    this.folder = folder;
    this.ending = ending;
    this.reading = reading;
  }

  /**
   * Tries files, none of which may take longer than all should.
   *
   * @param file makes one from the number of the try
   * @return how many were read
   */
  int survive(int tries, BiFunction<Random, Integer, byte[]> file) {
    int[] read = {0};
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < tries; i++) {
            read[0] += attempt(i, file.apply(new Random(20261120 + i), i)) ? 1 : 0;
          }
        });
    return read[0];
  }

  /** A file of its own for each try: to overwrite one takes longer. */
  private boolean attempt(int i, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(i + ending), bytes);
    try {
      reading.read(file);
      return true;
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains(file.toString()), message);
      boolean tellsWhere =
          message.contains("offset ")
              || message.contains("bytes unpacked")
              || message.contains("sampling rates differ");
      assertTrue(tellsWhere, message);
      return false;
    } catch (RuntimeException | Error e) {
      return fail("try " + i + " of " + bytes.length + " bytes", e);
    } finally {
      Files.delete(file);
    }
  }

  /** Overwrites bytes, cuts, lengthens, or moves a stretch. */
  static byte[] damaged(byte[] bytes, Random random) {
    byte[] copy = bytes.clone();
    int at = random.nextInt(copy.length);
    switch (random.nextInt(6)) {
      case 0 -> {
        return Arrays.copyOf(copy, at);
      }
      case 1 -> {
        return Arrays.copyOf(copy, copy.length + random.nextInt(600));
      }
      case 2 -> {
        int count = random.nextInt(Math.min(64, copy.length - at) + 1);
        System.arraycopy(bytes, random.nextInt(copy.length - count + 1), copy, at, count);
      }
      default -> {
        for (int k = random.nextInt(4); k >= 0; k--) {
          copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
      }
    }
    return copy;
  }

  static byte[] noise(Random random) {
    byte[] noise = new byte[random.nextInt(3000)];
    random.nextBytes(noise);
    return noise;
  }
}
