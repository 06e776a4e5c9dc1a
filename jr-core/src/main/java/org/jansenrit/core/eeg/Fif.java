package org.jansenrit.core.eeg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads averages and covariances from the FIF files of MNE and Neuromag, {@code -ave.fif} and
 * {@code -cov.fif}, packed with gzip ({@code .fif.gz}) or not.
 *
 * @see <a href="https://doi.org/10.3389/fnins.2013.00267">MNE-Python: Gramfort et al. (2013)</a>
 */
public final class Fif {
  private static final long LARGEST = 1L << 30; // bytes
  private static final int GZIP = 0x1f8b;

  private Fif() {}

  /**
   * {@return the evoked responses in a file, in order: their EEG channels in uV, without baseline
   * correction or projections} Channels of other kinds are left out and counted.
   *
   * @param file {@code -ave.fif}, or {@code .fif.gz}
   * @throws IOException if the file is not there, is of another kind, or is damaged; the message
   *     names the file, the place in it (once unpacked) and what is wrong
   */
  public static List<Evoked> evoked(Path file) throws IOException {
    return FifEvoked.read(read(file));
  }

  /**
   * {@return the noise covariance of EEG channels in a file, in uV&sup2;, where such files have
   * V&sup2;}
   *
   * @param file {@code -cov.fif}, or {@code .fif.gz}
   * @param channels which ones, in this order; none for all, if the file has EEG only
   * @throws IOException as {@link #evoked} does, or if the matrix is no covariance
   * @throws IllegalArgumentException if there is no such channel
   */
  public static NoiseCovariance covariance(Path file, String... channels) throws IOException {
    return FifCovariance.read(read(file), List.of(channels));
  }

  private static FifBlock read(Path file) throws IOException {
    DataFile found = DataFile.of(file, "FIF file");
    long largest = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 8);
    if (found.size() > largest) {
      throw new IOException(file + ": " + found.size() + tooLarge(largest));
    }
    byte[] bytes = new byte[(int) found.size()];
    try (DataFile.Pieces pieces = found.open()) {
      pieces.read(0, bytes, bytes.length);
    }
    boolean isPacked = bytes.length > 1 && ByteBuffer.wrap(bytes).getShort() == (short) GZIP;
    return FifBlock.parse(file, ByteBuffer.wrap(isPacked ? unpack(file, bytes, largest) : bytes));
  }

  /** A small file can unpack to a very large one. */
  private static byte[] unpack(Path file, byte[] packed, long largest) throws IOException {
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > largest) {
          throw new IOException(file + ": more than " + largest + tooLarge(largest));
        }
      }
    } catch (EOFException | ZipException e) {
      throw new IOException(
          file + ", after " + out.size() + " bytes unpacked: gzip is damaged: " + e.getMessage(),
          e);
    }
    return out.toByteArray();
  }

  private static String tooLarge(long largest) {
    return " bytes are too many for averages; at most " + largest + " are read";
  }
}
