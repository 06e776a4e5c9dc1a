package org.jansenrit.core.analysis;

import java.util.ArrayList;
import java.util.List;

/** Curves of equilibria, each followed once. */
final class Branches {
  private static final double SAME = 0.02;

  private final Newton newton;
  private final BranchWalk walk;
  private final List<BranchWalk.Found> found = new ArrayList<>();

  Branches(Newton newton, BranchWalk walk) {
    this.newton = newton;
    this.walk = walk;
  }

  List<BranchWalk.Found> found() {
    return found;
  }

  /** Follows the curve of the equilibrium near {@code state}, if there is one, and it is new. */
  void follow(double[] state, double lambda) {
    double[] start = newton.scaled(state, lambda);
    double[] held = new double[start.length];
    held[start.length - 1] = 1;
    newton.solve(start, held).filter(at -> !isKnown(at)).ifPresent(at -> found.add(walk.both(at)));
  }

  private boolean isKnown(double[] at) {
    return found.stream().anyMatch(branch -> isOn(branch.points(), at));
  }

  /** Whether a curve passes by where lambda is that of {@code at}. */
  private boolean isOn(List<Equilibrium> points, double[] at) {
    double lambda = newton.lambda(at);
    for (int k = 1; k < points.size(); k++) {
      Equilibrium a = points.get(k - 1);
      Equilibrium b = points.get(k);
      double width = b.value() - a.value();
      double share = width == 0 ? 0.5 : (lambda - a.value()) / width;
      if (share >= -1e-9 && share <= 1 + 1e-9 && distance(a, b, share, at) < SAME) {
        return true;
      }
    }
    return false;
  }

  private double distance(Equilibrium a, Equilibrium b, double share, double[] at) {
    double sum = 0;
    for (int v = 0; v < at.length - 1; v++) {
      double between = a.state().get(v) + share * (b.state().get(v) - a.state().get(v));
      double away = between / newton.sizes()[v] - at[v];
      sum += away * away;
    }
    return Math.sqrt(sum);
  }
}
