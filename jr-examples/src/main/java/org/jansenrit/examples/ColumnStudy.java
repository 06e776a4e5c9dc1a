package org.jansenrit.examples;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.analysis.Direction;
import org.jansenrit.core.analysis.Identifiability;
import org.jansenrit.core.analysis.IdentifiabilityReport;
import org.jansenrit.core.analysis.Information;
import org.jansenrit.core.analysis.Jacobian;
import org.jansenrit.core.eeg.RecoveryExperiment;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Results;

/** What the evoked potential of a column determines, by where the stimulus enters. */
final class ColumnStudy {
  static final Parameter[] NINE = {
    JansenRit.A,
    JansenRit.B,
    JansenRit.A_RATE,
    JansenRit.B_RATE,
    JansenRit.A_1,
    JansenRit.A_2,
    JansenRit.A_3,
    JansenRit.A_4,
    JansenRit.C
  };

  /** Norms of the columns at rest, computed independently. */
  private static final double[] NORMS = {
    2.418, 0.830, 2.421, 0.708, 0.747, 0.612, 0.319, 0.830, 0.239
  };

  /** 0.2 uV per raw sample, the mean of 59 trials. */
  static final double NOISE = 0.2 / Math.sqrt(59);

  private static final long SEED = 1;

  private ColumnStudy() {}

  static Identifiability of(RecoveryExperiment experiment) {
    return Identifiability.of(
            experiment.simulation(), experiment.erp().sensorNoise(SensorNoise.none()))
        .noise(NOISE);
  }

  /** Pulses into the pyramidal loop alone, at a stable rest. */
  static Study rest(Study study) {
    IdentifiabilityReport report =
        of(RecoveryExperiment.consistentUnits().stimulating(JansenRit.P)).at(NINE).evaluate(SEED);
    Information information = report.information();
    Results results = study.results();
    for (int j = 0; j < NINE.length; j++) {
      double off = Math.abs(report.jacobian().norm(NINE[j]) - NORMS[j]);
      results =
          results.figure("rest/norm of " + NINE[j].symbol() + "/off by", off, "1", 0.002, "<=");
    }
    List<Direction> all = information.directions();
    double share = all.get(7).strength() / all.get(0).strength();
    results =
        results
            .figure("rest/directions that change nothing", 9.0 - information.rank(), "1", 2, ">=")
            .figure("rest/rank", information.rank(), "1", 7, ">=")
            .figure("rest/second smallest singular value, relative", share, "1", 1e-7, "<=")
            .figure("rest/angle to the known null space", angle(all), "rad", 1e-3, "<=");
    return study
        .with(results)
        .section("At rest, pulses into the pyramidal loop alone", report.inWords())
        .with(report.table())
        .figure(report.figure(), "Strength of the directions, and what each parameter does alone.");
  }

  /** The sine of the largest angle between what the two last directions span and the known ones. */
  private static double angle(List<Direction> all) {
    double[] contacts = scaled(5, 0, 0, 0, 0, 1, 1, 1, 1, -1);
    double[] product = scaled(2, 0, 1, 0, 0, 0, 0, 0, -1, 0);
    // orthonormal: the product less its part along the contacts
    double along = dot(contacts, product);
    double[] rest = new double[NINE.length];
    Arrays.setAll(rest, j -> (product[j] - along * contacts[j]) / Math.sqrt(1 - along * along));
    double largest = 0;
    for (Direction direction : all.subList(7, 9)) {
      double[] w = Arrays.stream(NINE).mapToDouble(direction::weight).toArray();
      double inside = Math.pow(dot(w, contacts), 2) + Math.pow(dot(w, rest), 2);
      largest = Math.max(largest, Math.sqrt(Math.max(0, 1 - inside)));
    }
    return largest;
  }

  private static double[] scaled(double squares, double... values) {
    return Arrays.stream(values).map(v -> v / Math.sqrt(squares)).toArray();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /** The study's stimulus, which enters the inhibitory population too. */
  static Study stimulus(Study study) {
    IdentifiabilityReport report = of(RecoveryExperiment.consistentUnits()).at(NINE).evaluate(SEED);
    Information all = report.information();
    Results results =
        study
            .results()
            .figure("study's stimulus/rank", all.rank(), "1", 8, ">=")
            .figure(
                "study's stimulus/directions that change nothing", 9.0 - all.rank(), "1", 1, ">=")
            .figure(
                "study's stimulus/bound on a_1, C known",
                100 * all.fixing(JansenRit.C).bound(JansenRit.A_1),
                "%");
    return study
        .with(results)
        .section("The study's stimulus, into the inhibitory population too", report.inWords())
        .with(report.table());
  }

  static Parameter[] contacts() {
    return new Parameter[] {JansenRit.A_1, JansenRit.A_2, JansenRit.A_3, JansenRit.A_4};
  }

  /** A column that cycles: no verdict. */
  static Study chaos(Study study) {
    IdentifiabilityReport report =
        of(RecoveryExperiment.consistentUnits().stimulating(JansenRit.P).constantDrive(120))
            .at(NINE)
            .evaluate(SEED);
    String exponent = report.refusal().orElse("").replaceAll(".*positive, ([-0-9.e]+) 1/s.*", "$1");
    double value = exponent.matches("[-0-9.e]+") ? Double.parseDouble(exponent) : 0;
    Results results =
        study
            .results()
            .figure("drive of 120/largest Lyapunov exponent", value, "1/s", 0, ">")
            .figure(
                "drive of 120/two step sizes in A disagree by",
                100 * report.jacobian().error(JansenRit.A),
                "%",
                1,
                ">");
    return study.with(results).section("At a constant drive of 120", report.inWords());
  }

  /** Exact derivatives beside differences. */
  static Study forward(Study study) {
    Identifiability recipe = of(RecoveryExperiment.consistentUnits()).at(NINE);
    Jacobian exact = recipe.forward().jacobian(SEED);
    Jacobian central = recipe.jacobian(SEED);
    double worst = 0;
    for (Parameter p : NINE) {
      double[] a = exact.column(p);
      double[] b = central.column(p);
      double off = 0;
      double size = 0;
      for (int k = 0; k < a.length; k++) {
        off += (a[k] - b[k]) * (a[k] - b[k]);
        size += a[k] * a[k];
      }
      worst = Math.max(worst, Math.sqrt(off / size));
    }
    return study.with(
        study
            .results()
            .figure("forward sensitivities against differences/off by", worst, "1", 1e-6, "<="));
  }
}
