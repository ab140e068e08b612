package org.clew.platform.casework;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.clew.linkage.Identifiers;
import org.clew.linkage.Kind;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.SignedIn;
import org.clew.platform.database.Ids;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who and what is in a case: participants, their identifiers, places. Identifiers are brought into
/// the form they are compared in when they are written, and everything that can be linked is put
/// into the investigation in the same transaction.
@Component
public class Participants {

  private final PartStore store;
  private final CaseDoor door;
  private final CaseRecords records;
  private final Organisations organisations;
  private final Ids ids;
  private final InstantSource clock;

  Participants(
      PartStore store,
      CaseDoor door,
      CaseRecords records,
      Organisations organisations,
      Ids ids,
      InstantSource clock) {
    this.store = store;
    this.door = door;
    this.records = records;
    this.organisations = organisations;
    this.ids = ids;
    this.clock = clock;
  }

  /// Adds somebody.
  @Transactional
  public PartId add(SignedIn me, CaseId id, Participant.Details details) {
    CaseHead head = door.forWriting(me, id);
    check(details);
    demandRoom(store.participants(id).size());
    var part = new PartId(ids.next());
    store.insert(id, part, details, clock.instant());
    records.renew(head, List.of(part));
    return part;
  }

  /// Changes what is known of somebody.
  ///
  /// @param version the version the change was made from
  @Transactional
  public Saved<Participant> change(
      SignedIn me, CaseId id, PartId part, int version, Participant.Details details) {
    CaseHead head = door.forWriting(me, id);
    Participant current = participant(id, part);
    check(details);
    if (!store.change(id, part, version, details)) {
      return new Saved.Stale<>(current);
    }
    records.renew(head, List.of(part));
    return new Saved.Done<>();
  }

  /// Adds an identifier, to a participant or to the case alone.
  ///
  /// @throws Refused when the text cannot be one of that kind
  @Transactional
  public PartId addIdentifier(
      SignedIn me, CaseId id, @Nullable PartId participant, IdentifierKind kind, String written) {
    CaseHead head = door.forWriting(me, id);
    if (participant != null) {
      participant(id, participant);
    }
    Texts.demand("written", written, Limits.IDENTIFIER);
    String normalised =
        normalise(me, kind, written).orElseThrow(() -> new Refused("casework.refused.identifier"));
    List<Identifier> there = store.identifiers(id);
    demandRoom(there.size());
    Optional<Identifier> known =
        there.stream()
            .filter(each -> each.kind() == kind && each.normalised().equals(normalised))
            .filter(each -> java.util.Objects.equals(each.participant(), participant))
            .findFirst();
    if (known.isPresent()) {
      return known.get().id();
    }
    var identifier =
        new Identifier(
            new PartId(ids.next()), participant, kind, written.strip(), normalised, "", 0, true);
    store.insert(id, identifier, clock.instant());
    records.renew(head, List.of(identifier.id()));
    return identifier.id();
  }

  /// Says whose an identifier is, or corrects how it is written.
  ///
  /// @param version the version the change was made from
  @Transactional
  public Saved<Identifier> changeIdentifier(
      SignedIn me, CaseId id, PartId part, int version, IdentifierAsWritten written) {
    CaseHead head = door.forWriting(me, id);
    Identifier current = identifier(id, part);
    if (written.participant() != null) {
      participant(id, written.participant());
    }
    Texts.demand("written", written.written(), Limits.IDENTIFIER);
    String normalised =
        normalise(me, written.kind(), written.written())
            .orElseThrow(() -> new Refused("casework.refused.identifier"));
    var changed =
        new Identifier(
            part,
            written.participant(),
            written.kind(),
            written.written().strip(),
            normalised,
            current.note(),
            version,
            true);
    if (!store.change(id, changed)) {
      return new Saved.Stale<>(current);
    }
    records.renew(head, List.of(part));
    if (current.participant() != null) {
      records.renew(head, List.of(current.participant()));
    }
    return new Saved.Done<>();
  }

  /// Takes an identifier out.
  @Transactional
  public void removeIdentifier(SignedIn me, CaseId id, PartId part) {
    CaseHead head = door.forWriting(me, id);
    Identifier current = identifier(id, part);
    store.removeIdentifier(id, part);
    PartId owner = current.participant();
    records.renew(head, owner == null ? List.of(part) : List.of(part, owner));
  }

  /// Adds a place.
  ///
  /// @param country ISO 3166-1 alpha-2 code, or empty
  @Transactional
  public PartId addPlace(SignedIn me, CaseId id, PlaceKind kind, String name, String country) {
    door.forWriting(me, id);
    Texts.demand("name", name, Limits.PLACE);
    demandRoom(store.places(id).size());
    String code = Identifiers.normalise(Kind.COUNTRY, country, "").orElse("");
    var place = new Place(new PartId(ids.next()), kind, name.strip(), code, true);
    store.insert(id, place, clock.instant());
    return place.id();
  }

  /// Takes a place out.
  @Transactional
  public void removePlace(SignedIn me, CaseId id, PartId part) {
    door.forWriting(me, id);
    if (!store.removePlace(id, part)) {
      throw new NotFound();
    }
  }

  /// An identifier in the one form it is kept in; none where the text cannot be one of that kind.
  public Optional<String> normalise(SignedIn me, IdentifierKind kind, String written) {
    return Identifiers.normalise(kind.kind(), written, region(me))
        .filter(normalised -> normalised.length() <= Limits.IDENTIFIER);
  }

  /// Where national phone numbers are meant to be from: the first country the organisation works
  /// in.
  public String region(SignedIn me) {
    return organisations
        .find(me.organisation())
        .map(Organisation::countries)
        .filter(countries -> !countries.isEmpty())
        .map(List::getFirst)
        .orElse("");
  }

  private Participant participant(CaseId id, PartId part) {
    return store.participants(id).stream()
        .filter(each -> each.id().equals(part))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Identifier identifier(CaseId id, PartId part) {
    return store.identifiers(id).stream()
        .filter(each -> each.id().equals(part))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static void demandRoom(int there) {
    if (there >= Limits.PARTS) {
      throw new Refused("casework.refused.parts", Limits.PARTS);
    }
  }

  private static void check(Participant.Details details) {
    Texts.demand("name", details.name(), Limits.NAME);
    Texts.allow("note", details.note(), Limits.NOTE);
    Texts.allow("gender", details.gender(), Limits.NAME);
    Texts.allow("birthDate", details.birthDate(), Limits.NAME);
    Texts.allow("citizenship", details.citizenship(), Limits.NAME);
    Texts.allow("language", details.language(), Limits.NAME);
    details.aliases().forEach(alias -> Texts.demand("aliases", alias, Limits.NAME));
    if (details.roles().isEmpty()) {
      throw new Refused("casework.refused.empty", "roles");
    }
    if (details.aliases().size() > Limits.ALIASES) {
      throw new Refused("casework.refused.parts", Limits.ALIASES);
    }
  }
}
