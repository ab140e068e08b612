package org.clew.platform.concerns;

import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.web.Room;
import org.clew.platform.web.WayOut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/// Where this module is among the settings, and how its reporters get on when they sent too much.
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

  @Bean
  WayOut tooLargeReport() {
    return tooLarge("/report/", "/report");
  }

  @Bean
  WayOut tooLargeReply() {
    return tooLarge("/return/reply", "/return/talk");
  }

  private static WayOut tooLarge(String prefix, String to) {
    return new WayOut(
        prefix,
        HttpStatus.CONTENT_TOO_LARGE.value(),
        "concerns.wrong.tooLarge",
        to,
        "concerns.wrong.tooLarge.back");
  }
}
