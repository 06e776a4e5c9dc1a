package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
  private static final Features SIX =
      Features.of(
          new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}, {11, Double.NaN}},
          List.of("x", "y"));
  private static final Trials<Features> TRIALS = Trials.of(SIX, 3);

  @Test
  void setsAreConsecutive() {
    assertEquals(2, TRIALS.size());
    assertEquals(3, TRIALS.count());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, TRIALS.row(0));
    assertArrayEquals(new double[] {9, 10}, TRIALS.trials(1).row(1));
    assertEquals("Trials 2 x 3 trials of 2 features (x, y)", TRIALS.toString());
  }

  @Test
  void setWithOneBadTrialIsNotFinite() {
    assertTrue(TRIALS.isFinite(0));
    assertFalse(TRIALS.isFinite(1));
    String message =
        assertThrows(IllegalArgumentException.class, () -> TRIALS.requireFinite("x")).getMessage();
    assertTrue(message.contains("row 1, trial 2, feature y is NaN"), message);
  }

  @Test
  void selectionTakesWholeSets() {
    Trials<Features> turned = TRIALS.select(1, 0);
    assertArrayEquals(TRIALS.row(0), turned.row(1));
    assertEquals(6, turned.each().size());
    assertEquals(0, TRIALS.empty().size());
    turned.requireShapeOf(TRIALS.empty(), "observation", "the training set");
  }

  @Test
  void appendedSetsFollow() {
    Trials<Features> three = TRIALS.append(TRIALS.select(0));
    assertEquals(3, three.size());
    assertArrayEquals(TRIALS.row(1), three.row(1));
    assertArrayEquals(TRIALS.row(0), three.row(2));
    assertThrows(ShapeException.class, () -> TRIALS.append(SIX));
  }

  @Test
  void otherNumberOfTrialsIsRefused() {
    var two = Trials.of(SIX, 2);
    String message =
        assertThrows(
                ShapeException.class, () -> two.requireShapeOf(TRIALS, "observation", "training"))
            .getMessage();
    assertEquals(
        "observation: expected 3 trials of 2 features (x, y), as in training, but got"
            + " 2 trials of 2 features (x, y)",
        message);
    assertThrows(ShapeException.class, () -> SIX.requireShapeOf(TRIALS, "observation", "training"));
  }

  @Test
  void unevenTrialsAreRefused() {
    assertThrows(ShapeException.class, () -> Trials.of(SIX, 4));
    assertThrows(IllegalArgumentException.class, () -> Trials.of(SIX, 0));
  }

  @Test
  void savedTrialsAreReadBack(@TempDir Path folder) {
    Parameter a = Parameter.of("a", "mV", 1);
    ParameterTable theta = ParameterTable.of(List.of(a), new double[][] {{1}, {2}});
    Path file = folder.resolve("trials.npz");
    Dataset.of(theta, TRIALS).save(file);
    Dataset<?> back = Dataset.load(file, Trials.class);
    assertEquals(TRIALS.toString(), back.x().toString());
    assertArrayEquals(TRIALS.row(1), back.x().row(1));
    assertArrayEquals(TRIALS.row(1), back.x().select(1).row(0));
    assertEquals(1, back.diverged());
  }

  @Test
  void savedTrialsOfTimeSeriesAreReadBack(@TempDir Path folder) {
    double[][] rows = {{1, 2, 3, 4}, {5, 6, 7, 8}};
    TimeSeries each = TimeSeries.of(rows, List.of("Cz", "Pz"), Frequency.hz(100), "uV");
    ParameterTable theta =
        ParameterTable.of(List.of(Parameter.of("a", "mV", 1)), new double[][] {{1}});
    Path file = folder.resolve("trials.npz");
    Dataset.of(theta, Trials.of(each, 2)).save(file);
    Dataset<Observations> back = Dataset.load(file);
    assertEquals("Trials 1 x 2 trials of " + each.shape(), back.x().toString());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, back.x().row(0));
  }

  @Test
  void standardizationTreatsAllTrialsAlike() {
    Trials<Features> finite = TRIALS.select(0);
    Transform<Trials<Features>, Trials<Features>> transform = Transform.standardize();
    Trials<Features> scaled = transform.fit(finite).apply(finite);
    double unit = Math.sqrt(1.5);
    assertArrayEquals(new double[] {-unit, -unit, 0, 0, unit, unit}, scaled.row(0), 1e-6);
  }
}
