package org.clew.platform.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.platform.access.Organisation;
import org.clew.platform.access.Organisations;
import org.clew.platform.access.SignedIn;
import org.clew.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a case out of Clew: what people agreed to for this purpose and recipient, and an account
/// of everything else. Without anybody's consent nothing leaves at all.
@Component
public class Exports {

  private final CaseDoor door;
  private final CaseReader reader;
  private final Organisations organisations;
  private final InstantSource clock;

  Exports(CaseDoor door, CaseReader reader, Organisations organisations, InstantSource clock) {
    this.door = door;
    this.reader = reader;
    this.organisations = organisations;
    this.clock = clock;
  }

  /// Makes an export; that it was made is written down.
  ///
  /// @throws Refused when there are people to ask and none agreed
  @Transactional
  public Export make(SignedIn me, CaseId id, ConsentPurpose purpose, String recipient) {
    Texts.demand("recipient", recipient, Limits.NAME);
    Case it = reader.whole(door.forExport(me, id), me);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var leave = new Leave(it, purpose, recipient, now.atZone(ZoneOffset.UTC).toLocalDate());
    if (leave.isRefused()) {
      throw new Refused("casework.refused.noConsent");
    }
    var account = new Account();
    String organisation = organisations.find(me.organisation()).map(Organisation::name).orElse("");
    return new Export(
        it.head(),
        organisation,
        purpose,
        recipient.strip(),
        now,
        participants(it, leave, account),
        identifiers(it, leave, account),
        plans(it, leave, account),
        places(it, leave, account),
        statements(it, leave, account),
        determinations(it, leave, account),
        affected(it, leave, account),
        account.all(it));
  }

  /// Of whom nothing but the part they have leaves, nothing leaves.
  private static List<Participant> participants(Case it, Leave leave, Account account) {
    var leaving = new ArrayList<Participant>();
    for (Participant each : it.participants()) {
      if (!each.stands()) {
        account.leave(LeftOut.What.PARTICIPANT, LeftOut.Why.RETRACTED);
      } else if (leave.allows(each, DataKind.IDENTITY)) {
        leaving.add(each.withoutNote());
      } else {
        account.leave(LeftOut.What.PARTICIPANT, leave.why(each));
      }
    }
    return leaving;
  }

  private static List<Identifier> identifiers(Case it, Leave leave, Account account) {
    var leaving = new ArrayList<Identifier>();
    for (Identifier each : it.identifiers()) {
      PartId owner = each.participant();
      Set<PartId> asked = owner == null ? leave.everybody() : Set.of(owner);
      if (!each.stands()) {
        account.leave(LeftOut.What.IDENTIFIER, LeftOut.Why.RETRACTED);
      } else if (leave.allowsAll(asked, DataKind.CONTACT_DETAILS)) {
        leaving.add(each);
      } else {
        account.leave(LeftOut.What.IDENTIFIER, LeftOut.Why.NO_CONSENT);
      }
    }
    return leaving;
  }

  private static List<SafeContactPlan> plans(Case it, Leave leave, Account account) {
    var leaving = new ArrayList<SafeContactPlan>();
    for (SafeContactPlan each : it.plans()) {
      if (leave.allowsAll(Set.of(each.participant()), DataKind.CONTACT_DETAILS)) {
        leaving.add(each);
      } else {
        account.leave(LeftOut.What.SAFE_CONTACT_PLAN, LeftOut.Why.NO_CONSENT);
      }
    }
    return leaving;
  }

  private static List<Place> places(Case it, Leave leave, Account account) {
    var leaving = new ArrayList<Place>();
    for (Place each : it.places()) {
      if (!each.stands()) {
        account.leave(LeftOut.What.PLACE, LeftOut.Why.RETRACTED);
      } else if (leave.allowsAll(leave.everybody(), DataKind.PLACES)) {
        leaving.add(each);
      } else {
        account.leave(LeftOut.What.PLACE, LeftOut.Why.NO_CONSENT);
      }
    }
    return leaving;
  }

  private static List<Statement> statements(Case it, Leave leave, Account account) {
    var leaving = new ArrayList<Statement>();
    for (Statement each : it.statements()) {
      if (!each.stands()) {
        account.leave(LeftOut.What.STATEMENT, LeftOut.Why.RETRACTED);
      } else if (each.speaker() == Speaker.ANONYMOUS_REPORTER) {
        account.leave(LeftOut.What.STATEMENT, LeftOut.Why.SPEAKER_UNKNOWN);
      } else if (leave.allowsAll(leave.concernedBy(each), DataKind.STATEMENTS)) {
        leaving.add(each);
      } else {
        account.leave(LeftOut.What.STATEMENT, LeftOut.Why.NO_CONSENT);
      }
    }
    return leaving;
  }

  private static List<Determination> determinations(Case it, Leave leave, Account account) {
    var leaving = new ArrayList<Determination>();
    for (Determination each : it.determinations()) {
      if (leave.allowsAll(Set.of(each.participant()), DataKind.DETERMINATIONS)) {
        leaving.add(each);
      } else {
        account.leave(LeftOut.What.DETERMINATION, LeftOut.Why.NO_CONSENT);
      }
    }
    return leaving;
  }

  private static List<Export.Affected> affected(Case it, Leave leave, Account account) {
    List<Fact> facts = it.facts().stream().map(StandingFact::fact).toList();
    var leaving = new ArrayList<Export.Affected>();
    for (Participant each : it.affected()) {
      boolean told = leave.allows(each, DataKind.EXPLOITATION);
      if (!told && !facts.isEmpty()) {
        account.leave(LeftOut.What.FACTS, LeftOut.Why.NO_CONSENT);
      }
      leaving.add(new Export.Affected(each.withoutNote(), told ? facts : List.of()));
    }
    return leaving;
  }

  /// Counts what is left out, by what and why.
  private static final class Account {

    private final Map<LeftOut.What, Map<LeftOut.Why, Integer>> counts =
        new EnumMap<>(LeftOut.What.class);

    void leave(LeftOut.What what, LeftOut.Why why) {
      counts
          .computeIfAbsent(what, _ -> new EnumMap<>(LeftOut.Why.class))
          .merge(why, 1, Integer::sum);
    }

    List<LeftOut> all(Case it) {
      long notes =
          1 + it.participants().stream().filter(p -> !p.details().note().isEmpty()).count();
      var all = new ArrayList<LeftOut>();
      counts.forEach(
          (what, whys) -> whys.forEach((why, count) -> all.add(new LeftOut(what, count, why))));
      all.add(new LeftOut(LeftOut.What.NOTE, (int) notes, LeftOut.Why.NEVER_LEAVES));
      return all;
    }
  }
}
