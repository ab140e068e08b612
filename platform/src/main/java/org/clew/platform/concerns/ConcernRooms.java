package org.clew.platform.concerns;

import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where this module is among the settings.
@Configuration(proxyBeanMethods = false)
class ConcernRooms {

  @Bean
  Room concernSettingsRoom() {
    return new Room(
        "/settings/concerns",
        "concerns.settings",
        Room.Group.SETTINGS,
        510,
        List.of(Action.MANAGE_SETTINGS.name()));
  }
}
