package org.clew.linkage.psi;

/// Which side of a run somebody is on.
public enum Role {
  /// Began the run.
  OFFERER(1),
  /// Answered.
  RESPONDER(2);

  final int code;

  Role(int code) {
    this.code = code;
  }

  Role other() {
    return this == OFFERER ? RESPONDER : OFFERER;
  }
}
