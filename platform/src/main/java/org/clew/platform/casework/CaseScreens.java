package org.clew.platform.casework;

import java.time.InstantSource;
import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.access.People;
import org.clew.platform.access.SignedIn;
import org.clew.platform.casework.screen.CasePage;
import org.clew.platform.casework.screen.Moment;
import org.clew.platform.casework.screen.Names;
import org.clew.platform.casework.screen.StatementForm;
import org.clew.platform.investigation.Answer;
import org.clew.platform.investigation.Connections;
import org.clew.platform.investigation.RecordSource;
import org.clew.platform.web.Filled;
import org.clew.platform.web.Option;
import org.clew.platform.web.Refused;
import org.clew.platform.web.Screens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Puts the page of a case together.
@Component
final class CaseScreens {

  private final Casework casework;
  private final Connections connections;
  private final People people;
  private final Screens screens;
  private final InstantSource clock;

  CaseScreens(
      Casework casework,
      Connections connections,
      People people,
      Screens screens,
      InstantSource clock) {
    this.casework = casework;
    this.connections = connections;
    this.people = people;
    this.screens = screens;
    this.clock = clock;
  }

  /// The page of a case.
  ///
  /// @param statement the form for a new statement as it was sent, or a blank one
  ModelAndView show(SignedIn me, CaseId id, Filled statement, HttpStatus status) {
    Case it = casework.read(me, id);
    Filled filled = statement.isBlank() ? fresh() : statement;
    var page =
        new CasePage(
            it,
            names(),
            Moment.thread(it),
            connected(me, id),
            me.may(Action.ASSIGN_CASE) ? team(it) : List.of(),
            new StatementForm(it, filled));
    return screens.show("casework/case", page, status);
  }

  Names names() {
    return new Names(people.names());
  }

  private @Nullable Answer connected(SignedIn me, CaseId id) {
    return connections.of(me, RecordSource.Kind.CASE, id.value());
  }

  private List<Option> team(Case it) {
    return people.team().stream()
        .filter(person -> !person.blocked() && !it.head().assigned().contains(person.id()))
        .filter(person -> SignedIn.person(person, "").may(Action.READ_CASE))
        .map(person -> new Option(person.id().toString(), person.displayName()))
        .toList();
  }

  private Filled fresh() {
    return Filled.blank()
        .with("channel", Channel.CALL.name())
        .with("began", CasePages.FIELD.format(clock.instant()))
        .with("surety", Surety.REPORTED.name());
  }

  /// The version a form was made from.
  ///
  /// @throws Refused when there is none or it is no number: such a form was not ours, and saving it
  ///   could overwrite what nobody saw
  static int version(Filled filled) {
    Integer version = filled.count("version", Integer.MAX_VALUE);
    if (version == null) {
      throw new Refused("casework.refused.version");
    }
    return version;
  }
}
