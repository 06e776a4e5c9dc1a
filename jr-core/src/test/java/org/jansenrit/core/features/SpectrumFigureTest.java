package org.jansenrit.core.features;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jansenrit.core.data.TimeSeries;
import org.junit.jupiter.api.Test;

class SpectrumFigureTest {
  @Test
  void axesHaveUnitsAndTooManyChannelsAreRefused() {
    double[][] row = {new double[512]};
    Arrays.setAll(row[0], k -> Math.sin(0.3 * k) + 0.1 * Math.cos(k * k));
    TimeSeries two = TimeSeries.of(row, List.of("Cz", "Pz"), hz(128), "uV");
    String svg = Welch.segments(s(1)).figure(two).toSvg();
    assertTrue(svg.contains(">frequency (Hz)<") && svg.contains("uV^2/Hz"), "units");
    assertTrue(svg.contains(">Cz<") && svg.contains(">Pz<"), "legend");
    List<String> many = IntStream.range(0, 16).mapToObj(c -> "E" + c).toList();
    var wide = TimeSeries.of(row, many, hz(128), "uV");
    var e = assertThrows(IllegalArgumentException.class, () -> Welch.standard().figure(wide));
    assertTrue(e.getMessage().contains("at most 8 channels"), e.getMessage());
  }
}
