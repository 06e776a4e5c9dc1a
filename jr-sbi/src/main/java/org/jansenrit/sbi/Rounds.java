package org.jansenrit.sbi;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to look for the posterior of one observation in several rounds, each simulating where the one
 * before found the posterior to be. Immutable; each verb returns a copy.
 *
 * @param count number of rounds; 1 draws from the prior only
 * @param simulations number of simulations of each round
 * @param method how later rounds are corrected for not being drawn from the prior
 * @param seed decides the parameters and all random numbers of the simulations
 * @param directory where completed rounds are kept, if anywhere
 */
public record Rounds(
    int count, int simulations, Method method, long seed, Optional<Path> directory) {

  /** How draws that are not from the prior are learnt from. */
  public enum Method {
    /**
     * The closed form for mixtures: each row is corrected for the proposal of its own round.
     *
     * @see <a href="https://arxiv.org/abs/1905.07488">Greenberg et al. (2019), appendix</a>
     */
    CLOSED_FORM,
    /**
     * A row's own parameters are told from those of nine other rows.
     *
     * @see <a href="https://arxiv.org/abs/1905.07488">Greenberg et al. (2019)</a>
     */
    ATOMIC,
    /**
     * The prior is truncated to where the posterior is, which needs no correction: all but 1 in
     * 10,000 of its draws stay inside. It is not where the region would be mostly edge, because
     * simulations inside have most of their own posteriors outside: as in a ball of ten dimensions,
     * unless less than 1 in 100 of the prior is left.
     *
     * @see <a href="https://arxiv.org/abs/2210.04815">Deistler et al. (2022)</a>
     */
    TRUNCATED
  }

  /**
   * Checks the numbers.
   *
   * @param count at least 1
   * @param simulations at least 10
   * @param method of correction, if there are later rounds
   * @param seed any
   * @param directory empty for none
   * @throws IllegalArgumentException if there is no round, or one has fewer than 10 simulations
   */
  public Rounds {
    if (count < 1) {
      throw new IllegalArgumentException("there must be at least 1 round, but got " + count);
    }
    if (simulations < Snpe.FEWEST) {
      throw new IllegalArgumentException(
          "a round needs at least " + Snpe.FEWEST + " simulations, but got " + simulations);
    }
  }

  /**
   * {@return rounds that are corrected in closed form, with seed 1}
   *
   * @param count how many; at least 1
   * @param simulations of each round; at least 10
   */
  public static Rounds of(int count, int simulations) {
    return new Rounds(count, simulations, Method.CLOSED_FORM, 1, Optional.empty());
  }

  /**
   * {@return these rounds with another correction}
   *
   * @param other for not being drawn from the prior
   */
  public Rounds method(Method other) {
    return new Rounds(count, simulations, other, seed, directory);
  }

  /**
   * {@return these rounds with another seed}
   *
   * @param value decides the parameters and all random numbers of the simulations
   */
  public Rounds seed(long value) {
    return new Rounds(count, simulations, method, value, directory);
  }

  /**
   * {@return these rounds keeping each completed one in a folder} The same call goes on after them,
   * and one of more rounds too. Simulations of a round that was not completed are kept as well.
   * Another prior, recipe, observation, seed or number of simulations is refused, and so is another
   * simulator: the first simulation is run again and compared.
   *
   * @param folder of one inference; made if it is not there
   */
  public Rounds savedTo(Path folder) {
    return new Rounds(count, simulations, method, seed, Optional.of(folder));
  }
}
