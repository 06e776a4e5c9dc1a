package org.jansenrit.core.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on in every {@link Drive}. A test of a drive implements this and inherits
 * its tests:
 *
 * <pre>{@code
 * class MyNoiseTest implements DriveContract {
 *   public Drive drive() {
 *     return new MyNoise();
 *   }
 * }
 * }</pre>
 */
public interface DriveContract {
  /** The number of lanes that are run together. */
  int LANES = 5;

  /** The number of intervals that are run. */
  int INTERVALS = 40;

  /** The length of an interval, in s. */
  double INTERVAL = 1e-3;

  /** Returns the drive under test. */
  Drive drive();

  /** Lanes share nothing: simulation i depends on the seed and on i, bit for bit. */
  @Test
  default void aBlockEqualsItsRows() {
    double[][] together = ContractBlock.of(this, drive(), 10, LANES).run(INTERVALS);
    for (int lane = 0; lane < LANES; lane++) {
      double[][] alone = ContractBlock.of(this, drive(), 10 + lane, 1).run(INTERVALS);
      for (int k = 0; k < together.length; k++) {
        assertEquals(alone[k][0], together[k][lane], "row " + k + ", lane " + lane);
      }
    }
  }

  /** Tasks refill a lane when its trial is over, while the others go on. */
  @Test
  default void aRefilledLaneEqualsTheSimulationRunAlone() {
    SplittableRandom events = new SplittableRandom(2026);
    ContractBlock together = ContractBlock.of(this, drive(), 10, LANES);
    ContractBlock[] alone = new ContractBlock[LANES];
    Arrays.setAll(alone, lane -> ContractBlock.of(this, drive(), 10 + lane, 1));
    for (int k = 0; k < 4 * INTERVALS; k++) {
      double[][] seen = together.next();
      for (int lane = 0; lane < LANES; lane++) {
        double[][] one = alone[lane].next();
        assertEquals(one[0][0], seen[0][lane], "mean, interval " + k + ", lane " + lane);
        assertEquals(one[1][0], seen[1][lane], "intensity, interval " + k + ", lane " + lane);
      }
      if (events.nextInt(8) == 0) {
        int lane = events.nextInt(LANES);
        together.restart(lane, 100 + k);
        alone[lane] = ContractBlock.of(this, drive(), 100 + k, 1);
      }
    }
  }

  /** Idle lanes repeat a row of the same block. */
  @Test
  default void aRowThatAppearsTwiceIsSimulatedTwiceWithTheSameResult() {
    long[] rows = {3, 7, 3, 7, 7};
    for (double[] row : ContractBlock.of(this, drive(), rows).run(INTERVALS)) {
      assertEquals(row[0], row[2]);
      assertEquals(row[1], row[3]);
      assertEquals(row[1], row[4]);
    }
  }

  /** A simulation that has been run can be run again. */
  @Test
  default void aDriveHasNoMemoryOfEarlierRuns() {
    Drive drive = drive();
    double[][] first = ContractBlock.of(this, drive, 10, LANES).run(INTERVALS);
    assertArrayEquals(first, ContractBlock.of(this, drive, 10, LANES).run(INTERVALS));
  }

  /** What is left unset would be what another drive left there. */
  @Test
  default void everyLaneIsSetToAFiniteValue() {
    for (double[] row : ContractBlock.of(this, drive(), 10, LANES).run(INTERVALS)) {
      for (double value : row) {
        assertTrue(Double.isFinite(value), "not set, or not finite: " + value);
      }
    }
  }

  /** Integrators draw no white noise for a drive that says it has none. */
  @Test
  default void onlyAWhiteDriveHasAnIntensity() {
    double[] intensity = ContractBlock.of(this, drive(), 10, LANES).next()[1];
    for (double s : intensity) {
      assertTrue(s == 0 || drive().isWhite(), "intensity " + s + ", but isWhite() is false");
    }
  }

  /** Integrators do not ask a drive for means that it says it has not. */
  @Test
  default void aDriveWithoutMeansHasMeansOfZero() {
    ContractBlock block = ContractBlock.of(this, drive(), 10, LANES);
    for (int k = 0; k < INTERVALS && !block.hasMean(); k++) {
      assertArrayEquals(new double[LANES], block.next()[0], "hasMean() is false");
    }
  }

  /** Engines use a mean again where a drive says that it repeats, refilled lanes included. */
  @Test
  default void aMeanThatRepeatsIsTheOneBefore() {
    ContractBlock asked = ContractBlock.of(this, drive(), 10, LANES);
    ContractBlock reused = ContractBlock.of(this, drive(), 10, LANES);
    double[] last = new double[LANES];
    for (int k = 0; k < 2 * INTERVALS; k++) {
      double[] mean = asked.next()[0];
      last = reused.repeats() ? last : reused.mean();
      reused.tick();
      assertArrayEquals(mean, last, "interval " + k);
      if (k == INTERVALS / 2) {
        asked.restart(3, 40);
        reused.restart(3, 40);
      }
    }
  }

  /** Simulators refuse a table with parameters that nothing lists. */
  @Test
  default void everyParameterThatIsReadIsListed() {
    Drive drive = drive();
    LaneBlock.Values listed =
        (parameter, row) -> {
          assertTrue(drive.parameters().contains(parameter), parameter + " is not listed");
          return parameter.standard() + row;
        };
    new ContractBlock(drive, new long[] {1, 2, 3}, listed).run(INTERVALS);
  }

  /** A gain may differ from lane to lane, and changes when a lane is refilled. */
  @Test
  default void aFreeGainMultipliesEachLane() {
    Parameter gain = Parameter.of("contract_gain", "1", 0.5);
    ContractBlock plain = ContractBlock.of(this, drive(), 10, LANES);
    ContractBlock scaled = ContractBlock.of(this, drive().times(gain), 10, LANES);
    assertTrue(drive().times(gain).parameters().contains(gain));
    double[] expected = {10.5, 11.5, 12.5, 13.5, 14.5};
    for (int k = 0; k < INTERVALS; k++) {
      double[][] once = plain.next();
      double[][] times = scaled.next();
      for (int lane = 0; lane < LANES; lane++) {
        for (int what = 0; what < 2; what++) {
          double value = expected[lane] * once[what][lane];
          assertEquals(value, times[what][lane], 1e-12 * Math.abs(value));
        }
      }
      if (k == INTERVALS / 2) {
        plain.restart(3, 40);
        scaled.restart(3, 40);
        expected[3] = 40.5;
      }
    }
  }

  /** Returns the value of {@code parameter} in {@code row}: near to its standard value. */
  default double value(Parameter parameter, long row) {
    return parameter.standard() + row;
  }

  /** A drive on its way through time. */
  final class ContractBlock {
    private final LaneBlock block;
    private final Drive.Path path;

    ContractBlock(Drive drive, long[] rows, LaneBlock.Values values) {
      Streams streams = Streams.of(7);
      // the burn-in is before time zero
      block = LaneBlock.of(rows, -0.002, INTERVAL, values, streams, Streams.DRIVES);
      path = drive.start(block);
    }

    static ContractBlock of(DriveContract contract, Drive drive, long... rows) {
      return new ContractBlock(drive, rows, contract::value);
    }

    static ContractBlock of(DriveContract contract, Drive drive, long firstRow, int lanes) {
      long[] rows = new long[lanes];
      Arrays.setAll(rows, lane -> firstRow + lane);
      return of(contract, drive, rows);
    }

    /** Returns the means and the white intensities of the next interval. */
    double[][] next() {
      double[] intensity = padded();
      path.whiteIntensity(intensity);
      double[][] seen = {mean(), trimmed(intensity)};
      tick();
      return seen;
    }

    double[] mean() {
      double[] mean = padded();
      path.mean(mean);
      return trimmed(mean);
    }

    boolean repeats() {
      return path.repeats();
    }

    void tick() {
      block.clock().tick();
    }

    boolean hasMean() {
      return path.hasMean();
    }

    /** Engines pass arrays that are longer than the number of lanes. */
    private double[] padded() {
      double[] row = new double[block.lanes() + 3];
      Arrays.fill(row, Double.NaN);
      return row;
    }

    private double[] trimmed(double[] row) {
      return Arrays.copyOf(row, block.lanes());
    }

    /** Returns means and intensities in turn. */
    double[][] run(int intervals) {
      double[][] all = new double[2 * intervals][];
      for (int k = 0; k < intervals; k++) {
        System.arraycopy(next(), 0, all, 2 * k, 2);
      }
      return all;
    }

    void restart(int lane, long row) {
      block.restart(lane, row);
      path.restart(lane);
    }
  }
}
