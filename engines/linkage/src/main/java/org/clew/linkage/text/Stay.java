package org.clew.linkage.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Days on which texts of a cluster were seen at one place, and at no other in between. Stays one
/// after another are the movement of the texts; whether anybody travelled, they do not say.
///
/// @param place as it was first written
/// @param from the first of the days
/// @param to the last of the days
/// @param texts how many were seen there in that time
public record Stay(String place, LocalDate from, LocalDate to, int texts) {

  /// A text that was seen somewhere.
  public record Sighting(LocalDate day, String place) {
    public Sighting {
      Objects.requireNonNull(day, "day");
      if (place.isBlank()) {
        throw new IllegalArgumentException("a place has a name");
      }
    }
  }

  /// The stays of a cluster in the order of days; on one day in the order of names of places.
  public static List<Stay> of(List<Sighting> sightings) {
    List<Sighting> ordered = new ArrayList<>(sightings);
    ordered.sort(
        Comparator.comparing(Sighting::day)
            .thenComparing(sighting -> sighting.place.strip(), String.CASE_INSENSITIVE_ORDER));
    List<Stay> stays = new ArrayList<>();
    for (Sighting sighting : ordered) {
      String place = sighting.place.strip();
      Stay last = stays.isEmpty() ? null : stays.getLast();
      if (last != null && last.place.equalsIgnoreCase(place)) {
        stays.set(stays.size() - 1, new Stay(last.place, last.from, sighting.day, last.texts + 1));
      } else {
        stays.add(new Stay(place, sighting.day, sighting.day, 1));
      }
    }
    return List.copyOf(stays);
  }
}
