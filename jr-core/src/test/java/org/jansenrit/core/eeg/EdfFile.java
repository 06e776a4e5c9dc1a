package org.jansenrit.core.eeg;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds EDF and BDF files field by field, right or wrong, for tests of the reader. */
final class EdfFile {
  String version = "0";
  String reserved = "";
  String records = "2";
  String duration = "1";
  String headerBytes;
  String signals;
  int bytesPerSample = 2;
  final List<Signal> list = new ArrayList<>();
  final List<byte[]> data = new ArrayList<>();

  /** A signal, its fields as texts. */
  static final class Signal {
    String label;
    String unit = "uV";
    String physicalMinimum = "-3276.8";
    String physicalMaximum = "3276.7";
    String digitalMinimum = "-32768";
    String digitalMaximum = "32767";
    String samples;

    Signal(String label, int samples) {
      this.label = label;
      this.samples = String.valueOf(samples);
    }

    Signal unit(String text) {
      unit = text;
      return this;
    }

    Signal physical(String low, String high) {
      physicalMinimum = low;
      physicalMaximum = high;
      return this;
    }

    Signal digital(String low, String high) {
      digitalMinimum = low;
      digitalMaximum = high;
      return this;
    }
  }

  /**
   * Two records of 1 s with channels Fz and Cz at 4 Hz, in steps of 0.1 uV: Fz is 0.1 to 0.8, Cz
   * -10 to -80.
   */
  static EdfFile small() {
    var file = new EdfFile();
    file.list.add(new Signal("Fz", 4));
    file.list.add(new Signal("Cz", 4));
    file.record(1, 2, 3, 4, -100, -200, -300, -400);
    file.record(5, 6, 7, 8, -500, -600, -700, -800);
    return file;
  }

  /** The same as EDF+ with room for 20 bytes of annotations in each record. */
  static EdfFile annotated(String first, String second) {
    EdfFile file = small();
    file.reserved = "EDF+C";
    file.list.add(new Signal("EDF Annotations", 20).physical("-1", "1"));
    file.data.set(0, join(file.data.get(0), tals(first, 40)));
    file.data.set(1, join(file.data.get(1), tals(second, 40)));
    return file;
  }

  /** The same as BDF, in steps of 1 nV. */
  static EdfFile bdf() {
    EdfFile file = small();
    file.version = "\u00ffBIOSEMI";
    file.reserved = "24BIT";
    file.bytesPerSample = 3;
    file.data.clear();
    for (Signal signal : file.list) {
      signal.unit("nV").physical("-8388608", "8388607").digital("-8388608", "8388607");
    }
    file.record(100, 200, 300, 400, -10_000, -20_000, -30_000, -40_000);
    file.record(500, 600, 700, 800, -50_000, -60_000, -70_000, -80_000);
    return file;
  }

  /** Returns annotation lists, in which | stands for byte 20, ^ for 21 and / for 0, padded. */
  static byte[] tals(String text, int length) {
    byte[] bytes = new byte[length];
    byte[] given =
        text.replace('|', '\u0014').replace('^', '\u0015').replace('/', '\0').getBytes(ISO_8859_1);
    System.arraycopy(given, 0, bytes, 0, given.length);
    return bytes;
  }

  static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** Adds a data record of little-endian numbers. */
  EdfFile record(int... values) {
    var out = new ByteArrayOutputStream();
    for (int value : values) {
      for (int i = 0; i < bytesPerSample; i++) {
        out.write(value >> (8 * i));
      }
    }
    data.add(out.toByteArray());
    return this;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    field(out, version, 8);
    field(out, "", 160);
    field(out, "01.01.2000.00.00", 16);
    field(out, headerBytes == null ? "" + 256 * (list.size() + 1) : headerBytes, 8);
    field(out, reserved, 44);
    field(out, records, 8);
    field(out, duration, 8);
    field(out, signals == null ? "" + list.size() : signals, 4);
    list.forEach(s -> field(out, s.label, 16));
    list.forEach(s -> field(out, "", 80));
    list.forEach(s -> field(out, s.unit, 8));
    list.forEach(s -> field(out, s.physicalMinimum, 8));
    list.forEach(s -> field(out, s.physicalMaximum, 8));
    list.forEach(s -> field(out, s.digitalMinimum, 8));
    list.forEach(s -> field(out, s.digitalMaximum, 8));
    list.forEach(s -> field(out, "", 80));
    list.forEach(s -> field(out, s.samples, 8));
    list.forEach(s -> field(out, "", 32));
    data.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, String text, int length) {
    out.writeBytes((text + " ".repeat(length)).substring(0, length).getBytes(ISO_8859_1));
  }

  Path write(Path folder) throws IOException {
    return write(folder, bytes());
  }

  static Path write(Path folder, byte[] bytes) throws IOException {
    Path file = folder.resolve("small.edf");
    // a file that is overwritten is forced to disk by ext4, which is slow
    Files.deleteIfExists(file);
    return Files.write(file, bytes);
  }
}
