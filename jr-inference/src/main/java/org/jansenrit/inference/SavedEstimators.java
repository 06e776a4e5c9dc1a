package org.jansenrit.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Observations;
import org.jansenrit.inference.djl.NetworkFactory;

/**
 * Makes fitted estimators again of what was saved of them.
 *
 * @param body of networks whose body cannot be read
 */
record SavedEstimators(Optional<NetworkFactory> body) {
  private static final String FORMAT = "jansen-rit estimator";
  private static final int VERSION = 1;

  static void save(Archive estimator, Path file) {
    estimator.save(file, FORMAT, VERSION);
  }

  <X extends Observations> FittedEstimator<X> load(Path file, Class<X> kind) {
    return Archive.load(file, FORMAT, VERSION, archive -> read(archive, kind));
  }

  @SuppressWarnings("unchecked") // the template is of this kind, and predict refuses all others
  private <X extends Observations> FittedEstimator<X> read(Archive archive, Class<X> kind)
      throws IOException {
    archive.template("input", kind);
    return (FittedEstimator<X>) read(archive);
  }

  FittedEstimator<Observations> read(Archive archive) throws IOException {
    return switch (archive.kind()) {
      case FittedRidge.KIND -> FittedRidge.of(archive);
      case FittedNetwork.KIND -> FittedNetwork.of(archive, body);
      case FittedEnsemble.KIND -> FittedEnsemble.of(archive, this);
      case FittedAfter.KIND -> FittedAfter.of(archive, this);
      default -> throw archive.unknownKind("estimator");
    };
  }
}
