package org.jansenrit.core.integrate;

/**
 * A one-step scheme. Its order holds for inputs given as means over steps, pulses included.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-12616-5">Kloeden &amp; Platen (1992)</a>
 */
public abstract sealed class Integrator permits Euler, Heun, RungeKutta4 {
  Integrator() {}

  /** Returns Euler's method: order 1; Euler-Maruyama with white noise, strong order 1. */
  public static Integrator euler() {
    return new Euler();
  }

  /** Returns Heun's method: order 2 without noise, the same normals in both of its stages. */
  public static Integrator heun() {
    return new Heun();
  }

  /** Returns the classic Runge-Kutta method: order 4, for drives without white noise. */
  public static Integrator rungeKutta4() {
    return new RungeKutta4();
  }

  /** Returns the order of convergence without noise: the error falls as the step to this power. */
  public abstract int order();

  /** Returns whether white noise may enter. */
  public abstract boolean takesWhiteNoise();

  /** Returns into how many intervals a step is cut for the drives. */
  public abstract int intervals();

  /** Advances all lanes by one step. */
  abstract void step(Integration run);
}
