package org.jansenrit.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;

/**
 * Which parameters of a column, and of a decision, can an experiment determine, and how well?
 *
 * <p>Jansen-Rit in the published and in consistent units, with the stimulus into the pyramidal loop
 * alone and into the inhibitory population too; Wong-Wang with four parameters and with one known.
 * Arguments: {@code --out=DIR}, {@code --small}.
 *
 * @see <a href="https://arxiv.org/abs/2406.05002">Tilwani &amp; O'Reilly (2024)</a>
 */
public final class IdentifiabilityStudy {
  private static final String VERDICT =
      "What is physics: C only scales the contacts, so that their common factor cannot be known by any experiment on one column; and while nothing external enters the inhibitory population, its gain and its contacts are one number, their product. A stimulus into that population tells them apart. A column that cycles under pulses is chaotic at times: then no derivative, and no small error, means anything. What was units: with a slope per millivolt on potentials in volts and a maximal rate a hundred times too low, the column is a linear filter of the stimulus, and the contacts move its potential by less than a ten-thousandth. Even one of them alone, all else known, could be told to some 40 % at best there, which is more than its prior leaves open. In consistent units they move the potential by a hundredth to a fifth, and all but their common factor can be told to a per cent.";

  private IdentifiabilityStudy() {}

  /**
   * Runs the study, prints its figures and writes its page.
   *
   * @param args {@code --out=DIR} (default {@code identifiability-study}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("small", "out"));
    run(arguments.has("small"), Path.of(arguments.get("out").orElse("identifiability-study")));
  }

  static Results run(boolean small, Path out) throws IOException {
    Stopwatch watch = new Stopwatch();
    Study study =
        new Study(
            Results.of("IdentifiabilityStudy", small ? "small" : "full"),
            Report.titled("What can be known").paragraph(VERDICT));
    study = ColumnStudy.rest(study);
    study = ColumnStudy.stimulus(study);
    study = ColumnExperiments.compared(study);
    study = ColumnExperiments.profiles(study, small);
    study = ColumnExperiments.units(study);
    study = ColumnStudy.forward(study);
    study = ColumnStudy.chaos(study);
    watch.lap("bounds of the column");
    study = PublishedSlips.run(study);
    watch.lap("slips of unit");
    study = ColumnSensitivity.bifurcations(study, small);
    watch.lap("bifurcations");
    study = ColumnSensitivity.run(study, small);
    watch.lap("sensitivity");
    study = DecisionIdentifiability.run(study, small);
    watch.lap("decisions");
    study = AchievedErrors.run(study, small);
    watch.lap("achieved errors");
    System.out.println(study.results().table());
    Files.createDirectories(out);
    study
        .page()
        .heading("Figures")
        .table(study.results().table())
        .save(out.resolve("identifiability.html"));
    study.results().save(out.resolve("results.json"));
    return study.results();
  }
}
