package org.jansenrit.inference.djl;

import java.io.IOException;
import org.jansenrit.core.data.Archive;

/** Makes the bodies of {@link Networks} again of what was saved of them. */
final class SavedBodies {
  static final String OWN = "own";
  static final String MLP = "mlp";
  static final String MLP_AFTER = "mlp after";
  static final String LSTM = "lstm";
  static final String CNN_BI_LSTM = "cnn bi-lstm";
  static final String EEG_TRANSFORMER = "eeg transformer";
  static final String GRAPH_TRANSFORMER = "graph transformer";

  private SavedBodies() {}

  static NetworkFactory read(Archive archive) throws IOException {
    return switch (archive.kind()) {
      case MLP -> Networks.mlp(hidden(archive));
      case MLP_AFTER -> Networks.mlpAfter(read(archive.part("first")), hidden(archive));
      case LSTM -> LstmBody.read(archive);
      case CNN_BI_LSTM -> CnnBiLstmBody.read(archive);
      case EEG_TRANSFORMER -> TransformerBody.read(archive);
      case GRAPH_TRANSFORMER -> GraphTransformerBody.read(archive);
      case OWN ->
          throw new IOException(
              "its network has a body of one's own, "
                  + archive.text("class")
                  + ", which has to be given again to load it");
      default -> throw archive.unknownKind("body of a network");
    };
  }

  static int flag(boolean on) {
    return on ? 1 : 0;
  }

  private static int[] hidden(Archive archive) throws IOException {
    return archive.counts("hidden").stream().mapToInt(n -> n).toArray();
  }
}
