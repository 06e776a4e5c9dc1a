package org.jansenrit.inference;

import java.util.Optional;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.inference.djl.Network;
import org.jansenrit.inference.djl.NetworkFactory;
import org.jansenrit.inference.training.InputScale;
import org.jansenrit.inference.training.Training;
import org.jansenrit.inference.training.TrainingHistory;

/**
 * What all networks do alike: scale by the training set, fit by squared error, scale back.
 *
 * @param name for the text of the fitted estimator
 * @param perChannel whether values are scaled per channel, to keep the shape of signals, rather
 *     than one by one
 */
record NetworkRecipe(String name, NetworkFactory body, boolean perChannel, Training training) {

  <Z extends Observations> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    TrainingPair.require(train, validation);
    InputScale scale = InputScale.of(train.x(), perChannel);
    TargetScaling targets = TargetScaling.of(train.theta());
    SquaredError objective = new SquaredError(targets, train.theta(), validation.theta());
    Network network = Network.create(body, scale.shape(), objective, training.seed());
    try {
      TrainingHistory history =
          network.fit(
              scale.apply(train.x(), validation.x()),
              IntStream.range(0, train.size()).toArray(),
              IntStream.range(train.size(), train.size() + validation.size()).toArray(),
              objective,
              training);
      return new Fitted<>(name, network, scale, targets, train.x().empty(), history);
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private record Fitted<Z extends Observations>(
      String name,
      Network network,
      InputScale scale,
      TargetScaling targets,
      Observations template,
      TrainingHistory trained)
      implements FittedEstimator<Z> {

    @Override
    public ParameterTable predict(Z x) {
      x.requireShapeOf(template, "observation", "the training set");
      x.requireFinite("observation");
      float[] outputs = network.predict(scale.apply(x));
      int width = targets.parameters().size();
      double[][] z = new double[x.size()][width];
      for (int k = 0; k < outputs.length; k++) {
        z[k / width][k % width] = outputs[k];
      }
      return targets.unscale(z);
    }

    @Override
    public Optional<TrainingHistory> history() {
      return Optional.of(trained);
    }

    @Override
    public void close() {
      network.close();
    }

    @Override
    public String toString() {
      return name + ": " + template.shape() + " -> " + targets.parameters() + "; " + trained;
    }
  }
}
