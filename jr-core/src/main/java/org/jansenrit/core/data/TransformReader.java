package org.jansenrit.core.data;

import java.io.IOException;

/**
 * Reads back transforms of one's own that were saved with an estimator or a posterior.
 *
 * <p>Found by {@link java.util.ServiceLoader}: a class with a constructor without parameters, named
 * in a resource {@code META-INF/services/org.jansenrit.core.data.TransformReader}.
 */
public interface TransformReader {

  /**
   * {@return the kind of archive that this reads, unlike any other: {@code "com.example.wavelet"}}
   */
  String kind();

  /**
   * {@return the transform that {@code archive} was made of by {@link Transform.Fitted#toArchive}}
   *
   * @param archive of the kind that this reads
   * @throws IOException if something is missing in it
   */
  Transform.Fitted<?, ?> read(Archive archive) throws IOException;
}
