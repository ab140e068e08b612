package org.clew.platform.demo;

import java.util.List;
import java.util.function.Function;
import org.clew.platform.access.Role;
import org.clew.platform.web.Language;

/// An organisation of the demo, before it exists.
///
/// @param countries where it works, ISO 3166-1 alpha-2
/// @param cases how many made-up cases it has beside the planted ones
/// @param planted the cases with a thread in them
/// @param concerns how many concerns wait in its inbox
/// @param lists what it has brought in
record DemoMember(
    String name,
    List<String> countries,
    boolean receivesConcerns,
    boolean onDuty,
    Language language,
    List<Worker> workers,
    int cases,
    List<DemoCase> planted,
    int concerns,
    Function<Lists, List<DemoList>> lists) {

  /// Somebody who works there.
  record Worker(String name, String email, Role role) {}

  static List<DemoMember> all() {
    return List.of(harbourLine(), northgate(), saltmarsh(), meridian());
  }

  private static DemoMember harbourLine() {
    return new DemoMember(
        "Harbour Line",
        List.of("GB", "IE"),
        true,
        true,
        Language.ENGLISH,
        List.of(
            new Worker("Amina Kestrel", "amina@harbour.example.org", Role.HELPLINE_WORKER),
            new Worker("Ben Orlan", "ben@harbour.example.org", Role.ANALYST),
            new Worker("Carla Lunde", "carla@harbour.example.org", Role.SUPERVISOR),
            new Worker("Emil Harun", "emil@harbour.example.org", Role.CASEWORKER),
            new Worker("Grace Osei", "grace@harbour.example.org", Role.RESPONDER),
            new Worker("Dina Farrow", "dina@harbour.example.org", Role.ADMINISTRATOR)),
        140,
        Threads.cases(),
        16,
        lists -> List.of(lists.agencies(), lists.advertisements(), lists.vehicles()));
  }

  private static DemoMember northgate() {
    return new DemoMember(
        "Northgate Law Centre",
        List.of("GB"),
        true,
        false,
        Language.ENGLISH,
        List.of(
            new Worker("Ivo Brenn", "ivo@northgate.example.org", Role.CASEWORKER),
            new Worker("Jamila Quill", "jamila@northgate.example.org", Role.SUPERVISOR)),
        90,
        List.of(),
        5,
        lists -> List.of(lists.contracts()));
  }

  private static DemoMember saltmarsh() {
    return new DemoMember(
        "Saltmarsh Workers’ House",
        List.of("ES"),
        true,
        true,
        Language.SPANISH,
        List.of(
            new Worker("Lina Duarte", "lina@saltmarsh.example.org", Role.HELPLINE_WORKER),
            new Worker("Marek Stanor", "marek@saltmarsh.example.org", Role.SUPERVISOR)),
        50,
        List.of(),
        4,
        lists -> List.of(lists.arrivals()));
  }

  private static DemoMember meridian() {
    return new DemoMember(
        "Meridian Traders",
        List.of(),
        false,
        false,
        Language.ENGLISH,
        List.of(
            new Worker("Hana Zander", "hana@meridian.example.org", Role.ANALYST),
            new Worker("Omar Wexley", "omar@meridian.example.org", Role.SUPERVISOR)),
        0,
        List.of(),
        0,
        lists -> List.of(lists.suppliers()));
  }
}
