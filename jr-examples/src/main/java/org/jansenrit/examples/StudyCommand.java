package org.jansenrit.examples;

import java.util.Map;
import picocli.CommandLine.Command;

/** Runs one of the studies. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Run a study: a question, its answer as a table, a page and results.json.",
      "--small gives a quick look at each.",
      "",
      "  quickstart       from an evoked potential to a posterior, about a minute",
      "  gallery          what results look like",
      "  identifiability  what can an evoked potential determine?",
      "  recovery         which parameters do networks recover? (hours)",
      "  posterior        how surely, and is that right? (hours)",
      "  decision         what do choices and their times tell? (hours)",
      "  integrator       which integrator, which step?",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jansen-rit study quickstart --small --out=quickstart",
      "  jansen-rit study integrator --out=integrators"
    })
final class StudyCommand extends ProgramCommand {
  StudyCommand() {
    super(
        Map.of(
            "quickstart", Quickstart::run,
            "gallery", Gallery::main,
            "identifiability", IdentifiabilityStudy::main,
            "recovery", ErpRecoveryStudy::run,
            "posterior", JansenRitPosteriorStudy::main,
            "decision", DecisionStudy::run,
            "integrator", IntegratorStudy::main));
  }
}
