package org.jansenrit.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.simulate.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates a training set. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Simulate evoked potentials of the Jansen-Rit column, with parameters drawn from a"
          + " prior.",
      "",
      "Each simulation is an average over trials at one electrode: -203 to 1000 ms round a pulse of"
          + " 50 ms into the column, 128 Hz, in uV. The file opens in NumPy (np.load).",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jansen-rit simulate --out=train.npz",
      "  jansen-rit simulate --parameter=A=2.6..9.75 --parameter=C=65..1350 --simulations=5000"
          + " --out=two.npz --figure=two.svg"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommandProgress common;

  @Option(
      names = {"-n", "--simulations"},
      defaultValue = "10000",
      description = "How many. Default: ${DEFAULT-VALUE}.")
  private int simulations;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "SYMBOL=PRIOR",
      description =
          "A parameter and its prior, in the units of Jansen and Rit; repeat it. Uniform: A=2.6..5;"
              + " log-uniform: A=log:0.5..10; normal: A=3.25+-0.5, or within bounds:"
              + " A=3.25+-0.5:2..5. The others keep their standard values. Default: A=2.6..5"
              + " B=17.6..40 a=50..150 b=25..75.")
  private List<String> parameters = List.of("A=2.6..5", "B=17.6..40", "a=50..150", "b=25..75");

  @Option(
      names = "--trials",
      defaultValue = "40",
      description = "Trials per average. Default: ${DEFAULT-VALUE}.")
  private int trials;

  @Option(
      names = "--pulse",
      defaultValue = "60",
      description = "Height of the pulse, in 1/s. Default: ${DEFAULT-VALUE}.")
  private double pulse;

  @Option(
      names = "--channel",
      defaultValue = "Pz",
      description = "Name of the electrode. Default: ${DEFAULT-VALUE}.")
  private String channel;

  @Option(
      names = "--sensor-noise",
      defaultValue = "10",
      description = "White noise of a single trial, sd in uV. Default: ${DEFAULT-VALUE}.")
  private double sensorNoise;

  @Option(names = "--out", required = true, description = "The file to write: NAME.npz.")
  private Path out;

  @Option(names = "--figure", description = "Draw the simulations: NAME.svg or NAME.png.")
  private Optional<Path> figure;

  @Override
  public Integer call() {
    CommandProgress.requireNew(out, ".npz");
    figure.ifPresent(file -> CommandProgress.requireNew(file, ".svg", ".png"));
    Simulator<TimeSeries> simulator =
        CommandExperiment.simulator(trials, pulse, channel, sensorNoise, common.progress());
    Dataset<TimeSeries> data =
        simulator.sample(CommandPrior.of(parameters), simulations, common.seed());
    data.save(out);
    figure.ifPresent(file -> data.x().figure().save(file));
    spec.commandLine().getOut().println(data);
    return 0;
  }
}
