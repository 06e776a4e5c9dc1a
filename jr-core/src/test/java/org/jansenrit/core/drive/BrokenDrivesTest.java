package org.jansenrit.core.drive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Test;

/** The contract finds what breaks the engine. */
class BrokenDrivesTest {
  private static final Parameter RATE = Parameter.of("rate", "1/s", 5);

  /** A random walk without {@code restart}. */
  @Test
  void aDriveThatDoesNotForgetARefilledLaneIsFound() {
    finds(
        block -> {
          double[] sum = new double[block.lanes()];
          double[] z = new double[block.lanes()];
          return out -> {
            block.random().normals(block.clock(), z);
            Arrays.setAll(sum, i -> sum[i] + z[i]);
            System.arraycopy(sum, 0, out, 0, sum.length);
          };
        },
        DriveContract::aRefilledLaneEqualsTheSimulationRunAlone,
        "mean, interval");
  }

  /** One number for all lanes. */
  @Test
  void lanesThatShareRandomNumbersAreFound() {
    finds(
        block -> {
          double[] z = new double[block.lanes()];
          return out -> {
            block.random().normals(block.clock(), z);
            Arrays.fill(out, z[0]);
          };
        },
        DriveContract::aBlockEqualsItsRows,
        "row 0, lane 1");
  }

  /** A drive of its own randomness is another one in each run. */
  @Test
  void aDriveThatRemembersEarlierRunsIsFound() {
    double[] runs = new double[1];
    finds(
        block -> {
          runs[0]++;
          return out -> Arrays.fill(out, runs[0]);
        },
        DriveContract::aDriveHasNoMemoryOfEarlierRuns,
        "array contents differ");
  }

  @Test
  void aLaneThatIsNotSetIsFound() {
    finds(
        block -> out -> Arrays.fill(out, 0, block.lanes() - 1, 1),
        DriveContract::everyLaneIsSetToAFiniteValue,
        "not set, or not finite: NaN");
  }

  @Test
  void aParameterThatIsNotListedIsFound() {
    finds(
        block -> {
          double[] rates = block.values(RATE);
          return out -> System.arraycopy(rates, 0, out, 0, block.lanes());
        },
        DriveContract::everyParameterThatIsReadIsListed,
        "rate 1/s is not listed");
  }

  /** What says nothing of white noise, but has some, would have none. */
  @Test
  void anIntensityThatIsNotAnnouncedIsFound() {
    Drive white = Noise.white(3);
    Drive silent = block -> white.start(block);
    finds(silent, DriveContract::onlyAWhiteDriveHasAnIntensity, "intensity 3.0, but isWhite()");
  }

  private static void finds(Drive drive, Consumer<DriveContract> test, String message) {
    DriveContract contract = () -> drive;
    var error = assertThrows(AssertionError.class, () -> test.accept(contract));
    assertTrue(error.getMessage().startsWith(message), error.getMessage());
  }
}
