package org.clew.linkage;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A value made ready to be compared: what is worked out once when it is written.
sealed interface Form {

  /// The one text in which it is compared in a batch.
  String normal();

  /// A name, an address or other words.
  ///
  /// @param words in the order they were written
  /// @param whole key of all words in sorted order: what counts as the same value
  /// @param plain key of the words as written, in their own script
  record Words(List<Word> words, UnicodeScript script, long whole, long plain) implements Form {

    /// The same with every word in the copy that this gives for it.
    Words with(UnaryOperator<Word> copies) {
      return new Words(words.stream().map(copies).toList(), script, whole, plain);
    }

    @Override
    public String normal() {
      return words.stream().map(Word::toString).collect(Collectors.joining(" "));
    }
  }

  /// A phone number.
  ///
  /// @param digits with the country code if `international`, else as typed
  record Phone(String digits, Reach reach) implements Form {
    enum Reach {
      INTERNATIONAL,
      LOCAL
    }

    @Override
    public String normal() {
      return reach == Reach.INTERNATIONAL ? "+" + digits : digits;
    }
  }

  /// An e-mail address: both parts as written but for case, and the local part without tags.
  record Email(String address, String local, String host) implements Form {
    @Override
    public String normal() {
      return address;
    }
  }

  /// A number or name that is the same or is not: capitals and digits, or a username.
  ///
  /// @param look the code with letters and digits that look alike made one
  record Code(String code, String look) implements Form {
    @Override
    public String normal() {
      return code;
    }
  }

  /// A date; 0 where a part is not known.
  record Day(int year, int month, int day) implements Form {
    @Override
    public String normal() {
      return String.valueOf(year * 10_000 + month % 100 * 100 + day % 100);
    }
  }
}
