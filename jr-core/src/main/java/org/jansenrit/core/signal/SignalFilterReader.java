package org.jansenrit.core.signal;

import java.io.IOException;
import org.jansenrit.core.data.Archive;
import org.jansenrit.core.data.Transform;
import org.jansenrit.core.data.TransformReader;

/**
 * Reads back a filter that was saved with an estimator or a posterior. Public for {@link
 * java.util.ServiceLoader} only.
 */
public final class SignalFilterReader implements TransformReader {

  @Override
  public String kind() {
    return FittedFilter.KIND;
  }

  @Override
  public Transform.Fitted<?, ?> read(Archive archive) throws IOException {
    return FittedFilter.read(archive);
  }
}
