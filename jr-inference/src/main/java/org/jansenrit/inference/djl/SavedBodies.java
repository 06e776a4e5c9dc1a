package org.jansenrit.inference.djl;

import java.io.IOException;
import org.jansenrit.core.data.Archive;

/** Makes the bodies of {@link Networks} again of what was saved of them. */
final class SavedBodies {
  static final String OWN = "own";
  static final String MLP = "mlp";
  static final String MLP_AFTER = "mlp after";
  static final String LSTM = "lstm";
  static final String EEG_TRANSFORMER = "eeg transformer";

  private SavedBodies() {}

  static NetworkFactory read(Archive archive) throws IOException {
    return switch (archive.kind()) {
      case MLP -> Networks.mlp(hidden(archive));
      case MLP_AFTER -> Networks.mlpAfter(read(archive.part("first")), hidden(archive));
      case LSTM ->
          Networks.lstm(
              archive.count("units"), archive.count("layers"), archive.count("directions") == 2);
      case EEG_TRANSFORMER ->
          Networks.eegTransformer(
              archive.count("patch"),
              archive.count("width"),
              archive.count("heads"),
              archive.count("blocks"));
      case OWN ->
          throw new IOException(
              "its network has a body of one's own, "
                  + archive.text("class")
                  + ", which has to be given again to load it");
      default -> throw archive.unknownKind("body of a network");
    };
  }

  private static int[] hidden(Archive archive) throws IOException {
    return archive.counts("hidden").stream().mapToInt(n -> n).toArray();
  }
}
