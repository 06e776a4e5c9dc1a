package org.jansenrit.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.FittedEstimator;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.NeuralPosterior;
import org.jansenrit.sbi.Snpe;
import org.jansenrit.sbi.diagnostics.Sbc;
import org.jansenrit.sbi.diagnostics.SbcReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns from a training set. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Learn a posterior or an estimator from simulations, and say how good it is on a tenth that was"
          + " held back.",
      "",
      "A posterior tells how surely each parameter is known; an estimator gives one number for each.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jansen-rit train --data=train.npz --out=posterior.jr",
      "  jansen-rit train --data=train.npz --method=ridge --out=ridge.jr"
    })
final class TrainCommand implements Callable<Integer> {
  enum Method {
    POSTERIOR,
    RIDGE,
    MLP,
    LSTM
  }

  private static final int DRAWS = 199;

  @Spec private CommandSpec spec;
  @Mixin private CommandProgress common;

  @Option(names = "--data", required = true, description = "What 'simulate' wrote.")
  private Path data;

  @Option(
      names = "--method",
      defaultValue = "posterior",
      description = "One of ${COMPLETION-CANDIDATES}, in any case. Default: ${DEFAULT-VALUE}.")
  private Method method;

  @Option(
      names = "--epochs",
      defaultValue = "50",
      description = "Passes over the data, at most. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--components",
      defaultValue = "40",
      description =
          "Principal components that are read (not by the LSTM). Default: ${DEFAULT-VALUE}.")
  private int components;

  @Option(names = "--out", required = true, description = "The file to write: NAME.jr.")
  private Path out;

  @Override
  public Integer call() {
    CommandProgress.requireNew(out, ".jr");
    Dataset<TimeSeries> all = Dataset.load(data, TimeSeries.class);
    Dataset.Split<TimeSeries> parts = all.split(0.8, 0.1, common.seed());
    PrintWriter print = spec.commandLine().getOut();
    if (method == Method.POSTERIOR) {
      posterior(all, parts, print);
    } else {
      estimator(parts, print);
    }
    print.println("saved: " + out);
    return 0;
  }

  private Training training() {
    return Training.standard()
        .epochs(epochs)
        .batchSize(200)
        .learningRate(2e-3)
        .weightDecay(0.01)
        .seed(common.seed())
        .progress(common.progress());
  }

  private void posterior(
      Dataset<TimeSeries> all, Dataset.Split<TimeSeries> parts, PrintWriter print) {
    Prior prior = CommandPrior.of(all);
    try (NeuralPosterior<TimeSeries> fitted =
        Snpe.of(prior)
            .density(new MixtureDensity(8, 128, 3))
            .training(training())
            .after(Transform.principalComponents(components))
            .fit(parts.train().append(parts.validation()))) {
      fitted.save(out);
      print.println(fitted);
      SbcReport ranks = Sbc.run(fitted, parts.test(), DRAWS, common.seed());
      print.println(ranks);
      print.println(ranks.table());
    }
  }

  private void estimator(Dataset.Split<TimeSeries> parts, PrintWriter print) {
    FittedEstimator<TimeSeries> fitted =
        method == Method.LSTM
            ? Estimators.lstm().training(training()).fit(parts.train(), parts.validation())
            : onComponents().fit(parts.train(), parts.validation());
    fitted.save(out);
    print.println(fitted);
    print.println(fitted.evaluate(parts.test()).table());
  }

  private Estimator<Observations> onComponents() {
    Transform<Observations, Features> read = Transform.principalComponents(components);
    return method == Method.RIDGE
        ? Estimators.ridge().after(read)
        : Estimators.mlp(128, 128).training(training()).after(read);
  }
}
