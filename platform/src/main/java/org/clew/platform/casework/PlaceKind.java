package org.clew.platform.casework;

/// What happened at a place (HTCDS `hte_Type`).
public enum PlaceKind {
  NOT_SAID(""),
  RECRUITMENT("Recruitment"),
  TRANSIT("Transit"),
  EXPLOITATION("Exploitation"),
  OTHER("");

  private final String htcds;

  PlaceKind(String htcds) {
    this.htcds = htcds;
  }

  /// HTCDS 2.0 code; empty where it has none.
  public String htcds() {
    return htcds;
  }

  /// The key of its name in the message files.
  public String messageKey() {
    return "casework.place." + name();
  }
}
