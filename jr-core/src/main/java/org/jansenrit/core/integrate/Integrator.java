package org.jansenrit.core.integrate;

/**
 * A one-step scheme. Its order holds for inputs given as means over steps, pulses included.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-12616-5">Kloeden &amp; Platen (1992)</a>
 */
public abstract sealed class Integrator permits Euler, Heun, RungeKutta4, Splitting {
  Integrator() {}

  /** {@return Euler's method: order 1; Euler-Maruyama with white noise, strong order 1} */
  public static Integrator euler() {
    return new Euler();
  }

  /** {@return Heun's method: order 2 without noise, the same normals in both of its stages} */
  public static Integrator heun() {
    return new Heun();
  }

  /** {@return the classic Runge-Kutta method: order 4, for drives without white noise} */
  public static Integrator rungeKutta4() {
    return new RungeKutta4();
  }

  /**
   * {@return Strang splitting for models made of kernels: half a step of what enters nonlinearly, a
   * whole step of the linear kernels with constant input and white noise, exactly, half a step of
   * the nonlinear part} Order 2 without noise; with it, strong order 1 is proved and 2 measured,
   * since noise enters velocities only. It keeps the damping and the noise of the kernels at any
   * step, so that spectrum and stationary density stay right at steps where Euler-Maruyama's do
   * not.
   *
   * @see <a href="https://doi.org/10.1186/s13408-017-0046-4">Ableidinger, Buckwar &amp;
   *     Hinterleitner (2017)</a>
   */
  public static Integrator splitting() {
    return new Splitting();
  }

  /** {@return the order of convergence without noise: the error falls as the step to this power} */
  public abstract int order();

  /** {@return whether white noise may enter} */
  public boolean takesWhiteNoise() {
    return true;
  }

  /** {@return into how many intervals a step is cut for the drives} */
  public int intervals() {
    return 1;
  }

  /** {@return whether the scheme needs the kernels of a kernel model} */
  public boolean needsKernels() {
    return false;
  }

  /**
   * Returns how many time constants a step must stay below, or a decay grows instead: where the
   * scheme's stability polynomial leaves the unit circle on the negative real axis.
   */
  double timeConstants() {
    return 2;
  }

  /**
   * Returns whether the scheme steps the kernels of a kernel model itself, white noise included,
   * which is then no part of the step means.
   */
  boolean stepsKernels() {
    return true;
  }

  /** Starts this scheme on a block. */
  abstract Scheme start(Integration run);
}
