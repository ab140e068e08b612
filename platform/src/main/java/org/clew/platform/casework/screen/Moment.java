package org.clew.platform.casework.screen;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clew.platform.casework.Case;
import org.clew.platform.casework.CaseChange;
import org.clew.platform.casework.Consent;
import org.clew.platform.casework.Contact;
import org.clew.platform.casework.Determination;
import org.clew.platform.casework.Statement;

/// One knot of a case's thread.
public sealed interface Moment {

  Instant at();

  /// Somebody was in contact and said things.
  record Told(Contact contact, List<Statement> statements) implements Moment {

    public Told {
      statements = List.copyOf(statements);
    }

    @Override
    public Instant at() {
      return contact.began();
    }
  }

  /// Somebody decided something.
  record Decided(Determination determination) implements Moment {

    @Override
    public Instant at() {
      return determination.details().decidedOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  /// Somebody agreed to something.
  record Agreed(Consent consent) implements Moment {

    @Override
    public Instant at() {
      return consent.details().givenOn().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  /// The case took a turn.
  record Turned(CaseChange change) implements Moment {

    @Override
    public Instant at() {
      return change.at();
    }
  }

  /// The whole thread, newest first.
  static List<Moment> thread(Case of) {
    var thread = new ArrayList<Moment>();
    for (Contact contact : of.contacts()) {
      thread.add(
          new Told(
              contact,
              of.statements().stream()
                  .filter(each -> each.contact().equals(contact.id()))
                  .toList()));
    }
    of.determinations().forEach(each -> thread.add(new Decided(each)));
    of.consents().forEach(each -> thread.add(new Agreed(each)));
    of.changes().forEach(each -> thread.add(new Turned(each)));
    thread.sort(Comparator.comparing(Moment::at).reversed());
    return thread;
  }
}
