package org.clew.platform.web;

import java.util.List;

/// An entry in the left rail, or among the settings: a module publishes one as a bean for each of
/// its rooms.
///
/// @param path where it leads
/// @param messageKey its label
/// @param group under which heading of the rail it stands
/// @param order its place in the whole rail, smallest first
/// @param actions names of actions; a visitor who may do any of them sees the room
public record Room(String path, String messageKey, Group group, int order, List<String> actions) {

  public Room {
    actions = List.copyOf(actions);
  }

  /// The headings of the rail; settings have their own navigation instead.
  public enum Group {
    WORK,
    LOOK,
    HOUSE,
    SETTINGS
  }

  /// A room as one visitor sees it on one page.
  public record Shown(String path, String label, Group group, boolean current) {}
}
