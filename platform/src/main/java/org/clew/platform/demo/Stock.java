package org.clew.platform.demo;

import java.util.List;
import java.util.SplittableRandom;

/// What made-up people, places and numbers are made of. Always drawn from a seeded source, so that
/// every demo coalition is the same.
final class Stock {

  private static final List<String> GIVEN =
      List.of(
          "Amina", "Bekele", "Carla", "Dario", "Elena", "Farid", "Grace", "Hana", "Ivo", "Jamila",
          "Kofi", "Lina", "Marek", "Nadia", "Omar", "Petra", "Quyen", "Rosa", "Samir", "Tomas",
          "Uma", "Viktor", "Wanjiru", "Xenia", "Yusuf", "Zofia", "Ana", "Bao", "Chidi", "Dina",
          "Emil", "Fatima", "Goran", "Ibrahim", "Joana", "Karim", "Leila", "Mihai", "Noor", "Olga");

  private static final List<String> FAMILY =
      List.of(
          "Abara",
          "Brenn",
          "Castel",
          "Dorran",
          "Eskel",
          "Farrow",
          "Galt",
          "Harun",
          "Ilves",
          "Jorvik",
          "Kestrel",
          "Lunde",
          "Marin",
          "Novak",
          "Orlan",
          "Petrov",
          "Quill",
          "Rahal",
          "Santor",
          "Tarek",
          "Ulvi",
          "Varga",
          "Wexley",
          "Yilmar",
          "Zander",
          "Asante",
          "Bilal",
          "Corvin",
          "Duarte",
          "Ferran",
          "Haile",
          "Kovac",
          "Lindqvar",
          "Mbeki",
          "Nwosu",
          "Osei",
          "Pham",
          "Reza",
          "Stanor",
          "Tesfay");

  private static final List<String> TOWNS =
      List.of(
          "Easton Quay",
          "Kingsferry",
          "Saltmarsh",
          "Port Amber",
          "Northgate Cross",
          "Vale End",
          "Millhaven",
          "Stonebridge Moor",
          "Lower Fenwick",
          "Castle Rill");

  private static final List<String> STREETS =
      List.of(
          "Mill Lane",
          "Harbour Road",
          "Orchard Way",
          "Tanner Street",
          "Chapel Rise",
          "Quay Parade",
          "Foundry Yard",
          "Larkspur Close",
          "Station Approach",
          "Weir Street");

  private static final List<String> TRADES =
      List.of(
          "Packing",
          "Laundry",
          "Recycling",
          "Nursery",
          "Seafood",
          "Garments",
          "Cleaning",
          "Catering",
          "Masonry",
          "Poultry");

  private static final List<String> LEGAL_FORMS = List.of("Ltd", "Limited", "LLP", "plc", "& Co");

  private final SplittableRandom random;

  Stock(long seed) {
    random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String given() {
    return any(GIVEN);
  }

  String family() {
    return any(FAMILY);
  }

  String name() {
    return given() + " " + family();
  }

  String town() {
    return any(TOWNS);
  }

  String address() {
    return (1 + below(180)) + " " + any(STREETS) + ", " + town();
  }

  String company() {
    return any(TOWNS) + " " + any(TRADES) + " " + any(LEGAL_FORMS);
  }

  /// A number of a range kept free for fiction: 07700 900000 to 900999 and 020 7946 0000 to 0999.
  String phone() {
    return chance(0.7)
        ? "07700 900%03d".formatted(below(1000))
        : "020 7946 0%03d".formatted(below(1000));
  }

  /// The same number as another hand would write it.
  String written(String phone) {
    String digits = phone.replace(" ", "");
    return switch (below(5)) {
      case 0 -> digits;
      case 1 -> "+44 " + digits.substring(1);
      case 2 -> "0044" + digits.substring(1);
      case 3 -> digits.substring(0, 5) + "-" + digits.substring(5);
      default -> phone;
    };
  }

  String email(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + below(90) + "@example.org";
  }

  /// A plate in a series that was never issued.
  String plate() {
    return "QQ%02d %s".formatted(below(100), letters(3));
  }

  String document() {
    return "X" + letters(1) + "%06d".formatted(below(1_000_000));
  }

  String birthDate() {
    return "%d-%02d-%02d".formatted(1968 + below(38), 1 + below(12), 1 + below(28));
  }

  /// The name with one slip of the pen.
  String misspelt(String name) {
    int at = 1 + below(name.length() - 2);
    return switch (below(3)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
      default ->
          name.substring(0, at)
              + name.charAt(at + 1)
              + name.charAt(at)
              + name.substring(Math.min(name.length(), at + 2));
    };
  }

  private String letters(int count) {
    var letters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      letters.append((char) ('A' + below(26)));
    }
    return letters.toString();
  }
}
