package org.jansenrit.core.data;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;
import static org.jansenrit.core.quantity.Time.s;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TimeSeriesTest {
  private static final List<String> CHANNELS = List.of("Cz", "Pz", "Oz");

  /** Value of sample k of channel c of simulation i: 100 i + 10 c + k. */
  private static TimeSeries series(int n, int samples) {
    double[][] rows = new double[n][CHANNELS.size() * samples];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < CHANNELS.size(); c++) {
        for (int k = 0; k < samples; k++) {
          rows[i][c * samples + k] = 100 * i + 10 * c + k;
        }
      }
    }
    return TimeSeries.of(rows, CHANNELS, hz(250), "uV");
  }

  @Test
  void rowsAreChannelAfterChannel() {
    TimeSeries x = series(4, 5);
    assertEquals(4, x.size());
    assertEquals(15, x.width());
    assertEquals(5, x.samples());
    assertArrayEquals(new double[] {310, 311, 312, 313, 314}, x.channel(3, 1));
    assertArrayEquals(x.channel(3, 1), x.channel(3, "Pz"));
    assertEquals(CHANNELS, x.channels());
    assertEquals("uV", x.unit());
    assertEquals(hz(250), x.rate());
  }

  @Test
  void timesCountFromTheStart() {
    assertArrayEquals(new double[] {0, 0.004, 0.008}, series(1, 3).times(), 1e-15);
    TimeSeries erp = series(2, 3).startingAt(ms(-4));
    assertArrayEquals(new double[] {-0.004, 0, 0.004}, erp.times(), 1e-15);
    assertEquals(ms(-4), erp.select(1).start());
    assertEquals(s(0), series(2, 3).start());
  }

  @Test
  void wrappingIsTheSameWithoutACopy() {
    float[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    TimeSeries x = TimeSeries.wrap(values, CHANNELS, 2, hz(100), "mV");
    assertEquals(2, x.size());
    assertArrayEquals(new double[] {11, 12}, x.channel(1, 2));
  }

  @Property(tries = 300)
  void aSelectionHasEqualValues(@ForAll @Size(max = 20) List<@IntRange(max = 6) Integer> chosen) {
    TimeSeries all = series(7, 4);
    int[] rows = chosen.stream().mapToInt(Integer::intValue).toArray();
    TimeSeries some = all.select(rows);
    assertEquals(rows.length, some.size());
    assertEquals(all.shape(), some.shape());
    for (int i = 0; i < rows.length; i++) {
      assertArrayEquals(all.row(rows[i]), some.row(i));
      assertArrayEquals(all.row(rows[i]), some.select(i).row(0));
    }
  }

  @Test
  void nothingOutsideCanChangeTheValues() {
    double[][] rows = {{1, 2, 3}};
    List<String> channels = new ArrayList<>(CHANNELS);
    TimeSeries x = TimeSeries.of(rows, channels, hz(1), "uV");
    rows[0][0] = 9;
    channels.set(0, "Fz");
    x.row(0)[1] = 9;
    x.channel(0, 2)[0] = 9;
    x.times()[0] = 9;
    assertArrayEquals(new double[] {1, 2, 3}, x.row(0));
    assertEquals(CHANNELS, x.channels());
    assertThrows(UnsupportedOperationException.class, () -> x.channels().clear());
  }

  @Test
  void valuesAreCopiedToWhereTheyAreWanted() {
    float[] target = new float[10];
    series(2, 2).copyTo(1, target, 3);
    assertArrayEquals(new float[] {0, 0, 0, 100, 101, 110, 111, 120, 121, 0}, target);
  }

  /** Values lie next to each other, so that one too far would be another channel's or row's. */
  @Test
  void rowsAndChannelsThatAreNotThereAreRefused() {
    TimeSeries x = series(3, 4);
    assertThrows(IndexOutOfBoundsException.class, () -> x.row(3));
    assertThrows(IndexOutOfBoundsException.class, () -> x.row(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> x.select(3));
    assertThrows(IndexOutOfBoundsException.class, () -> x.channel(1, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> x.channel(1, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> x.select(0).row(1));
    assertEquals("no channel Fz here; there are [Cz, Pz, Oz]", message(() -> x.channel(0, "Fz")));
  }

  @Test
  void whatDoesNotDivideIntoChannelsIsRefused() {
    assertEquals(
        "time series: expected rows that divide into 3 channels, but got 4 values per row",
        message(() -> TimeSeries.of(new double[2][4], CHANNELS, hz(1), "uV")));
    assertEquals(
        "row 1 of time series: expected 3 values, but got 2",
        message(() -> TimeSeries.of(new double[][] {{1, 2, 3}, {1, 2}}, CHANNELS, hz(1), "uV")));
    assertEquals(
        "time series: expected a multiple of 3 channels x 2 samples, but got 7 values",
        message(() -> TimeSeries.wrap(new float[7], CHANNELS, 2, hz(1), "uV")));
    assertThrows(
        ShapeException.class, () -> TimeSeries.wrap(new float[6], CHANNELS, 0, hz(1), "uV"));
    assertThrows(
        ShapeException.class, () -> TimeSeries.wrap(new float[6], CHANNELS, -2, hz(1), "uV"));
    assertThrows(
        ShapeException.class, () -> TimeSeries.of(new double[2][4], List.of(), hz(1), "uV"));
  }

  @Test
  void finiteMeansAllValuesAre() {
    double[][] rows = new double[5][3];
    rows[1][2] = Double.NaN;
    rows[2][0] = Double.NEGATIVE_INFINITY;
    rows[3][1] = 1e39; // beyond the range of a float
    TimeSeries x = TimeSeries.of(rows, CHANNELS, hz(1), "uV");
    boolean[] finite = new boolean[5];
    for (int i = 0; i < 5; i++) {
      finite[i] = x.isFinite(i);
    }
    assertArrayEquals(new boolean[] {true, false, false, false, true}, finite);
    assertTrue(x.select(4).isFinite(0));
    assertFalse(x.select(4, 1).isFinite(1));
  }

  @Test
  void anotherShapeIsRefusedInWords() {
    TimeSeries x = series(2, 1000);
    assertDoesNotThrow(() -> series(7, 1000).requireShapeOf(x, "observation", "the training set"));
    assertEquals(
        "training set: expected 3 channels x 250 samples at 250 Hz, uV, as in the validation set,"
            + " but got 3 channels x 1000 samples at 250 Hz, uV",
        message(() -> x.requireShapeOf(series(2, 250), "training set", "the validation set")));
    double[][] rows = new double[1][3000];
    assertMismatch(x, TimeSeries.of(rows, CHANNELS, hz(500), "uV"));
    assertMismatch(x, TimeSeries.of(rows, CHANNELS, hz(250), "mV"));
    assertMismatch(x, TimeSeries.of(rows, List.of("source"), hz(250), "uV"));
    assertMismatch(x, Features.of(rows, java.util.Collections.nCopies(3000, "f")));
  }

  /** A montage in another order has the same numbers, and means something else. */
  @Test
  void channelsOfOtherNamesAreAnotherShape() {
    TimeSeries x = series(2, 4);
    TimeSeries reordered =
        TimeSeries.of(new double[1][12], List.of("Oz", "Cz", "Pz"), hz(250), "uV");
    assertEquals(
        "observation: expected channels [Cz, Pz, Oz], as in the training set,"
            + " but got [Oz, Cz, Pz]",
        message(() -> reordered.requireShapeOf(x, "observation", "the training set")));
  }

  /** The same stretch of an answer, not one that begins 200 ms earlier. */
  @Test
  void seriesThatStartAtAnotherTimeAreAnotherShape() {
    TimeSeries x = series(2, 1000).startingAt(ms(-200));
    assertDoesNotThrow(
        () -> x.startingAt(ms(-202)).requireShapeOf(x, "observation", "the training set"));
    assertEquals(
        "observation: expected the first sample at -200 ms, as in the training set, but got 0 ms",
        message(() -> series(1, 1000).requireShapeOf(x, "observation", "the training set")));
    assertMismatch(x, x.startingAt(ms(-203)));
  }

  private static void assertMismatch(TimeSeries x, Observations other) {
    assertThrows(ShapeException.class, () -> x.requireShapeOf(other, "these", "those"));
    assertThrows(ShapeException.class, () -> other.requireShapeOf(x, "these", "those"));
  }

  @Test
  void textHasShapeRateAndUnit() {
    assertEquals("TimeSeries 2 x 3 channels x 1 sample at 250 Hz, uV", series(2, 1).toString());
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }

  @Test
  void pickedChannelsComeInTheOrderThatWasAsked() {
    double[][] rows = {{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}};
    var series =
        TimeSeries.of(rows, List.of("a", "b", "c"), Frequency.hz(10), "uV")
            .startingAt(Time.s(-1))
            .pick("c", "a");
    assertEquals(List.of("c", "a"), series.channels());
    assertArrayEquals(new double[] {11, 12, 7, 8}, series.row(1));
    assertEquals(Time.s(-1), series.start());
    assertThrows(IllegalArgumentException.class, () -> series.pick("b"));
    assertThrows(IllegalArgumentException.class, () -> series.pick("a", "a"));
    assertThrows(IllegalArgumentException.class, () -> series.pick());
  }

  @Test
  void mappedRowsAreComputedWhenTheyAreLookedAt() {
    TimeSeries base =
        TimeSeries.of(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}, List.of("a", "b"), hz(1), "uV");
    int[] calls = new int[1];
    TimeSeries mapped =
        base.mapRows(
            (row, values) -> {
              calls[0]++;
              values[2] += row == 1 ? Float.NaN : 10;
            });
    assertEquals(0, calls[0]);
    assertArrayEquals(new double[] {13, 4}, mapped.channel(0, "b"));
    assertArrayEquals(new double[] {1, 2, 13, 4}, mapped.select(1, 0).row(1));
    assertArrayEquals(new double[] {1, 2, 3, 4}, base.row(0));
    assertTrue(mapped.isFinite(0));
    assertFalse(mapped.isFinite(1));
    assertEquals(base.toString(), mapped.toString());
  }
}
