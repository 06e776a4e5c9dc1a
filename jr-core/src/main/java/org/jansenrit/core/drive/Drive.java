package org.jansenrit.core.drive;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.Parameter;

/**
 * Anything that enters a model through a port: a stimulus, a noise, or a sum of both.
 *
 * <p>A drive answers for a block of lanes with its mean over each interval of time. A noise of your
 * own is a lambda: white noise that takes two values instead of Gaussian ones, say, of intensity 4:
 *
 * <pre>{@code
 * Drive own = block -> {
 *   double[] z = new double[block.lanes()];
 *   return out -> {
 *     block.random().normals(block.clock(), z);
 *     for (int i = 0; i < z.length; i++) {
 *       out[i] = 4 * Math.signum(z[i]) / Math.sqrt(block.interval());
 *     }
 *   };
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Drive {

  /**
   * Starts one realisation per lane of {@code block}, whose randomness is the block's alone.
   *
   * @param block the simulations to drive, at interval zero; the realisation keeps it and reads its
   *     clocks
   * @return what the integrator asks for the mean of every interval
   */
  Path start(LaneBlock block);

  /** {@return the free parameters of this drive: gains, delays, intensities} */
  default List<Parameter> parameters() {
    return List.of();
  }

  /** {@return whether part of this drive is white noise, which has no value at an instant} */
  default boolean isWhite() {
    return false;
  }

  /**
   * {@return this drive multiplied by {@code factor}}
   *
   * @param factor any finite number, without unit
   * @throws IllegalArgumentException if it is not finite
   */
  default Drive times(double factor) {
    return new ScaledDrive(this, Scalar.of(factor));
  }

  /**
   * {@return this drive multiplied by the free parameter {@code gain}}
   *
   * @param gain a parameter without unit, one value per simulation
   */
  default Drive times(Parameter gain) {
    return new ScaledDrive(this, Scalar.of(gain));
  }

  /**
   * {@return the sum of {@code parts}, whose randomness is independent}
   *
   * @param parts at least one, all in the unit of one port
   * @throws IllegalArgumentException if there are none
   */
  static Drive of(Drive... parts) {
    return new SumDrive(List.of(parts));
  }

  /** One realisation per lane of a block. Used by one thread. */
  @FunctionalInterface
  interface Path {
    /**
     * Writes the mean of the input over the interval that each lane's clock shows, without white
     * noise. Called once for every interval, in order, but for those that {@linkplain #repeats
     * repeat}.
     *
     * @param out receives one value per lane, in the unit of the port; may be longer than the
     *     number of lanes
     */
    void mean(double[] out);

    /**
     * Writes the intensity of the white noise in this drive, which the integrator draws.
     *
     * @param out receives one value per lane, in the unit of the port times sqrt(s); may be longer
     *     than the number of lanes
     */
    default void whiteIntensity(double[] out) {
      Arrays.fill(out, 0);
    }

    /**
     * {@return whether the mean over the present interval is, in every lane, what {@link #mean}
     * wrote last; it is then not asked for again} No unless overridden, which is always right.
     */
    default boolean repeats() {
      return false;
    }

    /** {@return whether the mean may differ from zero; false for white noise alone} */
    default boolean hasMean() {
      return true;
    }

    /**
     * Forgets everything of {@code lane}, which starts again at interval zero.
     *
     * @param lane from 0 on, below the number of lanes
     */
    default void restart(int lane) {}
  }
}
