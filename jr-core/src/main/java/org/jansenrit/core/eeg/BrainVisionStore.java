package org.jansenrit.core.eeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jansenrit.core.file.FileFailure;

/** The values of a BrainVision recording, read when they are looked at. */
final class BrainVisionStore implements SampleStore {
  private static final int BUFFER = 1 << 18;
  private static final long MOST_SAMPLES = Integer.MAX_VALUE - 8L;

  private final BrainVisionHeader header;
  private final DataFile file;
  private final int samples;

  private BrainVisionStore(BrainVisionHeader header, DataFile file, int samples) {
    this.header = header;
    this.file = file;
    this.samples = samples;
  }

  /**
   * Finds the values.
   *
   * @throws IOException if the file is not there, is empty, is not a whole number of samples of all
   *     channels, or does not have the number of samples that the header says
   */
  static BrainVisionStore of(BrainVisionHeader header) throws IOException {
    DataFile file = DataFile.of(header.data(), "data file");
    long samples = file.size() / header.frame();
    if (file.size() % header.frame() != 0) {
      throw wrong(
          header,
          file,
          "of which the last, at offset " + samples * header.frame() + ", is cut short");
    }
    if (samples > MOST_SAMPLES) {
      throw wrong(header, file, "but must be at most " + MOST_SAMPLES + " samples");
    }
    requireAsDeclared(header, file, samples);
    return new BrainVisionStore(header, file, (int) samples);
  }

  private static void requireAsDeclared(BrainVisionHeader header, DataFile file, long samples)
      throws IOException {
    if (header.samples().isPresent()) {
      long declared = header.samples().get().whole(1, MOST_SAMPLES);
      if (declared != samples) {
        throw wrong(header, file, "but the header says DataPoints = " + declared);
      }
    }
  }

  private static IOException wrong(BrainVisionHeader header, DataFile file, String rule) {
    return new IOException(
        header.data()
            + ": "
            + file.size()
            + " bytes are "
            + file.size() / (double) header.frame()
            + " samples of "
            + header.channels().size()
            + " channels x "
            + header.format().bytes()
            + " bytes, "
            + rule
            + ". Was the file cut, or changed without its header?");
  }

  @Override
  public int samples() {
    return samples;
  }

  @Override
  public void copyTo(int[] channels, int from, float[][] target) {
    try (DataFile.Pieces pieces = file.open()) {
      if (header.vectorized()) {
        for (int i = 0; i < channels.length; i++) {
          long start = ((long) channels[i] * samples + from) * header.format().bytes();
          copy(pieces, start, 1, new int[] {channels[i]}, new float[][] {target[i]});
        }
      } else {
        long start = (long) from * header.frame();
        copy(pieces, start, header.channels().size(), channels, target);
      }
    } catch (IOException e) {
      throw FileFailure.loading(file.path(), e);
    }
  }

  /** Copies what lies from {@code start} on, {@code across} numbers per sample. */
  private void copy(
      DataFile.Pieces pieces, long start, int across, int[] channels, float[][] target)
      throws IOException {
    int frame = across * header.format().bytes();
    int atOnce = Math.max(1, BUFFER / frame);
    int total = target[0].length;
    byte[] bytes = new byte[Math.min(atOnce, total) * frame];
    for (int done = 0; done < total; done += atOnce) {
      int count = Math.min(atOnce, total - done);
      pieces.read(start + (long) done * frame, bytes, count * frame);
      for (int i = 0; i < channels.length; i++) {
        int first = across == 1 ? 0 : channels[i] * header.format().bytes();
        double scale = header.channels().get(channels[i]).scale();
        decode(ByteBuffer.wrap(bytes), first, frame, scale, target[i], done, count);
      }
    }
  }

  private void decode(
      ByteBuffer bytes, int first, int frame, double scale, float[] target, int at, int count) {
    BinaryFormat format = header.format();
    bytes.order(header.order());
    for (int k = 0; k < count; k++) {
      target[at + k] = (float) (format.at(bytes, first + k * frame) * scale);
    }
  }
}
