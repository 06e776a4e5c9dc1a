package org.jansenrit.examples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one of several programs, which read their arguments themselves. */
abstract class ProgramCommand implements Callable<Integer> {
  private final Map<String, Program> programs;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", description = "Which of those above.")
  private String name;

  @Parameters(
      index = "1..*",
      paramLabel = "--small --out=DIR",
      description = "Its arguments; a wrong one names those that there are.")
  private List<String> arguments = List.of();

  ProgramCommand(Map<String, Program> programs) {
    this.programs = new TreeMap<>(programs);
  }

  Map<String, Program> programs() {
    return programs;
  }

  @Override
  public Integer call() throws Exception {
    Program program = programs.get(name.toLowerCase(Locale.ROOT));
    if (program == null) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no " + spec.name() + " '" + name + "'; there are " + programs.keySet());
    }
    program.run(arguments.toArray(String[]::new));
    return 0;
  }
}
