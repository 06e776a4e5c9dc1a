package org.jansenrit.inference;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.file.FileFailure;

/** The losses of a search in the order in which they came, on disk. */
final class SearchLog {
  private static final String FORMAT = "jansen-rit search";
  private static final int VERSION = 1;

  private final Path file;
  private final String identity;
  private final List<SearchRun.Job> jobs = new ArrayList<>();
  private final List<Double> losses = new ArrayList<>();
  private int found;

  private SearchLog(Path file, String identity) {
    this.file = file;
    this.identity = identity;
  }

  /**
   * Opens the log of a search.
   *
   * @throws java.io.UncheckedIOException if the file there is of another search
   */
  static SearchLog open(Path file, String identity) {
    SearchLog log = new SearchLog(file, identity);
    return Files.exists(file) ? Archive.load(file, FORMAT, VERSION, log::read) : log;
  }

  private SearchLog read(Archive archive) throws IOException {
    String other = archive.text("search");
    if (!other.equals(identity)) {
      throw new IOException("it is of another search, \"" + other + "\", not \"" + identity + "\"");
    }
    List<Integer> candidates = archive.counts("candidates");
    List<Integer> rungs = archive.counts("rungs");
    double[] values = archive.doubles("losses", candidates.size());
    for (int i = 0; i < values.length; i++) {
      jobs.add(new SearchRun.Job(candidates.get(i), rungs.get(i)));
      losses.add(values[i]);
    }
    return this;
  }

  /** Returns the loss of the next job, if it was done before. */
  Optional<Double> find(SearchRun.Job job) {
    if (found == jobs.size()) {
      return Optional.empty();
    }
    if (!jobs.get(found).equals(job)) {
      throw FileFailure.loading(
          file, new IOException("expected " + job + " next, but found " + jobs.get(found)));
    }
    return Optional.of(losses.get(found++));
  }

  /** Notes the loss of a job, and returns it. */
  double add(SearchRun.Job job, double loss) {
    jobs.add(job);
    losses.add(loss);
    found++;
    Archive.of("search")
        .with("search", identity)
        .with("candidates", jobs.stream().map(SearchRun.Job::candidate).toList())
        .with("rungs", jobs.stream().map(SearchRun.Job::rung).toList())
        .with("losses", losses.stream().mapToDouble(l -> l).toArray(), losses.size())
        .save(file, FORMAT, VERSION);
    return loss;
  }

  /** Returns a checksum of all parameters and observations. */
  static String checksum(Dataset<?>... sets) {
    CRC32 sum = new CRC32();
    for (Dataset<?> data : sets) {
      float[] x = new float[data.x().width()];
      for (int i = 0; i < data.size(); i++) {
        data.x().copyTo(i, x, 0);
        double[] theta = data.theta().row(i);
        ByteBuffer bytes =
            ByteBuffer.allocate(x.length * Float.BYTES + theta.length * Double.BYTES);
        bytes.asFloatBuffer().put(x);
        bytes.position(x.length * Float.BYTES).slice().asDoubleBuffer().put(theta);
        sum.update(bytes.rewind());
      }
    }
    return Long.toHexString(sum.getValue());
  }
}
