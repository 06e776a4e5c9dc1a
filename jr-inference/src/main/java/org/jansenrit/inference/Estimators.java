package org.jansenrit.inference;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.djl.CnnBiLstmBody;
import org.jansenrit.inference.djl.GraphTransformerBody;
import org.jansenrit.inference.djl.LstmBody;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.djl.TransformerBody;
import org.jansenrit.inference.training.Training;

/** The recipes, from the simplest on. Try ridge first: a network must beat it. */
public final class Estimators {
  private Estimators() {}

  /**
   * {@return ridge regression whose penalty, from 0.00001 to 100, is the one that does best on the
   * validation set} It needs no native code.
   */
  public static Ridge ridge() {
    return new Ridge(OptionalDouble.empty());
  }

  /**
   * {@return ridge regression with a given penalty}
   *
   * @param penalty relative to the variance of one input: inputs and targets have standard
   *     deviation 1, and {@code penalty} times the squared weights is added to the mean squared
   *     error; positive
   * @see <a href="https://doi.org/10.1080/00401706.1970.10488634">Hoerl &amp; Kennard (1970)</a>
   */
  public static Ridge ridge(double penalty) {
    return new Ridge(OptionalDouble.of(penalty));
  }

  /**
   * {@return a fully connected network with SiLU activations over all values of an observation,
   * each scaled by the training set}
   *
   * @param hidden units of each hidden layer; two of 128 if none are given
   */
  public static Mlp mlp(int... hidden) {
    List<Integer> units =
        hidden.length == 0 ? List.of(128, 128) : Arrays.stream(hidden).boxed().toList();
    return new Mlp(units, Training.standard());
  }

  /**
   * {@return a long short-term memory of one layer of 64 units over the samples of time series,
   * channels scaled by the training set} Its time grows with the samples: decimate long series
   * first.
   */
  public static Lstm lstm() {
    return new Lstm(new LstmBody(64, 1, false, false, 0), Training.standard());
  }

  /**
   * {@return two convolutions of 64 filters, which leave an eighth of the samples, then a
   * bidirectional long short-term memory of 64 units, over time series with channels scaled by the
   * training set}
   */
  public static CnnBiLstm cnnBiLstm() {
    return new CnnBiLstm(new CnnBiLstmBody(64, 64, 0), Training.standard());
  }

  /**
   * {@return a transformer of two blocks with four heads, width 64, over patches of 25 samples of
   * all channels, channels scaled by the training set} Its time grows with the square of the number
   * of patches.
   */
  public static EegTransformer eegTransformer() {
    return new EegTransformer(TransformerBody.standard(), Training.standard());
  }

  /**
   * {@return a transformer of two blocks with four heads, width 64, between the channels of time
   * series, which are scaled by the training set} Its time grows with the square of the number of
   * channels.
   */
  public static EegGraphTransformer eegGraphTransformer() {
    return new EegGraphTransformer(GraphTransformerBody.of(64, 4, 2, 0.1), Training.standard());
  }

  /**
   * {@return a fit of each recording by optimisation on the simulator, without learning anything:
   * what networks are to be compared with, in error and in time}
   *
   * @param <X> the kind of observation
   * @param simulator gives what was recorded, without noise
   * @param prior over the parameters that are asked for
   * @param sd of the noise in each value of a recording, independent of each other, in the unit of
   *     the data; positive
   */
  public static <X extends Observations> SimulatorFit<X> simulatorFit(
      Simulator<X> simulator, Prior prior, double sd) {
    return new SimulatorFit<>(simulator, prior, sd, 150, 20, 1);
  }

  /**
   * {@return a network of your own, with a linear layer behind it} The channels of time series, and
   * each feature, are scaled by the training set first.
   *
   * @param body from (batch, channels, samples) of time series, (batch, width) of features, or
   *     (batch, trials, ...) of either, to (batch, anything)
   */
  public static OwnNetwork network(NetworkFactory body) {
    return new OwnNetwork(body, Training.standard());
  }

  /**
   * {@return several estimators that differ by their seed, whose estimates are averaged: {@code
   * ensemble(5, seed -> Estimators.lstm().training(settings.seed(seed)))}}
   *
   * <p>Where all members learn a standard deviation, that of the ensemble is of the mixture of
   * their normal densities: it is larger where they disagree.
   *
   * @param <X> the kinds of observation that all members can be fitted to
   * @param members how many; at least 2
   * @param recipe the member with a given seed, 1, 2, 3, ...
   * @see <a href="https://arxiv.org/abs/1612.01474">Lakshminarayanan, Pritzel &amp; Blundell
   *     (2017)</a>
   */
  public static <X extends Observations> Ensemble<X> ensemble(
      int members, LongFunction<? extends Estimator<X>> recipe) {
    return new Ensemble<>(members, recipe);
  }

  /**
   * Reads an estimator that {@link FittedEstimator#save} wrote: {@code load(path,
   * TimeSeries.class)}.
   *
   * @param <X> the kind of observation
   * @param file written by {@link FittedEstimator#save}
   * @param kind the kind of observation that it was fitted to
   * @return the estimator, which predicts as the one that was saved; the caller closes it
   * @throws UncheckedIOException if there is no such file, it is cut short, damaged, of another
   *     format, of a later version, or of another kind of observation, or its network has a body of
   *     one's own
   */
  public static <X extends Observations> FittedEstimator<X> load(Path file, Class<X> kind) {
    return new SavedEstimators(Optional.empty()).load(file, kind);
  }

  /**
   * Reads an estimator whose network has a body of one's own.
   *
   * @param <X> the kind of observation
   * @param file written by {@link FittedEstimator#save}
   * @param kind the kind of observation that it was fitted to
   * @param body the body that it was fitted with
   * @return the estimator, which predicts as the one that was saved; the caller closes it
   * @throws UncheckedIOException as {@link #load(Path, Class)} does, and if the weights do not have
   *     the shapes of {@code body}
   */
  public static <X extends Observations> FittedEstimator<X> load(
      Path file, Class<X> kind, NetworkFactory body) {
    return new SavedEstimators(Optional.of(body)).load(file, kind);
  }

  /**
   * Reads an estimator of any kind of observation, which refuses what it was not fitted to.
   *
   * @param file written by {@link FittedEstimator#save}
   * @return the estimator, which predicts as the one that was saved; the caller closes it
   * @throws UncheckedIOException as {@link #load(Path, Class)} does, but for the kind of
   *     observation
   */
  public static FittedEstimator<Observations> load(Path file) {
    return load(file, Observations.class);
  }
}
