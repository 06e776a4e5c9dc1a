package org.jansenrit.examples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.analysis.Direction;
import org.jansenrit.core.analysis.Information;
import org.jansenrit.core.analysis.PosteriorShape;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.jansenrit.core.model.WongWang;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.report.Table;
import org.jansenrit.inference.Estimator;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.training.Training;
import org.jansenrit.sbi.AmortizedPosterior;
import org.jansenrit.sbi.MixtureDensity;
import org.jansenrit.sbi.Snpe;

/**
 * What estimators and posteriors achieve at the published parameters of the circuit, beside the
 * bounds: with four parameters free, and with one known.
 */
final class DecisionErrors {
  private final DecisionExperiment experiment;
  private final Dataset<Features> data;
  private final Features observed;
  private final boolean small;

  /** What is known has its published value, which is the standard one. */
  private DecisionErrors(DecisionExperiment experiment, boolean small) {
    this.experiment = experiment;
    this.small = small;
    var task = DecisionIdentifiability.task(small);
    this.data = task.sample(experiment.prior(), small ? 150 : 2000, 21).finite();
    ParameterSet free = point(experiment.free());
    this.observed =
        task.simulate(ParameterTable.of(free).select(new int[small ? 20 : 200]), Streams.of(22));
    observed.requireFinite("features at the published parameters");
  }

  private static ParameterSet point(List<Parameter> free) {
    double[] values = free.stream().mapToDouble(DecisionIdentifiability.POINT::get).toArray();
    return ParameterSet.of(free, values);
  }

  static Study run(Study study, Information all, boolean small) {
    Table table =
        Table.of(
            "experiment",
            "parameter",
            "bound",
            "bound with the prior",
            "posterior",
            "MLP",
            "ridge");
    Study with = study;
    List<String> words = new ArrayList<>();
    var conditions =
        List.of(
            DecisionExperiment.ALL_FREE,
            DecisionExperiment.BETA_FIXED,
            DecisionExperiment.J_LL_FIXED);
    for (DecisionExperiment condition : conditions) {
      var errors = new DecisionErrors(condition, small);
      List<PosteriorShape> posteriors = errors.posteriors();
      double[] mlp = errors.achieved(errors.mlp());
      double[] ridge = errors.achieved(Estimators.ridge());
      Information information = among(all, condition.free());
      Information updated = information.with(condition.prior());
      for (int j = 0; j < mlp.length; j++) {
        Parameter p = condition.free().get(j);
        double posterior = posteriors.stream().mapToDouble(s -> s.sd(p)).average().orElseThrow();
        table =
            table.row(
                named(condition),
                p.symbol(),
                percent(information.bound(p)),
                percent(updated.bound(p)),
                percent(posterior),
                percent(mlp[j]),
                percent(ridge[j]));
        String name = "Wong-Wang, " + condition.name() + "/" + p.symbol() + "/";
        with =
            with.with(
                with.results()
                    .figure(name + "bound with the prior", 100 * updated.bound(p), "%")
                    .figure(name + "posterior sd", 100 * posterior, "%")
                    .figure(name + "error of an MLP", 100 * mlp[j], "%"));
      }
      if (condition == DecisionExperiment.ALL_FREE) {
        words.add(words(posteriors));
      }
    }
    return with.paragraph(
            "What is achieved at the same point, as the root mean square of the logarithm's error, in per cent: posteriors and estimators learnt from %d parameter sets. Bounds are on unbiased estimates: one that leans to the middle of the prior can be nearer at this one point. %s"
                .formatted(small ? 150 : 2000, String.join(" ", words)))
        .with(table);
  }

  private static String named(DecisionExperiment condition) {
    if (condition == DecisionExperiment.ALL_FREE) {
      return "all free";
    }
    return condition == DecisionExperiment.BETA_FIXED ? "beta known" : "J_ll known";
  }

  private static Information among(Information all, List<Parameter> free) {
    Parameter[] known =
        all.parameters().stream().filter(p -> !free.contains(p)).toArray(Parameter[]::new);
    return known.length == 0 ? all : all.fixing(known);
  }

  private Estimator<? super Features> mlp() {
    return Estimators.mlp(128, 128).training(training());
  }

  private Training training() {
    return Training.standard().epochs(small ? 5 : 150).patience(30).batchSize(100).seed(1);
  }

  private List<PosteriorShape> posteriors() {
    Prior prior = experiment.prior();
    List<PosteriorShape> shapes = new ArrayList<>();
    try (AmortizedPosterior<Features> amortized =
        Snpe.of(prior).density(new MixtureDensity(8, 128)).training(training()).fit(data)) {
      for (int i = 0; i < Math.min(20, observed.size()); i++) {
        ParameterTable draws = amortized.given(observed.select(i)).sample(1000, i);
        shapes.add(PosteriorShape.of(prior, draws));
      }
    }
    return shapes;
  }

  /** Root mean square errors of the logarithms at the point, bias included. */
  private double[] achieved(Estimator<? super Features> estimator) {
    Dataset.Split<Features> parts = data.split(0.9, 0.1, 1);
    try (var fitted = estimator.fit(parts.train(), parts.validation())) {
      ParameterTable estimates = fitted.predict(observed);
      double[] errors = new double[experiment.free().size()];
      Arrays.setAll(errors, j -> error(estimates, experiment.free().get(j)));
      return errors;
    }
  }

  /** An estimate below the range counts as one at its lowest value, or a hundredth of the truth. */
  private static double error(ParameterTable estimates, Parameter p) {
    double truth = DecisionIdentifiability.POINT.get(p);
    double lowest = Math.max(p.low(), truth / 100);
    return Math.sqrt(
        Arrays.stream(estimates.column(p))
            .map(value -> Math.pow(Math.log(Math.max(lowest, value) / truth), 2))
            .average()
            .orElseThrow());
  }

  private static String words(List<PosteriorShape> posteriors) {
    List<Direction> directions = posteriors.get(0).directionsAgainstPrior();
    double correlation =
        posteriors.stream()
            .mapToDouble(s -> s.correlation(WongWang.J_LL, WongWang.BETA))
            .average()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "With all free the posteriors are widest along %s, and J_ll and beta have a correlation of %.2f in them.",
        directions.get(directions.size() - 1).inWords(),
        correlation);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g", 100 * share);
  }
}
