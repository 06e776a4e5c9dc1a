package org.jansenrit.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParameterSetTest {

  @Property
  void whatIsSetIsWhatIsThereAndNothingElseChanges(
      @ForAll @IntRange(max = 11) int which, @ForAll @DoubleRange(max = 1) double share) {
    ParameterSet standard = JansenRit.standard();
    Parameter p = standard.parameters().get(which);
    double value = p.low() + share * (p.high() - p.low());
    ParameterSet changed = standard.with(p, value);
    assertEquals(value, changed.get(p));
    assertEquals(p.standard(), standard.get(p));
    for (Parameter other : standard.parameters()) {
      if (!other.equals(p)) {
        assertEquals(standard.get(other), changed.get(other));
      }
    }
    assertEquals(standard, changed.with(p, p.standard()));
    assertEquals(standard.hashCode(), changed.with(p, p.standard()).hashCode());
    assertEquals(value == p.standard(), standard.equals(changed));
  }

  @Test
  void setsAreEqualIfParametersAndNumbersAre() {
    List<Parameter> two = List.of(JansenRit.A, JansenRit.B);
    assertEquals(ParameterSet.of(two, 3, 20), ParameterSet.of(two, 3, 20));
    assertNotEquals(ParameterSet.of(two, 3, 20), ParameterSet.of(two, 3, 21));
    assertNotEquals(
        ParameterSet.of(two, 3, 20),
        ParameterSet.of(List.of(JansenRit.A, JansenRit.B.meaningful(18, 30)), 3, 20));
    assertNotEquals(ParameterSet.of(two, 3, 20), "a text");
  }

  @Test
  void valuesAreCopiedInAndOut() {
    double[] values = {3, 20};
    List<Parameter> parameters = new ArrayList<>(List.of(JansenRit.A, JansenRit.B));
    ParameterSet set = ParameterSet.of(parameters, values);
    values[0] = 9;
    parameters.clear();
    set.toArray()[1] = 9;
    assertArrayEquals(new double[] {3, 20}, set.toArray());
    assertEquals(20, set.get(JansenRit.B));
    assertThrows(UnsupportedOperationException.class, () -> set.parameters().clear());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ParameterSet set = ParameterSet.of(List.of(JansenRit.A, JansenRit.C), 3, 135);
    assertEquals("{A = 3 mV, C = 135}", set.toString());
    assertEquals(
        "no parameter B mV here; there are [A mV, C]",
        assertThrows(IllegalArgumentException.class, () -> set.get(JansenRit.B)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> set.with(JansenRit.B, 22));
    assertThrows(IllegalArgumentException.class, () -> set.with(JansenRit.A, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> set.with(JansenRit.A, 0.003));
    assertEquals(
        "expected 1 values for [A mV], but got 2",
        assertThrows(
                IllegalArgumentException.class, () -> ParameterSet.of(List.of(JansenRit.A), 3, 4))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> ParameterSet.of(List.of(JansenRit.A), 0.003));
  }
}
