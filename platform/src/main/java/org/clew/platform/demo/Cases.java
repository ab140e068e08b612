package org.clew.platform.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clew.platform.casework.CaseStatus;
import org.clew.platform.casework.Fact;
import org.clew.platform.casework.IdentifierKind;
import org.clew.platform.casework.ParticipantKind;
import org.clew.platform.casework.ParticipantRole;
import org.clew.platform.demo.DemoCase.Mark;
import org.clew.platform.demo.DemoCase.Said;
import org.clew.platform.demo.DemoCase.Someone;

/// Made-up cases, plain and short: enough to look through, nothing that hurts to read.
final class Cases {

  private static final List<String> PLACES =
      List.of("Packing house", "Laundry", "Car wash", "Farm", "Kitchen", "Building site", "Flat");

  private static final List<Said> SAID =
      List.of(
          Said.of("The pay is three weeks late. We may not ask again.", Fact.TAKES_EARNINGS),
          Said.of(
              "The agency keeps the passport until a debt is paid.",
              Fact.WITHHOLDS_DOCUMENTS,
              Fact.DEBT_BONDAGE),
          Said.of("From five to nine, six days a week.", Fact.EXCESSIVE_WORKING_HOURS),
          Said.of("The room is above the workplace.", Fact.HARBOURING),
          Said.of("It is not the job in the advertisement.", Fact.RECRUITMENT, Fact.FALSE_PROMISES),
          Said.of("The wages go to somebody else's account.", Fact.RESTRICTS_FINANCIAL_ACCESS),
          Said.of("I need a lawyer who speaks my language."),
          Said.of("How do I get a copy of my contract?"),
          Said.of("Call me after eight in the evening, and not by my name."),
          Said.of("It is better since the inspector came."));

  private static final List<String> TOLD =
      List.of(
          "They keep our papers.",
          "We were not paid for two months.",
          "We may not leave the house alone.",
          "The work is not what they promised.");

  private final Stock stock;

  Cases(Stock stock) {
    this.stock = stock;
  }

  List<DemoCase> make(int count) {
    var cases = new ArrayList<DemoCase>(count);
    for (int i = 0; i < count; i++) {
      cases.add(one());
    }
    return cases;
  }

  /// What somebody might report: a few sentences.
  String concern() {
    String number = stock.chance(0.5) ? " The man's number: " + stock.written(stock.phone()) : "";
    return "I work at a %s in %s. %s%s"
        .formatted(
            stock.any(PLACES).toLowerCase(Locale.ROOT), stock.town(), stock.any(TOLD), number);
  }

  private DemoCase one() {
    var people = new ArrayList<Someone>();
    people.add(affected());
    if (stock.chance(0.6)) {
      people.add(recruiter());
    }
    if (stock.chance(0.3)) {
      people.add(
          Someone.business(stock.company(), new Mark(IdentifierKind.ADDRESS, stock.address())));
    }
    if (stock.chance(0.2)) {
      people.add(
          Someone.person(
              stock.name(),
              ParticipantRole.TRANSPORTER,
              new Mark(IdentifierKind.VEHICLE, stock.plate())));
    }
    var said = new ArrayList<Said>();
    int statements = 1 + stock.below(3);
    while (said.size() < statements) {
      said.add(stock.any(SAID));
    }
    String title = stock.any(PLACES) + ", " + stock.town();
    return new DemoCase(title, people, said, stock.any(List.of(CaseStatus.values())));
  }

  private Someone affected() {
    var marks = new ArrayList<Mark>();
    if (stock.chance(0.5)) {
      marks.add(new Mark(IdentifierKind.PHONE, stock.written(stock.phone())));
    }
    if (stock.chance(0.2)) {
      marks.add(new Mark(IdentifierKind.DOCUMENT, stock.document()));
    }
    return new Someone(
        ParticipantKind.PERSON, stock.name(), ParticipantRole.PERSON_AFFECTED, marks);
  }

  private Someone recruiter() {
    String name = stock.name();
    var marks = new ArrayList<Mark>();
    marks.add(new Mark(IdentifierKind.PHONE, stock.written(stock.phone())));
    if (stock.chance(0.3)) {
      marks.add(new Mark(IdentifierKind.EMAIL, stock.email(name)));
    }
    return new Someone(ParticipantKind.PERSON, name, ParticipantRole.RECRUITER, marks);
  }
}
