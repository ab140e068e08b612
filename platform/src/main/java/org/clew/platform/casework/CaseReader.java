package org.clew.platform.casework;

import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.access.SignedIn;
import org.springframework.stereotype.Component;

/// Puts a whole case together. Whoever calls it has been let in by [CaseDoor].
@Component
final class CaseReader {

  private final CaseStore cases;
  private final PartStore parts;
  private final StatementStore statements;
  private final ConsentStore consents;

  CaseReader(CaseStore cases, PartStore parts, StatementStore statements, ConsentStore consents) {
    this.cases = cases;
    this.parts = parts;
    this.statements = statements;
    this.consents = consents;
  }

  /// The case as it may be shown to them: who may not read contact details gets identifiers with
  /// all but their ends hidden, no safe contact plan, and no words or notes, for anything may stand
  /// in these.
  Case whole(CaseHead head, SignedIn me) {
    CaseId id = head.id();
    boolean details = me.may(Action.READ_CONTACT_DETAILS);
    List<Identifier> identifiers = parts.identifiers(id);
    List<Participant> participants = parts.participants(id);
    List<Statement> said = statements.statements(id);
    return new Case(
        head,
        details ? participants : participants.stream().map(Participant::withoutNote).toList(),
        details ? identifiers : identifiers.stream().map(Identifier::masked).toList(),
        parts.places(id),
        statements.contacts(id),
        details ? said : said.stream().map(Statement::withoutWords).toList(),
        statements.facts(id),
        consents.determinations(id),
        consents.consents(id),
        details ? consents.plans(id) : List.of(),
        cases.changes(id));
  }
}
