package org.jansenrit.examples;

import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.training.Training;

/** The estimators that {@link ErpRecoveryStudy} compares. */
enum RecoveryMethod {
  RIDGE("ridge", true, false, true),
  MLP("MLP", true, false, true),
  CNN_BILSTM("CNN-BiLSTM", true, false, true),
  TRANSFORMER("EEGTransformer, patches", true, false, true),
  LSTM("LSTM", false, false, true),
  BI_LSTM("Bi-LSTM", false, false, true),
  GRAPH("graph transformer", false, true, true),
  SNPE("SNPE, posterior mean", false, false, true),
  RIDGE_CHANNELS("ridge on 64 channels", true, true, false),
  PUBLISHED("EEGTransformer as published, patches of 10", true, true, false);

  /** Directions over time that stand out of the sensor noise. */
  private static final int DIRECTIONS = 80;

  private final String title;
  private final boolean everyNoise;
  private final boolean channels;
  private final boolean everySize;

  RecoveryMethod(String title, boolean everyNoise, boolean channels, boolean everySize) {
    this.title = title;
    this.everyNoise = everyNoise;
    this.channels = channels;
    this.everySize = everySize;
  }

  String title() {
    return title;
  }

  /** Returns whether it reads 64 channels, rather than their first spatial component. */
  boolean readsChannels() {
    return channels;
  }

  /** Returns whether it is run at every noise, and before the others. */
  boolean isQuick() {
    return everyNoise;
  }

  boolean isNetwork() {
    return this != RIDGE && this != RIDGE_CHANNELS && this != SNPE;
  }

  /** Returns whether the study runs it there, which keeps the study within an hour or so. */
  boolean runs(RecoverySetting setting, double noise, boolean large) {
    if (large && !everySize) {
      return false;
    }
    if (!setting.isMain()) {
      return this == RIDGE || this == MLP;
    }
    boolean telling = noise == 0.1 || noise == 1;
    return everyNoise || (telling && (!large || setting == RecoverySetting.PHYSIOLOGICAL));
  }

  /**
   * Returns the recipe.
   *
   * @param epochs passes over a large training set; three times as many over a small one
   * @param directions at most this many are whitened
   */
  Estimator<? super TimeSeries> recipe(Prior prior, boolean large, double epochs, int directions) {
    int kept = Math.min(DIRECTIONS, directions);
    var whiten = Transform.whiten(kept);
    var components = Transform.principalComponents(kept);
    return switch (this) {
      case RIDGE -> Estimators.ridge().after(components);
      case MLP -> {
        Training training = training(50, 2e-3, large, epochs).batchSize(large ? 128 : 32);
        yield Estimators.mlp(256, 256).training(training).after(components);
      }
      case CNN_BILSTM -> {
        Training training = training(18, 3e-3, large, epochs);
        yield Estimators.cnnBiLstm().filters(32).units(32).training(training).after(whiten);
      }
      case TRANSFORMER -> {
        Training training = training(20, 2e-3, large, epochs);
        yield Estimators.eegTransformer().dropout(0).training(training).after(whiten);
      }
      case LSTM -> Estimators.lstm().training(training(10, 5e-3, large, epochs)).after(whiten);
      case BI_LSTM -> {
        Training training = training(7, 5e-3, large, epochs);
        yield Estimators.lstm().bidirectional().training(training).after(whiten);
      }
      case GRAPH -> {
        Training training = training(8, 2e-3, large, epochs);
        yield Estimators.eegGraphTransformer().dropout(0).training(training).after(whiten);
      }
      case SNPE -> new PosteriorMean(prior, training(40, 2e-3, large, epochs), kept);
      case RIDGE_CHANNELS -> Estimators.ridge();
      case PUBLISHED ->
          Estimators.eegTransformer()
              .asPublished()
              .patch(10)
              .training(training(16, 1e-3, large, epochs).batchSize(32).weightDecay(0));
    };
  }

  /** Small training sets are read three times as often, in batches half as large. */
  private static Training training(int epochs, double rate, boolean large, double share) {
    int passes = (int) Math.max(1, Math.round(share * epochs * (large ? 1 : 3)));
    return Training.standard()
        .epochs(passes)
        .patience(Math.max(5, passes / 3))
        .learningRate(rate)
        .batchSize(large ? 64 : 32);
  }
}
