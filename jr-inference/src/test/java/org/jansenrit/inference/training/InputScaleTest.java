package org.jansenrit.inference.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.Observations;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.data.Trials;
import org.jansenrit.core.quantity.Frequency;
import org.junit.jupiter.api.Test;

class InputScaleTest {
  private static final Features X =
      Features.of(
          new double[][] {{1, 10, 5}, {3, 30, 5}, {1000, -4, 6}}, List.of("a", "b", "same"));

  private static float[] scaled(Observations x, int row, int[] rows, boolean byChannel) {
    float[] target = new float[x.width() + 1];
    InputScale.of(x, rows, byChannel).apply(x).copyTo(row, target, 1);
    return Arrays.copyOfRange(target, 1, target.length);
  }

  @Test
  void trainingRowsAloneDecideTheScale() {
    int[] train = {0, 1};
    assertArrayEquals(new float[] {-1, -1, 0}, scaled(X, 0, train, false));
    assertArrayEquals(new float[] {1, 1, 0}, scaled(X, 1, train, false));
    assertArrayEquals(new float[] {998, -2.4f, 1}, scaled(X, 2, train, false), 1e-5f);
  }

  @Test
  void trialsAreScaledAlike() {
    double[][] rows = {{0, 10}, {2, 30}, {4, 20}, {6, 20}};
    Trials<Features> x = Trials.of(Features.of(rows, List.of("a", "b")), 2);
    float unit = (float) Math.sqrt(0.2);
    int[] both = {0, 1};
    float big = (float) Math.sqrt(2);
    assertArrayEquals(new float[] {-3 * unit, -big, -unit, big}, scaled(x, 0, both, false), 1e-6f);
    assertArrayEquals(new int[] {2, 2}, InputScale.of(x, both, false).shape());
  }

  @Test
  void samplesOfAChannelShareTheirScaleIfAsked() {
    double[][] rows = {{0, 2, 100, 100}, {0, 2, 300, 300}};
    TimeSeries x = TimeSeries.of(rows, List.of("Cz", "Pz"), Frequency.hz(100), "uV");
    int[] both = {0, 1};
    assertArrayEquals(new float[] {-1, 1, -1, -1}, scaled(x, 0, both, true));
    assertArrayEquals(new float[] {0, 0, -1, -1}, scaled(x, 0, both, false));
    assertArrayEquals(new int[] {2, 2}, InputScale.of(x, both, true).shape());
  }

  @Test
  void aDeviationThatIsNotPositiveIsRefused() {
    for (double sd : new double[] {0, -1, Double.NaN}) {
      Archive damaged = InputScale.of(X, false).toArchive().with("sd", new double[] {1, sd, 1}, 3);
      String message = assertThrows(IOException.class, () -> InputScale.of(damaged)).getMessage();
      assertEquals("input scale: a standard deviation must be positive, but one is " + sd, message);
    }
  }

  @Test
  void partsFollowEachOther() {
    Inputs both = InputScale.of(X, new int[] {0, 1}, false).apply(X, X.select(1));
    float[] row = new float[3];
    both.copyTo(3, row, 0);
    assertEquals(4, both.size());
    assertArrayEquals(new float[] {1, 1, 0}, row);
  }
}
