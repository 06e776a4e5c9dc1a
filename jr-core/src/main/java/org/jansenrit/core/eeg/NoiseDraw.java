package org.jansenrit.core.eeg;

/** Draws noise of one kind over one window. May be used by several threads. */
@FunctionalInterface
interface NoiseDraw {
  /** Returns independent noise of unit scale in each of {@code channels}: samples x channels. */
  double[][] draw(int channels, Normals normals);
}
