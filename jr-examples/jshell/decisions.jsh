// Perceptual decisions: trials, curves, and what they tell about the circuit. Sizes are small, so that it takes a minute.
var task = DecisionTask.of(WongWangDecision.standard()).coherences(0, 3.2, 6.4, 12.8, 25.6, 51.2).trials(500)
var outcomes = task.decide(WongWang.standard(), 1)
outcomes.at(6.4).accuracy()
outcomes.at(6.4).reactionTime(0)
outcomes.figure().save(Files.createTempDirectory("decisions").resolve("curves.svg"))

// Another decision model: the same task, and its accuracy in closed form
var walk = DecisionTask.of(DriftDiffusion.model()).coherences(6.4).trials(500).decide(ParameterSet.of(List.of(DriftDiffusion.K, DriftDiffusion.BOUND), 12, 0.8), 1)
DriftDiffusion.accuracy(12, 0.8, 6.4)

// Recovery: the study's prior, its thirteen features at each coherence, ridge regression and a posterior
var prior = Prior.of(
    Prior.uniform(WongWang.J_LL),
    Prior.uniform(WongWang.J_LR),
    Prior.uniform(WongWang.BETA),
    Prior.uniform(DecisionTask.TAU_ND))
var data = task.settling(s(0)).trials(100).sample(prior, 300, 42)
var parts = data.split(0.8, 0.1, 7)
Estimators.ridge().fit(parts.train(), parts.validation()).evaluate(parts.test())
var posterior = Snpe.of(prior).training(Training.standard().epochs(3)).fit(parts.train()).given(parts.test().x(), 0)
posterior.interval(WongWang.J_LR, 0.9)
