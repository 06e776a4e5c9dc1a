package org.jansenrit.core.prior;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.data.Archive;

/** Makes priors again of what was saved of them. */
final class SavedPriors {
  static final String MARGINAL = "marginal prior";
  static final String PRODUCT = "product prior";
  static final String CORRELATED = "correlated normal prior";

  private SavedPriors() {}

  static Prior read(Archive archive) throws IOException {
    return switch (archive.kind()) {
      case MARGINAL -> MarginalPrior.read(archive);
      case PRODUCT -> product(archive.parts("parts"));
      case CORRELATED -> CorrelatedNormalPrior.read(archive);
      default -> throw archive.unknownKind("prior");
    };
  }

  private static Prior product(List<Archive> parts) throws IOException {
    List<Prior> priors = new ArrayList<>();
    for (Archive part : parts) {
      priors.add(read(part));
    }
    return ProductPrior.of(priors);
  }
}
