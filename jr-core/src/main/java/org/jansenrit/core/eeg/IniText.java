package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a small file in the code page that it names itself. */
final class IniText {
  private static final long LARGEST = 16L << 20;
  private static final Charset ANSI = Charset.forName("windows-1252");
  private static final Pattern CODEPAGE =
      Pattern.compile("^[ \\t]*codepage[ \\t]*=[ \\t]*([^\\r\\n]*)", flags());

  private IniText() {}

  /**
   * Reads a text.
   *
   * @param what what the file is, for messages: {@code "header"}
   * @throws IOException if there is no such file, it is too large for a text of this kind, or its
   *     code page is not known
   */
  static String read(Path file, String what) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no such " + what + "; was it renamed or moved?");
    }
    long size = Files.size(file);
    if (size > LARGEST) {
      throw new IOException(
          file + ": " + size + " bytes are too many for a " + what + "; is this the data file?");
    }
    return decode(file, Files.readAllBytes(file));
  }

  /** UTF-8 unless the text says otherwise or is not UTF-8, as old recorders' texts are not. */
  private static String decode(Path file, byte[] bytes) throws IOException {
    if (declared(file, bytes).equals(ANSI)) {
      return new String(bytes, ANSI);
    }
    String text = utf8OrAnsi(bytes);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** Returns a text in UTF-8 or, if it is not that, in the code page of western Windows. */
  static String utf8OrAnsi(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, ANSI);
    }
  }

  private static Charset declared(Path file, byte[] bytes) throws IOException {
    Matcher matcher = CODEPAGE.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    String name = matcher.find() ? matcher.group(1).strip().toUpperCase(Locale.ROOT) : "UTF-8";
    return switch (name) {
      case "UTF-8", "UTF8", "" -> StandardCharsets.UTF_8;
      case "ANSI" -> ANSI;
      default ->
          throw new IOException(
              file + ": Codepage = " + printable(name) + ", but must be UTF-8 or ANSI");
    };
  }

  /** Returns the start of {@code text} without control characters, for messages. */
  static String printable(String text) {
    String start = text.length() <= 60 ? text : text.substring(0, 60) + "...";
    return start.replaceAll("[^\\P{C}]", "?");
  }

  private static int flags() {
    return Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
  }
}
