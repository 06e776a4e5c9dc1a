package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.inference.RecoveryReport;

/**
 * One training of {@link ErpRecoveryStudy} and what came of it, in a file of its own.
 *
 * @param key which
 * @param truth the parameters of the simulations for testing
 * @param estimates what was made of them
 * @param ranges one row of least and one of greatest values among all simulations
 * @param seconds CPU time of training, in s
 * @param trained simulations in the training set
 * @param trainLoss loss of each epoch; empty if there were none
 * @param validationLoss the same, of simulations for validation
 */
record RecoveryCell(
    Key key,
    ParameterTable truth,
    ParameterTable estimates,
    ParameterTable ranges,
    double seconds,
    int trained,
    List<Double> trainLoss,
    List<Double> validationLoss) {
  private static final String FORMAT = "recovery-cell";
  private static final int VERSION = 1;

  /** 97.5 % of a standard normal lie below it. */
  private static final double Z = 1.959964;

  /** What a training is called. */
  record Key(RecoverySetting setting, double noise, int size, RecoveryMethod method) {

    @Override
    public String toString() {
      return setting.title() + "/noise " + noise + "/" + size + " simulations/" + method.title();
    }

    Path file(Path folder) {
      return folder.resolve(
          String.format(Locale.ROOT, "%s-%s-%d-%s.npz", setting, noise, size, method));
    }
  }

  void save(Path folder) {
    Archive.of(FORMAT)
        .withParameters("parameters", truth.parameters())
        .with("rows", truth.size())
        .with("truth", flat(truth), truth.size(), width())
        .with("estimates", flat(estimates), truth.size(), width())
        .with("ranges", flat(ranges), 2, width())
        .with("seconds", seconds)
        .with("trained", trained)
        .with("epochs", trainLoss.size())
        .with("losses", losses(), 2, trainLoss.size())
        .save(key.file(folder), FORMAT, VERSION);
  }

  private double[] losses() {
    return IntStream.range(0, 2 * trainLoss.size())
        .mapToDouble(
            k -> k < trainLoss.size() ? trainLoss.get(k) : validationLoss.get(k - trainLoss.size()))
        .toArray();
  }

  static RecoveryCell load(Key key, Path folder) {
    return Archive.load(key.file(folder), FORMAT, VERSION, archive -> read(key, archive));
  }

  private static RecoveryCell read(Key key, Archive archive) throws IOException {
    List<Parameter> parameters = archive.parameters("parameters");
    int epochs = archive.count("epochs");
    List<Double> losses = Arrays.stream(archive.doubles("losses", 2, epochs)).boxed().toList();
    return new RecoveryCell(
        key,
        table(archive, "truth", parameters, archive.count("rows")),
        table(archive, "estimates", parameters, archive.count("rows")),
        table(archive, "ranges", parameters, 2),
        archive.number("seconds"),
        archive.count("trained"),
        losses.subList(0, epochs),
        losses.subList(epochs, 2 * epochs));
  }

  private static ParameterTable table(
      Archive archive, String name, List<Parameter> parameters, int rows) throws IOException {
    int width = parameters.size();
    double[] all = archive.doubles(name, rows, width);
    double[][] values = new double[rows][];
    Arrays.setAll(values, i -> Arrays.copyOfRange(all, i * width, (i + 1) * width));
    return ParameterTable.of(parameters, values);
  }

  private static double[] flat(ParameterTable table) {
    return IntStream.range(0, table.size())
        .mapToObj(table::row)
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private int width() {
    return truth.parameters().size();
  }

  RecoveryReport report() {
    return RecoveryReport.of(truth, estimates);
  }

  /** Returns the linear correlation of estimates and truth. */
  double correlation(Parameter parameter) {
    return report().score(parameter).pearson();
  }

  /** Returns a bound of the 95 % confidence interval of the correlation, by Fisher's transform. */
  double bound(Parameter parameter, int side) {
    double z = atanh(correlation(parameter)) + side * Z / Math.sqrt(truth.size() - 3.0);
    return Math.tanh(z);
  }

  private static double atanh(double r) {
    return 0.5 * Math.log((1 + r) / (1 - r));
  }

  /** Returns the mean correlation over the parameters. */
  double meanCorrelation() {
    return truth.parameters().stream().mapToDouble(this::correlation).average().orElseThrow();
  }

  /** Returns the mean squared error of parameters scaled to [0, 1] over all simulations. */
  double scaledError() {
    double sum = 0;
    for (int j = 0; j < width(); j++) {
      double range = ranges.get(1, j) - ranges.get(0, j);
      for (int i = 0; i < truth.size(); i++) {
        sum += Math.pow((estimates.get(i, j) - truth.get(i, j)) / range, 2);
      }
    }
    return sum / truth.size() / width();
  }

  /** Returns the least loss on the simulations for validation; infinite if there was none. */
  double leastLoss() {
    return validationLoss.stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns the CPU seconds per 1000 simulations and epoch; NaN without epochs. */
  double secondsPerThousand() {
    return trainLoss.isEmpty() ? Double.NaN : 1000 * seconds / trained / trainLoss.size();
  }
}
