package org.jansenrit.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.hipparchus.random.Well19937c;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.ShapeException;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Simulator;

/**
 * Fits the parameters of each recording by optimisation on the simulator: what one would do without
 * learning. Nothing is learnt, so nothing is saved for the next recording. An immutable recipe; see
 * {@link Estimators#simulatorFit}.
 *
 * <p>Searches, by CMA-ES in the coordinates z in which the prior is N(0, I), for the mode of the
 * posterior: the least |z|&sup2; / 2 + |x - simulation|&sup2; / (2 sd&sup2;). Simulations that are
 * not finite count as infinitely far.
 *
 * @param <X> the kind of observation
 * @see <a href="https://arxiv.org/abs/1604.00772">Hansen (2016), The CMA evolution strategy</a>
 */
public final class SimulatorFit<X extends Observations> implements FittedEstimator<X> {
  /** Recordings that are fitted side by side, since a simulator takes as many at once. */
  private static final int TOGETHER = 64;

  /** Beyond it lies 1e-9 of a standard normal. */
  private static final double EDGE = 6;

  private final Simulator<X> simulator;
  private final Prior prior;
  private final double sd;
  private final int generations;
  private final int population;
  private final long seed;

  SimulatorFit(
      Simulator<X> simulator, Prior prior, double sd, int generations, int population, long seed) {
    this.simulator = simulator;
    this.prior = prior;
    this.sd = sd;
    this.generations = generations;
    this.population = population;
    this.seed = seed;
    if (!(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException(
          "standard deviation of the noise must be positive and finite, but was " + sd);
    }
    if (generations < 1 || population < 4) {
      throw new IllegalArgumentException(
          "a search needs at least 1 generation of 4 simulations, but got "
              + generations
              + " of "
              + population);
    }
  }

  /**
   * {@return this search with another limit}
   *
   * @param n generations at most, 150 by default; at least 1
   */
  public SimulatorFit<X> generations(int n) {
    return new SimulatorFit<>(simulator, prior, sd, n, population, seed);
  }

  /**
   * {@return this search with generations of another size}
   *
   * @param n simulations per generation, 20 by default; at least 4
   */
  public SimulatorFit<X> population(int n) {
    return new SimulatorFit<>(simulator, prior, sd, generations, n, seed);
  }

  /**
   * {@return this search with other random numbers}
   *
   * @param newSeed decides the candidates and the simulations; 1 by default
   */
  public SimulatorFit<X> seed(long newSeed) {
    return new SimulatorFit<>(simulator, prior, sd, generations, population, newSeed);
  }

  /**
   * What searches found.
   *
   * @param estimates the mode of each posterior, as far as it was found
   * @param simulations how many simulations that took, over all recordings
   * @param seconds how long it took, by the clock, in s
   */
  public record Fits(ParameterTable estimates, long simulations, double seconds) {

    /** {@return the simulations per recording} */
    public double simulationsEach() {
      return (double) simulations / estimates.size();
    }

    /** {@return the time per recording, in s} */
    public double secondsEach() {
      return seconds / estimates.size();
    }
  }

  @Override
  public ParameterTable predict(X x) {
    return fit(x).estimates();
  }

  /**
   * Fits each recording.
   *
   * @param x n recordings of the shape that the simulator gives, all values finite
   * @return the estimates, and what they took
   * @throws ShapeException if the simulator gives another shape
   * @throws IllegalArgumentException if a value of {@code x} is not finite, or the simulator does
   *     not accept the parameters of the prior
   * @throws CancellationException if the thread is interrupted
   */
  public Fits fit(X x) {
    x.requireFinite("recording");
    requireShape(x);
    long start = System.nanoTime();
    double[][] best = new double[x.size()][];
    long simulations = 0;
    for (int from = 0; from < x.size(); from += TOGETHER) {
      int to = Math.min(x.size(), from + TOGETHER);
      List<Found> found = together(x, from, to);
      for (int i = from; i < to; i++) {
        best[i] = prior.fromNormal(found.get(i - from).z().stream().mapToDouble(v -> v).toArray());
        simulations += found.get(i - from).simulations();
      }
    }
    ParameterTable estimates = ParameterTable.of(prior.parameters(), best);
    return new Fits(estimates, simulations, (System.nanoTime() - start) / 1e9);
  }

  private void requireShape(X x) {
    double[] middle = prior.fromNormal(new double[prior.parameters().size()]);
    ParameterTable one = ParameterTable.of(prior.parameters(), new double[][] {middle});
    x.requireShapeOf(simulator.simulate(one, Streams.of(seed)), "recording", "the simulations");
  }

  private record Found(List<Double> z, int simulations) {}

  private List<Found> together(X x, int from, int to) {
    var shared = new SharedSimulator(simulator, prior.parameters(), seed, to - from);
    List<Callable<Found>> searches = new ArrayList<>();
    for (int i = from; i < to; i++) {
      double[] row = x.row(i);
      long number = seed + i;
      searches.add(() -> search(shared, row, number));
    }
    ExecutorService threads = Executors.newFixedThreadPool(to - from, SimulatorFit::daemon);
    try {
      List<Found> found = new ArrayList<>();
      for (Future<Found> future : threads.invokeAll(searches)) {
        found.add(future.get());
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the search was interrupted; nothing is returned");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable job) {
    Thread thread = new Thread(job, "jr-search");
    thread.setDaemon(true);
    return thread;
  }

  private Found search(SharedSimulator shared, double[] row, long number) {
    int d = prior.parameters().size();
    double[] edge = new double[d];
    double[] one = new double[d];
    Arrays.fill(edge, EDGE);
    Arrays.fill(one, 1);
    double[] minus = Arrays.stream(edge).map(v -> -v).toArray();
    var optimizer =
        new CMAESOptimizer(generations, 0, true, 0, 0, new Well19937c(number), false, null);
    try {
      double[] z =
          optimizer
              .optimize(
                  new ObjectiveFunction(p -> misfit(p, shared, row)),
                  GoalType.MINIMIZE,
                  new InitialGuess(new double[d]),
                  new SimpleBounds(minus, edge),
                  new CMAESOptimizer.Sigma(one),
                  new CMAESOptimizer.PopulationSize(population),
                  MaxEval.unlimited())
              .getPoint();
      return new Found(Arrays.stream(z).boxed().toList(), optimizer.getEvaluations());
    } finally {
      shared.leave();
    }
  }

  private double misfit(double[] z, SharedSimulator shared, double[] row) {
    double[] simulated = shared.run(prior.fromNormal(z));
    double squares = 0;
    for (int k = 0; k < row.length; k++) {
      double d = (row[k] - simulated[k]) / sd;
      squares += d * d;
    }
    for (double v : z) {
      squares += v * v;
    }
    return Double.isFinite(squares) ? 0.5 * squares : Double.MAX_VALUE;
  }

  @Override
  public String toString() {
    return "search for the mode of the posterior under "
        + prior
        + ", at most "
        + generations
        + " generations of "
        + population
        + " simulations";
  }
}
