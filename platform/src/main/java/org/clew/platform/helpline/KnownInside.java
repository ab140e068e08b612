package org.clew.platform.helpline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.linkage.Value;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.IdentifierKind;
import org.clew.platform.helpline.screen.ConcernPage.Known;
import org.clew.platform.investigation.Answer;
import org.clew.platform.investigation.Found;
import org.clew.platform.investigation.KnownBefore;
import org.clew.platform.investigation.RecordId;
import org.springframework.stereotype.Component;

/// Asks of every number, plate and address in an opened concern whether it is known before, so that
/// somebody who reads it sees so at once. Each record is shown where it fits first.
@Component
final class KnownInside {

  /// A concern with more of them is asked about by hand.
  private static final int ASKED = 8;

  private static final int SHOWN = 3;

  private final KnownBefore knownBefore;

  KnownInside(KnownBefore knownBefore) {
    this.knownBefore = knownBefore;
  }

  List<Known> of(SignedIn me, List<Finding> findings) {
    if (!me.may(Action.ASK_KNOWN_BEFORE)) {
      return List.of();
    }
    var known = new ArrayList<Known>();
    Set<RecordId> shown = new HashSet<>();
    findings.stream()
        .filter(finding -> finding.kind().identifier() != null && finding.ticked())
        .limit(ASKED)
        .forEach(finding -> ask(me, finding, shown, known));
    return known;
  }

  private void ask(SignedIn me, Finding finding, Set<RecordId> shown, List<Known> known) {
    IdentifierKind kind = finding.kind().identifier();
    if (kind == null) {
      return;
    }
    Answer answer = knownBefore.ask(me, List.of(new Value(kind.kind(), finding.text())));
    List<Found> found =
        answer.shown().stream().filter(each -> shown.add(each.record().id())).limit(SHOWN).toList();
    if (!found.isEmpty()) {
      known.add(new Known(finding, found, answer.records()));
    }
  }
}
