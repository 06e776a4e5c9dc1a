package org.jansenrit.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.eeg.Recording;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Table;
import org.jansenrit.inference.Estimators;
import org.jansenrit.inference.FittedEstimator;
import org.jansenrit.sbi.CredibleInterval;
import org.jansenrit.sbi.NeuralPosterior;
import org.jansenrit.sbi.PairPlot;
import org.jansenrit.sbi.Posterior;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Infers parameters from one evoked potential. */
@Command(
    name = "infer",
    mixinStandardHelpOptions = true,
    description = {
      "Infer the parameters behind one evoked potential, recorded or simulated.",
      "",
      "A recording (.edf, .bdf, .vhdr) is resampled to 128 Hz and averaged over the events of the"
          + " marker. Its channel must be the one that was simulated (simulate --channel).",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jansen-rit infer --posterior=posterior.jr --recording=me.vhdr --marker=square --channel=Pz"
          + " --page=me.html",
      "  jansen-rit infer --estimator=ridge.jr --data=test.npz --row=3"
    })
final class InferCommand implements Callable<Integer> {
  private static final double LEVEL = 0.9;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Learnt learnt;

  @ArgGroup(multiplicity = "1")
  private Observed observed;

  @Option(names = "--page", description = "Write a page with the pair plot: NAME.html.")
  private Path page;

  /** What has learnt. */
  private static final class Learnt {
    @Option(names = "--posterior", description = "What 'train' wrote.")
    private Path posterior;

    @Option(names = "--estimator", description = "What 'train --method=...' wrote.")
    private Path estimator;
  }

  /** What is looked at. */
  private static final class Observed {
    @ArgGroup(exclusive = false)
    private Recorded recorded;

    @ArgGroup(exclusive = false)
    private Simulated simulated;
  }

  private static final class Recorded {
    @Option(names = "--recording", required = true, description = "A recording.")
    private Path file;

    @Option(names = "--marker", required = true, description = "Which events to average over.")
    private String marker;

    @Option(names = "--channel", required = true, description = "Which electrode.")
    private String channel;

    TimeSeries erp() throws IOException {
      return Recording.read(file)
          .pick(channel)
          .resample(CommandExperiment.RATE)
          .erp(marker, CommandExperiment.FROM, CommandExperiment.TO);
    }
  }

  private static final class Simulated {
    @Option(names = "--data", required = true, description = "What 'simulate' wrote.")
    private Path file;

    @Option(names = "--row", defaultValue = "0", description = "Which simulation, from 0.")
    private int row;

    TimeSeries erp() {
      Dataset<TimeSeries> data = Dataset.load(file, TimeSeries.class);
      if (row < 0 || row >= data.size()) {
        throw new IllegalArgumentException(
            "--row=" + row + " is not in " + file + ", which has rows 0 to " + (data.size() - 1));
      }
      return data.x().select(row);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (page != null) {
      CommandProgress.requireNew(page, ".html");
    }
    TimeSeries erp = observed.recorded == null ? observed.simulated.erp() : observed.recorded.erp();
    PrintWriter print = spec.commandLine().getOut();
    if (learnt.posterior == null) {
      estimate(erp, print);
    } else {
      posterior(erp, print);
    }
    return 0;
  }

  private void estimate(TimeSeries erp, PrintWriter print) {
    FittedEstimator<TimeSeries> fitted = Estimators.load(learnt.estimator, TimeSeries.class);
    Table table = Table.of("parameter", "unit", "estimate");
    ParameterTable estimate = fitted.predict(erp);
    for (Parameter p : estimate.parameters()) {
      table = table.row(p.symbol(), p.unit(), digits(estimate.column(p)[0]));
    }
    print.println(table);
  }

  private void posterior(TimeSeries erp, PrintWriter print) {
    try (NeuralPosterior<TimeSeries> amortized =
        NeuralPosterior.load(learnt.posterior, TimeSeries.class)) {
      Posterior posterior = amortized.given(erp);
      print.println(table(posterior));
      if (page != null) {
        page(amortized, erp, posterior).save(page);
        print.println("page: " + page);
      }
    }
  }

  private static Table table(Posterior posterior) {
    Table table = Table.of("parameter", "unit", "mean", "90 % from", "90 % to");
    for (Parameter p : posterior.parameters()) {
      CredibleInterval interval = posterior.interval(p, LEVEL);
      table =
          table.row(
              p.symbol(),
              p.unit(),
              digits(posterior.mean().get(p)),
              digits(interval.low()),
              digits(interval.high()));
    }
    return table;
  }

  private Report page(NeuralPosterior<TimeSeries> amortized, TimeSeries erp, Posterior posterior) {
    return Report.titled("Posterior given one evoked potential")
        .table(table(posterior))
        .heading("The evoked potential")
        .figure(erp.figure(), erp.toString())
        .heading("What is known")
        .figure(PairPlot.of(posterior), "Marginals, and regions that hold 50 % and 90 %.")
        .made(
            "jansen-rit " + String.join(" ", spec.commandLine().getParseResult().originalArgs()),
            amortized,
            amortized.provenance());
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
