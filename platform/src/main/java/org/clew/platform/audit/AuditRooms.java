package org.clew.platform.audit;

import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room of this module in the rail, and where people can be seen.
@Configuration(proxyBeanMethods = false)
class AuditRooms {

  @Bean
  Room auditRoom() {
    return new Room(
        "/audit", "audit.title", Room.Group.HOUSE, 310, List.of(Action.READ_AUDIT.name()));
  }

  @Bean
  SubjectPath personPath() {
    return new SubjectPath(Subject.Kind.PERSON, "/people/", Action.MANAGE_PEOPLE);
  }
}
