package org.clew.platform.access;

import java.util.Comparator;
import org.clew.platform.web.Room;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Where somebody arrives who has just come in: the first room that is theirs.
@Component
final class Landing {

  private final ObjectProvider<Room> rooms;

  Landing(ObjectProvider<Room> rooms) {
    this.rooms = rooms;
  }

  String of(SignedIn who) {
    return rooms.stream()
        .filter(room -> room.actions().stream().anyMatch(who::may))
        .min(Comparator.comparingInt(Room::order))
        .map(Room::path)
        .orElse("/account");
  }
}
