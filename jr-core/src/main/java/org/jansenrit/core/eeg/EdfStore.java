package org.jansenrit.core.eeg;

import java.io.IOException;
import java.util.List;
import org.jansenrit.core.file.FileFailure;

/**
 * The values of signals of equal rate in an EDF or BDF file, read when they are looked at: whole
 * records at once where they are short, and only what is wanted where they are long.
 */
final class EdfStore implements SampleStore {
  private static final int BUFFER = 1 << 20;
  private static final int SHORT = 512;

  private final DataFile file;
  private final EdfHeader header;
  private final List<EdfSignal> signals;
  private final int perRecord;

  /** Takes the signals, which must all have the same number of samples per record. */
  EdfStore(DataFile file, EdfHeader header, List<EdfSignal> signals) {
    this.file = file;
    this.header = header;
    this.signals = List.copyOf(signals);
    this.perRecord = signals.get(0).samples();
  }

  @Override
  public int samples() {
    return (int) (header.records() * perRecord);
  }

  @Override
  public void copyTo(int[] channels, int from, float[][] target) {
    try (DataFile.Pieces pieces = file.open()) {
      if (target[0].length == 0) {
        return;
      }
      if (isFewOfLongRecords(channels.length)) {
        for (int i = 0; i < channels.length; i++) {
          copyPieces(pieces, signals.get(channels[i]), from, target[i]);
        }
      } else {
        copyRecords(pieces, channels, from, target);
      }
    } catch (IOException e) {
      throw FileFailure.loading(file.path(), e);
    }
  }

  private boolean isFewOfLongRecords(int channels) {
    long wanted = (long) perRecord * header.bytesPerSample();
    boolean few = wanted >= SHORT && wanted * channels * 4 < header.recordBytes();
    return few || header.recordBytes() > BUFFER;
  }

  private void copyPieces(DataFile.Pieces pieces, EdfSignal signal, int from, float[] target)
      throws IOException {
    int most = BUFFER / header.bytesPerSample();
    byte[] bytes = new byte[Math.min(most, perRecord) * header.bytesPerSample()];
    for (int done = 0; done < target.length; ) {
      int record = (from + done) / perRecord;
      int within = (from + done) % perRecord;
      int count = Math.min(Math.min(perRecord - within, target.length - done), most);
      long skipped = (long) within * header.bytesPerSample();
      pieces.read(header.offset(record, signal) + skipped, bytes, count * header.bytesPerSample());
      decode(signal, bytes, 0, target, done, count);
      done += count;
    }
  }

  private void copyRecords(DataFile.Pieces pieces, int[] channels, int from, float[][] target)
      throws IOException {
    int recordBytes = (int) header.recordBytes();
    int last = (from + target[0].length - 1) / perRecord;
    int atOnce = Math.min(BUFFER / recordBytes, last - from / perRecord + 1);
    byte[] bytes = new byte[atOnce * recordBytes];
    for (int record = from / perRecord; record <= last; record += atOnce) {
      int count = Math.min(atOnce, last - record + 1);
      pieces.read(header.length() + (long) record * recordBytes, bytes, count * recordBytes);
      for (int r = 0; r < count; r++) {
        // what of this record is wanted
        long start = (long) (record + r) * perRecord;
        int skipped = (int) Math.max(0, from - start);
        int end = (int) Math.min(perRecord, from + (long) target[0].length - start);
        for (int i = 0; i < channels.length; i++) {
          EdfSignal signal = signals.get(channels[i]);
          int at = r * recordBytes + ((int) signal.start() + skipped) * header.bytesPerSample();
          decode(signal, bytes, at, target[i], (int) (start + skipped - from), end - skipped);
        }
      }
    }
  }

  private void decode(EdfSignal signal, byte[] bytes, int from, float[] target, int at, int count) {
    double scale = signal.scale();
    double shift = signal.shift();
    if (header.isBdf()) {
      for (int k = 0, b = from; k < count; k++, b += 3) {
        int low = (bytes[b] & 0xff) | ((bytes[b + 1] & 0xff) << 8);
        target[at + k] = (float) ((low | (bytes[b + 2] << 16)) * scale + shift);
      }
    } else {
      for (int k = 0, b = from; k < count; k++, b += 2) {
        target[at + k] = (float) (((bytes[b] & 0xff) | (bytes[b + 1] << 8)) * scale + shift);
      }
    }
  }
}
