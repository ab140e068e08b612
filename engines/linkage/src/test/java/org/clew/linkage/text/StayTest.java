package org.clew.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where texts of a cluster were seen one place after another.
class StayTest {
  private static Stay.Sighting seen(int day, String place) {
    return new Stay.Sighting(LocalDate.of(2026, 3, day), place);
  }

  private static Stay stay(String place, int from, int to, int texts) {
    return new Stay(place, LocalDate.of(2026, 3, from), LocalDate.of(2026, 3, to), texts);
  }

  @Test
  void daysAtOnePlaceAreOneStayUntilAnotherPlaceComes() {
    assertThat(
            Stay.of(
                List.of(
                    seen(4, "York"),
                    seen(1, "Leeds"),
                    seen(3, "leeds "),
                    seen(1, "Leeds"),
                    seen(6, "Leeds"))))
        .containsExactly(stay("Leeds", 1, 3, 3), stay("York", 4, 4, 1), stay("Leeds", 6, 6, 1));
  }

  @Test
  void placesOfOneDayComeByName() {
    assertThat(Stay.of(List.of(seen(1, "York"), seen(1, "Hull"))))
        .extracting(Stay::place)
        .containsExactly("Hull", "York");
  }

  @Test
  void noSightingIsNoStay() {
    assertThat(Stay.of(List.of())).isEmpty();
    assertThatThrownBy(() -> seen(1, " ")).isInstanceOf(IllegalArgumentException.class);
  }
}
