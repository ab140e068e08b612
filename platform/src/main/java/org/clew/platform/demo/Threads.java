package org.clew.platform.demo;

import static org.clew.platform.casework.IdentifierKind.ADDRESS;
import static org.clew.platform.casework.IdentifierKind.DOCUMENT;
import static org.clew.platform.casework.IdentifierKind.EMAIL;
import static org.clew.platform.casework.IdentifierKind.PHONE;
import static org.clew.platform.casework.IdentifierKind.VEHICLE;
import static org.clew.platform.casework.ParticipantRole.EXPLOITER;
import static org.clew.platform.casework.ParticipantRole.PERSON_AFFECTED;
import static org.clew.platform.casework.ParticipantRole.RECRUITER;
import static org.clew.platform.casework.ParticipantRole.TRANSPORTER;
import static org.clew.platform.casework.ParticipantRole.WITNESS;

import java.util.List;
import org.clew.platform.casework.CaseStatus;
import org.clew.platform.casework.Fact;
import org.clew.platform.demo.DemoCase.Mark;
import org.clew.platform.demo.DemoCase.Said;
import org.clew.platform.demo.DemoCase.Someone;

/// The connections hidden in the demo, for a person to find. Each runs through at least two sources
/// and is written differently in each.
/// 1. One phone: Dario Marin in a case, "D. Maric" in the list of agencies, three advertisements.
/// 2. One house: 14 Mill Lane in three cases and in the list of vehicles.
/// 3. One name in two scripts: Юрий Дорран and Yuri Dorran, held together by a document.
/// 4. One van: QQ24 ZRK in two cases and in the list of vehicles, with and without its space.
/// 5. One mailbox: `jobs.amber@example.org` in an advertisement, an agency and a case.
/// 6. One agency under two legal forms: Amber Coast Staffing Ltd and AMBER COAST STAFFING LIMITED.
final class Threads {

  /// What an anonymous reporter writes about threads 1, 2 and 4, waiting in the inbox.
  static final String CONCERN =
      "Ten women live in one house, 14 Mill Lane in Easton Quay. A white van QQ24 ZRK takes them at"
          + " four in the morning. The man from the agency is called Dario, his number is"
          + " 07700 900188. He keeps their passports in the office.";

  private Threads() {}

  static List<DemoCase> cases() {
    return List.of(packingHouse(), millLane(), nightShift(), twoScripts(), mailbox());
  }

  static List<List<String>> agencies() {
    return List.of(
        List.of(
            "AMBER COAST STAFFING LIMITED",
            "D. Maric",
            "+44 7700 900188",
            "jobs.amber@example.org",
            "3 Quay Parade",
            "Port Amber"),
        List.of(
            "Amber Coast Staffing Ltd",
            "",
            "020 7946 0412",
            "",
            "3 Quay Parade, Unit 2",
            "Port Amber"));
  }

  static List<List<String>> advertisements() {
    return List.of(
        List.of(
            "Packers wanted, room included, start today", "0044 7700 900188", "Easton Quay", ""),
        List.of("Cleaning jobs for couples, no papers asked", "07700-900188", "Kingsferry", ""),
        List.of("Good pay, transport included", "07700 900 188", "Saltmarsh", "@amberjobs"),
        List.of("Write to jobs.amber@example.org for work abroad", "", "Port Amber", "@amberjobs"));
  }

  static List<List<String>> vehicles() {
    return List.of(
        List.of("QQ24ZRK", "White van", "14 Mill Ln, Easton Quay", "four in the morning, six days"),
        List.of("QQ24 ZRK", "White van", "Easton Quay Packing, Harbour Road", "half past four"));
  }

  private static DemoCase packingHouse() {
    return new DemoCase(
        "Packing house, Easton Quay",
        List.of(
            Someone.person("Rosa Varga", PERSON_AFFECTED),
            Someone.person("Dario Marin", RECRUITER, new Mark(PHONE, "07700 900188")),
            Someone.business(
                "Amber Coast Staffing Ltd", new Mark(ADDRESS, "3 Quay Parade, Port Amber"))),
        List.of(
            Said.of(
                "The agency keeps my passport in its office.",
                Fact.RECRUITMENT,
                Fact.WITHHOLDS_DOCUMENTS),
            Said.of(
                "I owe 2,300 for the house, they say. I have not been paid since March.",
                Fact.DEBT_BONDAGE,
                Fact.TAKES_EARNINGS)),
        CaseStatus.ACTIVE);
  }

  private static DemoCase millLane() {
    return new DemoCase(
        "House on Mill Lane",
        List.of(
            Someone.person("Neighbour", WITNESS),
            Someone.person(
                "Driver of the van",
                TRANSPORTER,
                new Mark(VEHICLE, "QQ24 ZRK"),
                new Mark(ADDRESS, "14 Mill Lane, Easton Quay"))),
        List.of(Said.of("Ten people leave the house at four every morning.", Fact.TRANSPORTATION)),
        CaseStatus.ACTIVE);
  }

  private static DemoCase nightShift() {
    return new DemoCase(
        "Night shift, Kingsferry laundry",
        List.of(
            Someone.person(
                "Linh Pham", PERSON_AFFECTED, new Mark(ADDRESS, "14, Mill Lane, Easton Quay")),
            Someone.person("The driver", TRANSPORTER, new Mark(VEHICLE, "qq24zrk"))),
        List.of(
            Said.of(
                "A van brings me from Easton Quay. I may not leave before the others.",
                Fact.TRANSPORTATION,
                Fact.EXCESSIVE_WORKING_HOURS)),
        CaseStatus.FOLLOW_UP);
  }

  private static DemoCase twoScripts() {
    return new DemoCase(
        "Poultry farm, Vale End",
        List.of(
            Someone.person("Marek Orlan", PERSON_AFFECTED),
            Someone.person("Юрий Дорран", EXPLOITER, new Mark(DOCUMENT, "XK104482"))),
        List.of(Said.of("They hold back half of the pay for transport.", Fact.TAKES_EARNINGS)),
        CaseStatus.FOLLOW_UP);
  }

  private static DemoCase mailbox() {
    return new DemoCase(
        "Promised a hotel, found a farm",
        List.of(
            Someone.person("Joana Duarte", PERSON_AFFECTED),
            Someone.person(
                "Yuri Dorran",
                RECRUITER,
                new Mark(DOCUMENT, "XK 104482"),
                new Mark(EMAIL, "Jobs.Amber@example.org"),
                new Mark(ADDRESS, "14 Mill Lane, Easton Quay"))),
        List.of(
            Said.of(
                "I answered an advertisement for a hotel and was taken to a farm.",
                Fact.RECRUITMENT,
                Fact.FALSE_PROMISES)),
        CaseStatus.ACTIVE);
  }
}
