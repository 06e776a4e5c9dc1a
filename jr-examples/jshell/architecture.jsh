// Simulate, train, infer: the whole library in one session. Sizes are small, so that it takes a minute.
var prior = Prior.of(
    Prior.uniform(JansenRit.A, 2.6, 9.75),
    Prior.uniform(JansenRit.B, 17.6, 110),
    Prior.uniform(JansenRit.C, 65, 1350))

var simulation = (Simulation.of(JansenRit.model())
    .drive(JansenRit.P, Drive.of(
        Stimulus.constant(220),
        Stimulus.pulse(ms(200), ms(50), 60),
        Noise.white(4)))
    .integrator(Integrator.heun(), ms(1))
    .burnIn(s(1))
    .duration(s(1)))
var source = Dipole.leftCaudalMiddleFrontal()
var field = LeadField.of(Montage.biosemi64(), HeadModel.fourSpheres(), source)
var simulator = simulation.observe(Erp.of(Onsets.at(ms(200)), ms(-200), ms(799)).through(field).sensorNoise(SensorNoise.white(0.2)))
var data = simulator.sample(prior, 400, 42)

var parts = data.split(0.8, 0.1, 7)
var fitted = Estimators.eegTransformer().training(Training.standard().epochs(3).seed(1)).fit(parts.train(), parts.validation())
fitted.evaluate(parts.test())

// A recording of the same montage, made of one simulation: the stimulus is its marker
var eeg = simulation.observe(Eeg.through(field).sensorNoise(SensorNoise.white(0.2)))
var recording = Recording.of(eeg.simulate(JansenRit.standard(), 5), List.of(Event.stimulus("square", 200)))
fitted.predict(recording.erp("square", ms(-200), ms(799))).column(JansenRit.A)

var amortized = Snpe.of(prior).embedding(Embedding.lstm(64)).density(new MixtureDensity(8, 64)).training(Training.standard().epochs(2)).fit(parts.train())
Sbc.run(amortized, parts.test(), 1_000, 5)
var draws = amortized.given(recording.erp("square", ms(-200), ms(799))).sample(5_000, 9)
