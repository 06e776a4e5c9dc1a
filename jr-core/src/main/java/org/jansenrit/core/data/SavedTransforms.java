package org.jansenrit.core.data;

import java.io.IOException;
import java.util.ServiceLoader;

/** Makes transforms again of what was saved of them. */
final class SavedTransforms {
  private SavedTransforms() {}

  static Transform.Fitted<?, ?> read(Archive archive) throws IOException {
    return switch (archive.kind()) {
      case TransformChain.KIND -> TransformChain.read(archive);
      case TransformDecimate.KIND -> TransformDecimate.read(archive);
      case TransformEachTrial.KIND -> TransformEachTrial.read(archive);
      case TransformNone.KIND -> new TransformNone<>();
      case TransformPrincipalComponents.KIND -> TransformPrincipalComponents.read(archive);
      case TransformSpatialComponents.KIND -> TransformSpatialComponents.read(archive);
      case TransformStandardize.KIND -> TransformStandardize.read(archive);
      case TransformWhiten.KIND -> TransformWhiten.read(archive);
      default -> byService(archive);
    };
  }

  private static Transform.Fitted<?, ?> byService(Archive archive) throws IOException {
    for (TransformReader reader : ServiceLoader.load(TransformReader.class)) {
      if (reader.kind().equals(archive.kind())) {
        return reader.read(archive);
      }
    }
    throw archive.unknownKind("transform");
  }
}
