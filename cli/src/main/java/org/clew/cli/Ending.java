package org.clew.cli;

/// How a command ends other than well, with the exit code that says so.
final class Ending extends RuntimeException {

  private static final long serialVersionUID = 1;

  /// Exit codes; 0 is done.
  enum Code {
    /// The command was called wrongly.
    USAGE(2),
    /// A file cannot be read as what it should be, or written.
    BAD_INPUT(3),
    /// Somebody stopped it.
    STOPPED(4),
    /// It was done, and what is demanded of what was found is not met.
    UNMET(5);

    final int exit;

    Code(int exit) {
      this.exit = exit;
    }
  }

  private final Code code;

  private Ending(Code code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  static Ending usage(String message) {
    return new Ending(Code.USAGE, message);
  }

  static Ending badInput(String message) {
    return new Ending(Code.BAD_INPUT, message);
  }

  static Ending stopped() {
    return new Ending(Code.STOPPED, "Stopped. Nothing was written.");
  }

  /// Thrown after all is written.
  static Ending unmet(String message) {
    return new Ending(Code.UNMET, message);
  }

  int exit() {
    return code.exit;
  }

  /// What to tell whoever called it.
  String said() {
    return String.valueOf(getMessage());
  }
}
