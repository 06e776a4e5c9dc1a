package org.jansenrit.core.analysis;

import java.util.List;
import org.jansenrit.core.data.ParameterTable;
import org.jansenrit.core.model.Parameter;
import org.jansenrit.core.model.ParameterSet;

/** What is observed at some parameters, against what is observed at a point. */
interface Response {

  /** Returns the parameters that may be moved; empty if that is not known. */
  List<Parameter> parameters();

  /** Prepares for deviations from what is observed at {@code point}. */
  Around around(ParameterSet point);

  /** A response about one point. */
  interface Around {
    /** Returns what is observed at the point, flattened. */
    double[] reference();

    /**
     * Returns, for each row of {@code theta}, what is observed there less what is observed at the
     * point, with the same random numbers.
     */
    double[][] deviations(ParameterTable theta);
  }
}
