package org.jansenrit.core.eeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The electrode caps of BioSemi, and the system they are part of: site, inclination and azimuth in
 * degrees.
 *
 * <p>The angles are those of BioSemi's coordinate tables as MNE-Python distributes them, in their
 * order, without the fiducials Nz, LPA and RPA.
 *
 * @see <a href="https://www.biosemi.com/headcap.htm">BioSemi, headcaps</a>
 */
final class BioSemi {
  private static final String CAP_64 =
      """
      Fp1  -92 -72  AF7  -92 -54  AF3  -74 -65  F1   -50 -68
      F3   -60 -51  F5   -75 -41  F7   -92 -36  FT7  -92 -18
      FC5  -72 -21  FC3  -50 -28  FC1  -32 -45  C1   -23   0
      C3   -46   0  C5   -69   0  T7   -92   0  TP7  -92  18
      CP5  -72  21  CP3  -50  28  CP1  -32  45  P1   -50  68
      P3   -60  51  P5   -75  41  P7   -92  36  P9  -115  36
      PO7  -92  54  PO3  -74  65  O1   -92  72  Iz   115 -90
      Oz    92 -90  POz   69 -90  Pz    46 -90  CPz   23 -90
      Fpz   92  90  Fp2   92  72  AF8   92  54  AF4   74  65
      AFz   69  90  Fz    46  90  F2    50  68  F4    60  51
      F6    75  41  F8    92  36  FT8   92  18  FC6   72  21
      FC4   50  28  FC2   32  45  FCz   23  90  Cz     0   0
      C2    23   0  C4    46   0  C6    69   0  T8    92   0
      TP8   92 -18  CP6   72 -21  CP4   50 -28  CP2   32 -45
      P2    50 -68  P4    60 -51  P6    75 -41  P8    92 -36
      P10  115 -36  PO8   92 -54  PO4   74 -65  O2    92 -72
      """;

  private static final String CAP_32 =
      """
      Fp1  -92 -72  AF3  -74 -65  F7   -92 -36  F3   -60 -51
      FC1  -32 -45  FC5  -72 -21  T7   -92   0  C3   -46   0
      CP1  -32  45  CP5  -72  21  P7   -92  36  P3   -60  51
      Pz    46 -90  PO3  -74  65  O1   -92  72  Oz    92 -90
      O2    92 -72  PO4   74 -65  P4    60 -51  P8    92 -36
      CP6   72 -21  CP2   32 -45  C4    46   0  T8    92   0
      FC6   72  21  FC2   32  45  F4    60  51  F8    92  36
      AF4   74  65  Fp2   92  72  Fz    46  90  Cz     0   0
      """;

  /** What the 64-electrode cap does not have: the lower ring, ears and mastoids, the nasion. */
  private static final String LOWER_RING =
      """
      F9   -115 -36  F10  115  36  FT9 -115 -18  FT10 115  18
      T9   -115   0  T10  115   0  TP9 -115  18  TP10 115 -18
      PO9  -115  54  PO10 115 -54  O9  -115  72  O10  115 -72
      A1   -115   0  A2   115   0  M1  -115  18  M2   115 -18
      Nz    115  90
      """;

  private BioSemi() {}

  static Montage cap64() {
    return montage(CAP_64);
  }

  static Montage cap32() {
    return montage(CAP_32);
  }

  static Montage international() {
    return montage(CAP_64 + LOWER_RING);
  }

  private static Montage montage(String table) {
    List<String> names = new ArrayList<>();
    List<Vector3> positions = new ArrayList<>();
    String[] words = table.strip().split("\\s+", -1);
    for (int i = 0; i < words.length; i += 3) {
      names.add(words[i]);
      positions.add(Vector3.ofAngles(angle(words[i + 1]), angle(words[i + 2])));
    }
    return Montage.of(names, positions);
  }

  private static double angle(String degrees) {
    return Double.parseDouble(degrees);
  }
}
