// Train: estimators from the simplest to a network, compared on simulations that none has seen.
var onsets = Onsets.every(s(0.5), 10).from(ms(100))
var simulator = (Simulation.of(JansenRit.model())
    .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), 60), Noise.white(2)))
    .duration(s(5))
    .observe(Erp.of(onsets, ms(-100), ms(390)).rate(hz(100)).channel("Pz", 8).sensorNoise(SensorNoise.white(5))))
var prior = Prior.of(Prior.uniform(JansenRit.A, 2.6, 5), Prior.uniform(JansenRit.B, 17.6, 40))
var data = simulator.sample(prior, 600, 42)
var parts = data.split(0.8, 0.1, 7)

// Always start with ridge regression: a network that does not beat it has learnt nothing
var ridge = Estimators.ridge().after(Transform.principalComponents(15)).fit(parts.train(), parts.validation())
ridge.evaluate(parts.test())

// A network; Loss.GAUSSIAN gives each estimate its standard deviation
var training = Training.standard().epochs(15).learningRate(2e-3).loss(Loss.GAUSSIAN).seed(1)
var mlp = Estimators.mlp(64).training(training).after(Transform.principalComponents(15)).fit(parts.train(), parts.validation())
var report = mlp.evaluate(parts.test())
System.out.println(report.table())
var folder = Files.createTempDirectory("train")
report.figure().save(folder.resolve("recovery.svg"))
mlp.history().get().figure().save(folder.resolve("learning.svg"))

// Kept in a file, loaded in any other process
mlp.save(folder.resolve("mlp.jr"))
var loaded = Estimators.load(folder.resolve("mlp.jr"), TimeSeries.class)
loaded.predict(parts.test().x().select(0))
