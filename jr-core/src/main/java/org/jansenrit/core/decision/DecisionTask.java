package org.jansenrit.core.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.quantity.Numbers;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Execution;
import org.jansenrit.core.simulate.Simulator;

/**
 * Many trials of a decision model: each shows a stimulus of some coherence, and ends when the model
 * chooses or the time is out. Immutable; every method that sets something returns a new task.
 *
 * <p>Trial j at a coherence depends on the seed, the index of the parameter set, the place of the
 * coherence and j, and on nothing else: not on threads or on the trials that run beside it. As a
 * simulator it keeps {@linkplain DecisionFeatures features}; {@link #decide} keeps every choice and
 * reaction time. Parameter sets that leave too many trials undecided, or decide all of them in
 * their first step, are dropped: their row is kept with values that are not finite, so that data
 * sets count them and leave them out.
 */
public final class DecisionTask implements Simulator<Features> {
  /** What reaction times are longer by than decision times, tau_nd, in ms. */
  public static final Parameter TAU_ND =
      Parameter.of("tau_nd", "ms", 300).possible(0, 1e4).meaningful(100, 500);

  private static final int LANES = 192;

  private final DecisionModel model;
  private final DecisionDesign design;
  private final DecisionFeatures features;
  private final double undecided;
  private final List<ParameterSet> baselines;
  private final Execution execution;
  private final int lanes;

  private DecisionTask(
      DecisionModel model,
      DecisionDesign design,
      DecisionFeatures features,
      double undecided,
      List<ParameterSet> baselines,
      Execution execution,
      int lanes) {
    this.model = model;
    this.design = design;
    this.features = features;
    this.undecided = undecided;
    this.baselines = baselines;
    this.execution = execution;
    this.lanes = lanes;
  }

  /**
   * Starts from 1000 trials of {@code model} at a coherence of 15 %, each with 500 ms before and at
   * most 2.5 s with the stimulus, in steps of 1 ms; sets with more than 20 % undecided trials are
   * dropped, and {@link DecisionFeatures#STUDY} is kept of the others.
   *
   * @param model what decides
   * @return the task, on all cores
   */
  public static DecisionTask of(DecisionModel model) {
    return new DecisionTask(
        model,
        DecisionDesign.standard(),
        DecisionFeatures.STUDY,
        0.2,
        List.of(),
        Execution.allCores(),
        LANES);
  }

  private DecisionTask with(DecisionDesign changed) {
    return new DecisionTask(model, changed, features, undecided, baselines, execution, lanes);
  }

  /**
   * {@return this task at other coherences}
   *
   * @param percent in [-100, 100]; negative ones favour the right
   * @throws IllegalArgumentException if there are none, or one is not in the range or given twice
   */
  public DecisionTask coherences(double... percent) {
    List<Double> all = DoubleStream.of(percent).boxed().toList();
    DecisionDesign d = design;
    return with(new DecisionDesign(all, d.trials(), d.step(), d.settling(), d.timeOut()));
  }

  /**
   * {@return this task with {@code count} trials at each coherence}
   *
   * @param count how many; at least one
   * @throws IllegalArgumentException if there are none
   */
  public DecisionTask trials(int count) {
    DecisionDesign d = design;
    return with(new DecisionDesign(d.coherences(), count, d.step(), d.settling(), d.timeOut()));
  }

  /**
   * {@return this task simulated in steps of {@code step}}
   *
   * @param step positive
   * @throws IllegalArgumentException if it is not positive
   */
  public DecisionTask step(Time step) {
    DecisionDesign d = design;
    return with(new DecisionDesign(d.coherences(), d.trials(), step, d.settling(), d.timeOut()));
  }

  /**
   * {@return this task with {@code before} from the start of a trial to its stimulus} No decision
   * counts before the first step with stimulus.
   *
   * @param before zero or positive
   * @throws IllegalArgumentException if it is negative
   */
  public DecisionTask settling(Time before) {
    DecisionDesign d = design;
    return with(new DecisionDesign(d.coherences(), d.trials(), d.step(), before, d.timeOut()));
  }

  /**
   * {@return this task in which a trial without decision ends {@code limit} after its stimulus}
   *
   * @param limit positive; counted from the onset of the stimulus
   * @throws IllegalArgumentException if it is not positive
   */
  public DecisionTask timeOut(Time limit) {
    DecisionDesign d = design;
    return with(new DecisionDesign(d.coherences(), d.trials(), d.step(), d.settling(), limit));
  }

  /**
   * {@return this task in which sets are dropped that leave more than {@code share} of the trials
   * at any coherence undecided}
   *
   * @param share from 0, none, to 1, all
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public DecisionTask undecided(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the share of undecided trials that is allowed must be in [0, 1], but was " + share);
    }
    return new DecisionTask(model, design, features, share, baselines, execution, lanes);
  }

  /**
   * {@return this task with other features kept}
   *
   * @param kept what {@link #simulate(ParameterTable, Streams)} makes of the outcomes
   */
  public DecisionTask features(DecisionFeatures kept) {
    return new DecisionTask(model, design, kept, undecided, baselines, execution, lanes);
  }

  /**
   * {@return this task with {@code set} for parameters that a table does not give, in place of
   * their standard values; the last one that has a parameter counts}
   *
   * @param set over some of {@link #parameters()}
   * @throws IllegalArgumentException if this has none of one of the parameters
   */
  public DecisionTask baseline(ParameterSet set) {
    ParameterTable.of(set).requireAmong(parameters());
    List<ParameterSet> all = new ArrayList<>(baselines);
    all.add(0, set);
    return new DecisionTask(model, design, features, undecided, all, execution, lanes);
  }

  /**
   * {@return this task with a non-decision time of {@code value} where a table does not give it}
   *
   * @param value from 0 to 10 s
   * @throws IllegalArgumentException if it is negative or above 10 s
   */
  public DecisionTask nonDecisionTime(Time value) {
    return baseline(ParameterSet.of(List.of(TAU_ND), value.seconds() * 1e3));
  }

  /**
   * {@return this task run on other threads}
   *
   * @param newExecution the threads and the listener to progress
   */
  public DecisionTask execution(Execution newExecution) {
    return new DecisionTask(model, design, features, undecided, baselines, newExecution, lanes);
  }

  /** Returns this task with {@code count} trials side by side; results do not depend on it. */
  DecisionTask lanes(int count) {
    return new DecisionTask(model, design, features, undecided, baselines, execution, count);
  }

  /** {@return the parameters of the model, and {@link #TAU_ND}} */
  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(model.parameters());
    all.add(TAU_ND);
    return all;
  }

  /**
   * Runs the trials of each row and keeps features.
   *
   * @throws IllegalArgumentException if a parameter is not of this task or its value not possible,
   *     or if most of the first sets, at least 50, are dropped; the message names the parameter in
   *     which they differ most
   */
  @Override
  public Features simulate(ParameterTable theta, Streams streams) {
    double[][] rows = new double[theta.size()][];
    DroppedSets watch = new DroppedSets(theta, tooSlow());
    run(theta, streams)
        .each(
            (row, outcomes) -> {
              boolean dropped = drops(outcomes);
              rows[row] = features.values(outcomes.conditions(), dropped);
              watch.add(row, dropped, outcomes.mostAtOnce());
            },
            watch::require);
    return Features.of(rows, features.names(design.coherences()));
  }

  /**
   * Runs the trials of one parameter set and keeps features.
   *
   * @throws IllegalArgumentException as {@link #decide(ParameterSet, long)} does
   */
  @Override
  public Features simulate(ParameterSet theta, long seed) {
    DecisionOutcomes outcomes = decide(theta, seed);
    double[][] row = {features.values(outcomes.conditions(), drops(outcomes))};
    return Features.of(row, features.names(design.coherences()));
  }

  /**
   * Runs the trials of one parameter set and keeps every choice and reaction time: what {@link
   * #simulate(ParameterSet, long)} makes its features of.
   *
   * @param theta some or all parameters; the others keep their baseline
   * @param seed decides all random numbers
   * @return choices and reaction times at every coherence
   * @throws IllegalArgumentException if a parameter is not of this task or its value not possible,
   *     or if no trial comes to a decision, or most of them at once
   */
  public DecisionOutcomes decide(ParameterSet theta, long seed) {
    DecisionRun run = run(ParameterTable.of(theta), Streams.of(seed));
    List<DecisionOutcomes> all = new ArrayList<>();
    run.each((row, outcomes) -> all.add(outcomes), () -> {});
    requireDecisions(all.get(0), theta);
    return all.get(0);
  }

  private void requireDecisions(DecisionOutcomes outcomes, ParameterSet theta) {
    if (outcomes.noneDecided()) {
      throw new IllegalArgumentException(
          "none of %d trials came to a decision within %s at %s of %s; is its bound"
                  .formatted(design.trialsPerSet(), design.timeOut(), theta, model)
              + " too high, or the time-out too short?");
    }
    if (outcomes.mostAtOnce()) {
      throw new IllegalArgumentException(
          "most of %d trials decided at once, in their first step with stimulus, at %s of %s; is its"
                  .formatted(design.trialsPerSet(), theta, model)
              + " threshold below the resting rate?");
    }
  }

  private DecisionRun run(ParameterTable theta, Streams streams) {
    theta.requireAmong(parameters());
    return new DecisionRun(model, design, execution, lanes, complete(theta), streams);
  }

  private boolean drops(DecisionOutcomes outcomes) {
    return outcomes.exceeds(undecided) || outcomes.mostAtOnce();
  }

  private String tooSlow() {
    return "more than %s %% of the trials at a coherence had no decision after %s"
        .formatted(Numbers.shortest(100 * undecided), design.timeOut());
  }

  /** Returns the rows with all parameters: from the table, a baseline, or the standard. */
  private List<ParameterSet> complete(ParameterTable theta) {
    List<Parameter> all = parameters();
    double[] others = all.stream().mapToDouble(this::baseline).toArray();
    int[] columns = all.stream().mapToInt(theta.parameters()::indexOf).toArray();
    return IntStream.range(0, theta.size())
        .mapToObj(
            i -> {
              double[] values = others.clone();
              for (int p = 0; p < values.length; p++) {
                values[p] = columns[p] < 0 ? values[p] : theta.get(i, columns[p]);
              }
              return ParameterSet.of(all, values);
            })
        .toList();
  }

  private double baseline(Parameter p) {
    return baselines.stream()
        .filter(set -> set.parameters().contains(p))
        .findFirst()
        .map(set -> set.get(p))
        .orElse(p.standard());
  }

  @Override
  public String toString() {
    return "DecisionTask["
        + model
        + "; "
        + design
        + "; "
        + features
        + ", at most "
        + Numbers.shortest(100 * undecided)
        + " % undecided"
        + (baselines.isEmpty() ? "" : "; " + baselines)
        + "]";
  }
}
