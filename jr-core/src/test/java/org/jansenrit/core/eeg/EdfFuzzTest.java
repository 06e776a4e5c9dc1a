package org.jansenrit.core.eeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdfFuzzTest {
  private static final int TRIES = 3000;
  private static final int FIXED = 256;

  private static final List<String> FIELDS =
      List.of(
          "-1",
          "0",
          "1",
          "2",
          "3",
          "-2",
          "99999999",
          "-9999999",
          "1e8",
          "9e999",
          "NaN",
          "",
          "0.5",
          "1e-300",
          "0x10",
          "EDF+D",
          "EDF+C",
          "Status",
          "\u00ff",
          "+",
          "1 2",
          "4",
          "-0",
          "Infinity");

  @TempDir Path folder;

  private static final List<byte[]> FILES = files();

  private static List<byte[]> files() {
    EdfFile gaps = EdfFile.annotated("+0||/+0.5^0.75|go|/", "+60||/+60.5|a|b|/");
    gaps.reserved = "EDF+D";
    EdfFile bdf = EdfFile.bdf();
    bdf.list.get(1).label = "Status";
    EdfFile uneven = EdfFile.small();
    uneven.list.get(1).samples = "2";
    uneven.data.clear();
    uneven.record(1, 2, 3, 4, -100, -200).record(5, 6, 7, 8, -300, -400);
    return List.of(
        EdfFile.small().bytes(),
        EdfFile.annotated("+0||/+0.5|go|/", "+1||/").bytes(),
        gaps.bytes(),
        bdf.bytes(),
        uneven.bytes());
  }

  /** What is read is as long as the file, and all events are within it. */
  private static void read(Path path) throws IOException {
    Recording recording = Recording.read(path).load();
    long numbers = (long) recording.samples() * recording.channels().size();
    assertTrue(2 * numbers < Files.size(path), recording + " in " + Files.size(path) + " bytes");
    assertTrue(recording.events().stream().allMatch(e -> e.sample() < recording.samples()));
    assertEquals(recording.samples(), recording.channel(recording.channels().get(0)).length);
  }

  private Mutations mutations() {
    return new Mutations(folder, ".edf", EdfFuzzTest::read);
  }

  @Test
  void damagedBytesAreReadOrRefused() {
    int read =
        mutations().survive(TRIES, (random, i) -> Mutations.damaged(FILES.get(i % 5), random));
    assertTrue(read > TRIES / 10 && read < TRIES * 9 / 10, read + " were read");
  }

  /** Each field of the header in turn becomes something else of its length. */
  @Test
  void damagedFieldsAreReadOrRefused() {
    int read = mutations().survive(TRIES, (random, i) -> field(FILES.get(i % 5), random));
    assertTrue(read > TRIES / 10 && read < TRIES * 9 / 10, read + " were read");
  }

  private static byte[] field(byte[] file, Random random) {
    byte[] bytes = file.clone();
    int signals = (bytes[252] - '0');
    // from the version to the number of signals; then by signal, mostly the eight-byte ones
    int[] fixed = {0, 184, 192, 236, 244, 252};
    int[] kinds = {96, 104, 112, 120, 128, 216};
    int at =
        random.nextInt(3) == 0
            ? fixed[random.nextInt(fixed.length)]
            : FIXED + kinds[random.nextInt(kinds.length)] * signals + 8 * random.nextInt(signals);
    if (random.nextInt(8) == 0) {
      at = FIXED + 16 * random.nextInt(signals);
    }
    int length = at == 252 ? 4 : 8;
    String text = FIELDS.get(random.nextInt(FIELDS.size())) + " ".repeat(8);
    System.arraycopy(text.getBytes(ISO_8859_1), 0, bytes, at, length);
    return bytes;
  }

  /** The lists of annotations, byte by byte, where most bytes mean something. */
  @Test
  void damagedAnnotationsAreReadOrRefused() {
    byte[] letters = {0, 20, 21, '+', '-', '.', '0', '9', 'x', (byte) 0xff, (byte) 0xc3};
    int read =
        mutations()
            .survive(
                TRIES / 2,
                (random, i) -> {
                  byte[] bytes = FILES.get(1 + i % 2).clone();
                  for (int k = random.nextInt(2); k >= 0; k--) {
                    int record = bytes.length - 56 * (1 + random.nextInt(2));
                    int at = record + 16 + random.nextInt(28);
                    bytes[at] = letters[random.nextInt(letters.length)];
                  }
                  return bytes;
                });
    assertTrue(read > TRIES / 50 && read < TRIES * 9 / 20, read + " were read");
  }

  @Test
  void randomBytesAreRefused() {
    assertEquals(0, mutations().survive(500, (random, i) -> Mutations.noise(random)));
  }
}
