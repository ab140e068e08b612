package org.clew.platform.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clew.linkage.Kind;
import org.clew.linkage.Value;
import org.clew.platform.investigation.RecordId;
import org.clew.platform.investigation.RecordSource;
import org.clew.platform.investigation.Records;
import org.springframework.stereotype.Component;

/// What of a case can be linked: each participant with all its names and identifiers is a record,
/// and so is each identifier that is nobody's yet. A record's id is its part's. What no longer
/// stands is no record any more.
@Component
final class CaseRecords {

  private final PartStore parts;
  private final Records records;

  CaseRecords(PartStore parts, Records records) {
    this.parts = parts;
    this.records = records;
  }

  /// Puts these parts of a case as they stand now; ids that are neither a participant's nor an
  /// identifier's are taken out.
  void renew(CaseHead head, Collection<PartId> changed) {
    List<Participant> participants = parts.participants(head.id());
    List<Identifier> identifiers = parts.identifiers(head.id());
    var source = RecordSource.ofCase(head.id().value(), head.reference());
    for (PartId part : withOwners(changed, identifiers)) {
      records.put(source, new RecordId(part.value()), values(part, participants, identifiers));
    }
  }

  private static Set<PartId> withOwners(Collection<PartId> changed, List<Identifier> identifiers) {
    var all = new LinkedHashSet<>(changed);
    for (Identifier identifier : identifiers) {
      PartId owner = identifier.participant();
      if (owner != null && changed.contains(identifier.id())) {
        all.add(owner);
      }
    }
    return all;
  }

  private static List<Value> values(
      PartId part, List<Participant> participants, List<Identifier> identifiers) {
    Optional<Participant> participant =
        participants.stream().filter(each -> each.id().equals(part)).findFirst();
    if (participant.isPresent()) {
      return participant.get().stands() ? values(participant.get(), identifiers) : List.of();
    }
    return identifiers.stream()
        .filter(each -> each.id().equals(part) && each.participant() == null && each.stands())
        .map(each -> new Value(each.kind().kind(), each.written()))
        .toList();
  }

  private static List<Value> values(Participant participant, List<Identifier> identifiers) {
    Participant.Details details = participant.details();
    Kind named =
        switch (details.kind()) {
          case PERSON -> Kind.NAME;
          case ORGANISATION -> Kind.ORGANISATION_NAME;
        };
    var values = new ArrayList<Value>();
    values.add(new Value(named, details.name()));
    details.aliases().forEach(alias -> values.add(new Value(named, alias)));
    if (!details.birthDate().isEmpty()) {
      values.add(new Value(Kind.BIRTH_DATE, details.birthDate()));
    }
    identifiers.stream()
        .filter(each -> participant.id().equals(each.participant()) && each.stands())
        .forEach(each -> values.add(new Value(each.kind().kind(), each.written())));
    return values;
  }
}
