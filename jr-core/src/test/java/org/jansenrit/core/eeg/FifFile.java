package org.jansenrit.core.eeg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Builds FIF files tag by tag, right or wrong, for tests of the reader. */
final class FifFile {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Two channels, Fz (EEG) and EOG, x 3 samples at 100 Hz from -10 ms on, of 7 trials. */
  static FifFile evoked() {
    return new FifFile()
        .id()
        .start(101)
        .ints(200, 2)
        .floats(201, 100)
        .channel("Fz", 2, 2e-6f)
        .channel("EOG", 202, 1)
        .start(103)
        .start(104)
        .text(206, "go")
        .ints(208, -1)
        .ints(209, 1)
        .start(105)
        .ints(210, 100)
        .ints(207, 7)
        .matrix(302, 2, 3, 1, 2, 3, 9, 9, 9)
        .end(105)
        .end(104)
        .end(103)
        .end(101);
  }

  FifFile id() {
    return tag(100, 31, new byte[20]);
  }

  FifFile start(int block) {
    return ints(104, block);
  }

  FifFile end(int block) {
    return ints(105, block);
  }

  FifFile ints(int kind, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    Arrays.stream(values).forEach(bytes::putInt);
    return tag(kind, 3, bytes.array());
  }

  FifFile floats(int kind, float... values) {
    return tag(kind, 4, floats(values).array());
  }

  FifFile doubles(int kind, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
    Arrays.stream(values).forEach(bytes::putDouble);
    return tag(kind, 5, bytes.array());
  }

  FifFile text(int kind, String text) {
    return tag(kind, 10, text.getBytes(StandardCharsets.UTF_8));
  }

  FifFile matrix(int kind, int rows, int columns, float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length + 12).put(floats(values).flip());
    return tag(kind, 0x40000004, bytes.putInt(columns).putInt(rows).putInt(2).array());
  }

  FifFile channel(String name, int kind, float calibration) {
    ByteBuffer bytes = ByteBuffer.allocate(96).putInt(8, kind).putFloat(16, calibration);
    byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
    bytes.putInt(72, 107).position(80).put(text);
    return tag(203, 30, bytes.array());
  }

  FifFile tag(int kind, int type, byte[] data) {
    return tag(kind, type, data, 0);
  }

  FifFile tag(int kind, int type, byte[] data, int next) {
    ByteBuffer head = ByteBuffer.allocate(16).putInt(kind).putInt(type).putInt(data.length);
    out.writeBytes(head.putInt(next).array());
    out.writeBytes(data);
    return this;
  }

  private static ByteBuffer floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  Path write(Path folder) throws IOException {
    return write(folder, bytes());
  }

  static Path write(Path folder, byte[] bytes) throws IOException {
    Path file = folder.resolve("small-ave.fif");
    // a file that is overwritten is forced to disk by ext4, which is slow
    Files.deleteIfExists(file);
    return Files.write(file, bytes);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
