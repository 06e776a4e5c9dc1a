// A recording of your own. Here one is simulated and saved first: put your own path in its place.
var onsets = Onsets.every(s(1), 28).from(s(1))
var field = LeadField.of(Montage.biosemi64(), HeadModel.fourSpheres(), Dipole.inRegion("precuneus-lh"))
var experiment = (Simulation.of(JansenRit.model())
    .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), 60), Noise.white(2)))
    .duration(s(30)))
var simulated = experiment.observe(Eeg.through(field.times(6)).rate(hz(250)).sensorNoise(SensorNoise.pink(2, 1))).simulate(JansenRit.standard(), 1)
var file = Files.createTempDirectory("recording").resolve("me.vhdr")
Recording.of(simulated, IntStream.rangeClosed(1, 28).mapToObj(k -> Event.stimulus("square", 250 * k)).toList()).save(file)

// Read, clean, cut
var recording = Recording.read(file)
var epochs = recording.filter(Filter.lowPass(hz(40))).epochs("square", ms(-100), ms(400)).reject(100)
epochs.figure("Pz", "Cz").save(file.resolveSibling("erp.svg"))
var evoked = Evoked.of("square", epochs.size(), epochs.average())
evoked.figure().save(file.resolveSibling("butterfly.svg"))
evoked.topography(Montage.biosemi64(), ms(60), ms(120)).save(file.resolveSibling("maps.svg"))

// The same experiment on the model, with the noise of this recording, at the electrode you look at
var simulator = (Simulation.of(JansenRit.model())
    .drive(JansenRit.P, Drive.of(Stimulus.constant(60), Stimulus.pulses(onsets, ms(50), 60), Noise.white(2)))
    .duration(s(30))
    .observe(Erp.of(onsets, ms(-100), ms(400)).rate(hz(250)).channel("Pz", 1).sensorNoise(SensorNoise.of(recording.pick("Pz").epochs("square", ms(-100), ms(400))))))
var prior = Prior.of(Prior.uniform(JansenRit.A, 2.6, 5), Prior.uniform(JansenRit.B, 17.6, 40))
var data = simulator.sample(prior, 150, 1)
Misspecification.run(data, epochs.average().pick("Pz")).verdict()
