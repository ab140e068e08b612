package org.clew.linkage.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Numerals that stand together, and the phones among them.
final class PhoneRun {
  private static final int SHORTEST_AREA = 2;
  private static final int LONGEST_AREA = 5;

  private final String text;
  private final Numerals numerals;
  private final PhoneCheck check;
  private final int from;
  private final int to;
  private final List<PhoneCandidate> candidates = new ArrayList<>();

  PhoneRun(String text, Numerals numerals, PhoneCheck check, int from, int to) {
    this.text = text;
    this.numerals = numerals;
    this.check = check;
    this.from = from;
    this.to = to;
  }

  /// Of all ways to read the run, the best that do not overlap, in the order of the text.
  List<FoundPhone> phones() {
    for (int first = from; first <= to; first++) {
      readFrom(first);
    }
    if (candidates.isEmpty()) {
      return List.of();
    }
    if (candidates.size() == 1) {
      return List.of(candidates.getFirst().phone(text, numerals));
    }
    return best();
  }

  private void readFrom(int first) {
    boolean plus = numerals.is(first, Numerals.PLUS);
    int length = 0;
    for (int last = first; last <= to; last++) {
      length += numerals.length(last);
      if (length > PhoneCheck.LONGEST) {
        break;
      }
      if (check.canBe(length, plus)) {
        String digits = numerals.digits(first, last);
        consider(first, last, digits, plus, 0);
        if (numerals.backwards()) {
          String turned = new StringBuilder(digits).reverse().toString();
          consider(first, last, turned, plus, PhoneRule.BACKWARDS.flag);
        }
      }
    }
    if (numerals.is(first, Numerals.AREA)) {
      readAreaBehind(first);
    }
  }

  /// `555 0123, area code 415`.
  private void readAreaBehind(int area) {
    int last = area;
    int length = numerals.length(area);
    while (last < to && length <= SHORTEST_AREA) {
      last++;
      length += numerals.length(last);
    }
    int all = length;
    for (int first = area - 1; first >= from && length <= LONGEST_AREA; first--) {
      all += numerals.length(first);
      if (check.canBe(all, false)) {
        String digits = numerals.digits(area, last) + numerals.digits(first, area - 1);
        consider(first, last, digits, false, PhoneRule.AREA_CODE_SAID.flag);
      }
    }
  }

  private void consider(int first, int last, String digits, boolean plus, int also) {
    if (PhoneCandidate.mayBe(text, numerals, first, last, from, to)) {
      check
          .check(digits, plus)
          .map(checked -> new PhoneCandidate(first, last, checked, also))
          .filter(candidate -> candidate.isCredible(numerals, from, to))
          .ifPresent(candidates::add);
    }
  }

  private List<FoundPhone> best() {
    record Scored(PhoneCandidate candidate, int score) {}
    List<Scored> scored =
        new ArrayList<>(
            candidates.stream()
                .map(each -> new Scored(each, each.score(text, numerals, from, to)))
                .toList());
    scored.sort(Comparator.comparingInt(Scored::score).reversed());
    boolean[] taken = new boolean[to - from + 1];
    List<PhoneCandidate> kept = new ArrayList<>();
    for (Scored each : scored) {
      if (isFree(each.candidate, taken)) {
        kept.add(each.candidate);
      }
    }
    kept.sort(Comparator.comparingInt(PhoneCandidate::from));
    return kept.stream().map(candidate -> candidate.phone(text, numerals)).toList();
  }

  /// Whether nothing of a candidate is taken; then it is.
  private boolean isFree(PhoneCandidate candidate, boolean[] taken) {
    for (int i = candidate.from(); i <= candidate.to(); i++) {
      if (taken[i - from]) {
        return false;
      }
    }
    for (int i = candidate.from(); i <= candidate.to(); i++) {
      taken[i - from] = true;
    }
    return true;
  }
}
