package org.jansenrit.core.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;
import org.junit.jupiter.api.Test;

class ParameterTableTest {
  private static final List<Parameter> TWO = List.of(JansenRit.A, JansenRit.C);
  private static final ParameterTable TABLE =
      ParameterTable.of(TWO, new double[][] {{3, 100}, {4, 200}, {5, 300}});

  @Test
  void rowsColumnsAndValuesAgree() {
    assertEquals(3, TABLE.size());
    assertEquals(TWO, TABLE.parameters());
    assertEquals(200, TABLE.get(1, 1));
    assertArrayEquals(new double[] {4, 200}, TABLE.row(1));
    assertArrayEquals(new double[] {3, 4, 5}, TABLE.column(JansenRit.A));
    assertEquals(ParameterSet.of(TWO, 5, 300), TABLE.set(2));
    assertArrayEquals(new double[] {3, 100}, ParameterTable.of(TABLE.set(0)).row(0));
  }

  @Test
  void aSelectionHasEqualValues() {
    ParameterTable some = TABLE.select(2, 0, 2);
    assertArrayEquals(new double[] {300, 100, 300}, some.column(JansenRit.C));
    assertArrayEquals(new double[] {3, 100}, some.select(1).row(0));
    assertEquals(0, TABLE.select().size());
    assertThrows(IndexOutOfBoundsException.class, () -> TABLE.select(3));
  }

  @Test
  void nothingOutsideCanChangeTheValues() {
    double[][] rows = {{3, 100}};
    List<Parameter> parameters = new ArrayList<>(TWO);
    ParameterTable table = ParameterTable.of(parameters, rows);
    rows[0][0] = 9;
    parameters.clear();
    table.row(0)[1] = 9;
    table.column(JansenRit.A)[0] = 9;
    table.set(0).toArray()[0] = 9;
    table.select(0).row(0)[0] = 9;
    assertArrayEquals(new double[] {3, 100}, table.row(0));
    assertEquals(TWO, table.parameters());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertEquals(
        "row 1 of the parameter table: expected 2 values [A mV, C], but got 1",
        assertThrows(
                ShapeException.class, () -> ParameterTable.of(TWO, new double[][] {{3, 100}, {4}}))
            .getMessage());
    assertEquals(
        "no parameter B mV here; there are [A mV, C]",
        assertThrows(IllegalArgumentException.class, () -> TABLE.column(JansenRit.B)).getMessage());
  }

  @Test
  void textHasUnits() {
    assertEquals("theta 3 x [A mV, C]", TABLE.toString());
  }
}
