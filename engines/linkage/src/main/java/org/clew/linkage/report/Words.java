package org.clew.linkage.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clew.linkage.Agreement;
import org.clew.linkage.Evidence;
import org.clew.linkage.Findings;
import org.clew.linkage.Kind;
import org.clew.pages.Html;

/// What figures mean, in words.
final class Words {
  private Words() {}

  static String of(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Headings of one compared thing.
  static String headings(List<String> headings) {
    return String.join(" / ", headings);
  }

  static String list(List<List<String>> columns) {
    return columns.isEmpty()
        ? "nothing that is compared"
        : columns.stream().map(Words::headings).collect(Collectors.joining(", "));
  }

  static String of(Agreement how) {
    return switch (how) {
      case EXACT -> "the same";
      case SAME_WRITTEN_DIFFERENTLY -> "the same, written differently";
      case SAME_IN_ANOTHER_SCRIPT -> "the same in another script";
      case SAME_WORDS_OTHER_ORDER -> "the same words in another order";
      case NICKNAME -> "a short form of the other";
      case SOUNDS_ALIKE -> "sounds alike";
      case CLOSE_SPELLING -> "nearly the same spelling";
      case DAY_MONTH_SWAPPED -> "day and month swapped";
      case INITIAL -> "an initial of the other";
      case PARTIAL -> "shares some words or letters";
      case ENDS_WITH -> "one ends with the other";
      case NEARLY_SAME_DATE -> "all but day, month or year the same";
      case SAME_YEAR -> "the same year";
      case NEAR -> "near each other";
      case OTHER_UNIT -> "the same but for a number";
      case DIFFERENT -> "different";
    };
  }

  static String of(Findings.Level level) {
    return level.places() == 1
        ? of(level.agreement())
        : "%s (%d of %d)".formatted(of(level.agreement()), level.place(), level.places());
  }

  static String key(Findings.Key key) {
    String of = headings(key.headings());
    return switch (key.key()) {
      case "value" -> of;
      case "words" -> "rare words of " + of;
      default -> "%s of %s".formatted(key.key().replace('_', ' '), of);
    };
  }

  static String rare(Evidence evidence) {
    boolean same =
        switch (evidence.agreement()) {
          case EXACT, SAME_WRITTEN_DIFFERENTLY, SAME_IN_ANOTHER_SCRIPT -> true;
          default -> false;
        };
    String what = same ? "it" : "the other";
    if (evidence.frequency() == 1) {
      return "1 row holds " + what;
    }
    return evidence.frequency() > 0
        ? "%s rows hold %s".formatted(Html.count(evidence.frequency()), what)
        : "";
  }

  /// Once in how many.
  static String oneIn(double share) {
    return share >= 0.1 ? Html.percent(share) : "1 in " + Html.about(1 / share);
  }

  /// How sure a weight is.
  static String sure(double weight) {
    double odds = Math.pow(2, Math.abs(weight));
    String times =
        odds >= 1e9 ? "over a billion" : odds >= 10 ? Html.about(odds) : Html.tenths(odds);
    return weight >= 0
        ? "%s times as likely one as two".formatted(times)
        : "%s times as likely two as one".formatted(times);
  }

  static String of(Findings.Pair.Why why) {
    return switch (why) {
      case STRONGEST -> "The strongest links";
      case MIDDLING -> "Links in the middle";
      case JUST_LINKED -> "Linked by little";
      case ONLY_LINK -> "Links that alone hold two groups together";
      case HELD_APART -> "Held apart, though they reach the threshold";
      case RIVAL -> "Left out, because another row fits better";
      case JUST_BELOW -> "Just below the threshold";
    };
  }

  static String of(Findings.Group.Choice choice) {
    return switch (choice) {
      case LARGEST -> "among the largest";
      case DOUBTFUL -> "held together by a doubtful link";
      case DRAWN -> "taken from the middle of the list";
    };
  }
}
