package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.inference.training.Loss;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;

/** Estimates with standard deviations: the loss that learns them, and ensembles. */
class PredictionTest {
  private static final Parameter A = Parameter.of("A", "mV", 1);
  private static final Parameter B = Parameter.of("B", "1/s", 1);

  private static ParameterTable table(double[]... rows) {
    return ParameterTable.of(List.of(A, B), rows);
  }

  private static GaussianLikelihood loss(ParameterTable theta) {
    return new GaussianLikelihood(new ScaledTargets(TargetScaling.of(theta), theta));
  }

  /** Scaled targets are -1 and 1: at mean 0 and sd e the density of each is known. */
  @Test
  void theLossIsTheNegativeLogarithmOfANormalDensity() {
    GaussianLikelihood loss = loss(table(new double[] {1, 30}, new double[] {3, 10}));
    assertEquals(4, loss.outputs());
    double expected = 1 + 0.5 * Math.exp(-2) + 0.5 * Math.log(2 * Math.PI);
    assertEquals(
        expected,
        loss.evaluate(new int[] {0, 1}, new float[] {0, 0, 1, 1, 0, 0, 1, 1}, null),
        1e-12);
  }

  @Test
  void itsGradientIsThatOfFiniteDifferences() {
    Random random = new Random(1);
    double[][] rows = new double[5][];
    for (int i = 0; i < 5; i++) {
      rows[i] = random.doubles(2, -3, 3).toArray();
    }
    GaussianLikelihood loss = loss(table(rows));
    int[] chosen = {4, 0, 2};
    float[] outputs = new float[12];
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = random.nextFloat() * 2 - 1;
    }
    float[] gradient = new float[12];
    loss.evaluate(chosen, outputs, gradient);
    float step = 1f / 512; // exact in floats
    for (int k = 0; k < outputs.length; k++) {
      float before = outputs[k];
      outputs[k] = before + step;
      double up = loss.evaluate(chosen, outputs, null);
      outputs[k] = before - step;
      double down = loss.evaluate(chosen, outputs, null);
      outputs[k] = before;
      assertEquals((up - down) / (2 * step), gradient[k], 2e-5, "output " + k);
    }
  }

  @Test
  void farOutputsGiveFiniteLossesAndStandardDeviations() {
    ParameterTable theta = table(new double[] {1, 30}, new double[] {3, 10});
    GaussianLikelihood loss = loss(theta);
    float[] far = {5, -5, 1e30f, -1e30f};
    assertTrue(Double.isFinite(loss.evaluate(new int[] {0}, far, new float[4])));
    double sd = loss.decode(far, TargetScaling.of(theta)).sd().orElseThrow().get(0, 1);
    assertEquals(10 * Math.exp(-10), sd, 1e-12);
  }

  /** One feature x; g = x + noise of sd 0.05 + 0.5 x; f is noise of sd 3 around 10. */
  private static Dataset<Features> noisy(int n, long seed) {
    Random random = new Random(seed);
    double[][] theta = new double[n][];
    double[][] x = new double[n][];
    for (int i = 0; i < n; i++) {
      double u = random.nextDouble();
      x[i] = new double[] {u};
      theta[i] =
          new double[] {
            u + (0.05 + 0.5 * u) * random.nextGaussian(), 10 + 3 * random.nextGaussian()
          };
    }
    return Dataset.of(
        ParameterTable.of(List.of(Toys.GAIN, Toys.RATE), theta), Features.of(x, List.of("x")));
  }

  /** The truth is known: 0.1, 0.3 and 0.5 for g at x = 0.1, 0.5 and 0.9, and 3 for f. */
  @Test
  void aNetworkLearnsHowFarItIsOff() {
    Training training = Training.standard().epochs(60).learningRate(5e-3).loss(Loss.GAUSSIAN);
    try (var fitted = Estimators.mlp(32).training(training).fit(noisy(4000, 1), noisy(500, 2))) {
      Features x = Features.of(new double[][] {{0.1}, {0.5}, {0.9}}, List.of("x"));
      Prediction found = fitted.predictWithSd(x);
      ParameterTable sd = found.sd().orElseThrow();
      for (int i = 0; i < 3; i++) {
        double u = x.row(i)[0];
        assertEquals(u, found.mean().get(i, 0), 0.08, "mean at " + u);
        assertEquals(0.05 + 0.5 * u, sd.get(i, 0), 0.15 * (0.05 + 0.5 * u), "sd at " + u);
        assertEquals(3, sd.get(i, 1), 0.3);
        assertEquals(10, found.mean().get(i, 1), 0.5);
      }
      assertEquals(found.mean().get(0, 0), fitted.predict(x).get(0, 0));
    }
  }

  /** Two members by hand: means 1 and 3, sds 1 and 2, so the variance is (1 + 4) / 2 + 1. */
  @Test
  void anEnsembleAddsTheSpreadOfItsMembers() {
    FittedEstimator<Features> one = known(1, 1);
    FittedEstimator<Features> two = known(3, 2);
    Features x = noisy(1, 1).x();
    Prediction both = new FittedEnsemble<>(List.of(one, two), x.empty()).predictWithSd(x);
    assertEquals(2, both.mean().get(0, 0));
    assertEquals(Math.sqrt(3.5), both.sd().orElseThrow().get(0, 0), 1e-12);
    FittedEstimator<Features> unsure = z -> one.predict(z);
    Prediction mixed = new FittedEnsemble<>(List.of(one, unsure), x.empty()).predictWithSd(x);
    assertEquals(Optional.empty(), mixed.sd());
  }

  private static FittedEstimator<Features> known(double mean, double sd) {
    return new FittedEstimator<>() {
      @Override
      public ParameterTable predict(Features x) {
        return predictWithSd(x).mean();
      }

      @Override
      public Prediction predictWithSd(Features x) {
        return Prediction.of(table(new double[] {mean, 0}), table(new double[] {sd, 1}));
      }
    };
  }

  @Test
  void anEnsembleBeatsTheMeanOfItsMembers() {
    Dataset<Features> train = Toys.nonlinear(300, 1);
    Dataset<Features> test = Toys.nonlinear(500, 3);
    Training training = Training.standard().epochs(40).learningRate(3e-3);
    double alone = 0;
    for (long seed = 1; seed <= 3; seed++) {
      try (var one = Estimators.mlp(32).training(training.seed(seed)).fit(train, test)) {
        alone += Toys.r2(one, test) / 3;
      }
    }
    try (var all =
        Estimators.ensemble(3, seed -> Estimators.mlp(32).training(training.seed(seed)))
            .fit(train, test)) {
      assertTrue(Toys.r2(all, test) > alone, Toys.r2(all, test) + " against " + alone);
    }
  }

  @Test
  void whatIsNoPredictionOrEnsembleIsRefused() {
    ParameterTable two = table(new double[] {1, 2}, new double[] {3, 4});
    assertThrows(ShapeException.class, () -> Prediction.of(two, two.select(0)));
    assertThrows(
        IllegalArgumentException.class, () -> Estimators.ensemble(1, seed -> Estimators.mlp()));
  }
}
