package org.jansenrit.core.integrate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jansenrit.core.model.Kernel;
import org.jansenrit.core.model.KernelModel;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.quantity.Numbers;
import org.jansenrit.core.quantity.Time;

/**
 * Whether a step is short enough for what decays fastest in a model: beyond the limit of an
 * explicit scheme, decay turns into growth and the result is no solution at all.
 *
 * <p>A kernel model names its rates. Of any other, the Jacobian at the initial state without input
 * is looked at, which is right for what decays by itself and says nothing of what sets in later.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-05221-7">Hairer &amp; Wanner (1996), section
 *     IV.2: stability on the negative real axis</a>
 */
public final class StepLimit {
  private final NeuralMassModel model;
  private final Integrator method;
  private final Time step;

  private StepLimit(NeuralMassModel model, Integrator method, Time step) {
    this.model = model;
    this.method = method;
    this.step = step;
  }

  /**
   * {@return the limit for {@code model} stepped by {@code method}}
   *
   * @param model the equations
   * @param method the scheme, which knows how many time constants a step must stay below
   * @param step the time step
   */
  public static StepLimit of(NeuralMassModel model, Integrator method, Time step) {
    return new StepLimit(model, method, step);
  }

  /**
   * Refuses a step that is too large.
   *
   * @param values the parameters of the model, each in its unit
   * @throws IllegalArgumentException if the step is not below the limit; the message names what
   *     decays, its time constant and the limit
   */
  public void require(ToDoubleFunction<Parameter> values) {
    if (Double.isInfinite(method.timeConstants())) {
      return;
    }
    Decay fastest =
        model instanceof KernelModel kernels
            ? fastestKernel(kernels, values)
            : Decay.atInitialState(model, values);
    if (!isLongEnough(fastest)) {
      throw new IllegalArgumentException(message(fastest));
    }
  }

  /**
   * {@return whether the step is short enough for the kernels of a kernel model; yes for others,
   * whose simulations are watched while they run}
   *
   * @param values the parameters of the model, each in its unit
   */
  public boolean allows(ToDoubleFunction<Parameter> values) {
    return Double.isInfinite(method.timeConstants())
        || !(model instanceof KernelModel kernels)
        || isLongEnough(fastestKernel(kernels, values));
  }

  private boolean isLongEnough(Decay decay) {
    return step.seconds() * decay.rate() < method.timeConstants();
  }

  private static Decay fastestKernel(KernelModel model, ToDoubleFunction<Parameter> values) {
    List<Kernel> kernels = model.kernels();
    Decay fastest = new Decay("nothing", 0);
    for (int k = 0; k < kernels.size(); k++) {
      Parameter rate = kernels.get(k).rate();
      double value = values.applyAsDouble(rate);
      if (value > fastest.rate()) {
        String symbol = model.spec().variables().get(k).symbol();
        fastest =
            new Decay(
                "kernel " + symbol + " with " + rate.symbol() + " = " + rate.withUnit(value),
                value);
      }
    }
    return fastest;
  }

  private String message(Decay fastest) {
    Time constant = Time.s(1 / fastest.rate());
    return "a step of %s is too large for %s by %s: %s has a time constant of %s, and the scheme grows without bound from %s of them on; take a step below %s%s"
        .formatted(
            step,
            model.spec().name(),
            method,
            fastest.what(),
            constant,
            Numbers.shortest(method.timeConstants()),
            Time.s(method.timeConstants() / fastest.rate()),
            model instanceof KernelModel
                ? ", or Integrator.splitting(), which is exact for kernels"
                : "");
  }

  @Override
  public String toString() {
    return "StepLimit[" + method + " at " + step + "]";
  }
}
