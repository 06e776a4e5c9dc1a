package org.jansenrit.examples;

import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.FittedEstimator;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.Snpe;

/**
 * The mean of a learnt posterior as an estimate.
 *
 * @param prior what the training set was drawn from
 * @param training how the posterior is learnt
 * @param components principal components that it reads
 */
record PosteriorMean(Prior prior, Training training, int components)
    implements Estimator<TimeSeries> {

  @Override
  public <Z extends TimeSeries> FittedEstimator<Z> fit(Dataset<Z> train, Dataset<Z> validation) {
    AmortizedPosterior<Z> posterior =
        Snpe.of(prior)
            .density(new MixtureDensity(4, 128, 2))
            .training(training)
            .after(Transform.principalComponents(components))
            .fit(train);
    return new Fitted<>(posterior);
  }

  private record Fitted<Z extends TimeSeries>(AmortizedPosterior<Z> posterior)
      implements FittedEstimator<Z> {

    @Override
    public ParameterTable predict(Z x) {
      double[][] means =
          posterior.givenEach(x).stream().map(p -> p.mean().toArray()).toArray(double[][]::new);
      return ParameterTable.of(posterior.prior().parameters(), means);
    }

    @Override
    public void close() {
      posterior.close();
    }
  }
}
