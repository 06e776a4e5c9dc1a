package org.jansenrit.core.drive;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;

import org.jansenrit.core.model.Parameter;
import org.junit.jupiter.api.Nested;

/** Every kind of drive keeps the contract. */
class DriveKindsTest {
  private static final Parameter SD = Parameter.of("sd", "1/s", 2);
  private static final Parameter GAIN = Parameter.of("gain", "1", 1);
  private static final Parameter DELAY = Parameter.of("delay", "ms", 3);

  @Nested
  class Constant implements DriveContract {
    @Override
    public Drive drive() {
      return Stimulus.constant(220);
    }
  }

  @Nested
  class Pulses implements DriveContract {
    @Override
    public Drive drive() {
      return Stimulus.pulses(Onsets.every(ms(6.3), 40), ms(2.1), 60);
    }
  }

  @Nested
  class PulsesWithFreeGainAndDelay implements DriveContract {
    @Override
    public Drive drive() {
      return Stimulus.pulses(Onsets.every(ms(6.3), 40), ms(2.1), 60).times(GAIN).after(DELAY);
    }
  }

  @Nested
  class Sine implements DriveContract {
    @Override
    public Drive drive() {
      return Stimulus.sine(hz(40), 2);
    }
  }

  @Nested
  class FunctionOfTime implements DriveContract {
    @Override
    public Drive drive() {
      return Stimulus.of(t -> 1 + t * t);
    }
  }

  @Nested
  class Sampled implements DriveContract {
    @Override
    public Drive drive() {
      return Stimulus.sampled(new double[] {3, -1, 4, 1, -5, 9, 2, -6}, hz(333));
    }
  }

  @Nested
  class White implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.white(4);
    }
  }

  @Nested
  class WhiteOfFreeIntensity implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.white(SD);
    }
  }

  @Nested
  class OrnsteinUhlenbeck implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.ornsteinUhlenbeck(ms(4), 3);
    }
  }

  @Nested
  class OrnsteinUhlenbeckOfFreeSd implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.ornsteinUhlenbeck(ms(4), SD);
    }
  }

  @Nested
  class Uniform implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.uniform(120, 320, ms(2.7));
    }
  }

  @Nested
  class UniformHeldForLessThanAStep implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.uniform(-1, 1, ms(0.3));
    }
  }

  @Nested
  class Pink implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.pink(1, 3, hz(1), hz(100));
    }
  }

  @Nested
  class PinkOfFreeSd implements DriveContract {
    @Override
    public Drive drive() {
      return Noise.pink(1.5, SD, hz(1), hz(40));
    }
  }

  /** The noise that the documentation of {@link Drive} shows. */
  @Nested
  class OnesOwn implements DriveContract {
    @Override
    public Drive drive() {
      return DriveTest.ownNoise();
    }
  }

  @Nested
  class SumOfAll implements DriveContract {
    @Override
    public Drive drive() {
      return Drive.of(
          Stimulus.pulse(ms(2), ms(3.5), 60).after(DELAY),
          Noise.ornsteinUhlenbeck(ms(4), SD),
          Noise.uniform(120, 320, ms(2.7)).times(GAIN),
          Drive.of(Noise.pink(1, 3, hz(1), hz(100)), DriveTest.ownNoise().times(2)),
          Noise.white(GAIN),
          Noise.white(3).times(-1));
    }
  }
}
