package org.jansenrit.examples;

import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;
import org.jansenrit.core.report.Report;
import org.jansenrit.core.report.Results;
import org.jansenrit.core.report.Table;
import org.jansenrit.core.simulate.Simulation;

/**
 * Which integrator keeps the law of a noisy column, and up to which step?
 *
 * <p>Compares the stationary density and the spectrum of the Jansen-Rit output with those at a step
 * of 0.125 ms. Arguments: {@code --out=DIR}, {@code --small}.
 *
 * @see <a href="https://doi.org/10.1007/s11222-019-09909-6">Buckwar et al. (2020)</a>
 */
public final class IntegratorStudy {
  private static final double[] STEPS = {1, 2, 4, 8};
  private static final double SHOWN = 4;
  private static final double REFERENCE = 0.125;
  private static final double KEPT = 8;

  private final int columns;
  private final double seconds;

  private IntegratorStudy(boolean small) {
    this.columns = small ? 64 : 2048;
    this.seconds = small ? 4 : 16.384;
  }

  /**
   * Runs the study, prints its table and writes a page and a figure.
   *
   * @param args {@code --out=DIR} (default {@code integrator-study}) and {@code --small}
   * @throws IOException if {@code DIR} cannot be made or written to
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args, List.of("small", "out"));
    Path out = Path.of(arguments.get("out").orElse("integrator-study"));
    run(arguments.has("small"), out);
  }

  static Results run(boolean small, Path out) throws IOException {
    IntegratorStudy study = new IntegratorStudy(small);
    OutputLaw reference = study.law(Integrator.heun(), REFERENCE);
    Results results = Results.of("IntegratorStudy", small ? "small" : "full");
    Table table = Table.of("scheme", "step (ms)", "density off by", "spectrum off by (dB)");
    List<OutputLaw> shown = new ArrayList<>(List.of(reference));
    for (Integrator scheme :
        List.of(Integrator.euler(), Integrator.heun(), Integrator.splitting())) {
      for (double step : STEPS) {
        OutputLaw law = study.law(scheme, step);
        double density = law.densityDistance(reference);
        double spectrum = law.spectralDistance(reference);
        table = table.row(scheme + "", step + "", format(density), format(spectrum));
        String name = scheme + " at " + step + " ms";
        results = results.figure(name + "/density", density, "1");
        results = results.figure(name + "/spectrum", spectrum, "dB");
        if (step == SHOWN) {
          shown.add(law);
        }
      }
    }
    System.out.println(table);
    Files.createDirectories(out);
    Figure figure = figure(shown);
    figure.save(out.resolve("which-integrator.svg"));
    page(table, figure).save(out.resolve("which-integrator.html"));
    results.save(out.resolve("results.json"));
    return results;
  }

  private OutputLaw law(Integrator scheme, double step) {
    TimeSeries x =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, Drive.of(Stimulus.constant(120), Noise.white(10)))
            .integrator(scheme, ms(step))
            .burnIn(s(4))
            .duration(s(seconds))
            .observe(Eeg.source())
            .simulate(
                ParameterTable.of(JansenRit.standard()).select(new int[columns]), Streams.of(7));
    String name = scheme + " at " + step + " ms";
    return OutputLaw.of(name, x, (int) Math.round(KEPT / step));
  }

  private static Figure figure(List<OutputLaw> laws) {
    Panel density = Panel.of("Stationary density", "y1 - y2 (mV)", "density (1/mV)");
    Panel spectrum = Panel.of("Spectrum", "frequency (Hz)", "power (dB re 1 mV^2/Hz)");
    for (OutputLaw law : laws) {
      density = density.line(law.name(), law.potentials(), law.density());
      spectrum = spectrum.line(law.name(), law.frequencies(), law.decibels());
    }
    return Figure.grid("A Jansen-Rit column with white noise", 2, density, spectrum)
        .panelSize(520, 400);
  }

  private static Report page(Table table, Figure figure) {
    return Report.titled("Which integrator?")
        .paragraph(
            "A Jansen-Rit column at p = 120 1/s with white noise of intensity 10 (1/s) sqrt(s)."
                + " The reference is Heun's method at 0.125 ms.")
        .table(table)
        .paragraph(
            "Density: total variation distance, 0 if equal, 1 if disjoint. Spectrum: root mean"
                + " square difference from 1 to 40 Hz.")
        .figure(figure, "Density and spectrum at a step of 4 ms.");
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
