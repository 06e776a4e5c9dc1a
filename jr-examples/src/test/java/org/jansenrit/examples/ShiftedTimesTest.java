package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Dataset;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.decision.DecisionTask;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.prior.Prior;
import org.junit.jupiter.api.Test;

class ShiftedTimesTest {
  private static final DecisionExperiment EXPERIMENT = DecisionExperiment.SIX_FEWER;
  private static final Prior PRIOR = EXPERIMENT.prior();

  private static Features simulate(ParameterTable theta) {
    return EXPERIMENT.task(0.2).simulate(theta, Streams.of(1));
  }

  /** All features of six coherences, in ms where they are times, to the last of their 32 bits. */
  @Test
  void shiftedFeaturesAreThoseOfTheSameTrialsWithAnotherNonDecisionTime() {
    ParameterTable theta = PRIOR.sample(20, 2);
    Dataset<Features> data = Dataset.of(theta, simulate(theta));
    Dataset<Features> shifted = ShiftedTimes.shifted(data, PRIOR.sample(20, 3));
    Features again = simulate(shifted.theta());
    int compared = 0;
    for (int i = 0; i < 20; i++) {
      if (again.isFinite(i)) {
        assertArrayEquals(again.row(i), shifted.x().row(i), 1e-3);
        compared++;
      }
    }
    assertTrue(compared > 10, compared + " sets");
  }

  @Test
  void copiesDifferInTheNonDecisionTimeOnly() {
    ParameterTable theta = PRIOR.sample(20, 2);
    Dataset<Features> all = ShiftedTimes.of(Dataset.of(theta, simulate(theta)), PRIOR, 3, 4);
    assertEquals(60, all.size());
    int time = theta.parameters().indexOf(DecisionTask.TAU_ND);
    for (int i = 0; i < 60; i++) {
      List<Double> was = row(theta, i % 20);
      List<Double> is = row(all.theta(), i);
      assertEquals(i < 20, was.get(time).equals(is.get(time)));
      was.set(time, is.get(time));
      assertEquals(was, is);
    }
  }

  private static List<Double> row(ParameterTable theta, int i) {
    return new ArrayList<>(Arrays.stream(theta.row(i)).boxed().toList());
  }
}
