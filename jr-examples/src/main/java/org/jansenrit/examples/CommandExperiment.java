package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Onsets;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Erp;
import org.jansenrit.core.eeg.SensorNoise;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.prior.Prior;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.jansenrit.core.simulate.Execution;
import org.jansenrit.core.simulate.Progress;
import org.jansenrit.core.simulate.Simulation;
import org.jansenrit.core.simulate.Simulator;

/** The experiment of the command line: the evoked potential of a column at one electrode. */
final class CommandExperiment {
  static final Time FROM = s(-26 / 128.0);
  static final Time TO = s(1);
  static final Frequency RATE = Frequency.hz(128);

  private static final Time PERIOD = s(1.25);
  private static final Pattern RANGE = Pattern.compile("(\\w+)=([^.]\\S*?)\\.\\.(\\S+)");

  private CommandExperiment() {}

  static Simulator<TimeSeries> simulator(
      int trials, double pulse, String channel, double sensorNoise, Progress progress) {
    Onsets onsets = Onsets.every(PERIOD, trials).from(s(26 / 128.0));
    return Simulation.of(JansenRit.model())
        .drive(
            JansenRit.P,
            Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), pulse), Noise.white(2)))
        .integrator(Integrator.heun(), s(1 / 512.0))
        .burnIn(s(1))
        .duration(s(PERIOD.seconds() * trials))
        .execution(Execution.allCores().progress(progress))
        .observe(
            Erp.of(onsets, FROM, TO)
                .rate(RATE)
                .channel(channel, 8)
                .sensorNoise(SensorNoise.white(sensorNoise)));
  }

  /** Returns uniform priors: {@code A=2.6..5}. */
  static Prior prior(List<String> ranges) {
    List<Prior> priors = new ArrayList<>();
    for (String range : ranges) {
      priors.add(prior(range));
    }
    return Prior.of(priors.toArray(Prior[]::new));
  }

  private static Prior prior(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw new IllegalArgumentException(
          "--parameter=" + text + " must be SYMBOL=LOW..HIGH, as in A=2.6..5");
    }
    Parameter parameter = parameter(range.group(1));
    try {
      double low = Double.parseDouble(range.group(2));
      return Prior.uniform(parameter, low, Double.parseDouble(range.group(3)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--parameter=" + text + ": both ends are numbers", e);
    }
  }

  /**
   * Returns the prior that the simulations were drawn from, as their file tells it.
   *
   * @throws IllegalArgumentException if it was not made of uniform priors
   */
  static Prior priorOf(Dataset<?> data) {
    String made = data.provenance().entries().getOrDefault("prior", "unknown");
    List<Prior> priors = new ArrayList<>();
    for (Parameter p : data.theta().parameters()) {
      Matcher uniform =
          Pattern.compile("(?:^|, )" + Pattern.quote(p.symbol()) + " ~ U\\((\\S+), (\\S+)\\)")
              .matcher(made);
      if (!uniform.find()) {
        throw new IllegalArgumentException(
            "posteriors are learnt here under uniform priors, but the data's prior is: " + made);
      }
      double low = Double.parseDouble(uniform.group(1));
      priors.add(Prior.uniform(p, low, Double.parseDouble(uniform.group(2))));
    }
    return Prior.of(priors.toArray(Prior[]::new));
  }

  private static Parameter parameter(String symbol) {
    List<Parameter> known = JansenRit.model().spec().parameters();
    return known.stream()
        .filter(p -> p.symbol().equals(symbol))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no parameter "
                        + symbol
                        + " in the model of Jansen and Rit; there are "
                        + known.stream().map(Parameter::symbol).toList()));
  }
}
