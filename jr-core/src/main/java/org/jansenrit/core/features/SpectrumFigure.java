package org.jansenrit.core.features;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jansenrit.core.data.Signal;
import org.jansenrit.core.data.SignalShape;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.report.Figure;
import org.jansenrit.core.report.Panel;

/** Spectral densities over frequency. */
final class SpectrumFigure {
  private static final int MOST = 8;

  private SpectrumFigure() {}

  static Figure of(Welch welch, TimeSeries series) {
    int[] finite = IntStream.range(0, series.size()).filter(series::isFinite).toArray();
    if (finite.length == 0 || series.channels().size() > MOST) {
      throw new IllegalArgumentException(
          "spectra are drawn of finite simulations of at most "
              + MOST
              + " channels, not "
              + series);
    }
    String title = finite.length == 1 ? "Spectrum" : "Spectrum, median of " + finite.length;
    String unit = "log10 of power (" + Units.density(series.unit()) + ")";
    Panel panel = Panel.of(title, "frequency (Hz)", unit);
    for (String channel : series.channels()) {
      panel = added(panel, channel, welch, series, finite);
    }
    return Figure.of(panel);
  }

  private static Panel added(
      Panel panel, String channel, Welch welch, TimeSeries series, int... rows) {
    Spectrum[] spectra =
        IntStream.of(rows)
            .mapToObj(i -> spectrum(welch, series, series.channel(i, channel)))
            .toArray(Spectrum[]::new);
    int lines = spectra[0].lineTo(series.rate().hertz() / 2);
    double[] frequencies = new double[lines];
    double[] power = new double[lines];
    for (int k = 0; k < lines; k++) { // the line at 0 Hz is that of the mean, which is taken away
      int line = k + 1;
      frequencies[k] = line * spectra[0].spacing();
      double middle = median(Arrays.stream(spectra).mapToDouble(s -> s.density(line)).toArray());
      power[k] = middle > 0 ? Math.log10(middle) : Double.NaN;
    }
    return panel.line(channel, frequencies, power);
  }

  private static Spectrum spectrum(Welch welch, TimeSeries series, double[] values) {
    SignalShape shape =
        new SignalShape(series.samples(), series.rate(), series.start(), series.unit());
    return new Signal(shape, values).derived(new WelchPlan(welch, shape));
  }

  private static double median(double... values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
