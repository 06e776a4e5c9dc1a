package org.jansenrit.core.analysis;

import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;

/**
 * Which parameters move an observation, over the whole of a prior: a recipe, immutable. For what
 * they do near a point see {@link Identifiability}.
 *
 * <p>Every value of the observation is looked at by itself, in time series each sample; observe
 * {@linkplain org.jansenrit.core.simulate.Monitor#features features} for a few numbers. Simulations
 * driven by noise all get the same.
 *
 * <pre>{@code
 * Sensitivity.of(simulation.observe(erp), prior).sobol(2_000, 1)
 * }</pre>
 */
public final class Sensitivity {
  private final Simulator<? extends Observations> simulator;
  private final Prior prior;

  private Sensitivity(Simulator<? extends Observations> simulator, Prior prior) {
    this.simulator = simulator;
    this.prior = prior;
  }

  /**
   * Starts from a simulator and where its parameters vary.
   *
   * @param simulator whose observations are looked at
   * @param prior independent between parameters, or indices are about the coordinates in which it
   *     is
   * @return the recipe
   * @throws IllegalArgumentException if the simulator does not accept one of its parameters
   */
  public static Sensitivity of(Simulator<? extends Observations> simulator, Prior prior) {
    for (Parameter p : prior.parameters()) {
      if (!simulator.parameters().isEmpty() && !simulator.parameters().contains(p)) {
        throw new IllegalArgumentException(
            "the simulator has no parameter %s; it has %s"
                .formatted(p.symbol(), simulator.parameters()));
      }
    }
    return new Sensitivity(simulator, prior);
  }

  /**
   * Estimates Sobol's indices by the scheme of Saltelli, on a scrambled Sobol sequence: n (d + 2)
   * simulations for d parameters.
   *
   * <p>A simulation that is not finite is dropped with all d + 2 of its block, and counted.
   *
   * @param n blocks of simulations; best a power of two
   * @param seed decides the scrambling, the noise and the bootstrap
   * @return first-order and total indices, with intervals
   * @throws IllegalArgumentException if there are too few blocks, too few are finite, or no value
   *     of the observation varies
   */
  public SobolIndices sobol(int n, long seed) {
    SaltelliDesign design = new SaltelliDesign(new PriorGrid(prior), n, seed);
    Observations x = run(design.table(), seed);
    return SobolIndices.of(design, x, times(x), seed);
  }

  /**
   * Screens by the method of Morris: paths through a grid of the prior's quantiles that change one
   * parameter after the other, {@code paths} (d + 1) simulations.
   *
   * <p>A path with a simulation that is not finite is dropped and counted.
   *
   * @param paths how many; ten or more
   * @param seed decides the paths and the noise
   * @return size and spread of the effects of each parameter
   * @throws IllegalArgumentException if there are too few paths, or too few are finite
   */
  public MorrisScreening morris(int paths, long seed) {
    MorrisDesign design = new MorrisDesign(new PriorGrid(prior), paths, seed);
    return MorrisScreening.of(design, run(design.table(), seed));
  }

  private Observations run(ParameterTable theta, long seed) {
    return simulator.simulate(theta, Streams.of(seed).common());
  }

  /** Of one channel; otherwise values are numbered. */
  private static double[] times(Observations x) {
    return x instanceof TimeSeries series && series.channels().size() == 1
        ? series.times()
        : new double[0];
  }

  @Override
  public String toString() {
    return "Sensitivity[" + simulator + ", over " + prior + "]";
  }
}
