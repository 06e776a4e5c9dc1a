// Simulate: a column at rest, its answer to a pulse, many columns at once, and what they look like.
var simulation = (Simulation.of(JansenRit.model())
    .drive(JansenRit.P, Drive.of(Stimulus.constant(120), Noise.white(2)))
    .burnIn(s(1))
    .duration(s(4)))
var rest = simulation.observe(Eeg.source()).simulate(JansenRit.standard(), 1)
var folder = Files.createTempDirectory("simulate")
rest.figure().save(folder.resolve("alpha.svg"))            // or rest.figure().open()
Welch.standard().figure(rest).save(folder.resolve("spectrum.svg"))

// An answer: the pulse comes 200 ms after the start, and the electrode is Pz
var answer = (Simulation.of(JansenRit.model())
    .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulse(ms(200), ms(50), 60)))
    .burnIn(s(1))
    .duration(s(1))
    .observe(Eeg.channel("Pz", 8).sensorNoise(SensorNoise.white(1))))
answer.simulate(JansenRit.standard().with(JansenRit.A, 4), 1)

// Many columns at once, their parameters drawn from a prior; a value out of range is refused by name
var prior = Prior.of(Prior.uniform(JansenRit.A, 2.6, 5), Prior.uniform(JansenRit.B, 17.6, 40))
var data = answer.sample(prior, 500, 42)
data.x().figure().save(folder.resolve("answers.png"))

// Where the model rests and swings
var diagram = Continuation.of(JansenRit.model()).along(JansenRit.P, 0, 400).cycles(0, ms(1), s(1), s(2)).diagram()
diagram.hopfPoints()
