package org.clew.platform.concerns;

import java.util.ArrayList;
import java.util.List;

/// How soon a concern should be opened, most urgent first. It follows from the closed answers and
/// from nothing else, so that everybody can see why one stands before the other:
/// 1. [#NOW]: somebody is in danger now.
/// 2. [#SOON]: a child, or somebody who is still there, or nobody could say about the danger.
/// 3. [#IN_TURN]: the rest.
///
/// Within one urgency those with weightier [Reason]s come first, then those that have waited
/// longest. What is not known counts as reason to look, below what is known.
public enum Urgency {
  NOW(0),
  SOON(1),
  IN_TURN(2);

  private final int place;

  Urgency(int place) {
    this.place = place;
  }

  /// Why a concern stands where it stands, weightiest first.
  public enum Reason {
    DANGER_NOW(16),
    CHILD(8),
    STILL_THERE(4),
    DANGER_UNSAID(2),
    NO_DANGER_SAID(0);

    private final int weight;

    Reason(int weight) {
      this.weight = weight;
    }

    /// The key of the reason in the message files.
    public String messageKey() {
      return "concerns.reason." + name();
    }
  }

  /// The urgency of a concern with these answers.
  public static Urgency of(Answers answers) {
    if (answers.danger() == Answer.YES) {
      return NOW;
    }
    boolean soon =
        answers.child() == Answer.YES
            || answers.stillThere() == Answer.YES
            || answers.danger() == Answer.UNSAID;
    return soon ? SOON : IN_TURN;
  }

  /// The reasons that these answers give, weightiest first; never empty.
  public static List<Reason> reasons(Answers answers) {
    var reasons = new ArrayList<Reason>();
    if (answers.danger() == Answer.YES) {
      reasons.add(Reason.DANGER_NOW);
    }
    if (answers.child() == Answer.YES) {
      reasons.add(Reason.CHILD);
    }
    if (answers.stillThere() == Answer.YES) {
      reasons.add(Reason.STILL_THERE);
    }
    if (answers.danger() == Answer.UNSAID) {
      reasons.add(Reason.DANGER_UNSAID);
    }
    if (reasons.isEmpty()) {
      reasons.add(Reason.NO_DANGER_SAID);
    }
    return List.copyOf(reasons);
  }

  /// The place of these answers in the whole order, smallest first: what the database sorts by.
  static int rank(Answers answers) {
    int weight = reasons(answers).stream().mapToInt(reason -> reason.weight).sum();
    return of(answers).place * 100 + 99 - weight;
  }

  /// The key of the urgency's name in the message files.
  public String messageKey() {
    return "concerns.urgency." + name();
  }
}
