package org.jansenrit.core.drive;

import java.util.List;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Numbers;
import org.jansenrit.core.quantity.Time;

/**
 * Random drives. Any of them may be scaled by a free parameter, {@link Drive#times}, and summed,
 * {@link Drive#of}. For one of your own, see {@link Drive}.
 */
public final class Noise {
  private Noise() {}

  /**
   * {@return Gaussian white noise, which is defined at additive ports only}
   *
   * @param intensity the noise intensity s; zero or positive, in units of the port times sqrt(s):
   *     the mean over a step h has standard deviation s / sqrt(h), so that results do not depend on
   *     the step
   * @throws IllegalArgumentException if {@code intensity} is negative or not finite
   */
  public static Drive white(double intensity) {
    return new WhiteNoise(Scalar.of(requireIntensity(intensity)));
  }

  /**
   * {@return Gaussian white noise whose intensity is the free parameter {@code intensity}}
   *
   * @param intensity a parameter in units of the port times sqrt(s)
   */
  public static Drive white(Parameter intensity) {
    return new WhiteNoise(Scalar.of(intensity));
  }

  /**
   * {@return a stationary Ornstein-Uhlenbeck process of mean zero} Value and step mean are advanced
   * jointly and exactly, whatever the step.
   *
   * @param tau the correlation time; positive
   * @param sd the stationary standard deviation, in the unit of the port; zero or positive
   * @throws IllegalArgumentException if {@code tau} is not positive, or {@code sd} is negative or
   *     not finite
   * @see <a href="https://doi.org/10.1103/PhysRevE.54.2084">Gillespie (1996)</a>
   */
  public static Drive ornsteinUhlenbeck(Time tau, double sd) {
    return ornsteinUhlenbeck(tau, Scalar.of(requireIntensity(sd)));
  }

  /**
   * {@return a stationary Ornstein-Uhlenbeck process whose standard deviation is a free parameter}
   *
   * @param tau the correlation time; positive
   * @param sd a parameter in the unit of the port: the stationary standard deviation
   * @throws IllegalArgumentException if {@code tau} is not positive
   * @see #ornsteinUhlenbeck(Time, double)
   */
  public static Drive ornsteinUhlenbeck(Time tau, Parameter sd) {
    return ornsteinUhlenbeck(tau, Scalar.of(sd));
  }

  private static Drive ornsteinUhlenbeck(Time tau, Scalar sd) {
    tau.requirePositive("correlation time of an Ornstein-Uhlenbeck process");
    List<RelaxationNoise.Part> one = List.of(new RelaxationNoise.Part(tau.seconds(), 1));
    return new RelaxationNoise(one, sd, "Ornstein-Uhlenbeck noise", tau.toString());
  }

  /**
   * {@return noise that is uniform between {@code low} and {@code high} and is drawn anew every
   * {@code hold}: the input of Jansen &amp; Rit, whose range was 120 to 320 1/s}
   *
   * <p>The hold time is part of what is simulated. Noise that is drawn anew at every step is weaker
   * the shorter the step; with a hold time, one seed gives the same input at any step, the first
   * number at the start of the simulation. A mean over steps that the hold time does not divide is
   * exact. Hold times much shorter than the model's time constants act as white noise of intensity
   * {@code (high - low) sqrt(hold / 12)}.
   *
   * @param low the lower bound, in the unit of the port
   * @param high the upper bound, in the unit of the port
   * @param hold how long a number is held; positive
   * @throws IllegalArgumentException if {@code low} exceeds {@code high}, a bound is not finite or
   *     {@code hold} is not positive
   * @see <a href="https://doi.org/10.1007/BF00199471">Jansen &amp; Rit (1995)</a>
   */
  public static Drive uniform(double low, double high, Time hold) {
    return new UniformNoise(low, high, hold);
  }

  /**
   * {@return Gaussian noise of mean zero whose power spectral density falls as 1/f^alpha between
   * {@code low} and {@code high}}
   *
   * <p>It is a sum of Ornstein-Uhlenbeck processes, one per factor of four in frequency and two
   * beyond the band, whose value and step mean are advanced exactly: stationary from the start, and
   * the same process at any step. In the band, its density is within 3 % of 1/f^alpha for alpha
   * from 0.5 to 1.5, and within 20 % for any other. It goes over into a constant below a quarter of
   * {@code low}, and into 1/f&sup2; above four times {@code high}. With n processes, a step draws n
   * + 1 normals per lane: 8 for 1 to 100 Hz.
   *
   * @param alpha the exponent; above 0 and below 2, the limits of white noise and of a random walk
   * @param sd the standard deviation over all frequencies, in the unit of the port
   * @param low the lower edge of the band
   * @param high the upper edge of the band, above {@code low}
   * @throws IllegalArgumentException if {@code alpha} is not between 0 and 2, {@code sd} is
   *     negative or not finite, or the band is empty
   * @see <a href="https://doi.org/10.1103/RevModPhys.53.497">Dutta &amp; Horn (1981)</a>
   */
  public static Drive pink(double alpha, double sd, Frequency low, Frequency high) {
    return pink(alpha, Scalar.of(requireIntensity(sd)), low, high);
  }

  /**
   * {@return noise of density 1/f^alpha whose standard deviation is a free parameter}
   *
   * @param alpha the exponent; above 0 and below 2
   * @param sd a parameter in the unit of the port: the standard deviation over all frequencies
   * @param low the lower edge of the band
   * @param high the upper edge of the band, above {@code low}
   * @throws IllegalArgumentException if {@code alpha} is not between 0 and 2, or the band is empty
   * @see #pink(double, double, Frequency, Frequency)
   */
  public static Drive pink(double alpha, Parameter sd, Frequency low, Frequency high) {
    return pink(alpha, Scalar.of(sd), low, high);
  }

  private static Drive pink(double alpha, Scalar sd, Frequency low, Frequency high) {
    if (!(alpha > 0 && alpha < 2)) {
      throw new IllegalArgumentException(
          "exponent of pink noise must be above 0 and below 2, but was "
              + alpha
              + "; see Noise.white and Noise.ornsteinUhlenbeck for its limits");
    }
    if (low.compareTo(high) >= 0) {
      throw new IllegalArgumentException(
          "the band of pink noise is empty: from " + low + " to " + high);
    }
    List<RelaxationNoise.Part> parts = PinkSpectrum.parts(alpha, low, high);
    String name = "1/f^" + Numbers.shortest(alpha) + " noise";
    return new RelaxationNoise(parts, sd, name, low + " to " + high);
  }

  private static double requireIntensity(double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "noise intensity must be zero or positive, and finite, but was " + value);
    }
    return value;
  }
}
