package org.clew.platform.helpline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.CasePlan;
import org.clew.platform.casework.Fact;
import org.clew.platform.casework.IdentifierKind;
import org.clew.platform.casework.Limits;
import org.clew.platform.casework.ParticipantRole;
import org.clew.platform.casework.Participants;
import org.clew.platform.concerns.OpenedConcern;
import org.clew.platform.concerns.Told;
import org.clew.platform.web.Filled;
import org.springframework.stereotype.Component;

/// The form in which a worker ticks and corrects what was found in a concern: first filled from the
/// concern, then read as it was sent.
@Component
final class FoundRows {

  /// Empty rows at the end, for what nobody found.
  private static final int SPARE = 2;

  private static final int MOST = Findings.MOST + 60;

  private final Participants participants;

  FoundRows(Participants participants) {
    this.participants = participants;
  }

  /// A row for everything that was found or told, each thing once.
  Filled offer(OpenedConcern concern, List<Finding> findings) {
    List<Finding> rows = all(concern.told(), findings);
    Filled filled = Filled.numbered();
    var ticked = new ArrayList<String>();
    int row = 0;
    for (Finding finding : rows) {
      fill(filled, row, finding.kind(), finding.text());
      if (finding.ticked() && !isPartOfAnother(finding, rows)) {
        ticked.add(Integer.toString(row));
      }
      row++;
    }
    for (int spare = 0; spare < SPARE; spare++) {
      fill(filled, row++, FoundKind.PERSON, "");
    }
    return filled
        .with("rows", Integer.toString(row))
        .with("title", concern.told().town())
        .with("take", ticked.toArray(String[]::new));
  }

  /// Everything that was filled in or found, each thing once.
  static List<Finding> all(Told told, List<Finding> findings) {
    var rows = new LinkedHashMap<String, Finding>();
    told.names().forEach(name -> put(rows, FoundKind.PERSON, name));
    told.phones().forEach(phone -> put(rows, FoundKind.PHONE, phone));
    put(rows, FoundKind.PLACE, told.town());
    findings.forEach(finding -> put(rows, finding));
    return List.copyOf(rows.values());
  }

  static int rows(Filled filled) {
    Integer rows = filled.count("rows", MOST);
    return rows == null ? 0 : rows;
  }

  /// What the worker asks for; its mistakes are in the form afterwards.
  AskedCase read(SignedIn me, Filled filled) {
    Set<String> ticked = filled.ticked("take");
    var taken = new ArrayList<Taken>();
    int rows = rows(filled);
    for (int row = 0; row < rows; row++) {
      if (ticked.contains(Integer.toString(row))) {
        taken.add(taken(me, filled, row));
      }
    }
    boolean adds = filled.text("to").equals("existing");
    String reference = adds ? filled.needed("reference", Limits.NAME) : "";
    var plan =
        new CasePlan(
            adds ? filled.text("title") : filled.needed("title", Limits.NAME),
            filled.upTo("nextAction", Limits.NOTE),
            filled.moment("nextDue"));
    return new AskedCase(
        plan,
        reference,
        filled.isTicked("again"),
        filled.sending(),
        new LinkedHashSet<>(filled.codes("facts", Fact.class)),
        taken);
  }

  private Taken taken(SignedIn me, Filled filled, int row) {
    FoundKind kind = filled.code("kind-" + row, FoundKind.class);
    String field = "text-" + row;
    IdentifierKind identifier = kind.identifier();
    String text = filled.needed(field, identifier == null ? Limits.NAME : Limits.IDENTIFIER);
    if (identifier != null
        && !text.isEmpty()
        && participants.normalise(me, identifier, text).isEmpty()) {
      filled.mistake(field, "casework.refused.identifier");
    }
    Integer owner = filled.count("whose-" + row, MOST);
    return new Taken(row, kind, text, filled.text("role-" + row), owner == null ? -1 : owner);
  }

  /// "Dario", where "Dario Marin" is there too: most likely the same person, so only one is ticked.
  private static boolean isPartOfAnother(Finding finding, Collection<Finding> all) {
    String text = " " + finding.text().strip() + " ";
    return finding.kind() == FoundKind.PERSON
        && all.stream()
            .filter(other -> other.kind() == FoundKind.PERSON)
            .map(other -> " " + other.text().strip() + " ")
            .anyMatch(other -> other.length() > text.length() && other.contains(text));
  }

  private static void put(Map<String, Finding> rows, FoundKind kind, String told) {
    if (!told.isBlank()) {
      put(rows, new Finding(0, told.length(), kind, told, true));
    }
  }

  private static void put(Map<String, Finding> rows, Finding finding) {
    if (!finding.text().isBlank() && rows.size() < MOST - SPARE) {
      rows.putIfAbsent(finding.kind() + " " + finding.text().strip(), finding);
    }
  }

  private static void fill(Filled filled, int row, FoundKind kind, String text) {
    filled
        .with("kind-" + row, kind.name())
        .with("text-" + row, text.strip())
        .with("role-" + row, kind.isParticipant() ? ParticipantRole.OTHER.name() : "");
  }
}
