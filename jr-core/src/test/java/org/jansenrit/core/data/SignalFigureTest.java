package org.jansenrit.core.data;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalFigureTest {
  private static TimeSeries series(int rows, int channels) {
    double[][] values = new double[rows][channels * 20];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < values[i].length; k++) {
        values[i][k] = Math.sin(k + i);
      }
    }
    List<String> names = IntStream.range(0, channels).mapToObj(c -> "E" + c).toList();
    return TimeSeries.of(values, names, hz(100), "uV");
  }

  @Test
  void oneSimulationIsALineOverTimeInItsUnit() {
    String svg = series(1, 1).figure().toSvg();
    assertTrue(svg.contains(">time (s)<") && svg.contains(">signal (uV)<") && svg.contains(">E0<"));
  }

  @Test
  void manySimulationsAreABandAndAMedian() {
    String svg = series(40, 1).figure().toSvg();
    assertTrue(svg.contains(">90 % of 40<") && svg.contains(">median<"));
  }

  @Test
  void fewChannelsHaveAPanelEachAndManyShareOne() {
    assertEquals("Figure[\"\", 3 panels, 800 x 600 px]", series(1, 3).figure().toString());
    String many = series(5, 9).figure().toString();
    assertEquals("Figure[\"9 channels, median of 5\", 1 panel, 720 x 360 px]", many);
  }

  @Test
  void simulationsThatDivergedAreLeftOut() {
    double[][] rows = {{1, 2, 3}, {1, Double.NaN, 3}};
    TimeSeries half = TimeSeries.of(rows, List.of("E0"), hz(10), "mV");
    assertTrue(half.figure().toSvg().contains(">signal (mV)<"));
    var e = assertThrows(IllegalArgumentException.class, () -> half.select(1).figure());
    assertTrue(e.getMessage().startsWith("no finite simulation to draw"), e.getMessage());
  }
}
