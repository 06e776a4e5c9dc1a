package org.jansenrit.core.eeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FifFuzzTest {
  private static final int TRIES = 4000;
  private static final int[] NUMBERS = {
    -1,
    0,
    1,
    2,
    3,
    4,
    7,
    16,
    36,
    96,
    100,
    104,
    105,
    203,
    302,
    0x40000004,
    1 << 20,
    1 << 28,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE
  };

  @TempDir Path folder;

  private static final byte[] EVOKED = FifFile.evoked().bytes();
  private static final byte[] COVARIANCE =
      new FifFile()
          .id()
          .start(355)
          .ints(3530, 1)
          .ints(3531, 2)
          .text(3502, "a:b")
          .doubles(3532, 1, 0.5, 2)
          .end(355)
          .bytes();

  private static void readEvoked(Path path) throws IOException {
    for (Evoked evoked : Fif.evoked(path)) {
      assertTrue(evoked.series().samples() > 0 && evoked.trials() > 0, evoked.toString());
    }
  }

  private static void readCovariance(Path path) throws IOException {
    assertTrue(Fif.covariance(path).channels().size() > 0);
  }

  private static byte[] damaged(byte[] file, Random random) {
    byte[] bytes = Mutations.damaged(file, random);
    if (random.nextBoolean()) {
      bytes = file.clone();
      int at = 4 * random.nextInt(bytes.length / 4);
      ByteBuffer.wrap(bytes).putInt(at, NUMBERS[random.nextInt(NUMBERS.length)]);
    }
    return bytes;
  }

  @Test
  void damagedAveragesAreReadOrRefused() {
    var mutations = new Mutations(folder, "-ave.fif", FifFuzzTest::readEvoked);
    int read = mutations.survive(TRIES, (random, i) -> damaged(EVOKED, random));
    assertTrue(read > TRIES / 10 && read < TRIES * 9 / 10, read + " were read");
  }

  @Test
  void damagedCovariancesAreReadOrRefused() {
    var mutations = new Mutations(folder, "-cov.fif", FifFuzzTest::readCovariance);
    int read = mutations.survive(TRIES, (random, i) -> damaged(COVARIANCE, random));
    assertTrue(read > TRIES / 20 && read < TRIES * 9 / 10, read + " were read");
  }

  /** What is packed well may be damaged inside, and what is packed may be damaged itself. */
  @Test
  void damagedArchivesAreReadOrRefused() {
    var mutations = new Mutations(folder, "-ave.fif.gz", FifFuzzTest::readEvoked);
    int read =
        mutations.survive(
            TRIES / 2,
            (random, i) ->
                i % 2 == 0
                    ? packed(damaged(EVOKED, random))
                    : Mutations.damaged(packed(EVOKED), random));
    assertTrue(read > TRIES / 50 && read < TRIES * 9 / 20, read + " were read");
  }

  private static byte[] packed(byte[] bytes) {
    try {
      return FifFile.gzip(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void randomBytesAreRefused() {
    for (Mutations.Reading reading :
        List.<Mutations.Reading>of(FifFuzzTest::readEvoked, FifFuzzTest::readCovariance)) {
      var mutations = new Mutations(folder, ".fif", reading);
      assertEquals(0, mutations.survive(500, (random, i) -> Mutations.noise(random)));
    }
  }
}
