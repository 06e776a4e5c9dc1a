// A model of your own: a specification and a drift; all else comes with it.
class FitzHughNagumo implements NeuralMassModel {
  static final Parameter EPSILON = Parameter.of("epsilon", "1", 0.08).possible(0.001, 1).meaningful(0.02, 0.2);
  static final Port I = new Port("I", "1", true);
  static final ModelSpec SPEC = (ModelSpec.named("fitzhugh-nagumo")
      .state("v", "1", -1.2)
      .state("w", "1", -0.6)
      .parameters(EPSILON)
      .ports(I));

  public ModelSpec spec() { return SPEC; }

  public void drift(double[][] y, double[][] theta, double[][] u, double[][] dydt, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double v = y[0][i], w = y[1][i];
      dydt[0][i] = 100 * (v - v * v * v / 3 - w + u[0][i]);          // per second: time runs in units of 10 ms
      dydt[1][i] = 100 * theta[0][i] * (v + 0.7 - 0.8 * w);
    }
  }
}

var simulation = (Simulation.of(new FitzHughNagumo())
    .drive(FitzHughNagumo.I, Drive.of(Stimulus.constant(0.5), Noise.white(0.05)))
    .duration(s(2)))
var series = simulation.observe(Eeg.source()).simulate(simulation.model().spec().standard(), 1)
var folder = Files.createTempDirectory("model")
series.figure().save(folder.resolve("spikes.svg"))
PhasePlane.of(new FitzHughNagumo()).input(FitzHughNagumo.I, 0.5).figure().save(folder.resolve("plane.svg"))

// Its bifurcations, and what its signal tells of its parameter
Continuation.of(new FitzHughNagumo()).along(FitzHughNagumo.I, 0, 1.5).cycles(0, ms(1), s(1), s(1)).diagram()
var data = simulation.observe(Eeg.source()).sample(Prior.uniform(FitzHughNagumo.EPSILON), 200, 1)
var parts = data.split(0.8, 0.1, 1)
Estimators.ridge().after(Features.of(Psd.logBins(12).inLog10())).fit(parts.train(), parts.validation()).evaluate(parts.test())
