package org.clew.platform.helpline;

import java.util.List;
import org.clew.platform.access.Action;
import org.clew.platform.audit.Subject;
import org.clew.platform.audit.SubjectPath;
import org.clew.platform.web.Room;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the inbox is in the rail.
@Configuration(proxyBeanMethods = false)
class HelplineRoom {

  @Bean
  Room inboxRoom() {
    return new Room(
        "/inbox", "helpline.inbox", Room.Group.WORK, 10, List.of(Action.VIEW_INBOX.name()));
  }

  @Bean
  SubjectPath concernPath() {
    return new SubjectPath(Subject.Kind.CONCERN, "/inbox/", Action.READ_CONCERN);
  }
}
