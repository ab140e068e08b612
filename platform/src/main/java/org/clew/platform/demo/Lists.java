package org.clew.platform.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Made-up lists of the kinds that organisations send each other, with slips of the pen and the
/// same things more than once.
final class Lists {

  private static final List<String> OFFERS =
      List.of(
          "Packers wanted, early start",
          "Room and work together, ask for details",
          "Kitchen hands for the season",
          "Cleaning in pairs, evenings",
          "Farm work, transport arranged",
          "Night shift in a laundry",
          "Helpers for a building site",
          "Care at home, live in");

  private static final List<String> COUNTRIES =
      List.of("GB", "IE", "PT", "ES", "RO", "PL", "VN", "BD");

  private final Stock stock;

  Lists(Stock stock) {
    this.stock = stock;
  }

  DemoList agencies() {
    return new DemoList(
        "agencies-2026.csv",
        "Agencies seen in advertisements, 2026",
        List.of("Agency", "Contact person", "Phone", "E-mail", "Address", "Town"),
        shuffled(withSecondSightings(420, this::agency), Threads.agencies()));
  }

  DemoList advertisements() {
    return new DemoList(
        "adverts.csv",
        "Job advertisements, collected by volunteers",
        List.of("Text", "Phone number", "City", "Username"),
        shuffled(withSecondSightings(900, this::advertisement), Threads.advertisements()));
  }

  DemoList vehicles() {
    return new DemoList(
        "vehicles-at-sites.csv",
        "Vehicles seen at sites",
        List.of("Registration", "What", "Seen at", "When"),
        shuffled(withSecondSightings(240, this::vehicle), Threads.vehicles()));
  }

  /// Workers who asked a law centre about their contract.
  DemoList contracts() {
    return new DemoList(
        "contracts.csv",
        "Contracts brought to the law centre",
        List.of("first_name", "surname", "dob", "passport", "agency", "agency_phone"),
        withSecondSightings(520, this::contract));
  }

  DemoList arrivals() {
    return new DemoList(
        "house-book.csv",
        "The house's own book",
        List.of("Nombre", "Fecha de nacimiento", "Teléfono", "Ciudad"),
        withSecondSightings(380, this::arrival));
  }

  DemoList suppliers() {
    return new DemoList(
        "suppliers.csv",
        "First-tier suppliers, declared",
        List.of("Facility name", "Address", "Country", "Parent company"),
        withSecondSightings(700, this::facility));
  }

  private List<String> agency() {
    String contact = stock.name();
    return List.of(
        stock.company(),
        contact,
        stock.written(stock.phone()),
        stock.chance(0.4) ? stock.email(contact) : "",
        (1 + stock.below(60)) + " Harbour Road",
        stock.town());
  }

  private List<String> advertisement() {
    return List.of(
        stock.any(OFFERS),
        stock.written(stock.phone()),
        stock.town(),
        stock.chance(0.2)
            ? "@" + stock.family().toLowerCase(java.util.Locale.ROOT) + stock.below(99)
            : "");
  }

  private List<String> vehicle() {
    return List.of(
        stock.plate(),
        stock.any(List.of("White van", "Minibus", "Grey car", "Lorry")),
        stock.address(),
        stock.any(List.of("before dawn", "evenings", "Sundays", "every day")));
  }

  private List<String> contract() {
    return List.of(
        stock.given(),
        stock.family(),
        stock.birthDate(),
        stock.document(),
        stock.company(),
        stock.written(stock.phone()));
  }

  private List<String> arrival() {
    return List.of(stock.name(), stock.birthDate(), stock.written(stock.phone()), stock.town());
  }

  private List<String> facility() {
    return List.of(stock.company(), stock.address(), stock.any(COUNTRIES), stock.company());
  }

  /// Rows of which about one in eight comes again with one field misspelt.
  private List<List<String>> withSecondSightings(int count, Supplier<List<String>> row) {
    var rows = new ArrayList<List<String>>(count);
    while (rows.size() < count) {
      List<String> fresh =
          rows.size() > 20 && stock.chance(0.12) ? sightedAgain(stock.any(rows)) : row.get();
      rows.add(fresh);
    }
    return rows;
  }

  private List<String> sightedAgain(List<String> row) {
    var again = new ArrayList<>(row);
    if (again.getFirst().length() > 4 && stock.chance(0.6)) {
      again.set(0, stock.misspelt(again.getFirst()));
    }
    return again;
  }

  private List<List<String>> shuffled(List<List<String>> rows, List<List<String>> planted) {
    var all = new ArrayList<>(rows);
    for (List<String> one : planted) {
      all.add(stock.below(all.size()), one);
    }
    return all;
  }
}
