package org.jansenrit.inference;

import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.Provenance;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * What all networks do alike: scale by the training set, make a loss small, scale back.
 *
 * @param name for the text of the fitted estimator
 * @param perChannel whether values are scaled per channel, to keep the shape of signals, rather
 *     than one by one
 */
record NetworkRecipe(String name, NetworkFactory body, boolean perChannel, Training training) {

  <Z extends Observations> FittedEstimator<Z> fit(Epochs<Z> epochs, Dataset<Z> validation) {
    Dataset<Z> train = epochs.epoch(0);
    TrainingPair.require(train, validation);
    InputScale scale = InputScale.of(train.x(), perChannel);
    TargetScaling targets = TargetScaling.of(train.theta());
    ScaledTargets rows = new ScaledTargets(targets, train.theta(), validation.theta());
    ParameterLoss objective = ParameterLoss.of(training.loss(), rows);
    Network network =
        Network.create(body, scale.shape(), objective, training.seed(), training.run().device());
    try {
      TrainingHistory history =
          network.fit(
              scale
                  .apply(train.x(), validation.x())
                  .inEpochs(number -> scale.apply(epochs.epoch(number).x(), validation.x())),
              IntStream.range(0, train.size()).toArray(),
              IntStream.range(train.size(), train.size() + validation.size()).toArray(),
              objective,
              training);
      return new FittedNetwork<>(
          name,
          network,
          training.loss(),
          scale,
          targets,
          train.x().empty(),
          history,
          made(train, validation));
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private Provenance made(Dataset<?> train, Dataset<?> validation) {
    return TrainingPair.provenance(name, train, validation)
        .with("training", training)
        .with("engine", Network.engine());
  }
}
