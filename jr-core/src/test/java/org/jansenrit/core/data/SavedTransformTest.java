package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jansenrit.core.quantity.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedTransformTest {
  private static final TimeSeries X = series(30);

  @TempDir private Path folder;

  private static TimeSeries series(int n) {
    Random random = new Random(n);
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = random.doubles(2 * 12, -5, 5).toArray();
    }
    return TimeSeries.of(rows, List.of("Fz", "Cz"), Frequency.hz(120), "uV");
  }

  @SuppressWarnings("unchecked")
  private <Y extends Observations> Transform.Fitted<TimeSeries, Y> savedAndLoaded(
      Transform.Fitted<TimeSeries, Y> fitted) {
    Path file = folder.resolve("transform.npz");
    fitted.toArchive().save(file, "transform", 1);
    return (Transform.Fitted<TimeSeries, Y>)
        Archive.load(file, "transform", 1, Transform.Fitted::of);
  }

  private <Y extends Observations> void assertSame(Transform<? super TimeSeries, Y> transform) {
    Transform<TimeSeries, Y> known = training -> narrow(transform).fit(training);
    Transform.Fitted<TimeSeries, Y> before = known.fit(X);
    Transform.Fitted<TimeSeries, Y> after = savedAndLoaded(before);
    TimeSeries fresh = series(5);
    Y expected = before.apply(fresh);
    Y found = after.apply(fresh);
    found.requireShapeOf(expected, "loaded", "what was saved");
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(expected.row(i), found.row(i));
    }
    TimeSeries other = TimeSeries.of(new double[1][24], X.channels(), Frequency.hz(1), "uV");
    assertThrows(ShapeException.class, () -> after.apply(other));
  }

  @SuppressWarnings("unchecked") // a transform only reads what it is given
  private static <Y extends Observations> Transform<TimeSeries, Y> narrow(
      Transform<? super TimeSeries, Y> transform) {
    return (Transform<TimeSeries, Y>) transform;
  }

  @Test
  void eachKindDoesTheSameAfterwards() {
    assertSame(Transform.decimate(3));
    assertSame(Transform.principalComponents(4));
    assertSame(Transform.<TimeSeries>standardize());
    assertSame(Transform.spatialComponents(1));
    assertSame(Transform.whiten(5));
    assertSame(
        Transform.<TimeSeries>standardize()
            .then(Transform.decimate(2))
            .then(Transform.principalComponents(3))
            .then(Transform.standardize()));
  }

  @Test
  void aLambdaCannotBeSavedAndSaysSo() {
    Transform.Fitted<TimeSeries, TimeSeries> lambda = x -> x;
    Exception e = assertThrows(UnsupportedOperationException.class, lambda::toArchive);
    assertTrue(e.getMessage().contains("cannot be saved"), e.getMessage());
  }

  /** Doubles what it is given. */
  record Twice() implements Transform.Fitted<TimeSeries, TimeSeries> {
    @Override
    public TimeSeries apply(TimeSeries x) {
      double[][] rows = new double[x.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Arrays.stream(x.row(i)).map(v -> 2 * v).toArray();
      }
      return TimeSeries.of(rows, x.channels(), x.rate(), x.unit());
    }

    @Override
    public Archive toArchive() {
      return Archive.of("org.jansenrit.test.twice");
    }
  }

  /** Named in META-INF/services of the test resources. */
  public static final class TwiceReader implements TransformReader {
    @Override
    public String kind() {
      return "org.jansenrit.test.twice";
    }

    @Override
    public Transform.Fitted<?, ?> read(Archive archive) {
      return new Twice();
    }
  }

  @Test
  void aTransformOfOnesOwnIsReadByItsReader() {
    assertEquals(new Twice(), savedAndLoaded(new Twice()));
  }

  @Test
  void anUnknownKindIsNamed() {
    IOException e =
        assertThrows(IOException.class, () -> Transform.Fitted.of(Archive.of("wavelet")));
    assertEquals("meta.json: kind: there is no transform of kind wavelet", e.getMessage());
  }
}
