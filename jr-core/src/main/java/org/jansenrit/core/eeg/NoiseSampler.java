package org.jansenrit.core.eeg;

import java.util.List;
import org.jansenrit.core.quantity.Frequency;

/** Draws what sensor noise leaves in one window. May be used by several threads. */
final class NoiseSampler {
  private final List<NoisePart> parts;
  private final List<NoiseDraw> draws;
  private final List<String> channels;
  private final TrialWindow window;
  private final boolean sampleBySample;

  /**
   * Prepares to draw.
   *
   * @param sampleBySample whether to draw every raw sample and average, in place of drawing the
   *     noise of the average
   * @throws IllegalArgumentException if the noise cannot be had at this rate, or does not have
   *     these channels
   */
  NoiseSampler(
      SensorNoise noise,
      List<String> channels,
      TrialWindow window,
      Frequency rate,
      boolean sampleBySample) {
    this.parts = noise.parts();
    this.channels = channels;
    this.window = window;
    this.sampleBySample = sampleBySample;
    TrialWindow drawn = sampleBySample ? window.stretch() : window;
    this.draws = parts.stream().map(part -> part.colour().over(drawn, rate)).toList();
  }

  /** Returns noise in uV: samples x channels. */
  double[][] draw(Normals normals) {
    double[][] sum = new double[window.samples()][channels.size()];
    for (int p = 0; p < draws.size(); p++) {
      double[][] x = draws.get(p).draw(channels.size(), normals);
      double[][] noise = sampleBySample ? window.average(x) : x;
      parts.get(p).spread().apply(channels, noise);
      for (int k = 0; k < sum.length; k++) {
        for (int c = 0; c < sum[k].length; c++) {
          sum[k][c] += noise[k][c];
        }
      }
    }
    return sum;
  }
}
