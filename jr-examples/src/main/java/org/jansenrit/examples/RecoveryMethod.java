package org.jansenrit.examples;

import java.util.List;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.training.Training;

/** The estimators that {@link ErpRecoveryStudy} compares. */
enum RecoveryMethod {
  RIDGE("ridge", Grid.EVERY_NOISE, false),
  MLP("MLP", Grid.EVERY_NOISE, false),
  CNN_BILSTM("CNN-BiLSTM", Grid.EVERY_NOISE, false),
  TRANSFORMER("EEGTransformer, patches", Grid.EVERY_NOISE, false),
  LSTM("LSTM", Grid.TELLING_NOISES, false),
  BI_LSTM("Bi-LSTM", Grid.TELLING_NOISES, false),
  GRAPH("graph transformer", Grid.TELLING_NOISES, true),
  SNPE("SNPE, posterior mean", Grid.TELLING_NOISES, false),
  RIDGE_CHANNELS("ridge, 64 channels", Grid.AS_PUBLISHED, true),
  PUBLISHED("as published, patches of 10", Grid.AS_PUBLISHED, true),
  SINGLE_SAMPLES("as published, patches of 1", Grid.ONE_EPOCH, true),
  SEARCH("CMA-ES on the simulator", Grid.FEW_RECORDINGS, false);

  /** Where an estimator is run, so that the study stays within an hour or so of CPU time. */
  enum Grid {
    /** Everywhere. */
    EVERY_NOISE,
    /** At noise factors 0.1 and 1, the larger size with physiological ranges only. */
    TELLING_NOISES,
    /** At every noise, with as many simulations as published. */
    AS_PUBLISHED,
    /** Once, for its time. */
    ONE_EPOCH,
    /** Once, on the first recordings for testing. */
    FEW_RECORDINGS
  }

  /** Directions over time that stand out of the sensor noise. */
  private static final int MANY = 80;

  /** Directions in which the column as published varies, nearly. */
  private static final int FEW = 20;

  private final String title;
  private final Grid grid;
  private final boolean channels;

  RecoveryMethod(String title, Grid grid, boolean channels) {
    this.title = title;
    this.grid = grid;
    this.channels = channels;
  }

  String title() {
    return title;
  }

  /** Returns whether it reads 64 channels, rather than their first spatial component. */
  boolean readsChannels() {
    return channels;
  }

  Grid grid() {
    return grid;
  }

  /** Returns whether it comes before the others, which take longer or say less. */
  boolean isQuick() {
    return grid == Grid.EVERY_NOISE || grid == Grid.AS_PUBLISHED;
  }

  /** Returns whether it is a network that is compared with others. */
  boolean isNetwork() {
    return switch (this) {
      case MLP, CNN_BILSTM, TRANSFORMER, LSTM, BI_LSTM, GRAPH, PUBLISHED -> true;
      default -> false;
    };
  }

  /** Returns whether the study runs it there. */
  boolean runs(RecoverySetting setting, double noise, boolean large) {
    if (!setting.isMain()) {
      return this == RIDGE || this == MLP;
    }
    return switch (grid) {
      case EVERY_NOISE -> true;
      case TELLING_NOISES ->
          (noise == 0.1 || noise == 1) && (!large || setting == RecoverySetting.PHYSIOLOGICAL);
      case AS_PUBLISHED -> !large;
      case ONE_EPOCH -> setting == RecoverySetting.AS_PUBLISHED && noise == 1 && !large;
      case FEW_RECORDINGS -> setting == RecoverySetting.PHYSIOLOGICAL && noise == 1 && large;
    };
  }

  /**
   * Returns the recipe. Where it is cheap, the validation set chooses between few directions,
   * enough for a column that is nearly linear, and many.
   *
   * @param epochs passes over a large training set; three times as many over a small one
   * @param directions at most this many are whitened
   */
  Estimator<? super TimeSeries> recipe(Prior prior, boolean large, double epochs, int directions) {
    int many = Math.min(MANY, directions);
    int few = Math.min(FEW, directions);
    boolean choose = this == MLP || (!large && (this == CNN_BILSTM || this == TRANSFORMER));
    return choose
        ? new ChosenByValidation(List.of(network(large, epochs, few), network(large, epochs, many)))
        : only(prior, large, epochs, many);
  }

  private Estimator<? super TimeSeries> only(
      Prior prior, boolean large, double epochs, int directions) {
    return switch (this) {
      case RIDGE -> Estimators.ridge().after(Transform.principalComponents(directions));
      case SNPE -> new PosteriorMean(prior, training(40, 2e-3, large, epochs), directions);
      case RIDGE_CHANNELS -> Estimators.ridge();
      case PUBLISHED ->
          Estimators.eegTransformer()
              .asPublished()
              .patch(10)
              .training(training(16, 1e-3, large, epochs).batchSize(32).weightDecay(0));
      case SINGLE_SAMPLES ->
          Estimators.eegTransformer()
              .asPublished()
              .training(Training.standard().epochs(1).batchSize(32));
      case SEARCH -> throw new IllegalStateException(title + " learns nothing");
      default -> network(large, epochs, directions);
    };
  }

  private Estimator<TimeSeries> network(boolean large, double epochs, int directions) {
    var whiten = Transform.whiten(directions);
    return switch (this) {
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
      default -> {
        Training training =
            training(50, large ? 2e-3 : 1e-3, large, epochs).batchSize(large ? 128 : 32);
        Transform<TimeSeries, Features> components =
            x -> Transform.principalComponents(directions).fit(x)::apply;
        yield Estimators.mlp(256, 256).training(training).after(components);
      }
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
