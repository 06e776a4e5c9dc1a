package org.jansenrit.core.drive;

import static org.jansenrit.core.quantity.Time.ms;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DriveTest {
  private static final Parameter GAIN = Parameter.of("gain", "1", 1).possible(0, 10_000);
  private static final Parameter DELAY = Parameter.of("delay", "ms", 3).possible(0, 10_000);

  /** The noise of a user's own that the documentation of {@link Drive} shows, word by word. */
  static Drive ownNoise() {
    Drive own =
        block -> {
          double[] z = new double[block.lanes()];
          return out -> {
            block.random().normals(block.clock(), z);
            for (int i = 0; i < z.length; i++) {
              out[i] = 4 * Math.signum(z[i]) / Math.sqrt(block.interval());
            }
          };
        };
    return own;
  }

  /** Over one second, white noise of intensity 4 has an integral of variance 16 at any step. */
  @Test
  void aNoiseOfOnesOwnKeepsItsIntensityAtAnyStep() {
    int lanes = 2000;
    for (int steps : new int[] {10, 100, 1000}) {
      double step = 1.0 / steps;
      double[] sums = new double[lanes];
      for (double[] mean : Blocks.means(ownNoise(), Blocks.of(0, lanes, 0, step, 4), steps)) {
        for (int i = 0; i < lanes; i++) {
          assertEquals(4 / Math.sqrt(step), Math.abs(mean[i]), 1e-9);
          sums[i] += mean[i] * step;
        }
      }
      double variance = Arrays.stream(sums).map(x -> x * x).average().orElseThrow();
      assertEquals(16, variance, 5 * 16 * Math.sqrt(2.0 / lanes));
    }
  }

  @Test
  void aSumIsTheSumOfItsParts() {
    Drive sum = Drive.of(Stimulus.constant(220), Stimulus.pulse(ms(1), ms(1), 60));
    assertArrayEquals(new double[] {220, 280, 220}, Blocks.means(sum, 0, 1e-3, 3), 1e-9);
    assertEquals("220 + pulses of 60 for 1 ms at 1 ms", sum.toString());
    assertEquals("a sum of drives needs at least one part", message(() -> Drive.of()));
  }

  /** Two equal noises in one sum are two realisations, not one twice. */
  @Test
  void partsOfASumAreIndependent() {
    Drive noise = Noise.ornsteinUhlenbeck(ms(1), 1);
    Drive nested = Drive.of(noise, Drive.of(noise, noise));
    double[][] x = Blocks.means(nested, Blocks.of(0, 4000, 0, 1e-9, 3), 1);
    double variance = Arrays.stream(x[0]).map(v -> v * v).average().orElseThrow();
    assertEquals(3, variance, 5 * 3 * Math.sqrt(2.0 / 4000));
  }

  @Test
  void aFactorMultipliesAnyDrive() {
    Drive noise = Noise.ornsteinUhlenbeck(ms(4), 3);
    double[] once = Blocks.means(noise, 0, 1e-3, 20);
    double[] twice = Blocks.means(noise.times(-2), 0, 1e-3, 20);
    assertArrayEquals(Arrays.stream(once).map(x -> -2 * x).toArray(), twice, 1e-12);
    double[][] lanes = Blocks.means(noise.times(GAIN), Blocks.of(0, 3, 0, 1e-3, 1), 5);
    double[][] plain = Blocks.means(noise, Blocks.of(0, 3, 0, 1e-3, 1), 5);
    for (int k = 0; k < 5; k++) {
      for (int i = 0; i < 3; i++) {
        assertEquals((1 + i) * plain[k][i], lanes[k][i], 1e-12);
      }
    }
    assertEquals(
        "a drive needs finite numbers, but got NaN", message(() -> noise.times(Double.NaN)));
  }

  /** A factor of a sum stands before all of it. */
  @Test
  void textOfAFactorIsUnambiguous() {
    Drive sum = Drive.of(Stimulus.constant(220), Noise.white(4));
    assertEquals("2 * (220 + white noise of intensity 4)", sum.times(2).toString());
    assertEquals("gain * (white noise of intensity 4)", Noise.white(4).times(GAIN).toString());
  }

  @Test
  void freeParametersAreFoundWhereverTheyAre() {
    Drive drive =
        Drive.of(
            Stimulus.constant(1).times(GAIN),
            Drive.of(Stimulus.constant(1).after(DELAY), Noise.white(GAIN)));
    assertEquals(List.of(GAIN, DELAY), drive.parameters());
    Parameter other = Parameter.of("other", "1", 1);
    assertEquals(List.of(GAIN, DELAY, other), drive.times(other).parameters());
  }

  @Test
  void rolesOfABlockDrawOtherNumbersForTheSameSimulations() {
    LaneBlock block = Blocks.of(5, 2, -1, 0.5, 8);
    double[] one = new double[2];
    double[] part = new double[2];
    double[] second = new double[2];
    block.random().pair(one, second);
    block.part(0).random().pair(part, second);
    assertNotEquals(one[0], part[0]);
    assertEquals(6, block.part(3).row(1));
    assertEquals(
        Streams.of(8).random(6, Streams.SENSORS).nextLong(),
        block.in(Streams.SENSORS).generator(1).nextLong());
    assertEquals(0, block.time(2));
    assertEquals(0.5, block.interval());
    assertArrayEquals(new double[] {6, 7}, block.values(GAIN));
  }

  private static String message(Executable what) {
    return assertThrows(IllegalArgumentException.class, what).getMessage();
  }
}
