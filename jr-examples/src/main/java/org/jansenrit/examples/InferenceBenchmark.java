package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.report.Results;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.Snpe;

/**
 * How fast do networks train and predict, and does training keep its memory?
 *
 * <p>CPU seconds of one thread per 1000 samples and epoch, in batches of 32, beside those of
 * PyTorch in Python for the same networks. Arguments: {@code --out=DIR}, {@code --small}.
 */
public final class InferenceBenchmark {
  /** What is allowed beyond the time in Python. */
  private static final double ALLOWED = 1.15;

  private static final int BATCH = 32;

  private final boolean small;
  private Results results;

  private InferenceBenchmark(boolean small) {
    this.small = small;
    this.results = Results.of("InferenceBenchmark", small ? "small" : "full");
  }

  /**
   * Runs the benchmark and prints its figures.
   *
   * @param args {@code --out=DIR} (default {@code inference-benchmark}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("small", "out"));
    run(arguments.has("small"), Path.of(arguments.get("out").orElse("inference-benchmark")));
  }

  static Results run(boolean small, Path out) throws IOException {
    InferenceBenchmark benchmark = new InferenceBenchmark(small);
    benchmark.trainings();
    benchmark.predictions();
    benchmark.memory();
    System.out.println(benchmark.results.table());
    Files.createDirectories(out);
    benchmark.results.save(out.resolve("results.json"));
    return benchmark.results;
  }

  private int of(int large, int few) {
    return small ? few : large;
  }

  private void trainings() {
    int n = of(1000, 64);
    Dataset<Features> narrow = BenchmarkData.features(n, 64, 9);
    Dataset<Features> wide = BenchmarkData.features(n, 256, 9);
    Dataset<TimeSeries> steps200 = BenchmarkData.series(n, 64, 200, 9);
    Dataset<TimeSeries> steps1201 = BenchmarkData.series(n, 64, 1201, 9);
    training("MLP 64-128-128-9", narrow, 0.021, t -> Estimators.mlp(128, 128).training(t));
    training("MLP 256-512-512-9", wide, 0.066, t -> Estimators.mlp(512, 512).training(t));
    mixture(n);
    training("LSTM, 200 x 64", steps200, 0.61, t -> Estimators.lstm().lastState().training(t));
    training(
        "BiLSTM, 200 x 64", steps200, 1.51, t -> Estimators.lstm().bidirectional().training(t));
    training("CNN + BiLSTM, 1201 x 64", steps1201, 2.58, t -> Estimators.cnnBiLstm().training(t));
    training(
        "transformer of 151 tokens, 1201 x 64",
        steps1201,
        5.63,
        t -> Estimators.eegTransformer().patch(8).training(t));
    note(
        "transformer of 151 tokens, 1201 x 64",
        "Patches of 8 samples where the network in Python had two convolutions with a stride of 8.");
  }

  private interface Recipe<X extends Observations> {
    Estimator<? super X> with(Training training);
  }

  private <X extends Observations> void training(
      String name, Dataset<X> data, double python, Recipe<X> recipe) {
    EpochTimer timer = new EpochTimer(data.size());
    recipe.with(timer.training(of(8, 2), BATCH)).fit(data, BenchmarkData.few(data)).close();
    figure(name, timer.secondsPerThousand(), python);
  }

  private void mixture(int n) {
    var prior = BenchmarkData.prior(6);
    EpochTimer timer = new EpochTimer(n * 9 / 10); // a tenth decides when to stop
    Snpe.of(prior)
        .density(new MixtureDensity(10, 128))
        .training(timer.training(of(8, 2), BATCH))
        .fit(BenchmarkData.features(n, 64, prior))
        .close();
    figure("mixture density, 10 components, 6 parameters", timer.secondsPerThousand(), 0.040);
  }

  private void figure(String name, double seconds, double python) {
    double asked = Math.round(ALLOWED * python * 1e4) / 1e4;
    results =
        results
            .figure("training/" + name, seconds, "CPU s", asked, "<=")
            .note("training/" + name, "PyTorch 2.13 in Python: " + python + " s.");
  }

  private void note(String name, String text) {
    results = results.note("training/" + name, text);
  }

  private void predictions() {
    Dataset<TimeSeries> erps = BenchmarkData.series(of(1000, 64), 64, 300, 9);
    Training short1 = Training.standard().epochs(1);
    prediction("LSTM", Estimators.lstm().training(short1), erps);
    prediction("transformer", Estimators.eegTransformer().training(short1), erps);
  }

  private void prediction(String name, Estimator<TimeSeries> recipe, Dataset<TimeSeries> erps) {
    Dataset<TimeSeries> few = BenchmarkData.few(erps);
    try (var fitted = recipe.fit(few, few)) {
      TimeSeries one = erps.x().select(0);
      double single = CpuTime.median(of(200, 5), () -> fitted.predict(one));
      double batch = CpuTime.median(of(10, 1), () -> fitted.predict(erps.x()));
      results =
          results
              .figure("prediction/" + name + "/one ERP", 1e3 * single, "ms", 5, "<=")
              .figure("prediction/" + name + "/batch", erps.size() / batch, "1/s", 1000, ">=")
              .note("prediction/" + name + "/batch", "On one thread; asked of two cores.");
    }
  }

  private void memory() {
    MemoryWatch watch = new MemoryWatch(of(100_000, 2_000), BATCH);
    if (!MemoryWatch.available()) {
      return;
    }
    growth("MLP", watch.of(Estimators.mlp(128, 128)::training, BenchmarkData.features(320, 64, 9)));
    growth(
        "LSTM",
        watch.of(Estimators.lstm().units(8)::training, BenchmarkData.series(320, 2, 12, 9)));
  }

  private void growth(String name, double megabytes) {
    results = results.figure("memory/" + name + "/growth of RSS", megabytes, "MB", 16, "<=");
  }
}
