package org.jansenrit.core.eeg;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the values of a BrainVision recording. */
final class BrainVisionData {
  private static final int CHUNK = 1 << 16;
  private static final long MOST_SAMPLES = Integer.MAX_VALUE - 8L;

  private final BrainVisionHeader header;
  private final double[] scales;
  private final float[][] values;

  private BrainVisionData(BrainVisionHeader header, int samples) {
    this.header = header;
    this.scales = header.channels().stream().mapToDouble(BrainVisionChannel::scale).toArray();
    this.values = new float[scales.length][samples];
  }

  /**
   * Returns {@code [channel][sample]}, in the units of the channels.
   *
   * @throws IOException if the file is not there, is empty, is not a whole number of samples of all
   *     channels, or does not have the number of samples that the header says
   */
  static float[][] read(BrainVisionHeader header) throws IOException {
    BrainVisionData data = new BrainVisionData(header, samples(header));
    try (InputStream in = Files.newInputStream(header.data())) {
      data.fill(in);
    }
    return data.values;
  }

  private static int samples(BrainVisionHeader header) throws IOException {
    Path file = header.data();
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no such data file; was it renamed or moved?");
    }
    long size = Files.size(file);
    long samples = size / header.frame();
    if (size % header.frame() != 0) {
      throw wrong(
          header,
          size,
          "of which the last, at offset " + samples * header.frame() + ", is cut short");
    }
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw wrong(header, size, "but must be 1 to " + MOST_SAMPLES + " samples");
    }
    requireAsDeclared(header, size, samples);
    requireMemory(header, samples);
    return (int) samples;
  }

  private static void requireAsDeclared(BrainVisionHeader header, long size, long samples)
      throws IOException {
    if (header.samples().isPresent()) {
      long declared = header.samples().get().whole(1, MOST_SAMPLES);
      if (declared != samples) {
        throw wrong(header, size, "but the header says DataPoints = " + declared);
      }
    }
  }

  private static void requireMemory(BrainVisionHeader header, long samples) throws IOException {
    long needed = samples * header.channels().size() * Float.BYTES;
    if (needed > Runtime.getRuntime().maxMemory()) {
      throw new IOException(
          header.data() + ": takes " + needed + " bytes of memory; start Java with a larger -Xmx");
    }
  }

  private static IOException wrong(BrainVisionHeader header, long size, String rule) {
    return new IOException(
        header.data()
            + ": "
            + size
            + " bytes are "
            + size / (double) header.frame()
            + " samples of "
            + header.channels().size()
            + " channels x "
            + header.format().bytes()
            + " bytes, "
            + rule
            + ". Was the file cut, or changed without its header?");
  }

  private void fill(InputStream in) throws IOException {
    long total = (long) values.length * values[0].length;
    int atOnce = CHUNK / header.format().bytes();
    for (long done = 0; done < total; done += atOnce) {
      int count = (int) Math.min(atOnce, total - done);
      byte[] bytes = in.readNBytes(count * header.format().bytes());
      if (bytes.length < count * header.format().bytes()) {
        throw new EOFException(header.data() + ": was cut while it was read");
      }
      put(ByteBuffer.wrap(bytes).order(header.order()), done, count);
    }
  }

  private void put(ByteBuffer bytes, long from, int count) {
    int across = header.vectorized() ? values[0].length : values.length;
    int slow = (int) (from / across);
    int fast = (int) (from % across);
    for (int i = 0; i < count; i++) {
      int channel = header.vectorized() ? slow : fast;
      int sample = header.vectorized() ? fast : slow;
      values[channel][sample] = (float) (header.format().next(bytes) * scales[channel]);
      if (++fast == across) {
        fast = 0;
        slow++;
      }
    }
  }
}
