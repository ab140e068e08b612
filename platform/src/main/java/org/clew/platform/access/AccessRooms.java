package org.clew.platform.access;

import java.util.List;
import org.clew.platform.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The rooms of this module in the rail.
@Configuration(proxyBeanMethods = false)
class AccessRooms {

  @Bean
  Room peopleRoom() {
    return new Room(
        "/people", "access.people", Room.Group.HOUSE, 300, List.of(Action.MANAGE_PEOPLE.name()));
  }

  @Bean
  Room tokensRoom() {
    return new Room(
        "/tokens", "access.tokens", Room.Group.HOUSE, 310, List.of(Action.MANAGE_TOKENS.name()));
  }

  @Bean
  Room settingsRoom() {
    return new Room(
        "/settings",
        "access.settings",
        Room.Group.HOUSE,
        320,
        List.of(Action.MANAGE_SETTINGS.name()));
  }

  @Bean
  Room organisationRoom() {
    return new Room(
        "/settings",
        "access.settings.organisation",
        Room.Group.SETTINGS,
        500,
        List.of(Action.MANAGE_SETTINGS.name()));
  }

  @Bean
  Room accountRoom() {
    return new Room(
        "/account", "access.account", Room.Group.HOUSE, 390, List.of(Action.KEEP_ACCOUNT.name()));
  }
}
