package org.jansenrit.core.data;

import java.io.IOException;

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
   * @param training what estimators learn from, and no more
   * @return the transform of any observations of that shape
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
     * {@return the transform of every observation, in order}
     *
     * @param x n observations of the shape of the training set
     * @throws ShapeException if {@code x} has another shape than the training set
     */
    Y apply(X x);

    /**
     * {@return what is needed to make this transform again in another process} {@link #of} reads it
     * if the kind is one of the library's, or one that a {@link TransformReader} knows.
     *
     * @throws UnsupportedOperationException if this transform cannot be saved, as a lambda cannot
     */
    default Archive toArchive() {
      throw new UnsupportedOperationException(
          "the transform "
              + this
              + " cannot be saved: its class would have to override toArchive, and a"
              + " TransformReader to read what that returns");
    }

    /**
     * {@return the transform that {@code archive} was made of}
     *
     * @param archive what {@link #toArchive} made
     * @throws IOException if it has none, or one of a kind that nothing here reads
     */
    static Fitted<?, ?> of(Archive archive) throws IOException {
      return SavedTransforms.read(archive);
    }
  }

  /**
   * {@return this transform followed by {@code next}, which is fitted to what this one gives}
   *
   * @param <Z> what comes out in the end
   * @param next fitted to what this one makes of the training set
   */
  default <Z extends Observations> Transform<X, Z> then(Transform<? super Y, Z> next) {
    return new TransformChain<>(this, next);
  }

  /** {@return this transform for trials: fitted to all of them alike, and applied to each} */
  default Transform<Trials<X>, Trials<Y>> eachTrial() {
    return training -> new TransformEachTrial<>(fit(training.each()));
  }

  /**
   * {@return a transform that leaves observations as they are}
   *
   * @param <X> what goes in and comes out
   */
  static <X extends Observations> Transform<X, X> none() {
    return new TransformNone<>();
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
   * @return n x channels x floor(samples / factor), at the rate divided by {@code factor}
   * @throws IllegalArgumentException if it is below 1
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
   * @return n x {@code count} features
   * @throws IllegalArgumentException if it is below 1
   */
  static Transform<Observations, Features> principalComponents(int count) {
    return new TransformPrincipalComponents(count);
  }

  /**
   * Brings each channel, or each feature, to mean 0 and standard deviation 1 over the training set;
   * values have unit 1. What does not vary there becomes 0 there.
   *
   * @param <X> what goes in and comes out
   * @return observations of the same shape, without unit
   */
  static <X extends Observations> Transform<X, X> standardize() {
    return new TransformStandardize<>();
  }

  /**
   * Replaces channels by the {@code count} weighted sums of them that have the largest power over
   * the training set, {@code "component 1"}, {@code "component 2"}, ... in decreasing order, in the
   * unit of the data. Weights of a component have norm 1; the largest is positive.
   *
   * <p>One dipole is seen by all electrodes at once, with one pattern: the first component is then
   * the dipole's course, with the sensor noise of one channel, and holds all that 64 channels with
   * independent noise tell of it, at a sixty-fourth of the cost.
   *
   * @param count number of components; at least 1, and at most as many as the channels vary in
   * @return n x {@code count} components x samples
   * @throws IllegalArgumentException if it is below 1
   */
  static Transform<TimeSeries, TimeSeries> spatialComponents(int count) {
    return new TransformSpatialComponents(count);
  }

  /**
   * Subtracts the mean of the training set and brings the {@code count} directions of largest
   * variance over time, pooled over channels, to variance 1; the others are left out. The result is
   * the series nearest to the given one that has this covariance: times keep their meaning.
   *
   * <p>Evoked potentials vary in a few large directions and many small ones, which tell parameters
   * apart but are lost to a network that is given them at their size.
   *
   * @param count number of directions; at least 1, at most the samples, and no more than stand out
   *     of the sensor noise
   * @return n x channels x samples, without unit
   * @throws IllegalArgumentException if it is below 1
   * @see <a href="https://doi.org/10.1080/00031305.2016.1277159">Kessy, Lewin &amp; Strimmer
   *     (2018)</a>, ZCA whitening
   */
  static Transform<TimeSeries, TimeSeries> whiten(int count) {
    return new TransformWhiten(count);
  }
}
