package org.clew.linkage;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The one form in which values of a column are compared, however they were written: that of
/// [Batch], for lists whose cells are read in many places. For one thread.
public final class NormalForm {
  private final Kind kind;
  private final String region;
  private final Quick quick;

  /// @param region ISO 3166 alpha-2 code of the home region, or an empty string
  public NormalForm(Kind kind, String region) {
    this.kind = kind;
    this.region = region;
    this.quick = new Quick(kind, region);
  }

  /// The form, an empty text where the value says nothing of this kind.
  ///
  /// @param written without white space around it
  public String of(String written) {
    if (written.isEmpty()) {
      return "";
    }
    byte[] utf8 = written.getBytes(UTF_8);
    return quick.reads(utf8, 0, utf8.length)
        ? new String(quick.bytes(), 0, quick.length(), UTF_8)
        : Normal.of(kind, written, region);
  }
}
