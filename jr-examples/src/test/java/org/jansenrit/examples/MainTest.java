package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.simulate.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return line().execute(args);
  }

  private CommandLine line() {
    return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void simulatesTrainsAndInfers() {
    String data = file("train.npz");
    int simulated =
        run(
            "simulate",
            "-q",
            "-n=200",
            "-p=A=2.6..5",
            "--trials=4",
            "--out=" + data,
            "--figure",
            file("x.svg"));
    assertEquals(0, simulated, err.toString());
    Dataset<TimeSeries> set = Dataset.load(Path.of(data), TimeSeries.class);
    assertEquals("[A mV]", set.theta().parameters().toString());
    assertTrue(Files.exists(folder.resolve("x.svg")));

    String learnt = "--out=" + file("p.jr");
    assertEquals(0, run("train", "-q", "--data", data, "--epochs=2", "--components=9", learnt));
    assertEquals(
        0,
        run(
            "train",
            "-q",
            "--data",
            data,
            "--method=RIDGE",
            "--components=9",
            "--out=" + file("r.jr")));
    assertTrue(out.toString().contains("SBC, 20 simulations x 199 draws"), out.toString());

    String page = "--page=" + file("p.html");
    assertEquals(0, run("infer", "--posterior", file("p.jr"), "--data", data, "--row=3", page));
    assertEquals(0, run("infer", "--estimator", file("r.jr"), "--data", data));
    assertTrue(out.toString().contains("parameter  unit  estimate"), out.toString());
    assertTrue(Files.exists(folder.resolve("p.html")));
    assertEquals("", err.toString(), "nothing but results, if asked to be quiet");
  }

  @Test
  void aMistakeIsOneLineAndExitsWithOne() {
    assertEquals(1, run("simulate", "-q", "--parameter=Q=1..2", "--out=" + file("x.npz")));
    assertTrue(err.toString().startsWith("simulate: no parameter Q in the model"), err.toString());
    assertEquals(1, err.toString().lines().count(), "no stack trace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate -q --parameter=A=5..2 --out=FOLDER/x.npz",
        "simulate -q --parameter=A --out=FOLDER/x.npz",
        "simulate -q --out=FOLDER/none/x.npz",
        "simulate -q --out=FOLDER/x.csv",
        "simulate -q --out=FOLDER/x.npz --figure=FOLDER/x.bmp",
        "simulate -q --out=FOLDER/x.npz --trials=0",
        "simulate -q --out=FOLDER/x.npz --parameter=A=3+-",
        "simulate -q --out=FOLDER/x.npz --parameter=A=log:-1..2",
        "simulate -q --out=FOLDER/x.npz -n=-5",
        "train -q --data=FOLDER/none.npz --out=FOLDER/p.txt",
        "infer --posterior=FOLDER/none.jr --data=FOLDER/none.npz --page=FOLDER/none/x.html",
        "train -q --data=FOLDER/none.npz --out=FOLDER/p.jr",
        "infer --posterior=FOLDER/none.jr --recording=FOLDER/none.vhdr --marker=a --channel=b",
        "infer --posterior=FOLDER/none.jr --data=FOLDER/none.npz",
        "study quickstart --nonsense=1",
        "benchmark engine --nonsense"
      })
  void mistakesNameWhatIsWrong(String args) {
    assertEquals(1, run(args.replace("FOLDER", folder.toString()).split(" ")));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertFalse(err.toString().contains("Exception"), err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "simulate",
        "train --data=x",
        "infer --posterior=a --estimator=b",
        "study cooking",
        "fly"
      })
  void aWrongCommandLineExitsWithTwoAndTheUsage(String args) {
    assertEquals(2, run(args.split(" ")));
    assertTrue(
        err.toString().contains("Usage: jansen-rit") || err.toString().contains("Did you mean"),
        err.toString());
  }

  @Test
  void helpTeachesByExamplesAndExitCodes() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("Exit codes:") && out.toString().contains("three steps"));
    for (String command : List.of("simulate", "train", "infer", "study", "benchmark")) {
      StringWriter help = new StringWriter();
      line().setOut(new PrintWriter(help, true)).execute("help", command);
      assertTrue(help.toString().contains("Example"), command + ": " + help);
      assertTrue(help.toString().contains("jansen-rit " + command + " "), command);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A=2.6..5 | A ~ U(2.6, 5) mV",
        "C=log:65..1350 | C ~ logU(65, 1350)",
        "B=-1e1+-5e-1:1..40 | B ~ N(-10, 0.5) mV truncated to [1, 40]",
        "a=100+-20 | a ~ N(100, 20) 1/s truncated to [1, 1000]"
      })
  void aPriorIsUnderstoodAsItIsDeclaredAndAsAFileTellsIt(String declared, String printed) {
    Prior prior = CommandPrior.of(List.of(declared, "b=25..75"));
    assertEquals(printed + ", b ~ U(25, 75) 1/s", prior.toString());
    Dataset<TimeSeries> data =
        CommandExperiment.simulator(1, 60, "Pz", 10, Progress.silent()).sample(prior, 2, 1);
    assertEquals(prior, CommandPrior.of(data));
  }

  @Test
  void everyStudyAndBenchmarkIsReachable() throws Exception {
    List<String> reached = new ArrayList<>();
    for (ProgramCommand command : List.of(new StudyCommand(), new BenchmarkCommand())) {
      String description =
          String.join("\n", command.getClass().getAnnotation(Command.class).description());
      for (String name : command.programs().keySet()) {
        assertTrue(description.contains("  " + name + " "), name + " is described");
        assertEquals(1, run(command.getClass().getAnnotation(Command.class).name(), name, "--no"));
        reached.add(name);
      }
    }
    assertEquals(programs(), reached.size(), reached.toString());
  }

  private static long programs() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/jansenrit/examples"))) {
      List<Path> named =
          sources
              .filter(p -> p.toString().matches(".*(Study|Benchmark|Quickstart|Gallery)\\.java"))
              .toList();
      long count = 0;
      for (Path source : named) {
        count += Files.readString(source).contains("static void main(") ? 1 : 0;
      }
      return count;
    }
  }

  @Test
  void filesThatCannotBeUsedAreSaidInWords() {
    assertEquals("no permission for /x", Mistakes.message(new AccessDeniedException("/x")));
    assertEquals(
        "there is no file or folder /x",
        Mistakes.message(new UncheckedIOException(new NoSuchFileException("/x"))));
    assertEquals(
        "no folder, but a file, is /x", Mistakes.message(new FileAlreadyExistsException("/x")));
    assertEquals("why", Mistakes.message(new IOException("why")));
  }

  @Test
  void noFigureIsDrawnUnlessAsked() {
    String pulse = "--pulse=1e99"; // no simulation is finite: there is nothing to draw
    assertEquals(
        0, run("simulate", "-q", "-n=4", "--trials=1", pulse, "--out=" + file("wild.npz")));
    assertTrue(out.toString().contains("4 diverged"), out.toString());
  }

  @Command(name = "broken")
  private static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("state");
    }
  }

  @Test
  void aFailureOfTheProgramExitsWithThree() {
    CommandLine line = line().addSubcommand(new Broken()).setErr(new PrintWriter(err, true));
    assertEquals(3, line.execute("broken"));
    assertTrue(err.toString().startsWith("broken: state"), err.toString());
    assertFalse(err.toString().contains("\tat "), "no stack trace unless asked for");
    assertEquals(3, line.execute("--stack-trace", "broken"));
    assertTrue(err.toString().contains("\tat "));
  }
}
