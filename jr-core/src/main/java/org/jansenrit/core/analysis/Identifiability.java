package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Monitor;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/**
 * Which parameters, or which combinations of them, an experiment determines, and how well at best:
 * how the noise-free observation moves with each parameter, against the noise there is. A recipe;
 * immutable.
 *
 * <pre>{@code
 * Identifiability.of(simulation, Erp.of(onsets, ms(-200), s(1)))
 *     .at(JansenRit.A, JansenRit.B, JansenRit.C)
 *     .noise(0.1)
 *     .evaluate(1)
 * }</pre>
 *
 * <p>Where the model is driven by noise, all simulations of one analysis get the same noise. Where
 * two step sizes disagree, as they do for chaotic columns, the verdict is refused.
 *
 * @see <a href="https://doi.org/10.1371/journal.pcbi.0030189">Gutenkunst et al. (2007), Universally
 *     sloppy parameter sensitivities in systems biology models</a>
 */
public final class Identifiability {
  /** In log units: small against the ranges of decision models, large against their noise. */
  private static final double MEAN_STEP = 0.02;

  private final Experiment experiment;
  private final ParameterSet point;
  private final double sd;
  private final boolean forward;

  private Identifiability(Experiment experiment, ParameterSet point, double sd, boolean forward) {
    this.experiment = experiment;
    this.point = point;
    this.sd = sd;
    this.forward = forward;
  }

  /**
   * What is run: how it responds, and its largest Lyapunov exponent where that can be had.
   *
   * @param step the largest step in log units
   * @param levels how often it is halved, and once more
   */
  private record Experiment(
      Simulator<? extends Observations> simulator,
      Responses responses,
      Chaos chaos,
      Optional<Forward> forward,
      double step,
      int levels) {
    List<Parameter> known() {
      return simulator.parameters();
    }
  }

  @FunctionalInterface
  private interface Responses {
    Response with(long seed);
  }

  @FunctionalInterface
  private interface Forward {
    Jacobian at(ParameterSet point, long seed);
  }

  @FunctionalInterface
  private interface Chaos {
    OptionalDouble exponent(ParameterSet point, long seed);
  }

  /**
   * Starts from a simulation that a linear monitor sees, an EEG or an ERP without noise.
   * Differences are taken of states in double precision.
   *
   * @param simulation of the experiment
   * @param monitor what is seen of it; it must be linear in the states
   * @return the recipe; say what is asked for by {@link #at(Parameter...)}
   */
  public static Identifiability of(Simulation simulation, Monitor<TimeSeries> monitor) {
    Responses responses = seed -> new SimulationResponse(simulation, monitor, seed);
    Chaos chaos = (at, seed) -> OptionalDouble.of(Lyapunov.largest(simulation, at, seed));
    Simulator<TimeSeries> simulator = simulation.observe(monitor);
    Optional<Forward> forward =
        Optional.of((at, seed) -> new ForwardSensitivities(simulation, monitor, seed).at(at));
    return new Identifiability(
        new Experiment(simulator, responses, chaos, forward, 0.02, 8), null, 1, false);
  }

  /**
   * Starts from any simulator, whose observations are rounded to 32 bits: derivatives are good to
   * about five digits. Leave sensor noise out.
   *
   * @param simulator of the experiment
   * @return the recipe; say what is asked for by {@link #at(Parameter...)}
   */
  public static Identifiability of(Simulator<? extends Observations> simulator) {
    Responses responses = seed -> new SimulatorResponse(simulator, seed);
    Chaos chaos = (at, seed) -> OptionalDouble.empty();
    return new Identifiability(
        new Experiment(simulator, responses, chaos, Optional.empty(), 0.08, 4), null, 1, false);
  }

  /**
   * {@return this about {@code parameters}, at their standard values}
   *
   * @param parameters at least one
   * @throws IllegalArgumentException as {@link #at(ParameterSet)} does
   */
  public Identifiability at(Parameter... parameters) {
    double[] values = Arrays.stream(parameters).mapToDouble(Parameter::standard).toArray();
    return at(ParameterSet.of(List.of(parameters), values));
  }

  /**
   * {@return this about the parameters of {@code set}, at its values; the others keep those of the
   * simulation}
   *
   * @param set over some of the parameters of the experiment
   * @throws IllegalArgumentException if the experiment does not have one of them, one is 0, or one
   *     is so near to the edge of its possible range that no step fits
   */
  public Identifiability at(ParameterSet set) {
    for (Parameter p : set.parameters()) {
      if (!experiment.known().isEmpty() && !experiment.known().contains(p)) {
        throw new IllegalArgumentException(
            "this experiment has no parameter " + p.symbol() + "; it has " + experiment.known());
      }
    }
    new LogSteps(set, experiment.step());
    return new Identifiability(experiment, set, sd, forward);
  }

  /**
   * {@return this with noise in each value of the observation, independent and normal}
   *
   * @param newSd its standard deviation, positive and in the unit of the observation: that of an
   *     average over n trials is smaller by the square root of n than that of a trial
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public Identifiability noise(double newSd) {
    if (!(newSd > 0) || Double.isInfinite(newSd)) {
      throw new IllegalArgumentException(
          "noise needs a positive, finite standard deviation, but got "
              + newSd
              + "; without noise everything that changes the observation is known exactly");
    }
    return new Identifiability(experiment, point, newSd, forward);
  }

  /**
   * {@return this with exact derivatives, by forward sensitivities, in place of differences: for
   * parameters of a model that offers its derivatives, such as {@link
   * org.jansenrit.core.model.JansenRit}} It starts from the model's initial state.
   *
   * @throws IllegalArgumentException if this is not of a simulation
   */
  public Identifiability forward() {
    if (experiment.forward().isEmpty()) {
      throw new IllegalArgumentException(
          "forward sensitivities need the equations: start from a simulation and a monitor");
    }
    return new Identifiability(experiment, point, sd, true);
  }

  /**
   * {@return how the observation moves with the logarithms of the parameters}
   *
   * @param seed decides the noise that drives the model, if there is some
   * @throws IllegalStateException if no parameters have been named
   */
  public Jacobian jacobian(long seed) {
    if (forward) {
      return experiment.forward().orElseThrow().at(requirePoint(), seed);
    }
    return Jacobian.of(
        experiment.responses().with(seed).around(requirePoint()),
        point,
        experiment.step(),
        experiment.levels());
  }

  /**
   * Evaluates the experiment.
   *
   * @param seed decides the noise that drives the model, if there is some
   * @return the verdict, or why there is none
   * @throws IllegalStateException if no parameters have been named
   */
  public IdentifiabilityReport evaluate(long seed) {
    Jacobian jacobian = jacobian(seed);
    Optional<String> refusal = jacobian.doubt().map(doubt -> doubt + because(seed));
    return new IdentifiabilityReport(
        jacobian, sd, new LogSteps(point, experiment.step()).leavingMeaningful(), refusal);
  }

  /**
   * {@return the information in the mean of a random observation, simulated at the point and a step
   * to both sides of it, against its covariance, process noise included} It is a lower bound of
   * Fisher's information whatever the distribution.
   *
   * @param replicates simulations at each point; more than values of the observation, better ten
   *     times as many
   * @param seed decides the random numbers, which are the same at all points
   * @throws IllegalArgumentException if there are too few, an observation is not finite, or the
   *     covariance is singular
   * @see <a href="https://doi.org/10.1109/LSP.2014.2316008">Stein, Mezghani &amp; Nossek (2014)</a>
   */
  public Information simulated(int replicates, long seed) {
    return new MeanResponse(experiment.simulator(), requirePoint(), replicates, seed)
        .information(MEAN_STEP);
  }

  /**
   * {@return the profile likelihood of {@code p}: the others are refitted at each of {@code grid}}
   *
   * @param p one of the parameters that this is about
   * @param seed decides the noise that drives the model, if there is some
   * @param grid values of {@code p}, in its unit, all possible
   * @throws IllegalArgumentException if this is not about {@code p}, or a value is not possible
   */
  public Profile profile(Parameter p, long seed, double... grid) {
    requirePoint().get(p);
    ProfileFit fit =
        new ProfileFit(experiment.responses().with(seed).around(point), sd, experiment.step() / 16);
    return Profile.of(fit, point, p, grid);
  }

  /**
   * {@return the best that can be done on average over {@code prior}, whatever the point: the bound
   * of van Trees from the mean information at draws from it}
   *
   * @param prior over parameters of the experiment
   * @param draws how many
   * @param seed decides the draws, and the noise that drives the model
   * @throws IllegalArgumentException if there is no draw, or derivatives mean nothing at any of
   *     them
   */
  public PriorBound over(Prior prior, int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("at least one draw is needed, but there were " + draws);
    }
    ParameterTable theta = prior.sample(draws, seed);
    int n = prior.parameters().size();
    DMatrixRMaj sum = new DMatrixRMaj(n, n);
    int leftOut = 0;
    for (int i = 0; i < draws; i++) {
      Identifiability here = at(theta.set(i));
      Jacobian jacobian = here.jacobian(seed);
      if (jacobian.doubt().isPresent()) {
        leftOut++;
      } else {
        CommonOps_DDRM.addEquals(
            sum, new PriorScale(prior, here.point).inNormal(here.root(jacobian)));
      }
    }
    if (leftOut == draws) {
      throw new IllegalArgumentException(
          "derivatives mean nothing at any of %d draws from %s".formatted(draws, prior));
    }
    CommonOps_DDRM.scale(1.0 / (draws - leftOut), sum);
    return new PriorBound(prior, sum, draws, leftOut);
  }

  private DMatrixRMaj root(Jacobian jacobian) {
    return Roots.scaled(Roots.of(jacobian.matrix()), 1 / sd);
  }

  private String because(long seed) {
    OptionalDouble exponent = experiment.chaos().exponent(point, seed);
    if (exponent.isEmpty()) {
      return "";
    }
    String value = Texts.digits(exponent.getAsDouble());
    return exponent.getAsDouble() > 0
        ? "; the largest Lyapunov exponent is positive, %s 1/s: the motion is chaotic, and differences measure the chaos"
            .formatted(value)
        : "; the largest Lyapunov exponent is "
            + value
            + " 1/s: no chaos, but the observation is not smooth there";
  }

  private ParameterSet requirePoint() {
    if (point == null) {
      throw new IllegalStateException("say which parameters are to be known, by at(...)");
    }
    return point;
  }

  @Override
  public String toString() {
    return "Identifiability[of " + experiment.known() + ", at " + point + ", noise " + sd + "]";
  }
}
