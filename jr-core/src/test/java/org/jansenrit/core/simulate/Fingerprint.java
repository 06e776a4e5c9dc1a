package org.jansenrit.core.simulate;

import static org.jansenrit.core.quantity.Frequency.hz;
import static org.jansenrit.core.quantity.Time.ms;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jansenrit.core.data.TimeSeries;
import org.jansenrit.core.drive.Drive;
import org.jansenrit.core.drive.LaneBlock;
import org.jansenrit.core.drive.Noise;
import org.jansenrit.core.drive.Stimulus;
import org.jansenrit.core.eeg.Eeg;
import org.jansenrit.core.integrate.Input;
import org.jansenrit.core.integrate.Integration;
import org.jansenrit.core.integrate.Integrator;
import org.jansenrit.core.math.Streams;
import org.jansenrit.core.model.JansenRit;
import org.jansenrit.core.model.NeuralMassModel;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.WilsonCowan;
import org.jansenrit.core.prior.Prior;

/**
 * What the engine computes, to the last bit, as one line of text; also a program, so that other
 * virtual machines can be asked.
 */
final class Fingerprint {
  private static final int ROWS = 256;
  private static final int STEPS = 40;
  private static final int STEPS_UNTIL_COMPILED = 1000;

  private static final Drive COLOURED =
      Drive.of(
          Stimulus.constant(120),
          Stimulus.pulse(ms(5), ms(10), 60),
          Noise.ornsteinUhlenbeck(ms(5), 3),
          Noise.pink(1, 4, hz(1), hz(200)),
          Noise.uniform(-5, 5, ms(2)));

  private static final Drive COLOURED_AND_WHITE = Drive.of(COLOURED, Noise.white(4));

  private Fingerprint() {}

  /** Prints the fingerprint; with {@code --compiled}, once it is the same after compilation. */
  public static void main(String[] args) {
    String first = ofBlocks(ROWS, STEPS);
    if (args.length == 1 && args[0].equals("--compiled")) {
      ofBlocks(ROWS, STEPS_UNTIL_COMPILED);
      String compiled = ofBlocks(ROWS, STEPS);
      if (!compiled.equals(first)) {
        throw new IllegalStateException("interpreted " + first + ", but compiled " + compiled);
      }
    }
    System.out.println(first);
  }

  /** Returns the digests of all states, by scheme, computed {@code lanes} at a time. */
  static String ofBlocks(int lanes) {
    return ofBlocks(lanes, STEPS);
  }

  private static String ofBlocks(int lanes, int steps) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Integrator scheme :
        List.of(Integrator.euler(), Integrator.heun(), Integrator.splitting())) {
      Input input = new Input(COLOURED_AND_WHITE, List.of(JansenRit.P));
      digests.put(scheme + "", digest(JansenRit.model(), scheme, input, lanes, steps));
    }
    Input coloured = new Input(COLOURED.times(0.01), List.of(WilsonCowan.P));
    digests.put(
        "Wilson-Cowan",
        digest(WilsonCowan.model(), Integrator.rungeKutta4(), coloured, lanes, steps));
    return digests.toString();
  }

  private static String digest(
      NeuralMassModel model, Integrator scheme, Input input, int lanes, int steps) {
    MessageDigest digest = sha256();
    for (int first = 0; first < ROWS; first += lanes) {
      int count = Math.min(lanes, ROWS - first);
      LaneBlock block =
          LaneBlock.of(
              first,
              count,
              0,
              1e-3 / scheme.intervals(),
              Fingerprint::value,
              Streams.of(11),
              Streams.SENSORS);
      Integration run = Integration.start(model, scheme, block, List.of(input));
      for (int k = 0; k < steps; k++) {
        run.advance();
      }
      for (int lane = 0; lane < count; lane++) {
        for (double[] variable : run.state()) {
          digest.update(ByteBuffer.allocate(8).putDouble(variable[lane]).array());
        }
      }
    }
    return text(digest);
  }

  private static double value(Parameter p, long row) {
    return p.equals(JansenRit.A) ? 3 + 0.005 * row : p.standard();
  }

  /** Returns the digest of a data set, prior and monitor included, made by {@code threads}. */
  static String ofDataset(int threads) {
    TimeSeries x =
        Simulation.of(JansenRit.model())
            .drive(JansenRit.P, COLOURED_AND_WHITE)
            .integrator(Integrator.splitting(), ms(1))
            .duration(ms(STEPS))
            .execution(Execution.threads(threads))
            .observe(Eeg.source())
            .sample(Prior.uniform(JansenRit.A, 3, 4), 3 * ROWS, 5)
            .x();
    MessageDigest digest = sha256();
    for (int row = 0; row < x.size(); row++) {
      for (double value : x.row(row)) {
        digest.update(ByteBuffer.allocate(8).putDouble(value).array());
      }
    }
    return text(digest);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }
}
