package org.jansenrit.examples;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: {@code java -jar jr-examples.jar --help}.
 *
 * <p>Exits with 0 if all went well, 1 if something that was given is wrong (a file, a value), 2 if
 * the command line is, 3 if the program failed.
 */
@Command(
    name = "jansen-rit",
    mixinStandardHelpOptions = true,
    versionProvider = MainVersion.class,
    description = {
      "Simulate neural mass models, learn from the simulations, and infer the parameters behind an"
          + " evoked potential.",
      ""
    },
    subcommands = {
      SimulateCommand.class,
      TrainCommand.class,
      InferCommand.class,
      StudyCommand.class,
      BenchmarkCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "From nothing to a posterior, in three steps:",
      "  jansen-rit simulate --simulations=20000 --out=train.npz",
      "  jansen-rit train --data=train.npz --out=posterior.jr",
      "  jansen-rit infer --posterior=posterior.jr --recording=me.vhdr --marker=square --channel=Pz",
      "",
      "'jansen-rit help COMMAND' tells more of each."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:something given is wrong: a file, a value; one line says what",
      "2:the command line is wrong; the usage follows",
      "3:the program failed; --stack-trace shows where"
    })
final class Main {
  /** Something that was given is wrong. */
  static final int MISTAKE = 1;

  private static final int FAILURE = 3;

  @CommandLine.Option(
      names = "--stack-trace",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  private boolean stackTrace;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    LogFormat.oneLine();
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    for (String program : List.of("study", "benchmark")) { // which read their options themselves
      line.getSubcommands().get(program).setUnmatchedOptionsArePositionalParams(true);
    }
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((e, command, parsed) -> main.failed(e, command));
  }

  private int failed(Exception e, CommandLine line) {
    boolean mistake = Mistakes.isMistake(e);
    line.getErr().println(line.getCommandName() + ": " + Mistakes.message(e));
    if (stackTrace) {
      e.printStackTrace(line.getErr());
    } else if (!mistake) {
      line.getErr().println("This is a failure of the program; --stack-trace shows where.");
    }
    return mistake ? MISTAKE : FAILURE;
  }
}
