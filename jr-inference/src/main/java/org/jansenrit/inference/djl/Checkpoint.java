package org.jansenrit.inference.djl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.file.FileFailure;
import org.jansenrit.inference.training.Inputs;
import org.jansenrit.inference.training.Training;

/** The file from which a training goes on. */
final class Checkpoint {
  private static final String FORMAT = "jansen-rit checkpoint";
  private static final int VERSION = 1;
  private static final long EVERY = 10_000_000_000L; // ns
  private static final int DIGITS = 16;

  private final Path file;
  private long written = System.nanoTime();
  private Archive latest;

  private Checkpoint(Path file) {
    this.file = file;
  }

  /**
   * Returns the checkpoint of the training with {@code digest}.
   *
   * @throws UncheckedIOException if the directory is not there and cannot be made
   */
  static Checkpoint in(Path directory, String digest) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw FileFailure.saving(directory, e);
    }
    return new Checkpoint(directory.resolve("training-" + digest + ".npz"));
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Reads the state that was written last.
   *
   * @throws UncheckedIOException if the file is damaged
   */
  <T> T read(Archive.Reader<T> reader) {
    return Archive.load(file, FORMAT, VERSION, reader);
  }

  /** Remembers the state after an epoch, and writes it if ten seconds have passed. */
  void keep(Archive state) {
    latest = state;
    if (System.nanoTime() - written >= EVERY) {
      write();
    }
  }

  /** Writes the state that was kept last. */
  void write() {
    if (latest != null) {
      latest.save(file, FORMAT, VERSION);
      latest = null;
      written = System.nanoTime();
    }
  }

  /**
   * Returns what tells trainings apart: settings, engine, first weights, all inputs, rows, and the
   * losses with which it starts, which depend on the targets.
   */
  static String digest(
      Training training, Weights first, Inputs inputs, int[] train, int[] rest, double... losses) {
    Sum sum = new Sum();
    sum.add(settings(training) + Network.engine());
    first.values().forEach(sum::add);
    sum.add(inputs);
    sum.add(train);
    sum.add(rest);
    for (double loss : losses) {
      sum.add(Double.toString(loss));
    }
    return sum.hex().substring(0, DIGITS);
  }

  /** Returns all that decides the result, to the last digit. */
  private static String settings(Training t) {
    return String.join(
        ";",
        t.epochs() + "",
        t.batchSize() + "",
        t.learningRate() + "",
        t.weightDecay() + "",
        t.clip() + "",
        t.warmupSteps() + "",
        t.patience() + "",
        t.seed() + "",
        t.loss() + "",
        t.run().device() + "");
  }

  /** A digest of what is added to it. */
  private static final class Sum {
    private final MessageDigest digest;

    Sum() {
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }

    void add(String text) {
      digest.update(text.getBytes(UTF_8));
    }

    void add(float[] values) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
      bytes.asFloatBuffer().put(values);
      digest.update(bytes);
    }

    void add(int[] values) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Integer.BYTES));
      bytes.asIntBuffer().put(values);
      digest.update(bytes);
    }

    void add(Inputs inputs) {
      add(inputs.shape());
      float[] row = new float[inputs.width()];
      for (int i = 0; i < inputs.size(); i++) {
        inputs.copyTo(i, row, 0);
        add(row);
      }
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
