package org.jansenrit.examples;

/**
 * How large a run of {@link SbiBenchmark} is.
 *
 * @param simulations in all rounds together
 * @param draws of each posterior that are compared with the reference
 * @param tests simulations that calibration is checked on
 * @param stressed inferences of the stress test
 * @param perRound simulations of each of its rounds
 */
record SbiSize(int simulations, int draws, int tests, int stressed, int perRound) {
  static final SbiSize FULL = new SbiSize(10_000, 10_000, 1_000, 20, 200);
  static final SbiSize SMALL = new SbiSize(400, 500, 60, 2, 60);
}
