package org.jansenrit.core.data;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TimeSeriesBuilderTest {

  private static TimeSeriesBuilder builder(int size) {
    return TimeSeries.builder(size, List.of("Cz", "Pz"), 3, hz(250), "uV");
  }

  @Test
  void channelsMayComeInAnyOrderAndFromAnyThread() {
    var builder = builder(1000);
    IntStream.range(0, 1000)
        .parallel()
        .forEach(
            i -> {
              builder.put(i, 1, i, i + 1, i + 2);
              builder.put(i, 0, -i, 0, 7);
            });
    TimeSeries x = builder.build();
    assertEquals("TimeSeries 1000 x 2 channels x 3 samples at 250 Hz, uV", x.toString());
    for (int i = 0; i < 1000; i++) {
      assertArrayEquals(new double[] {-i, 0, 7, i, i + 1, i + 2}, x.row(i));
    }
  }

  @Test
  void whatIsNotPutIsZero() {
    var builder = builder(1);
    builder.put(0, 1, 1, 2, 3);
    assertArrayEquals(new double[] {0, 0, 0, 1, 2, 3}, builder.build().row(0));
  }

  @Test
  void valuesAreCopied() {
    float[] values = {1, 2, 3};
    var builder = builder(1);
    builder.put(0, 0, values);
    values[0] = 9;
    assertArrayEquals(new double[] {1, 2, 3}, builder.build().channel(0, 0));
  }

  @Test
  void nothingIsPutAfterwards() {
    var builder = builder(1);
    builder.build();
    String message = "these time series are built already; use a new builder";
    assertEquals(
        message,
        assertThrows(IllegalStateException.class, () -> builder.put(0, 0, 1, 2, 3)).getMessage());
    assertEquals(message, assertThrows(IllegalStateException.class, builder::build).getMessage());
  }

  @Test
  void whatHasNoPlaceIsRefused() {
    var builder = builder(4);
    assertEquals(
        "simulation 2, channel Pz: expected 3 samples, but got 2",
        message(() -> builder.put(2, 1, 1, 2)));
    assertThrows(IndexOutOfBoundsException.class, () -> builder.put(4, 0, 1, 2, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> builder.put(-1, 0, 1, 2, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> builder.put(0, 2, 1, 2, 3));
    assertEquals(
        "time series: expected any number of simulations x at least 1 channel x at least 1 sample,"
            + " but got 4 x 0 x 3",
        message(() -> TimeSeries.builder(4, List.of(), 3, hz(250), "uV")));
    assertThrows(
        ShapeException.class, () -> TimeSeries.builder(4, List.of("Cz"), 0, hz(250), "uV"));
    assertThrows(ShapeException.class, () -> builder(-1));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
