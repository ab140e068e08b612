package org.clew.linkage.text;

import java.util.Set;

/// A phone number read out of a text.
///
/// @param number in E.164: `+`, the country's code, the number, at most 15 digits
/// @param start where it begins in the text, in UTF-16 units from 0
/// @param end where it has ended
/// @param rules what was done to read it
/// @param standing how far it could be checked
public record FoundPhone(
    String number, int start, int end, Set<PhoneRule> rules, Standing standing) {

  public FoundPhone {
    rules = Set.copyOf(rules);
  }

  /// How far a number could be checked.
  public enum Standing {
    /// Its range is in use in its country. Not that anybody answers.
    VALID,
    /// It is as long as its country's numbers are, and was written as a phone number.
    POSSIBLE
  }
}
