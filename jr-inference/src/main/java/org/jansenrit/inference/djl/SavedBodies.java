package org.jansenrit.inference.djl;

import java.io.IOException;
import org.jansenrit.core.data.Archive;

/** Makes the bodies of {@link Networks} again of what was saved of them. */
final class SavedBodies {
  static final String OWN = "own";
  static final String MLP = "mlp";
  static final String MLP_AFTER = "mlp after";
  static final String LSTM = "lstm";
  static final String CNN = "cnn";
  static final String CNN_BILSTM = "cnn bi-lstm";
  static final String TRANSFORMER = "transformer";
  static final String GRAPH_TRANSFORMER = "graph transformer";
  static final String OVER_TRIALS = "over trials";

  private SavedBodies() {}

  static NetworkFactory read(Archive archive) throws IOException {
    return switch (archive.kind()) {
      case MLP -> Networks.mlp(hidden(archive));
      case MLP_AFTER -> Networks.mlpAfter(read(archive.part("first")), hidden(archive));
      case LSTM -> lstm(archive);
      case CNN -> new CnnBody(archive.count("filters"));
      case CNN_BILSTM ->
          new CnnBiLstmBody(
              archive.count("filters"), archive.count("units"), archive.number("dropout"));
      case TRANSFORMER -> transformer(archive);
      case GRAPH_TRANSFORMER -> graphTransformer(archive);
      case OVER_TRIALS -> Networks.overTrials(read(archive.part("each")));
      case OWN ->
          throw new IOException(
              "its network has a body of one's own, "
                  + archive.text("class")
                  + ", which has to be given again to load it");
      default -> throw archive.unknownKind("body of a network");
    };
  }

  private static LstmBody lstm(Archive archive) throws IOException {
    return new LstmBody(
        archive.count("units"),
        archive.count("layers"),
        archive.flag("bidirectional"),
        archive.flag("last state"),
        archive.number("dropout"));
  }

  private static TransformerBody transformer(Archive archive) throws IOException {
    return new TransformerBody(
        archive.count("patch"),
        archive.count("width"),
        archive.count("heads"),
        archive.count("blocks"),
        archive.flag("gate"),
        archive.flag("attention pooling"),
        archive.number("dropout"),
        TransformerBody.Encoder.valueOf(archive.text("encoder")));
  }

  private static GraphTransformerBody graphTransformer(Archive archive) throws IOException {
    return new GraphTransformerBody(
        archive.count("input"),
        archive.count("width"),
        archive.count("heads"),
        archive.count("blocks"),
        archive.number("dropout"));
  }

  private static int[] hidden(Archive archive) throws IOException {
    return archive.counts("hidden").stream().mapToInt(n -> n).toArray();
  }
}
