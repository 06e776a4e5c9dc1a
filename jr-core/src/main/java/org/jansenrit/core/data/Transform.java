package org.jansenrit.core.data;

/**
 * Something done to observations before they are learnt from. What it needs to know of the data it
 * learns from the training set only.
 *
 * @param <X> what goes in
 * @param <Y> what comes out
 */
@FunctionalInterface
public interface Transform<X extends Observations, Y extends Observations> {

  /**
   * Learns from the training set what is needed.
   *
   * @throws IllegalArgumentException if that cannot be learnt from {@code training}
   */
  Fitted<X, Y> fit(X training);

  /**
   * A transform that knows its data.
   *
   * @param <X> what goes in
   * @param <Y> what comes out
   */
  @FunctionalInterface
  interface Fitted<X extends Observations, Y extends Observations> {

    /**
     * Returns the transform of every observation, in order.
     *
     * @throws ShapeException if {@code x} has another shape than the training set
     */
    Y apply(X x);
  }

  /** Returns this transform followed by {@code next}, which is fitted to what this one gives. */
  default <Z extends Observations> Transform<X, Z> then(Transform<? super Y, Z> next) {
    return training -> {
      Fitted<X, Y> first = fit(training);
      var second = next.fit(first.apply(training));
      return x -> second.apply(first.apply(x));
    };
  }

  /** Returns this transform for trials: fitted to all of them alike, and applied to each. */
  default Transform<Trials<X>, Trials<Y>> eachTrial() {
    return training -> {
      Fitted<X, Y> each = fit(training.each());
      return x -> Trials.of(each.apply(x.each()), x.count());
    };
  }

  /**
   * Lowers the sampling rate: every {@code factor} consecutive samples become their mean, at the
   * middle of their times. Samples at the end that do not fill a mean are left out.
   *
   * <p>The mean is a low-pass filter whose zeros are at the new sampling rate and its multiples: it
   * silences what would otherwise fold onto the slowest rhythms, lowers white noise by the square
   * root of {@code factor}, and does not smear over the ends. At the new Nyquist frequency it
   * passes 64 % of the amplitude.
   *
   * @param factor samples per mean; at least 1
   */
  static Transform<TimeSeries, TimeSeries> decimate(int factor) {
    return new TransformDecimate(factor);
  }

  /**
   * Projects on the directions of largest variance of the training set, as features {@code "PC 1"},
   * {@code "PC 2"}, ... in decreasing order of variance, in the unit of the data.
   *
   * <p>The sign of a component makes its largest loading positive. Takes time with the cube of the
   * smaller of simulations and values per simulation: decimate long series first.
   *
   * @param count number of components; at least 1, and fewer than the simulations it is fitted to
   */
  static Transform<Observations, Features> principalComponents(int count) {
    return new TransformPrincipalComponents(count);
  }

  /**
   * Brings each channel, or each feature, to mean 0 and standard deviation 1 over the training set;
   * values have unit 1. What does not vary there becomes 0 there.
   */
  static <X extends Observations> Transform<X, X> standardize() {
    return new TransformStandardize<>();
  }
}
