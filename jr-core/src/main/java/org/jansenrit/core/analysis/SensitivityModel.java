package org.jansenrit.core.analysis;

import java.util.Arrays;
import java.util.List;
import org.jansenrit.core.model.DifferentiableModel;
import org.jansenrit.core.model.ModelSpec;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.Port;
import org.jansenrit.core.model.Variable;

/**
 * A model and its derivative in one direction of the logarithms of its parameters, side by side;
 * the output is the derivative of the model's output. Runge-Kutta schemes, Euler's and Heun's among
 * them, give the exact derivative of what they give of the model alone.
 */
final class SensitivityModel implements NeuralMassModel {
  private final DifferentiableModel model;
  private final ModelSpec spec;
  private final List<Parameter> weights;

  SensitivityModel(DifferentiableModel model) {
    this.model = model;
    this.weights =
        model.spec().parameters().stream()
            .map(p -> Parameter.of("weight of " + p.symbol(), "1", 0))
            .toList();
    this.spec = spec(model.spec());
  }

  private ModelSpec spec(ModelSpec of) {
    ModelSpec both = ModelSpec.named("derivative of " + of.name());
    for (Variable v : of.variables()) {
      both = both.state(v.symbol(), v.unit(), v.initial());
    }
    for (Variable v : of.variables()) {
      both = both.state("d" + v.symbol(), v.unit(), 0);
    }
    double[] output = new double[2 * of.variables().size()];
    System.arraycopy(of.output(), 0, output, output.length / 2, output.length / 2);
    return both.parameters(of.parameters().toArray(Parameter[]::new))
        .parameters(weights.toArray(Parameter[]::new))
        .ports(of.ports().toArray(Port[]::new))
        .output(of.outputUnit(), output);
  }

  /** Returns the weights of the direction, one per parameter of the model. */
  List<Parameter> weights() {
    return weights;
  }

  @Override
  public ModelSpec spec() {
    return spec;
  }

  /** Returns the parameters, the direction in them, and what the model prepares. */
  @Override
  public double[][] prepare(double[][] theta, int lanes) {
    int n = weights.size();
    double[][] own = Arrays.copyOf(theta, n);
    double[][] direction = new double[n][lanes];
    for (int p = 0; p < n; p++) {
      for (int i = 0; i < lanes; i++) {
        direction[p][i] = theta[n + p][i] * theta[p][i];
      }
    }
    double[][] constants = model.prepare(own, lanes);
    double[][] all = new double[2 * n + constants.length][];
    System.arraycopy(own, 0, all, 0, n);
    System.arraycopy(direction, 0, all, n, n);
    System.arraycopy(constants, 0, all, 2 * n, constants.length);
    return all;
  }

  @Override
  public void drift(double[][] y, double[][] constants, double[][] u, double[][] dydt, int lanes) {
    int n = weights.size();
    int v = y.length / 2;
    double[][] own = Arrays.copyOf(y, v);
    model.drift(
        own,
        Arrays.copyOfRange(constants, 2 * n, constants.length),
        u,
        Arrays.copyOf(dydt, v),
        lanes);
    model.tangent(
        own,
        Arrays.copyOf(constants, n),
        u,
        Arrays.copyOfRange(y, v, 2 * v),
        Arrays.copyOfRange(constants, n, 2 * n),
        Arrays.copyOfRange(dydt, v, 2 * v),
        lanes);
  }
}
