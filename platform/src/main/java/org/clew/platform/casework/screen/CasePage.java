package org.clew.platform.casework.screen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clew.platform.access.PersonId;
import org.clew.platform.casework.Case;
import org.clew.platform.casework.CaseHead;
import org.clew.platform.casework.Contact;
import org.clew.platform.casework.Identifier;
import org.clew.platform.casework.PartId;
import org.clew.platform.casework.Participant;
import org.clew.platform.casework.Precision;
import org.clew.platform.casework.SafeContactPlan;
import org.clew.platform.casework.Speaker;
import org.clew.platform.casework.Statement;
import org.clew.platform.investigation.Answer;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Option;
import org.clew.platform.web.Screen;
import org.jspecify.annotations.Nullable;

/// A case, its thread, and what it is connected to.
///
/// @param connected what its records are connected to; none when that is not theirs to see
/// @param team who the case can be given to
/// @param statement the form for a new statement
public record CasePage(
    Case it,
    Names names,
    List<Moment> thread,
    @Nullable Answer connected,
    List<Option> team,
    StatementForm statement) {

  public CasePage {
    thread = List.copyOf(thread);
    team = List.copyOf(team);
  }

  public CaseHead head() {
    return it.head();
  }

  public String path() {
    return "/cases/" + it.id();
  }

  public Mistakes mistakes() {
    return statement.filled().mistakes();
  }

  public Optional<SafeContactPlan> plan(Participant participant) {
    return it.plans().stream()
        .filter(each -> each.participant().equals(participant.id()))
        .findFirst();
  }

  public List<Identifier> identifiers(@Nullable PartId owner) {
    return it.identifiers().stream()
        .filter(each -> java.util.Objects.equals(each.participant(), owner))
        .toList();
  }

  public String nameOf(PartId participant) {
    return it.participant(participant).map(each -> each.details().name()).orElse("");
  }

  /// Who said it.
  public String speaker(Screen screen, Statement statement) {
    PartId who = statement.participant();
    return statement.speaker() == Speaker.PARTICIPANT && who != null
        ? nameOf(who)
        : screen.say(statement.speaker().messageKey());
  }

  public String assigned(Screen screen) {
    return head().assigned().stream()
        .map(person -> names.of(person, screen))
        .sorted()
        .collect(Collectors.joining(screen.say("casework.comma")));
  }

  /// Names of those it is assigned to, who can be taken off.
  public List<PersonId> assignees() {
    return head().assigned().stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
  }

  /// When a contact was, only as exactly as is known.
  public static String when(Screen screen, Contact contact) {
    return when(screen, contact.began(), contact.precision());
  }

  private static String when(Screen screen, java.time.Instant at, Precision precision) {
    return switch (precision) {
      case MINUTE -> screen.when(at);
      case HOUR -> screen.say("casework.aboutHour", screen.when(at));
      case DAY -> screen.day(at.atZone(java.time.ZoneOffset.UTC).toLocalDate());
    };
  }
}
