package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.simulate.Simulator;

/**
 * What a time series does as one parameter after the other goes through multiples of its typical
 * value, the rest staying where they are. Immutable.
 *
 * <p>It says nothing of what parameters do together: see {@link Identifiability} and {@link
 * Sensitivity}.
 */
public final class OneAtATime {
  private final ParameterSet typical;
  private final double[] factors;
  private final TimeSeries responses;

  private OneAtATime(ParameterSet typical, double[] factors, TimeSeries responses) {
    this.typical = typical;
    this.factors = factors;
    this.responses = responses;
  }

  /**
   * Runs one simulation per parameter and factor, all with the same random numbers.
   *
   * @param simulator what is run
   * @param typical the parameters to vary, at their typical values
   * @param low the smallest factor: 0.5
   * @param high the largest factor: 1.5
   * @param steps how many factors, evenly spaced; at least two
   * @param seed decides the random numbers that all simulations share
   * @return the series, one per parameter and factor
   * @throws IllegalArgumentException if a parameter is 0, or a value is not possible
   */
  public static OneAtATime of(
      Simulator<TimeSeries> simulator,
      ParameterSet typical,
      double low,
      double high,
      int steps,
      long seed) {
    if (!(low < high) || Double.isInfinite(high - low) || steps < 2) {
      throw new IllegalArgumentException(
          "factors go from a lower to a higher one in at least 2 steps, but were from %s to %s in %d"
              .formatted(low, high, steps));
    }
    double[] factors = new double[steps];
    Arrays.setAll(factors, k -> low + (high - low) * k / (steps - 1));
    TimeSeries x = simulator.simulate(table(typical, factors), Streams.of(seed).common());
    return new OneAtATime(typical, factors, x);
  }

  private static ParameterTable table(ParameterSet typical, double[] factors) {
    List<double[]> rows = new ArrayList<>();
    for (int j = 0; j < typical.parameters().size(); j++) {
      Parameter p = typical.parameters().get(j);
      if (typical.get(p) == 0) {
        throw new IllegalArgumentException(
            p.symbol() + " is typically 0, of which there are no multiples; leave it out");
      }
      for (double factor : factors) {
        double[] values = typical.toArray();
        values[j] = p.require(values[j] * factor);
        rows.add(values);
      }
    }
    return ParameterTable.of(typical.parameters(), rows.toArray(double[][]::new));
  }

  /** {@return the parameters} */
  public List<Parameter> parameters() {
    return typical.parameters();
  }

  /**
   * {@return the values of {@code p}, in its unit}
   *
   * @param p one of {@link #parameters()}
   */
  public double[] values(Parameter p) {
    return Arrays.stream(factors).map(f -> f * typical.get(p)).toArray();
  }

  /** {@return which parameters leave their meaningful range on the way} */
  public List<Parameter> leavingMeaningful() {
    return parameters().stream()
        .filter(p -> Arrays.stream(values(p)).anyMatch(v -> v < p.low() || v > p.high()))
        .toList();
  }

  /**
   * {@return the series for the values of {@code p}, in order}
   *
   * @param p one of {@link #parameters()}
   */
  public TimeSeries responses(Parameter p) {
    int j = ParameterIndex.of(p, parameters());
    return responses.select(
        IntStream.range(j * factors.length, (j + 1) * factors.length).toArray());
  }

  /** {@return how many simulations are not finite; they are left white in figures} */
  public int notFinite() {
    return (int) IntStream.range(0, responses.size()).filter(i -> !responses.isFinite(i)).count();
  }

  /**
   * {@return the root mean square over values of {@code p} and samples of the difference from the
   * mean over the values, relative to that of the mean, for one channel}
   *
   * @param p one of {@link #parameters()}
   * @param channel the name of a channel
   */
  public double relativeChange(Parameter p, String channel) {
    double[][] rows = rows(p, channel);
    double[] mean = mean(rows);
    double sum = 0;
    int count = 0;
    for (double[] row : rows) {
      if (Double.isFinite(row[0])) {
        count++;
        for (int k = 0; k < mean.length; k++) {
          sum += (row[k] - mean[k]) * (row[k] - mean[k]);
        }
      }
    }
    return Math.sqrt(sum / count) / Jacobian.norm(mean);
  }

  private double[][] rows(Parameter p, String channel) {
    TimeSeries x = responses(p);
    double[][] rows = new double[x.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = x.channel(i, channel);
      if (!x.isFinite(i)) {
        Arrays.fill(rows[i], Double.NaN);
      }
    }
    return rows;
  }

  private static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    int count = 0;
    for (double[] row : rows) {
      count += Double.isFinite(row[0]) ? 1 : 0;
    }
    for (double[] row : rows) {
      for (int k = 0; k < mean.length; k++) {
        mean[k] += Double.isFinite(row[k]) ? row[k] / count : 0;
      }
    }
    return mean;
  }

  /**
   * Draws three maps over time and the values of {@code p}: the series, the squared difference from
   * their mean, and log10 of that relative to the mean square of the mean.
   *
   * @param p one of {@link #parameters()}
   * @param channel the name of a channel
   * @return three panels
   */
  public Figure figure(Parameter p, String channel) {
    double[][] rows = rows(p, channel);
    double[] mean = mean(rows);
    double size = Math.pow(Jacobian.norm(mean), 2) / mean.length;
    double[][] squares = new double[rows.length][mean.length];
    double[][] logs = new double[rows.length][mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < mean.length; k++) {
        squares[i][k] = Math.pow(rows[i][k] - mean[k], 2);
        double log = Math.log10(squares[i][k] / size);
        logs[i][k] = Double.isInfinite(log) ? Double.NaN : log;
      }
    }
    String unit = responses.unit();
    return Figure.grid(
        p.symbol() + " at " + channel,
        3,
        map(p, "series (" + unit + ")", rows),
        map(p, "squared difference (" + unit + "^2)", squares),
        map(p, "log10 of it, relative (1)", logs));
  }

  private Panel map(Parameter p, String label, double[][] values) {
    double[] times = responses.times();
    double[] range = values(p);
    double[] x = {times[0], times[times.length - 1]};
    double[] y = {
      Math.min(range[0], range[range.length - 1]), Math.max(range[0], range[range.length - 1])
    };
    return Panel.of("", "time (s)", p.label()).heat(label, x, y, values);
  }

  @Override
  public String toString() {
    return "OneAtATime[%s, %d factors from %s to %s, %d not finite]"
        .formatted(
            Texts.symbols(parameters()),
            factors.length,
            Texts.digits(factors[0]),
            Texts.digits(factors[factors.length - 1]),
            notFinite());
  }
}
