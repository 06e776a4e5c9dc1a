package org.jansenrit.core.drive;

import static org.jansenrit.core.quantity.Numbers.shortest;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.jansenrit.core.math.Lanes;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Frequency;
import org.jansenrit.core.quantity.Time;

/**
 * A drive without chance: a function of time that knows its exact mean over an interval. Immutable.
 *
 * <p>Time is counted from the start of the recording; the burn-in is before zero.
 */
public final class Stimulus implements Drive {
  /** The abscissa of three-point Gauss-Legendre quadrature. */
  private static final double GAUSS = Math.sqrt(0.6);

  private final Shape shape;
  private final List<Parameter> gains;
  private final Scalar delay;
  private final double secondsPerDelay;
  private final String name;

  private Stimulus(
      Shape shape, List<Parameter> gains, Scalar delay, double secondsPerDelay, String name) {
    this.shape = shape;
    this.gains = gains;
    this.delay = delay;
    this.secondsPerDelay = secondsPerDelay;
    this.name = name;
  }

  private static Stimulus of(Shape shape, String name) {
    return new Stimulus(shape, List.of(), Scalar.of(0), 1, name);
  }

  /**
   * {@return an input that is always {@code level}, in the unit of the port}
   *
   * @param level any finite number
   * @throws IllegalArgumentException if it is not finite
   */
  public static Stimulus constant(double level) {
    requireFinite(level, "level of a constant stimulus");
    return of((from, to) -> level, shortest(level));
  }

  /**
   * {@return one rectangular pulse}
   *
   * @param onset when it begins
   * @param width how long it lasts; positive
   * @param height its height, in the unit of the port; finite
   * @throws IllegalArgumentException if {@code width} is not positive, or {@code height} not finite
   */
  public static Stimulus pulse(Time onset, Time width, double height) {
    return pulses(Onsets.at(onset), width, height);
  }

  /**
   * {@return rectangular pulses}
   *
   * @param onsets when they begin
   * @param width how long each lasts; positive, and at most the period if there are several
   * @param height their height, in the unit of the port; finite
   * @throws IllegalArgumentException if {@code width} is not positive or longer than the period, or
   *     {@code height} is not finite
   */
  public static Stimulus pulses(Onsets onsets, Time width, double height) {
    requireFinite(height, "height of a pulse");
    width.requirePositive("pulse width");
    if (onsets.count() > 1 && width.compareTo(onsets.period()) > 0) {
      throw new IllegalArgumentException(
          "pulses of " + width + " do not fit into a period of " + onsets.period());
    }
    PulseTrain train = new PulseTrain(onsets, width.seconds(), height);
    return of(train, "pulses of " + shortest(height) + " for " + width + " " + onsets);
  }

  /**
   * {@return amplitude * sin(2 pi frequency t), in the unit of the port}
   *
   * @param frequency how many cycles there are per second
   * @param amplitude half of what lies between peak and trough, in the unit of the port; finite
   * @throws IllegalArgumentException if the amplitude is not finite
   */
  public static Stimulus sine(Frequency frequency, double amplitude) {
    requireFinite(amplitude, "amplitude of a sine");
    double w = 2 * Math.PI * frequency.hertz();
    return of(
        (from, to) -> amplitude * StrictMath.sin(w * (from + to) / 2) * sinc(w * (to - from) / 2),
        "sine of " + shortest(amplitude) + " at " + frequency);
  }

  /**
   * {@return a recorded or computed signal: from time zero on, value k holds from k / rate to (k +
   * 1) / rate} It is silent before and after, as a pulse is; begin earlier with {@link #after}.
   *
   * <p>Values hold rather than change linearly, so that a value is what drives are made of, the
   * mean over an interval: at a step of 1 / rate, step k sees value k as it is. Its mean is exact
   * at any other step too.
   *
   * @param values the signal, in the unit of the port; copied
   * @param rate how many values there are per second
   * @throws IllegalArgumentException if there is no value, or one is not finite
   */
  public static Stimulus sampled(double[] values, Frequency rate) {
    return of(new SampledSignal(values, rate), values.length + " samples at " + rate);
  }

  /**
   * {@return a stimulus of your own, whose means are taken by three-point Gauss quadrature: exact
   * to order six where {@code function} is smooth within a step}
   *
   * @param function from time, in s, to the input, in the unit of the port
   */
  public static Stimulus of(DoubleUnaryOperator function) {
    return of((from, to) -> gaussMean(function, from, to), "stimulus of time");
  }

  @Override
  public Stimulus times(double factor) {
    requireFinite(factor, "factor of a stimulus");
    Shape scaled = (from, to) -> factor * shape.mean(from, to);
    return new Stimulus(
        scaled, gains, delay, secondsPerDelay, shortest(factor) + " * (" + name + ")");
  }

  @Override
  public Stimulus times(Parameter gain) {
    List<Parameter> all = Stream.concat(gains.stream(), Stream.of(gain)).toList();
    return new Stimulus(shape, all, delay, secondsPerDelay, gain.symbol() + " * (" + name + ")");
  }

  /**
   * {@return this stimulus, later by {@code time}}
   *
   * @param time how much later; earlier, if it is negative
   */
  public Stimulus after(Time time) {
    double shift = time.seconds();
    Shape later = (from, to) -> shape.mean(from - shift, to - shift);
    return new Stimulus(later, gains, delay, secondsPerDelay, name + " after " + time);
  }

  /**
   * {@return this stimulus, later by the free parameter {@code newDelay}}
   *
   * @param newDelay a parameter in s or ms
   * @throws IllegalArgumentException if it has another unit, or a free delay is there already
   */
  public Stimulus after(Parameter newDelay) {
    requireFixed(newDelay);
    double seconds =
        switch (newDelay.unit()) {
          case "s" -> 1;
          case "ms" -> 1e-3;
          default ->
              throw new IllegalArgumentException(
                  "a delay is given in s or ms, but "
                      + newDelay.symbol()
                      + " is in "
                      + newDelay.unit());
        };
    String text = name + " after " + newDelay.symbol();
    return new Stimulus(shape, gains, Scalar.of(newDelay), seconds, text);
  }

  /** Returns the mean over [{@code from}, {@code to}], in s, before any free gain or delay. */
  double mean(double from, double to) {
    return shape.mean(from, to);
  }

  @Override
  public Path start(LaneBlock block) {
    List<double[]> factors = gains.stream().map(block::values).toList();
    return delay.isFixed()
        ? new CommonStimulus(shape, block, factors)
        : delayed(block, factors, delay.values(block));
  }

  private Path delayed(LaneBlock block, List<double[]> factors, double[] delays) {
    return out -> {
      for (int i = 0; i < block.lanes(); i++) {
        int k = block.clock().index(i);
        double shift = delays[i] * secondsPerDelay;
        out[i] = shape.mean(block.time(k) - shift, block.time(k + 1) - shift);
      }
      factors.forEach(factor -> Lanes.multiply(factor, out, out, block.lanes()));
    };
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(gains.stream(), delay.parameters().stream()).distinct().toList();
  }

  private static double gaussMean(DoubleUnaryOperator f, double from, double to) {
    double middle = (from + to) / 2;
    double reach = GAUSS * (to - from) / 2;
    return (5 * f.applyAsDouble(middle - reach)
            + 8 * f.applyAsDouble(middle)
            + 5 * f.applyAsDouble(middle + reach))
        / 18;
  }

  private static double sinc(double x) {
    return Math.abs(x) < 1e-8 ? 1 : StrictMath.sin(x) / x;
  }

  private static void requireFinite(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be finite, but was " + value);
    }
  }

  private void requireFixed(Parameter newDelay) {
    if (!delay.isFixed()) {
      throw new IllegalArgumentException(
          "a stimulus takes one free delay; "
              + newDelay.symbol()
              + " would be a second beside "
              + delay);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
