package org.jansenrit.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.data.Features;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.math.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JansenRitPosteriorStudyTest {
  /** The small run is too short for posteriors that are right. */
  @Test
  void smallRunWritesFiguresAndPage(@TempDir Path out) throws IOException {
    JansenRitPosteriorStudy.run(
        Arguments.parse(
            new String[] {"--small", "--out=" + out, "--simulations=500"},
            JansenRitPosteriorStudy.KNOWN));
    String json = Files.readString(out.resolve("results.json"));
    for (String figure :
        List.of(
            "rest/SBC, smallest p (Holm)",
            "rest/gain/R2 of the posterior mean",
            "erp/largest coverage error",
            "erp/TARP, size of area",
            "erp/a_4/shrinkage")) {
      assertTrue(json.contains(figure), figure);
    }
    String rest = Files.readString(out.resolve("posterior-study-rest.html"));
    assertTrue(rest.contains("resting spectrum") && rest.contains("TARP: "), rest);
    assertTrue(Files.exists(out.resolve("posterior-study-erp.html")));
  }

  /**
   * A gain of 20 dB multiplies power by 100, and changes nothing else; features are 32-bit floats.
   */
  @Test
  void gainOfTheAmplifierShiftsTheLogarithmOfThePower() {
    PosteriorSetting setting = PosteriorSetting.restingSpectrum();
    double[][] rows = {{135, 220, 4, 0}, {135, 220, 4, 20}};
    Features[] x = new Features[2];
    for (int i = 0; i < 2; i++) {
      ParameterTable theta =
          ParameterTable.of(setting.prior().parameters(), new double[][] {rows[i]});
      x[i] = setting.simulator().simulate(theta, Streams.of(1));
    }
    assertEquals(33, x[0].row(0).length);
    double[] shifted = Arrays.stream(x[0].row(0)).map(v -> v + 2).toArray();
    for (int j = 0; j < shifted.length; j++) {
      assertEquals(shifted[j], x[1].row(0)[j], 1e-6);
    }
  }

  @Test
  void wrongArgumentsAreRefusedBeforeAnythingRuns() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Arguments.parse(new String[] {"--sims=10"}, JansenRitPosteriorStudy.KNOWN))
            .getMessage();
    assertTrue(message.contains("--simulations"), message);
  }
}
