package org.jansenrit.examples;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.Rounds;
import org.jansenrit.sbi.Snpe;

/**
 * A task of the public benchmark of simulation-based inference, with its exact density.
 *
 * @see <a href="https://arxiv.org/abs/2101.04653">Lueckmann et al. (2021)</a>
 */
interface SbiTask {
  /** All tasks whose reference posteriors are used here. */
  static List<SbiTask> all() {
    return List.of(
        new GaussianLinearTask(false),
        new GaussianLinearTask(true),
        new TwoMoonsTask(),
        new SlcpTask());
  }

  /** Returns the name in the benchmark. */
  String name();

  Prior prior();

  /** Returns the values observed of one simulation, as the benchmark's files have them. */
  double[] simulate(double[] theta, Draws draws);

  /** Returns log p(x | theta). */
  double logLikelihood(double[] theta, double[] x);

  /** Returns log p(x). */
  double logEvidence(double[] x);

  /** Returns observations of which each row has the values of one. */
  default Observations observations(double[]... rows) {
    return Features.of(
        rows, IntStream.range(0, rows[0].length).mapToObj(i -> "data_" + (i + 1)).toList());
  }

  /** Returns the recipe that is measured; all that it leaves open is chosen by validation. */
  default Snpe<? super Observations> recipe() {
    return Snpe.of(prior());
  }

  /** Returns how its networks are trained; the weight decay is chosen by validation. */
  default Training training() {
    return Snpe.standardTraining();
  }

  /** Returns how later rounds propose and learn. */
  default Rounds.Method method() {
    return Rounds.Method.CLOSED_FORM;
  }

  default Simulator<Observations> simulator() {
    return this::simulate;
  }

  private Observations simulate(ParameterTable theta, Streams streams) {
    double[][] x = new double[theta.size()][];
    Arrays.setAll(x, i -> simulate(theta.row(i), new Draws(streams.random(i, Streams.SENSORS))));
    return observations(x);
  }

  /** Returns log p(theta | x) at each row. */
  default double[] logPosterior(ParameterTable theta, double[] x) {
    double evidence = logEvidence(x);
    return IntStream.range(0, theta.size())
        .mapToObj(theta::row)
        .mapToDouble(t -> logLikelihood(t, x) + prior().logDensity(t) - evidence)
        .toArray();
  }

  static List<Parameter> parameters(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(j -> Parameter.of("parameter_" + j, "1", 0))
        .toList();
  }

  static Prior uniform(int count, double high) {
    return Prior.of(
        parameters(count).stream().map(p -> Prior.uniform(p, -high, high)).toArray(Prior[]::new));
  }
}
