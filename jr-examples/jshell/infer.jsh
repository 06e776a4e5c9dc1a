// Infer: a posterior, and whether to trust it.
var onsets = Onsets.every(s(0.5), 10).from(ms(100))
var simulator = (Simulation.of(JansenRit.model())
    .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), 60), Noise.white(2)))
    .duration(s(5))
    .observe(Erp.of(onsets, ms(-100), ms(390)).rate(hz(100)).channel("Pz", 8).sensorNoise(SensorNoise.white(5))))
var prior = Prior.of(Prior.uniform(JansenRit.A, 2.6, 5), Prior.uniform(JansenRit.B, 17.6, 40))
var data = simulator.sample(prior, 600, 42)
var amortized = (Snpe.of(prior)
    .density(new MixtureDensity(4, 48))
    .training(Training.standard().epochs(20).learningRate(2e-3))
    .after(Transform.principalComponents(15))
    .fit(data))

// Given one observation: an interval for each parameter, draws, a figure
var recording = simulator.simulate(JansenRit.standard(), 7)
var posterior = amortized.given(recording)
posterior.interval(JansenRit.A, 0.9)
posterior.sample(1_000, 1)
var folder = Files.createTempDirectory("infer")
PairPlot.of(posterior, JansenRit.standard()).save(folder.resolve("posterior.svg"))

// Three questions before believing it: is it calibrated, is the recording like the simulations, does the model explain it?
var calibration = Calibration.run(amortized, simulator.sample(prior, 200, 43), 100, 3)
calibration.verdict()
Misspecification.run(data, recording).verdict()
PosteriorPredictive.run(posterior, simulator, recording, 100, 4).verdict()
calibration.figure().save(folder.resolve("calibration.svg"))
