package org.jansenrit.examples;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs one of the studies. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Run a study: a question, its answer as a table, a page and results.json.",
      "",
      "  quickstart   from an evoked potential to a posterior, about a minute",
      "  gallery      what results look like",
      "  recovery     which parameters does an evoked potential tell? (hours; --small: minutes)",
      "  posterior    how surely, and is that right? (hours)",
      "  decision     what do choices and reaction times tell of the circuit? (hours)",
      "  integrator   which integrator, which step?",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jansen-rit study quickstart --small --out=quickstart",
      "  jansen-rit study integrator --out=integrators"
    })
final class StudyCommand implements Callable<Integer> {
  enum Study {
    QUICKSTART(Quickstart::run),
    GALLERY(Gallery::main),
    RECOVERY(ErpRecoveryStudy::run),
    POSTERIOR(JansenRitPosteriorStudy::main),
    DECISION(DecisionStudy::run),
    INTEGRATOR(IntegratorStudy::main);

    @SuppressWarnings("ImmutableEnumChecker") // a method reference has no state
    private final Program program;

    Study(Program program) {
      this.program = program;
    }
  }

  @Parameters(index = "0", paramLabel = "NAME", description = "${COMPLETION-CANDIDATES}")
  private Study name;

  @Parameters(
      index = "1..*",
      paramLabel = "--small --out=DIR ...",
      description = "Arguments of the study; a wrong one names those that there are.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws Exception {
    name.program.run(arguments.toArray(String[]::new));
    return 0;
  }
}
