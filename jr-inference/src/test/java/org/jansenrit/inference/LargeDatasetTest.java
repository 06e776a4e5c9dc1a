package org.jansenrit.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.TimeSeriesBuilder;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.training.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeDatasetTest {
  private static final List<String> CHANNELS =
      IntStream.range(0, 64).mapToObj(c -> "E" + c).toList();
  private static final int SAMPLES = 300;
  private static final int SIMULATIONS = 1000; // 77 MB

  /** Noise of sd g, 64 channels x 300 samples: 77 kB per simulation. */
  private static TimeSeries simulate(ParameterTable theta, Streams streams) {
    TimeSeriesBuilder builder =
        TimeSeries.builder(theta.size(), CHANNELS, SAMPLES, Frequency.hz(250), "uV");
    for (int i = 0; i < theta.size(); i++) {
      var random = streams.random(i, Streams.SENSORS);
      float[] values = new float[SAMPLES];
      for (int c = 0; c < CHANNELS.size(); c++) {
        for (int k = 0; k < SAMPLES; k++) {
          values[k] = (float) (theta.get(i, 0) * (random.nextFloat() - 0.4));
        }
        builder.put(i, c, values);
      }
    }
    return builder.build();
  }

  /** Prints the estimates after two epochs of training on the data set in a directory. */
  public static final class Train {
    private Train() {}

    public static void main(String[] arguments) {
      Dataset<TimeSeries> data = Dataset.load(Path.of(arguments[0]), TimeSeries.class);
      System.out.print(estimates(data));
    }
  }

  private static String estimates(Dataset<TimeSeries> data) {
    var parts = data.split(0.8, 0.1, 1);
    Training training = Training.standard().epochs(2).batchSize(32);
    try (var fitted = Estimators.mlp(4).training(training).fit(parts.train(), parts.validation())) {
      ParameterTable estimates = fitted.predict(parts.test().x());
      StringBuilder text = new StringBuilder();
      for (double value : estimates.column(Toys.GAIN)) {
        text.append(Double.toHexString(value)).append('\n');
      }
      return text.toString();
    }
  }

  /** The data are twice as large as the heap; rows are drawn from all of them in each epoch. */
  @Test
  void aSetLargerThanTheHeapTrainsLikeOneInMemory(@TempDir Path folder) throws Exception {
    Simulator<TimeSeries> simulator = LargeDatasetTest::simulate;
    Prior prior = Prior.uniform(Toys.GAIN, 1, 3);
    simulator.sampleTo(folder, prior, SIMULATIONS, 300, 5);
    String found = ForkedJvm.run(Train.class, List.of("-Xmx38m"), folder.toString());
    assertEquals(estimates(simulator.sample(prior, SIMULATIONS, 5)), found);
  }
}
